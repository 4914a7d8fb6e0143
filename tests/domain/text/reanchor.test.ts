import { describe, expect, it } from 'vitest';
import { reanchor } from '../../../src/domain/text/reanchor.ts';

const place = (before: string, quote: string, after: string, nth = 0) => {
  let start = -1;
  for (let n = 0; n <= nth; n += 1) start = before.indexOf(quote, start + 1);
  const within = { start: 0, end: after.length };
  return reanchor(before, { start, end: start + quote.length }, after, within);
};

describe('a coded passage in a later version of its text', () => {
  it('is where it was when only other words changed', () => {
    expect(place('One two three', 'two', 'One, indeed, two three')).toEqual({ start: 13, end: 16 });
    expect(place('One two three', 'three', 'two three')).toEqual({ start: 4, end: 9 });
  });

  it('is nowhere when its own words changed', () => {
    expect(place('One two three', 'two', 'One too three')).toBeNull();
  });

  it('is told from the same words elsewhere by what stands around it', () => {
    const before = 'First: yes. Second: yes.';
    const after = 'Before all. First: yes. Second: yes.';
    expect(place(before, 'yes', after, 0)?.start).toBe(19);
    expect(place(before, 'yes', after, 1)?.start).toBe(32);
  });

  it('is not guessed between two places that are equally good', () => {
    expect(place('yes', 'yes', 'yes yes')).toBeNull();
  });

  it('is looked for only where it may be', () => {
    const within = { start: 4, end: 7 };
    expect(reanchor('yes', { start: 0, end: 3 }, 'yes yes', within)).toEqual({ start: 4, end: 7 });
  });

  it('is counted in code units', () => {
    expect(place('👍 good', 'good', '👍👍 good')).toEqual({ start: 5, end: 9 });
  });
});
