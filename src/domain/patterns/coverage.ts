import { firstEndingAfter } from '../text/find.ts';
import type { Span } from '../text/span.ts';
import { inOrder, mergedByRow, type RowSpan } from './overlap.ts';

export interface CoverageSource {
  /** Code units of the whole text. */
  readonly length: number;
  /** Its segments in the order of the text, headings left out. `said`: the words are a respondent's. */
  readonly segments: readonly (Span & { readonly bodyStart: number; readonly said: boolean })[];
  readonly passages: readonly RowSpan[];
}

/** How much of the text a code covers. Two passages over the same words cover them once. */
export interface Covered {
  /** Code units of text. */
  text: number;
  /** Segments of which at least one code unit is covered. */
  segments: number;
  /** Code units of respondents' words, labels and time stamps left out. */
  said: number;
}

export interface Coverage {
  readonly whole: Covered;
  /** One for each row. */
  readonly rows: readonly Covered[];
}

const nothing = (): Covered => ({ text: 0, segments: 0, said: 0 });

/** The share of text, of segments and of respondents' words under each of `size` codes. Linear in passages and segments touched. */
export function coverage(size: number, sources: Iterable<CoverageSource>): Coverage {
  const whole = nothing();
  const rows = Array.from({ length: size }, nothing);
  for (const { length, segments, passages } of sources) {
    whole.text += length;
    whole.segments += segments.length;
    for (const segment of segments) if (segment.said) whole.said += segment.end - segment.bodyStart;
    const lastSegmentOf = new Map<number, number>();
    for (const { row, start, end } of mergedByRow(inOrder(passages))) {
      const covered = rows[row];
      if (!covered) continue;
      covered.text += end - start;
      for (let at = firstEndingAfter(segments, start); at < segments.length; at += 1) {
        const segment = segments[at];
        if (!segment || segment.start >= end) break;
        if (lastSegmentOf.get(row) !== at) covered.segments += 1;
        lastSegmentOf.set(row, at);
        const said = Math.min(end, segment.end) - Math.max(start, segment.bodyStart);
        if (segment.said && said > 0) covered.said += said;
      }
    }
  }
  return { whole, rows };
}
