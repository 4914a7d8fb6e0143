import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src/domain/text/runs.ts';

const segment = { start: 10, end: 40 };
const coding = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  start: fc.nat(50),
  end: fc.nat(50),
});

describe('the runs of a segment', () => {
  it('are one when nothing is coded', () => {
    expect(runsOf(segment, [])).toEqual([{ start: 10, end: 40, ids: [] }]);
  });

  it('are cut at every edge of a coding, overlapping ones included', () => {
    const codings = [
      { id: 2, start: 15, end: 30 },
      { id: 1, start: 20, end: 99 },
    ];
    expect(runsOf(segment, codings)).toEqual([
      { start: 10, end: 15, ids: [] },
      { start: 15, end: 20, ids: [2] },
      { start: 20, end: 30, ids: [1, 2] },
      { start: 30, end: 40, ids: [1] },
    ]);
  });

  it('do not exist in an empty segment', () => {
    expect(runsOf({ start: 3, end: 3 }, [{ id: 1, start: 0, end: 9 }])).toEqual([]);
  });

  it('follow each other, cover the segment exactly and name what covers each place', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 20 }), (codings) => {
        const runs = runsOf(segment, codings);
        expect(runs[0]?.start).toBe(segment.start);
        expect(runs.at(-1)?.end).toBe(segment.end);
        runs.forEach((run, i) => {
          expect(run.end).toBeGreaterThan(run.start);
          if (i > 0) expect(run.start).toBe(runs[i - 1]?.end);
          const covering = codings.filter(
            ({ start, end }) => start <= run.start && end >= run.end && start < end,
          );
          expect(run.ids).toEqual([...new Set(covering.map(({ id }) => id))].sort((a, b) => a - b));
        });
      }),
    );
  });

  it('are the same whatever the order of the codings', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 12 }), (codings) => {
        expect(runsOf(segment, [...codings].reverse())).toEqual(runsOf(segment, codings));
      }),
    );
  });
});
