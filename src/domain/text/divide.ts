import type { Span } from './span.ts';
import { isSpace, splitsPair, trimSpan } from './span.ts';
import { boundaryBefore } from './snap.ts';

/** Longest segment in code units; keeps the work per segment (rendering, sentences, runs) bounded. */
export const LONGEST_SEGMENT = 4000;
/** How far back from the limit a better place to cut is looked for. */
const REACH = 2000;

/**
 * A paragraph cut into pieces of at most LONGEST_SEGMENT code units: after a sentence, else at a
 * line end, else between words, else between characters. The pieces have no white space at their
 * ends and lose nothing else.
 */
export function divide(text: string, paragraph: Span): Span[] {
  const pieces: Span[] = [];
  let rest = trimSpan(text, paragraph);
  while (rest.end - rest.start > LONGEST_SEGMENT) {
    const cut = cutBefore(text, rest.start, rest.start + LONGEST_SEGMENT);
    const piece = trimSpan(text, { start: rest.start, end: cut });
    if (piece.start < piece.end) pieces.push(piece);
    rest = trimSpan(text, { start: cut, end: rest.end });
  }
  if (rest.start < rest.end) pieces.push(rest);
  return pieces;
}

function cutBefore(text: string, start: number, limit: number): number {
  const from = limit - REACH;
  let lineEnd = 0;
  let space = 0;
  for (let at = limit; at > from; at -= 1) {
    if (endsSentence(text, at)) return at;
    if (lineEnd === 0 && text.charCodeAt(at) === 10) lineEnd = at;
    if (space === 0 && isSpace(text, at)) space = at;
  }
  if (lineEnd > 0) return lineEnd;
  if (space > 0) return space;
  const character = boundaryBefore(text, limit);
  if (character > start) return character;
  return splitsPair(text, limit) ? limit - 1 : limit;
}

/** Whether a sentence ends just before `at`: a full stop and a space, or a mark that needs none. */
function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  if ('。！？'.includes(text.charAt(last))) return true;
  if (!isSpace(text, at)) return false;
  while ('"\'”’»)]'.includes(text.charAt(last))) last -= 1;
  return '.!?…۔।؟'.includes(text.charAt(last));
}
