import type { Span } from './span.ts';
import { isSpace, trimSpan } from './span.ts';
import { boundaryAfter, boundaryBefore } from './snap.ts';

export type Context = { before: string; match: string; after: string };

/**
 * A passage with the words around it, for keyword in context and lists of passages. The three
 * parts follow each other in the text as it is (line ends included; the page shows them as
 * spaces). At most `before` and `after` code units of context, cut between words where the script
 * has spaces, else between characters.
 */
export function contextOf(text: string, span: Span, before = 80, after = 80): Context {
  return {
    before: text.slice(leftEdge(text, span.start, before), span.start),
    match: text.slice(span.start, span.end),
    after: text.slice(span.end, rightEdge(text, span.end, after)),
  };
}

function leftEdge(text: string, start: number, reach: number): number {
  const from = Math.max(0, start - reach);
  if (from === 0) return trimmedStart(text, 0, start);
  for (let at = from; at < start; at += 1) {
    if (isSpace(text, at - 1)) return trimmedStart(text, at, start);
  }
  return Math.min(start, boundaryAfter(text, from));
}

function rightEdge(text: string, end: number, reach: number): number {
  const to = Math.min(text.length, end + reach);
  if (to === text.length) return trimmedEnd(text, end, to);
  for (let at = to; at > end; at -= 1) {
    if (isSpace(text, at)) return trimmedEnd(text, end, at);
  }
  return Math.max(end, boundaryBefore(text, to));
}

// Outer white space says nothing; the space next to the match stays, since it belongs between the words.
function trimmedStart(text: string, from: number, start: number): number {
  const kept = trimSpan(text, { start: from, end: start });
  return kept.start === kept.end ? from : kept.start;
}

function trimmedEnd(text: string, end: number, to: number): number {
  const kept = trimSpan(text, { start: end, end: to });
  return kept.start === kept.end ? to : kept.end;
}
