import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterParams,
  isFiltered,
  passes,
  readFilter,
  ShownCounter,
  shownOf,
  type Filter,
  type Known,
} from '../../../src/domain/workbench/filter.ts';

const NONE = readFilter(new URLSearchParams());
/** Code 2 lies below 1; 3 stands alone. Colours are the codes' numbers. */
const known: Known = {
  me: 7,
  line: (code) => (code === 2 ? [2, 1] : [code]),
  colour: (code) => code,
};
const coding = (id: number, codeId: number, coderId = 7, forReport = false) => ({
  id,
  codeId,
  coderId,
  forReport,
});
const turn = (codings: ReturnType<typeof coding>[], rest = {}) => ({
  spokenBy: 'R-09',
  question: '3',
  isCodable: true,
  codings,
  ...rest,
});
const text = fc.option(fc.string({ minLength: 1, maxLength: 20 }));
const filters: fc.Arbitrary<Filter> = fc.record({
  under: fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
  report: fc.boolean(),
  colour: fc.option(fc.integer({ min: 1, max: 8 })),
  coder: fc.option(fc.oneof(fc.constant('me' as const), fc.integer({ min: 1, max: 9 }))),
  uncoded: fc.boolean(),
  question: text,
  speaker: text,
});

describe('a filter of what is painted', () => {
  it('reads from its address what was written there', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const params = new URLSearchParams(filterParams(filter));
        expect(readFilter(params)).toEqual(filter);
      }),
    );
  });

  it('takes what makes no sense in an address as not there', () => {
    const nonsense = { under: 'x', colour: '9', coder: '-1', uncoded: 'yes', question: '' };
    expect(isFiltered(readFilter(new URLSearchParams(nonsense)))).toBe(false);
  });

  it('by a theme takes the codes below it along', () => {
    const theme = { ...NONE, under: [1] };
    expect([1, 2, 3].map((code) => passes(theme, coding(1, code), known))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('by several codes takes what has any of them; for the report only what is marked so', () => {
    const either = { ...NONE, under: [2, 3] };
    expect([1, 2, 3].map((code) => passes(either, coding(1, code), known))).toEqual([
      false,
      true,
      true,
    ]);
    const report = { ...either, report: true };
    expect(passes(report, coding(1, 3), known)).toBe(false);
    expect(passes(report, coding(1, 3, 7, true), known)).toBe(true);
  });

  it('by “me” is each reader’s own, by a number one coder’s', () => {
    expect(passes({ ...NONE, coder: 'me' }, coding(1, 1, 7), known)).toBe(true);
    expect(passes({ ...NONE, coder: 'me' }, coding(1, 1, 8), known)).toBe(false);
    expect(passes({ ...NONE, coder: 8 }, coding(1, 1, 8), known)).toBe(true);
  });

  it('only uncoded, with a coder, is what that coder has not coded yet', () => {
    const filter = { ...NONE, uncoded: true, coder: 'me' as const };
    expect(shownOf(filter, turn([coding(1, 1, 8)]), known).isQuiet).toBe(false);
    expect(shownOf(filter, turn([coding(1, 1, 7)]), known).isQuiet).toBe(true);
    expect(shownOf(filter, turn([], { isCodable: false }), known).isQuiet).toBe(true);
  });

  it('never paints in a turn that steps back, and paints everything when nothing is filtered', () => {
    const turns = fc.record({
      spokenBy: text,
      question: text,
      isCodable: fc.boolean(),
      codings: fc.array(
        fc.record({
          id: fc.integer({ min: 1, max: 99 }),
          codeId: fc.integer({ min: 1, max: 3 }),
          coderId: fc.integer({ min: 6, max: 9 }),
          forReport: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
    });
    fc.assert(
      fc.property(filters, turns, (filter, one) => {
        const { codings, isQuiet } = shownOf(filter, one, known);
        if (isQuiet) expect(codings).toEqual([]);
        for (const shown of codings) expect(passes(filter, shown, known)).toBe(true);
        expect(shownOf(NONE, one, known)).toEqual({ codings: one.codings, isQuiet: false });
      }),
    );
  });

  it('counts a coding on several turns once, and turns with something to code', () => {
    const counter = new ShownCounter();
    const filter = { ...NONE, under: [1] };
    for (const one of [turn([coding(1, 1)]), turn([coding(1, 1), coding(2, 3)]), turn([])])
      counter.add(one, shownOf(filter, one, known));
    expect(counter.counts).toEqual({ codings: 1, allCodings: 2, turns: 3, allTurns: 3 });
  });
});
