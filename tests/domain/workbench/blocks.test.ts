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

  const sizes = (lengths: number[]) => blocksOf(segments(lengths)).map((block) => block.length);
  const turns = (count: number, length: number) => Array.from({ length: count }, () => length);

  it('puts ten short turns together, fewer long ones, and leaves a very long one alone', () => {
    expect(sizes(turns(35, 80)).slice(4)).toEqual([10, 10, 3]);
    expect(sizes(turns(11, 1_200)).slice(4)).toEqual([3, 3, 1]);
    expect(sizes([100, 9_000, 100])).toEqual([1, 1, 1]);
    expect(sizes([])).toEqual([]);
  });

  it('begins with four small ones, so that little is laid out before a text is seen', () => {
    expect(sizes(turns(13, 80))).toEqual([3, 3, 3, 3, 1]);
    expect(sizes(turns(5, 700))).toEqual([1, 1, 1, 1, 1]);
  });
});
