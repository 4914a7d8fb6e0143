import type { Span } from './span.ts';

/** A stretch of a segment over which the same codings apply. Code units; `ids` ascending. */
export type Run = Span & { ids: number[] };

/**
 * The segment's text cut at every edge of a coding inside it: runs in order, covering the segment
 * exactly. This is what the page renders, and what the browser counts to map a place on the page
 * back to an offset. Codings may reach beyond the segment and overlap as they like; an id that has
 * several spans is listed once per run. O(n log n), apart from the ids listed.
 */
export function runsOf<T extends Span & { id: number }>(
  segment: Span,
  codings: readonly T[],
): Run[] {
  if (segment.end <= segment.start) return [];
  const edges = edgesWithin(segment, codings);
  const open = new Map<number, number>();
  const runs: Run[] = [];
  let from = segment.start;
  for (const { at, id, step } of edges) {
    if (at > from) {
      runs.push({ start: from, end: at, ids: idsOf(open) });
      from = at;
    }
    const left = (open.get(id) ?? 0) + step;
    if (left === 0) open.delete(id);
    else open.set(id, left);
  }
  if (from < segment.end) runs.push({ start: from, end: segment.end, ids: idsOf(open) });
  return runs;
}

type Edge = { at: number; id: number; step: 1 | -1 };

function edgesWithin(segment: Span, codings: readonly (Span & { id: number })[]): Edge[] {
  const edges: Edge[] = [];
  for (const { id, start, end } of codings) {
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segment.end);
    if (from < to) edges.push({ at: from, id, step: 1 }, { at: to, id, step: -1 });
  }
  return edges.sort((a, b) => a.at - b.at);
}

function idsOf(open: ReadonlyMap<number, number>): number[] {
  return [...open.keys()].sort((a, b) => a - b);
}
