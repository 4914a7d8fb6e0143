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

/**
 * How words are compared: `plain` without regard to capitals and accents, `cased` with capitals as typed, `accented` with
 * accents and vowel points as typed, `exact` with both.
 */
export const FORMS = ['plain', 'cased', 'accented', 'exact'] as const;
export type Form = (typeof FORMS)[number];

export function formOf({ case: isCased, accents }: { case: boolean; accents: boolean }): Form {
  if (isCased) return accents ? 'exact' : 'cased';
  return accents ? 'accented' : 'plain';
}

/** The text's words in order, the same ones whatever the form. Linear in its length. */
export function termsOf(text: string, form: Form = 'plain'): Term[] {
  return wordsOf(text).map(({ start, end, word }) => ({ term: foldTerm(word, form), start, end }));
}

/** The text's words as they stand in it, in order. */
export function wordsOf(text: string): (Span & { word: string })[] {
  const found: (Span & { word: string })[] = [];
  for (const run of text.matchAll(WORD)) {
    for (const part of run[0].matchAll(PART)) {
      const [word] = part;
      // A mark alone is no word, in no form, so that words stand at the same places in all.
      if (foldTerm(word) === '') continue;
      const start = run.index + part.index;
      found.push({ word, start, end: start + word.length });
    }
  }
  return found;
}

const PLAIN = /^[a-z0-9]*$/u;
const PLAIN_CASED = /^[A-Za-z0-9]*$/u;

/** A word as it is compared. Width never counts; where capitals do not, `ß` is `ss` and `ς` is `σ`. */
export function foldTerm(word: string, form: Form = 'plain'): string {
  // Most words are plain, and for those one step is enough.
  if (PLAIN.test(word)) return word;
  const isCased = form === 'cased' || form === 'exact';
  if (PLAIN_CASED.test(word)) return isCased ? word : word.toLowerCase();
  const isAccented = form === 'accented' || form === 'exact';
  const bare = isAccented ? word.normalize('NFKC') : unaccented(word);
  const folded = isCased ? bare : bare.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return (isAccented ? folded.normalize('NFKC') : folded).replace(NO_WORD, '');
}

function unaccented(word: string): string {
  const bare = word.normalize('NFKD').replace(POINTS, '');
  return bare.replaceAll('ß', 'ss').replaceAll('ẞ', 'SS');
}
