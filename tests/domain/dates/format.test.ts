import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/domain/dates/index.ts';

describe('a date as people read it', () => {
  it('names the month, so that nobody takes the day for it', () => {
    expect(formatDate('2013-04-03')).toBe('3 April 2013');
    expect(formatDate('2013-04-03', null, { month: 'short' })).toBe('3 Apr 2013');
    expect(formatDate('2013-04-03', null, { language: 'fr' })).toBe('3 avril 2013');
    expect(formatDate('2013-04-03', null, { language: 'es' })).toBe('3 de abril de 2013');
  });

  it('says a range once where month or year are the same', () => {
    expect(formatDate('2013-04-22', '2013-04-25')).toBe('22–25 April 2013');
    expect(formatDate('2013-04-30', '2013-05-02')).toBe('30 April – 2 May 2013');
    expect(formatDate('2012-12-28', '2013-01-03')).toBe('28 December 2012 – 3 January 2013');
    expect(formatDate('2013-04-22', '2013-04-22')).toBe('22 April 2013');
  });

  it('shows what is no date as it is', () => {
    expect(formatDate('unknown')).toBe('unknown');
    expect(formatDate('2013-02-30')).toBe('2013-02-30');
  });
});
