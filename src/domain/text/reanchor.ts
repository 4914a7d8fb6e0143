import { findQuote } from './quotes.ts';
import type { Span } from './span.ts';

/** How far around a passage its surroundings are compared, in code units. */
const CONTEXT = 200;

/**
 * Where a passage stands in a later version of its text: the place that reads exactly the same and whose surroundings read
 * most like before.
 * @param within where in the later text it may be, such as under the same question
 * @returns null when it is nowhere, or when two places are equally good
 */
export function reanchor(before: string, passage: Span, after: string, within: Span): Span | null {
  const quote = before.slice(passage.start, passage.end);
  const found = findQuote(after.slice(within.start, within.end), quote)
    .map(({ start, end }) => ({ start: start + within.start, end: end + within.start }))
    .map((place) => ({ place, likeness: likenessOf(before, passage, after, place) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = found;
  if (!best || best.likeness === next?.likeness) return null;
  return best.place;
}

/** Code units before and after that agree, from the passage outwards. */
function likenessOf(before: string, passage: Span, after: string, place: Span): number {
  let left = 0;
  while (
    left < CONTEXT &&
    left < passage.start &&
    before[passage.start - left - 1] === after[place.start - left - 1]
  )
    left += 1;
  let right = 0;
  while (
    right < CONTEXT &&
    passage.end + right < before.length &&
    before[passage.end + right] === after[place.end + right]
  )
    right += 1;
  return left + right;
}
