import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/domain/workbench/blocks.ts';

/** Segments of these lengths, one after the other. */
function segments(lengths: readonly number[]) {
  let end = 0;
  return lengths.map((length) => ({ start: end, end: (end += length) }));
}

describe('turns that are laid out together', () => {
  it('keeps every turn once and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_000)), (lengths) => {
        const all = segments(lengths);
        expect(blocksOf(all).flat()).toEqual(all);
      }),
    );
  });

  it('puts ten short turns together, fewer long ones, and leaves a very long one alone', () => {
    const sizes = (lengths: number[]) => blocksOf(segments(lengths)).map((block) => block.length);
    expect(sizes(Array.from({ length: 23 }, () => 80))).toEqual([10, 10, 3]);
    expect(sizes(Array.from({ length: 7 }, () => 1_200))).toEqual([3, 3, 1]);
    expect(sizes([100, 9_000, 100])).toEqual([1, 1, 1]);
    expect(sizes([])).toEqual([]);
  });
});
