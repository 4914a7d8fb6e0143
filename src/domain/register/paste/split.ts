import { GOES_ON } from './lexicon.ts';
import { isPlace } from './places.ts';
import {
  isAcronym,
  isBeforeWork,
  isCapitals,
  isHonorific,
  isNameLike,
  isParticle,
  isPeopleWord,
  isRole,
  isWorkWord,
} from './shapes.ts';
import { bare, openBrackets, wordsOf } from './text.ts';
import { knownNameLength, type Vocabulary } from './vocabulary.ts';

/** Where a line goes from one cell into the next: the name is its first `at` words. */
export interface Split {
  at: number;
  words: string[];
  /** Something says so: a known name, a department, a role. Otherwise it is the usual length of a name. */
  isSure: boolean;
}

/** First name and family name. */
const USUAL_NAME = 2;
const LONGEST_NAME = 7;

/** What is said in brackets behind a name and belongs to it, rather than being a role. */
const OF_THE_NAME =
  /^\((?:n ?=|(?:\d+(?:st|nd|rd|th)?|second|third|fourth|2e|follow|interview|about|by|via|with|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/iu;
export const isOfTheName = (bracket: string): boolean => OF_THE_NAME.test(bracket);

/** A place, a department or a heading's word, as a cell of its own would begin. */
export function isDepartmentWord(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.departments.has(bare(word));
}

/** Whether the text begins like the cell of a department: a unit, a role, a body or a place. */
export function beginsDepartment(text: string, vocabulary: Vocabulary): boolean {
  const [first = '', second = ''] = wordsOf(text);
  if (isDepartmentWord(first, vocabulary) || isCapitals(first) || isAcronym(first)) return true;
  if (isWorkWord(first) || isBeforeWork(first)) return true;
  return isPlace(first) || isPlace(`${first} ${second}`);
}

/** Words that end a name of two or more; a name of one is ended only by what the list knows as a department. */
function isEnd(
  words: readonly string[],
  i: number,
  usual: number,
  vocabulary: Vocabulary,
): boolean {
  const word = words[i] ?? '';
  if (isDepartmentWord(word, vocabulary)) return true;
  if (isRole(word) || (i >= usual && isWorkWord(word))) return true;
  if (i < usual) {
    const next = words[i + 1];
    if (isBeforeWork(word) && next !== undefined && isWorkWord(next)) return true;
    return isPlace(word) && (/,$/.test(word) || /^[,(]/.test(next ?? ''));
  }
  if (isCapitals(word) || isAcronym(word) || isBeforeWork(word)) return true;
  return isPlace(word) || isPlace(words.slice(i, i + 2).join(' '));
}

/** The words of a line; `gaps` are those that more than one space stands before. */
function spaced(text: string): { words: string[]; gaps: Set<number> } {
  const gaps = new Set<number>();
  const parts = text.trim().split(/\s{2,}/);
  let count = 0;
  for (const part of parts) {
    if (count > 0) gaps.add(count);
    count += wordsOf(part).length;
  }
  return { words: wordsOf(text), gaps };
}

/** The place behind the bracket that begins at word `i`, or null when it does not end on this line. */
function behindBracket(words: readonly string[], i: number): number | null {
  let open = 0;
  for (let k = i; k < words.length; k += 1) {
    open += openBrackets(words[k] ?? '');
    if (open <= 0) return k + 1;
  }
  return null;
}

function afterBracket(words: string[], i: number): Split | null {
  const isName = isOfTheName(words.slice(i).join(' '));
  if (!isName) return { at: i, words, isSure: true };
  const end = behindBracket(words, i);
  return end === null || end === words.length ? null : { at: end, words, isSure: true };
}

/**
 * Splits a line that begins with a person's name and goes on with the department; null when it does not.
 * Only what something in the line or the list shows is taken here: see `guessSplit`.
 */
export function splitPerson(text: string, vocabulary: Vocabulary): Split | null {
  const before = vocabulary.splits.get(text);
  if (before !== undefined) return before;
  const split = findSplit(text, vocabulary);
  vocabulary.splits.set(text, split);
  return split;
}

function findSplit(text: string, vocabulary: Vocabulary): Split | null {
  const { words, gaps } = spaced(text);
  const known = knownNameLength(words, vocabulary);
  const isName = (i: number): boolean => i === known || isNameLike(words.slice(0, i));
  const titles = isHonorific(words[0] ?? '') ? 1 : 0;
  const usual = USUAL_NAME + titles;
  for (let i = Math.max(1 + titles, known); i < Math.min(words.length, LONGEST_NAME); i += 1) {
    // `Di de la` is no name, and yet the next words may make it one.
    if (i > known && isBetweenNames(words[i - 1] ?? '')) continue;
    if (!isName(i)) break;
    if (i === 1 + titles && isNoFirstName(words[titles] ?? '')) continue;
    if (words[i]?.startsWith('(')) return afterBracket(words, i);
    if (!isEnd(words, i, usual, vocabulary) && !(gaps.has(i) && i >= usual)) continue;
    // Between a known name and what shows the end there is more: of the name, or of `Fish Board`.
    const isMore = known > 0 && i > known && isWorkWord(words[i] ?? '');
    return { at: isMore ? known : i, words, isSure: !isMore };
  }
  return known > 0 && known < words.length ? { at: known, words, isSure: true } : null;
}

const isBetweenNames = (word: string): boolean => isParticle(word) || /^(?:and|&)$/iu.test(word);
const isNoFirstName = (word: string): boolean => isAcronym(word) || isPlace(word);

/** Splits `TRADERS (6 people) NAIROBI` and `NAIROBI FISHERS NAIROBI`: a body before what is known as a department. */
export function splitBody(text: string, vocabulary: Vocabulary): Split | null {
  const words = wordsOf(text);
  const bracket = words.findIndex((word) => word.startsWith('('));
  if (bracket > 0) {
    const end = behindBracket(words, bracket);
    if (end !== null && end < words.length) return { at: end, words, isSure: true };
  }
  let at = words.length;
  while (at > 0 && isDepartmentWord(words[at - 1] ?? '', vocabulary)) at -= 1;
  return at > 0 && at < words.length ? { at, words, isSure: true } : null;
}

/** Where nothing shows the end of the name, the usual length of one; null for a line that is no longer. */
export function guessSplit(text: string): Split | null {
  const words = wordsOf(text);
  if (words.length <= USUAL_NAME || !isNameLike(words.slice(0, USUAL_NAME))) return null;
  if (GOES_ON.has(bare(words[USUAL_NAME] ?? ''))) return null;
  return { at: USUAL_NAME, words, isSure: false };
}

/** `Members of`, `Debrief with`, `TRADERS (6 people)`: people who are not named. */
export function beginsGroup(text: string): boolean {
  if (/^\s*de-?brief/iu.test(text) || /\(\s*\d+ \p{L}+/u.test(text)) return true;
  return wordsOf(text).slice(0, 3).some(isPeopleWord);
}
