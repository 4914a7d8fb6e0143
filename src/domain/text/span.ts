/** A stretch of a text: half-open `[start, end)`, UTF-16 code units of the canonical text. */
export type Span = { start: number; end: number };

export type SpanProblem = 'empty' | 'reversed' | 'outOfRange' | 'notInteger' | 'splitsCharacter';

/**
 * Whether the offset lies between the two halves of one character (a surrogate pair).
 * `offset` in code units.
 */
export function splitsPair(text: string, offset: number): boolean {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1));
}

/** Why the span (code units) is no passage of the text; null when it is one. */
export function spanProblem(text: string, { start, end }: Span): SpanProblem | null {
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'notInteger';
  if (start < 0 || end < 0 || start > text.length || end > text.length) return 'outOfRange';
  if (start > end) return 'reversed';
  if (start === end) return 'empty';
  if (splitsPair(text, start) || splitsPair(text, end)) return 'splitsCharacter';
  return null;
}

/** Whether two spans share at least one code unit. Touching ends do not overlap; nor does an empty span. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether `inner` lies within `outer`, ends included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span without the white space at its ends; empty, at its start, when there is nothing else. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  if (start === end) return { start: span.start, end: span.start };
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

/** Whether the code unit at `offset` is white space, as ECMAScript's `\s` has it (form feed and U+FEFF included). */
export function isSpace(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13);
  return unit >= 160 && /\s/.test(text.charAt(offset));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
