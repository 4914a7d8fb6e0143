/** Words as search compares them. The index holds these and nothing else, so that every database searches alike. */
import type { Span } from '../text/span.ts';

/** A word of a text: how it is compared, and where it stands (code units). */
export type Term = Span & { term: string };

/** Letters, marks, digits; soft hyphens and joiners stand inside words and count for nothing. */
const WORD = /[\p{L}\p{M}\p{N}\p{Co}\u00AD\u200C\u200D]+/gu;

/**
 * Scripts written without spaces. Each character is a word of its own there, so that a search for several finds them
 * side by side, wherever a reader would see the word end.
 */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const PART = new RegExp(`[${UNSPACED}][\\u3099\\u309A]?|[^${UNSPACED}]+`, 'gu');

/** Accents and vowel points, which people leave out when they type, as ranges of a character class. */
const POINT_RANGES = [
  '\\u0300-\\u036F', // Latin and Greek
  '\\u0483-\\u0487', // Cyrillic
  '\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7', // Hebrew
  '\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640', // Arabic, and its lengthening stroke
];
const POINTS = new RegExp(`[${POINT_RANGES.join('')}]`, 'gu');
const NO_WORD = /[^\p{L}\p{M}\p{N}\p{Co}]/gu;

/** The text's words in order. Linear in its length. */
export function termsOf(text: string): Term[] {
  const found: Term[] = [];
  for (const run of text.matchAll(WORD)) {
    for (const part of run[0].matchAll(PART)) {
      const term = foldTerm(part[0]);
      if (term === '') continue;
      const start = run.index + part.index;
      found.push({ term, start, end: start + part[0].length });
    }
  }
  return found;
}

/** Without regard to case, width, accents and vowel points; `ß` is `ss`, `ς` is `σ`. */
export function foldTerm(word: string): string {
  // Most words are plain, and for those one step is enough.
  if (/^[a-z0-9]*$/u.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(POINTS, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(NO_WORD, '');
}
