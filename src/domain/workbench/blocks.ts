import type { Span } from '../text/span.ts';

interface Size {
  turns: number;
  /** UTF-16 code units. */
  units: number;
}

/** About two screens of text: more is too much to lay out at once, less too many to look after. */
const SIZE: Size = { turns: 10, units: 4_000 };
/** Where a text is mostly opened: little more is laid out before it is painted than what shows. */
const BEGINNING: Size = { turns: 3, units: 1_200 };
const BEGINNINGS = 4;

/**
 * Neighbouring turns that the browser lays out and paints together, or leaves alone together (decision 12). A turn that is
 * longer than a block should be is one of its own.
 */
export function blocksOf<S extends Span>(segments: readonly S[]): S[][] {
  const blocks: S[][] = [];
  for (const segment of segments) {
    const block = blocks.at(-1);
    const from = block?.[0]?.start ?? 0;
    const most = blocks.length <= BEGINNINGS ? BEGINNING : SIZE;
    if (block && block.length < most.turns && segment.end - from <= most.units) block.push(segment);
    else blocks.push([segment]);
  }
  return blocks;
}
