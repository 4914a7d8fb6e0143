import { describe, expect, it } from 'vitest';
import { address, readPage, readSort } from '../../src/domain/address.ts';

describe('the address of a list', () => {
  it('leaves out what is empty, so that one page has one address', () => {
    expect(address('/list', { q: '', group: undefined, page: null })).toBe('/list');
    expect(address('/list', { q: 'a & b', group: 3 })).toBe('/list?q=a+%26+b&group=3');
  });

  it('is read without trusting it', () => {
    expect(['2', '0', '-1', '1.5', 'x', undefined].map(readPage)).toEqual([2, 1, 1, 1, 1, 1]);
    const sort = (text?: string) => readSort(['date', 'name'] as const, text);
    expect(sort('-name')).toEqual({ key: 'name', isDescending: true });
    expect(sort('drop table')).toEqual({ key: 'date', isDescending: false });
    expect(sort('-nothing')).toEqual({ key: 'date', isDescending: false });
    expect(sort()).toEqual({ key: 'date', isDescending: false });
  });
});
