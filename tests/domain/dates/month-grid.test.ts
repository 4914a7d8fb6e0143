import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDay,
  daysBetween,
  daysOf,
  formatDay,
  formatMonth,
  isIsoMonth,
  monthAfter,
  weekdayNames,
  weekdayOf,
  weeksOf,
} from '../../../src/domain/dates/index.ts';

const months = fc
  .tuple(fc.integer({ min: 1901, max: 2098 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  it('is a year and a month that this program takes', () => {
    for (const text of ['2026-11', '1900-01', '2099-12']) expect(isIsoMonth(text), text).toBe(true);
    for (const text of ['', '2026-13', '2026-00', '2026-1', '1899-12', '2100-01', '2026-11-01'])
      expect(isIsoMonth(text), text).toBe(false);
  });

  it('has the months of other years beside it, as far as the years go', () => {
    expect(monthAfter('2026-11', 2)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthAfter('2099-12', 1)).toBeNull();
    expect(monthAfter('1900-01', -1)).toBeNull();
  });

  it('is left and come back to by as many steps', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -12, max: 12 }), (month, n) => {
        expect(monthAfter(monthAfter(month, n) ?? '', -n)).toBe(month);
      }),
    );
  });

  it('is told in words, its days without the year', () => {
    expect(formatMonth('2026-11')).toBe('November 2026');
    expect(formatDay('2026-11-03')).toBe('Tuesday 3 November');
    expect(weekdayNames().map(({ short }) => short)).toEqual([
      ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    ]);
  });
});

describe('the weeks of a month', () => {
  it('begin on Monday; what belongs to other months is empty', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  });

  it('hold every day once, in order, each under its own weekday', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month);
        expect(weeks.flat().filter((day) => day !== null)).toEqual(daysOf(month));
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [at, day] of week.entries()) if (day !== null) expect(weekdayOf(day)).toBe(at);
        }
      }),
    );
  });
});

describe('what lasts several days', () => {
  it('stands under each of them, as far as they are in the month', () => {
    const long = { date: '2026-10-30', end_date: '2026-11-02' };
    const short = { date: '2026-11-02', end_date: null };
    const found = byDay('2026-11', [long, short]);
    expect([...found.keys()]).toEqual(['2026-11-01', '2026-11-02']);
    expect(found.get('2026-11-02')).toEqual([long, short]);
    expect(daysBetween(long.date, '2026-11-02')).toBe(4);
  });
});
