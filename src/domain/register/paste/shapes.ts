import { BEFORE_THEM, BODIES, GROUPS, HONORIFICS, PARTICLES, ROLES } from './lexicon.ts';
import { bare, fold, wordsOf } from './text.ts';

const strip = (word: string): string => word.replace(/^[("“'-]+|[)"”',;:.]+$/gu, '');

/** `HARVEST`, `SOIL/WATER`, `SEED-FW`: capitals all through. */
export const isCapitals = (word: string): boolean =>
  /^(?=(?:.*\p{Lu}){2})[\p{Lu}\d/&+.-]+$/u.test(strip(word));

/** Capitals, or a short mixture such as `MoF` that is no `McGee`. */
export function isAcronym(word: string): boolean {
  const plain = strip(word);
  if (isCapitals(plain) && !/^(?:\p{Lu}\.-?)+$/u.test(word)) return true;
  return (
    /^(?=(?:.*\p{Lu}){2})\p{L}{2,5}$/u.test(plain) &&
    !/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}{2,}$/u.test(plain)
  );
}

export const isHonorific = (word: string): boolean =>
  HONORIFICS.has(fold(word.replace(/\.$/, ''))) && /^\p{Lu}/u.test(word);

/** As `bare`, and without the end of `workers'` and `Women's`. */
const plain = (word: string): string => bare(word).replace(/['’]s?$/u, '');

/** Words that begin what somebody does or whom they work for. */
export function isWorkWord(word: string): boolean {
  const own = plain(word);
  if (!own.includes('/')) return ROLES.has(own) || BODIES.has(own);
  return own.split('/').some((part) => ROLES.has(part) || BODIES.has(part));
}

export const isBeforeWork = (word: string): boolean => BEFORE_THEM.has(plain(word));

export const isGroupWord = (word: string): boolean => GROUPS.has(plain(word));

/** Words that say what one person does. */
export const isRole = (word: string): boolean => ROLES.has(plain(word));

/** People rather than the body they belong to. */
export const isPeopleWord = (word: string): boolean => isGroupWord(word) && !isWorkWord(word);

/** A part of a personal name by its look: `Ann`, `O'Neil`, `Berg-`, `J.`; a script without capitals passes. */
export const isNameWord = (word: string): boolean =>
  /^(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.-]*$/u.test(word) &&
  !isWorkWord(word) &&
  !isBeforeWork(word) &&
  !isGroupWord(word);

export const isParticle = (word: string): boolean => PARTICLES.has(fold(word));

/** More than five words are a sentence or two cells. */
const MOST_NAME_WORDS = 5;

/** Whether the words could be the name of one person, or of two joined by `and`. Capitals pass: `Lee SANTOS`. */
export function isNameLike(words: readonly string[]): boolean {
  const joint = words.findIndex((w) => /^(?:and|&)$/iu.test(w));
  if (joint >= 0)
    return joint > 0 && [words.slice(0, joint), words.slice(joint + 1)].every((w) => isNameLike(w));
  const own = isHonorific(words[0] ?? '') ? words.slice(1) : words;
  if (own.length === 0) return words.length > 0;
  if (own.length > MOST_NAME_WORDS || own.every(isParticle)) return false;
  return own.every((word, i) => {
    const last = i === own.length - 1;
    return isNameWord(last ? word.replace(/[.,]$/, '') : word) || (!last && isParticle(word));
  });
}

/** The text without what stands in brackets, also in one that is still open. */
export const outsideBrackets = (text: string): string =>
  text.replace(/\([^()]*\)?/g, ' ').replace(/\)/g, ' ');

export const isNameLine = (text: string): boolean => isNameLike(wordsOf(outsideBrackets(text)));
