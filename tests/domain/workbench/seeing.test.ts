import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickExamples } from '../../../src/domain/workbench/examples.ts';
import { mapOf } from '../../../src/domain/workbench/minimap.ts';
import { readHidden } from '../../../src/domain/workbench/view.ts';

describe('passages beside a rule', () => {
  const candidates = fc
    .array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 })
    .map((sources) => sources.map((sourceId, at) => ({ id: at + 1, sourceId })));

  it('are the same for the same look, and each once', () => {
    fc.assert(
      fc.property(candidates, fc.string(), fc.nat(9), (all, seed, round) => {
        const chosen = pickExamples(all, seed, round, 3);
        expect(chosen).toEqual(pickExamples([...all].reverse(), seed, round, 3));
        expect(new Set(chosen).size).toBe(Math.min(3, all.length));
      }),
    );
  });

  it('come from as many texts as there are', () => {
    fc.assert(
      fc.property(candidates, fc.string(), (all, seed) => {
        const texts = (list: readonly { sourceId: number }[]) =>
          new Set(list.map(({ sourceId }) => sourceId)).size;
        expect(texts(pickExamples(all, seed, 0, 3))).toBe(Math.min(3, texts(all)));
      }),
    );
  });

  it('are all met when one asks for others often enough', () => {
    const all = Array.from({ length: 10 }, (_, at) => ({ id: at + 1, sourceId: at % 4 }));
    const met = [0, 1, 2, 3].flatMap((round) => pickExamples(all, 'me', round, 3));
    expect(new Set(met.map(({ id }) => id)).size).toBe(10);
  });
});

describe('the map of a text', () => {
  it('marks the rows of each span, at least one, and joins what touches', () => {
    const map = mapOf(
      [
        { start: 0, end: 1, kind: 1 },
        { start: 100, end: 300, kind: 1 },
        { start: 250, end: 400, kind: 1 },
        { start: 999, end: 1000, kind: 2 },
      ],
      1000,
      10,
    );
    expect(map.get(1)).toEqual([{ from: 0, to: 4 }]);
    expect(map.get(2)).toEqual([{ from: 9, to: 10 }]);
  });

  it('stays within its rows, whatever it is given', () => {
    const spans = fc.array(
      fc.record({ start: fc.nat(2000), end: fc.nat(2000), kind: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(spans, fc.nat(1000), (list, length) => {
        for (const [kind, runs] of mapOf(list, length, 20)) {
          expect(list.some((span) => span.kind === kind)).toBe(true);
          runs.forEach(({ from, to }, at) => {
            expect(from).toBeGreaterThanOrEqual(at === 0 ? 0 : (runs[at - 1]?.to ?? 0) + 1);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(20);
          });
        }
      }),
    );
  });
});

it('what may be hidden of a text is told apart from anything else an address says', () => {
  expect(readHidden(['times', 'everything', '', 'speakers'])).toEqual(['speakers', 'times']);
});
