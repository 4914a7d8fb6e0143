import { contextOf } from '../text/context.ts';
import type { Span } from '../text/span.ts';

/** A line of keyword in context: hits close together share one. Code units of the passage. */
export type Excerpt = Span & {
  before: string;
  /** What was found and the words between, in order. */
  pieces: { text: string; isHit: boolean }[];
  after: string;
  /** The passage goes on before or after what is shown. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/** Hits this close (code units) are shown on one line. */
const CLOSE = 80;
/** Context on either side, in code units. */
const AROUND = 90;

/** The passage's hits as lines, in order, none repeating words of the line before; at most `limit`. */
export function excerptsOf(text: string, hits: readonly Span[], limit = 3): Excerpt[] {
  let shown = 0;
  return groupsOf(hits, limit).map((group) => {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? start;
    const room = Math.max(0, Math.min(AROUND, start - shown));
    const { before, after } = contextOf(text, { start, end }, room, AROUND);
    const isCutBefore = text.slice(0, start - before.length).trim() !== '';
    const isCutAfter = text.slice(end + after.length).trim() !== '';
    shown = end + after.length;
    return { start, end, before, pieces: piecesOf(text, group), after, isCutBefore, isCutAfter };
  });
}

function groupsOf(hits: readonly Span[], limit: number): Span[][] {
  const groups: Span[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const opens = last?.[0]?.start ?? 0;
    if (last && previous && hit.start - previous.end <= CLOSE && hit.end - opens <= 3 * CLOSE)
      last.push(hit);
    else if (groups.length === limit) break;
    else groups.push([hit]);
  }
  return groups;
}

function piecesOf(text: string, group: readonly Span[]): Excerpt['pieces'] {
  return group.flatMap((hit, n) => {
    const previous = group[n - 1];
    const between = previous === undefined ? '' : text.slice(previous.end, hit.start);
    return [
      ...(between === '' ? [] : [{ text: between, isHit: false }]),
      { text: text.slice(hit.start, hit.end), isHit: true },
    ];
  });
}
