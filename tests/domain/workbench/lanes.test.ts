import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extent } from '../../../src/domain/workbench/lanes.ts';
import { lanesOf, placeLabels } from '../../../src/domain/workbench/lanes.ts';

const extents = fc
  .array(fc.record({ start: fc.nat(200), length: fc.integer({ min: 1, max: 80 }) }), {
    maxLength: 20,
  })
  .map((list): Extent[] =>
    list.map(({ start, length }, id) => ({ id, start, end: start + length })),
  );

const overlap = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end;

describe('lanes of margin stripes', () => {
  it('stripes that follow each other share the lane next to the text', () => {
    const lanes = lanesOf([
      { id: 1, start: 0, end: 10 },
      { id: 2, start: 10, end: 20 },
    ]);
    expect([...lanes]).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
  it('of two that start together the longer is nearer the text', () => {
    const lanes = lanesOf([
      { id: 1, start: 0, end: 10 },
      { id: 2, start: 0, end: 20 },
    ]);
    expect(lanes.get(2)).toBe(0);
  });
  it('no two in one lane overlap, and there are only as many lanes as the deepest pile', () => {
    fc.assert(
      fc.property(extents, (list) => {
        const lanes = lanesOf(list);
        for (const a of list)
          for (const b of list)
            if (a.id < b.id && lanes.get(a.id) === lanes.get(b.id))
              expect(overlap(a, b)).toBe(false);
        const deepest = Math.max(
          0,
          ...list.map((a) => list.filter((b) => b.start <= a.start && a.start < b.end).length),
        );
        expect(Math.max(-1, ...lanes.values()) + 1).toBe(deepest);
      }),
    );
  });
});

describe('labels of margin stripes', () => {
  it('stand beside the top of their stripe where there is room', () => {
    const { tops } = placeLabels([{ id: 1, start: 40, end: 60 }], 100, 16);
    expect(tops.get(1)).toBe(40);
  });
  it('make room for each other, also when all start at the bottom', () => {
    const at = (id: number) => ({ id, start: 90, end: 100 });
    const { tops, folded } = placeLabels([at(1), at(2), at(3)], 100, 16);
    expect([...tops.values()]).toEqual([52, 68, 84]);
    expect(folded).toEqual([]);
  });
  it('fold into one "+n" when they do not fit, whose line is kept free', () => {
    const at = (id: number) => ({ id, start: 0, end: 40 });
    const { tops, folded } = placeLabels([1, 2, 3, 4, 5, 6, 7, 8].map(at), 48, 16);
    expect([...tops]).toEqual([
      [1, 0],
      [2, 16],
    ]);
    expect(folded).toEqual([3, 4, 5, 6, 7, 8]);
  });
  it('never lie on each other or outside, and every stripe is either labelled or counted', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 8, max: 400 }), (list, height) => {
        const { tops, folded } = placeLabels(list, height, 16);
        const sorted = [...tops.values()].sort((a, b) => a - b);
        sorted.forEach((top, index) => {
          if (index > 0) expect(top - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(16);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + 16 + (folded.length > 0 ? 16 : 0)).toBeLessThanOrEqual(height);
        });
        expect(tops.size + folded.length).toBe(list.length);
      }),
    );
  });
});
