/** Finding a quoted passage again. Spans in code units of the text searched. */
import type { Span } from './span.ts';
import { spanProblem } from './span.ts';

/** More occurrences than anyone chooses between. */
const ENOUGH = 1000;

/** Every place, from the start on, where the text reads exactly `quote`; places may overlap. At most `limit`. */
export function findQuote(text: string, quote: string, limit = ENOUGH): Span[] {
  const found: Span[] = [];
  if (quote === '') return found;
  for (
    let at = text.indexOf(quote);
    at >= 0 && found.length < limit;
    at = text.indexOf(quote, at + 1)
  ) {
    const span = { start: at, end: at + quote.length };
    if (spanProblem(text, span) === null) found.push(span);
  }
  return found;
}

/**
 * As `findQuote`; when the quote is nowhere exactly, any run of white space stands for any other,
 * since line ends and double spaces change whenever a text passes through another program. The
 * quote's outer white space does not count. Spans are of the text as it is.
 */
export function findQuoteLoosely(text: string, quote: string, limit = ENOUGH): Span[] {
  const exact = findQuote(text, quote, limit);
  if (exact.length > 0) return exact;
  const words = quote.trim().split(/\s+/);
  if (words[0] === '') return [];
  const pattern = new RegExp(words.map(literal).join('\\s+'), 'gu');
  const found: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= limit) break;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
