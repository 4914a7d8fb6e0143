import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysInMonth,
  formatDate,
  isIsoDate,
  isoDate,
  parseDate,
} from '../../../src/domain/dates/index.ts';

const day = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter((d) => d.day <= daysInMonth(d.year, d.month));
const iso = (d: { year: number; month: number; day: number }): string =>
  isoDate(d.year, d.month, d.day) ?? '';

describe('every day of the calendar', () => {
  it('comes back from each form it can be written in', () => {
    fc.assert(
      fc.property(day, (d) => {
        const date = iso(d);
        const read = (text: string, order: 'day' | 'month') => parseDate(text, { order });
        expect(read(date, 'day')).toMatchObject({ kind: 'date', date });
        expect(read(`${d.day}.${d.month}.${d.year}`, 'day')).toMatchObject({ kind: 'date', date });
        expect(read(`${d.day}/${d.month}/${d.year}`, 'day')).toMatchObject({ kind: 'date', date });
        expect(read(`${d.month}/${d.day}/${d.year}`, 'month')).toMatchObject({
          kind: 'date',
          date,
        });
        for (const language of ['en', 'en-US', 'fr', 'es']) {
          expect(read(formatDate(date, null, { language }), 'day')).toMatchObject({
            kind: 'date',
            date,
          });
        }
        expect(read(formatDate(date, null, { month: 'short' }), 'day')).toMatchObject({
          kind: 'date',
          date,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('with slashes is a doubt exactly where another day could be meant', () => {
    fc.assert(
      fc.property(day, (d) => {
        const parsed = parseDate(`${d.day}/${d.month}/${d.year}`, { order: null });
        expect(parsed.kind).toBe(d.day <= 12 && d.day !== d.month ? 'doubt' : 'date');
      }),
    );
  });

  it('and any later one make a range that comes back from each form', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = iso(a) <= iso(b) ? [a, b] : [b, a];
        fc.pre(iso(first) !== iso(last));
        const expected = { kind: 'date', date: iso(first), end: iso(last) };
        const dotted = (d: typeof a): string => `${d.day}.${d.month}.${d.year}`;
        expect(parseDate(`${iso(first)}/${iso(last)}`, { order: null })).toMatchObject(expected);
        expect(parseDate(`${dotted(first)}-${dotted(last)}`, { order: null })).toMatchObject(
          expected,
        );
        expect(parseDate(formatDate(iso(first), iso(last)), { order: null })).toMatchObject(
          expected,
        );
        expect(parseDate(`${dotted(last)}-${dotted(first)}`, { order: null }).kind).toBe('unknown');
      }),
      { numRuns: 300 },
    );
  });
});

it('whatever the text, what is read is a day of the calendar and a range runs forwards', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[0-9./,\- ]{0,22}$/),
    fc.stringMatching(
      /^[0-9]{1,2}[./,-][0-9]{1,2}[./,-][0-9]{2,4}(-[0-9]{1,2}[./,-][0-9]{1,2}[./,-][0-9]{2,4})?$/,
    ),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(null, 'day', 'month'), (written, order) => {
      const parsed = parseDate(written, { order });
      if (parsed.kind === 'unknown') return;
      if (order !== null) expect(parsed.kind).toBe('date');
      for (const { date, end } of parsed.kind === 'date' ? [parsed] : parsed.readings) {
        expect(isIsoDate(date)).toBe(true);
        if (end !== undefined) expect(end > date && isIsoDate(end)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
