import type { Span } from '../text/span.ts';

/** About two screens of text: more is too much to lay out at once, less too many to look after. */
const MOST_TURNS = 10;
const MOST_UNITS = 4_000;

/**
 * Neighbouring turns that the browser lays out and paints together, or leaves alone together (decision 12). A turn that is
 * longer than a block should be is one of its own.
 */
export function blocksOf<S extends Span>(segments: readonly S[]): S[][] {
  const blocks: S[][] = [];
  for (const segment of segments) {
    const block = blocks.at(-1);
    const from = block?.[0]?.start ?? 0;
    if (block && block.length < MOST_TURNS && segment.end - from <= MOST_UNITS) block.push(segment);
    else blocks.push([segment]);
  }
  return blocks;
}
