import { HEADINGS, TITLES } from './lexicon.ts';
import { isPlace } from './places.ts';
import { bare, goesOn, wordsOf } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More words are a sentence. */
const LONGEST = 6;

/**
 * Whether a line stands above rows rather than in one, and how that is known: it is a place, it says so (`External
 * interviews`, `Kisumu:`), or rows use its words for where people are (`unsure`). null: it is no heading.
 */
export function headingOf(
  text: string,
  vocabulary: Vocabulary,
): 'place' | 'says' | 'unsure' | null {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > LONGEST || !/\p{L}/u.test(text) || /^\s*\(/.test(text))
    return null;
  if (isPlace(text)) return 'place';
  if (vocabulary.names.has(words.map(bare).join(' '))) return null;
  if (/:\s*$/.test(text)) return 'says';
  if (goesOn(text) || /^[\s(]*\p{Ll}/u.test(text)) return null;
  if (words.some((word) => HEADINGS.has(bare(word)))) return 'says';
  if (words.length > 2) return null;
  return vocabulary.inner.has(words.map(bare).join(' ')) ? 'unsure' : null;
}

export const isTitle = (text: string): boolean =>
  wordsOf(text).some((word) => TITLES.has(bare(word)));

/** Numbers of pages, which stand anywhere in what was copied from a document. */
export const isPageMark = (text: string): boolean =>
  /^\W*(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\W*$/iu.test(text) && !/\(/.test(text);
