import type { Span } from '../text/span.ts';

export type RowSpan = Span & { row: number };

/** In the order of the text, as the functions below want them. */
export const inOrder = <S extends RowSpan>(spans: readonly S[]): S[] =>
  spans.toSorted((a, b) => a.start - b.start || a.end - b.end || a.row - b.row);

/** The same span under the same row once. */
export const distinct = <S extends RowSpan>(ordered: readonly S[]): S[] =>
  ordered.filter((span, at) => {
    const before = ordered[at - 1];
    return span.start !== before?.start || span.end !== before.end || span.row !== before.row;
  });

/**
 * Calls `meet` for every two spans that share at least one code unit, each two once, whichever rows they are of. Time
 * grows with the number of spans and of meetings.
 */
export function eachMeeting<S extends Span>(
  ordered: readonly S[],
  meet: (one: S, other: S) => void,
): void {
  const open: S[] = [];
  for (const span of ordered) {
    let kept = 0;
    for (const other of open) {
      if (other.end <= span.start) continue;
      meet(other, span);
      open[kept] = other;
      kept += 1;
    }
    open.length = kept;
    open.push(span);
  }
}

/** The spans of each row put together where they overlap or touch: no code unit is in two spans of one row. */
export function mergedByRow(ordered: readonly RowSpan[]): RowSpan[] {
  const lastOf = new Map<number, RowSpan>();
  const merged: RowSpan[] = [];
  for (const { row, start, end } of ordered) {
    const last = lastOf.get(row);
    if (last && start <= last.end) {
      if (end > last.end) last.end = end;
      continue;
    }
    const own = { row, start, end };
    lastOf.set(row, own);
    merged.push(own);
  }
  return merged;
}
