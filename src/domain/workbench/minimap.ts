/** A source seen whole: which parts of it bear which colour. */
import type { Span } from '../text/span.ts';

/** Part of the map's height, in rows, half-open. */
export interface Run {
  from: number;
  to: number;
}

/**
 * For each kind (a colour's number, say) the rows where it occurs, joined where they touch. What is short still takes a
 * row. There are never more runs than half the rows for each kind, however many spans.
 * @param length of the source, code units; @param rows height of the map
 */
export function mapOf(
  spans: readonly (Span & { kind: number })[],
  length: number,
  rows: number,
): Map<number, Run[]> {
  const marked = new Map<number, Uint8Array>();
  const rowOf = (offset: number): number =>
    Math.min(rows - 1, Math.max(0, Math.floor((offset / Math.max(1, length)) * rows)));
  for (const { start, end, kind } of spans) {
    const own = marked.get(kind) ?? new Uint8Array(rows);
    marked.set(kind, own);
    own.fill(1, rowOf(start), rowOf(Math.max(start, end - 1)) + 1);
  }
  return new Map([...marked].map(([kind, own]) => [kind, runsIn(own)]));
}

function runsIn(own: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = own.indexOf(1); from >= 0;) {
    const end = own.indexOf(0, from);
    const to = end < 0 ? own.length : end;
    runs.push({ from, to });
    from = own.indexOf(1, to);
  }
  return runs;
}
