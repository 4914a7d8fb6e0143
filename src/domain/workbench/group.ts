import type { Span } from '../text/span.ts';

/**
 * For each segment the codings that share at least one code unit with it, in order of start, longer first.
 * One walk over both lists: O((segments + codings) log + what is handed back).
 * @param segments in order, without overlap
 */
export function codingsBySegment<S extends Span, C extends Span>(
  segments: readonly S[],
  codings: readonly C[],
): C[][] {
  const sorted = [...codings].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: C[] = [];
  return segments.map((segment) => {
    if (open.length > 0) open = open.filter((coding) => coding.end > segment.start);
    for (let coding = sorted[next]; coding && coding.start < segment.end; coding = sorted[++next])
      if (coding.end > segment.start) open.push(coding);
    return open.length === 0 ? [] : open.filter((coding) => coding.start < segment.end);
  });
}

/** How many codes in all lie on a passage. */
export function codesOn(span: Span, codings: readonly (Span & { codeId: number })[]): number {
  const touching = codings.filter(({ start, end }) => start < span.end && end > span.start);
  return new Set(touching.map(({ codeId }) => codeId)).size;
}
