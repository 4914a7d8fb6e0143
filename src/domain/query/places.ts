import { firstEndingAfter } from '../text/find.ts';
import type { Span } from '../text/span.ts';
import type { CodeTest } from './types.ts';

/** Stretches by where they begin, with the greatest end of all up to each, and the least end from each on. */
interface Ranges {
  readonly starts: readonly number[];
  readonly greatestEnd: readonly number[];
  readonly leastEnd: readonly number[];
}

function rangesOf(spans: readonly Span[]): Ranges {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const greatestEnd: number[] = [];
  for (const { end } of ordered) greatestEnd.push(Math.max(end, greatestEnd.at(-1) ?? end));
  const leastEnd = ordered.map(({ end }) => end);
  for (let at = leastEnd.length - 2; at >= 0; at -= 1)
    leastEnd[at] = Math.min(leastEnd[at] ?? 0, leastEnd[at + 1] ?? 0);
  return { starts: ordered.map(({ start }) => start), greatestEnd, leastEnd };
}

/** How many begin before this offset. */
function beginningBefore({ starts }: Ranges, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The greatest end of those that begin before `offset`. */
const reach = (ranges: Ranges, offset: number): number =>
  ranges.greatestEnd[beginningBefore(ranges, offset) - 1] ?? -Infinity;

const meets = (ranges: Ranges, { start, end }: Span): boolean => reach(ranges, end) > start;

const isInside = (ranges: Ranges, { start, end }: Span): boolean => reach(ranges, start + 1) >= end;

const holdsOne = (ranges: Ranges, { start, end }: Span): boolean =>
  (ranges.leastEnd[beginningBefore(ranges, start)] ?? Infinity) <= end;

/** The segments a span touches, by their places, half-open; what touches none stands empty between two. */
function segmentsOf(segments: readonly Span[], { start, end }: Span): Span {
  const first = firstEndingAfter(segments, start);
  let past = first;
  while ((segments[past]?.start ?? Infinity) < end) past += 1;
  return { start: first, end: past };
}

/**
 * How passages of one source stand to the spans of another code in it, as `Relation` says. Each answer takes a time that
 * grows with the logarithm of the number of spans.
 * @param spans of the other code, in any order
 * @param segments of the source in order, headings left out; needed for `near` alone
 */
export function standingTo(
  { relation, within }: Pick<CodeTest, 'relation' | 'within'>,
  spans: readonly Span[],
  segments: readonly Span[],
): (passage: Span) => boolean {
  if (relation === 'with') return () => spans.length > 0;
  const ranges = rangesOf(spans);
  if (relation === 'inside') return (passage) => isInside(ranges, passage);
  if (relation === 'holds') return (passage) => holdsOne(ranges, passage);
  if (relation === 'overlaps') return (passage) => meets(ranges, passage);
  const places = rangesOf(spans.map((span) => segmentsOf(segments, span)));
  return (passage) => {
    if (meets(ranges, passage)) return true;
    const { start, end } = segmentsOf(segments, passage);
    return meets(places, { start: start - within, end: end + within });
  };
}
