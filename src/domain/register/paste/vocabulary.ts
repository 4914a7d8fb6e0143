import type { Split } from './split.ts';
import { bare, fold, wordsOf } from './text.ts';

/** What the paste itself and the project teach about its words; everything folded. */
export interface Vocabulary {
  /** Words that several rows have in the cell before the date. */
  departments: ReadonlySet<string>;
  /** Names of people that are certain. */
  names: ReadonlySet<string>;
  interviewers: ReadonlySet<string>;
  /** Lines of one or two words that stand in other lines too, after the beginning: rows name their place there. */
  inner: ReadonlySet<string>;
  /** What `splitPerson` found: each line is asked about more than once. */
  splits: Map<string, Split | null>;
  hasDepartments: boolean;
  hasInterviewers: boolean;
}

/** A line with a date, as its three parts. */
export interface DatedText {
  before: string;
  after: string;
}

/** A department is named by different people; the same person twice is none. */
const FEWEST_ROWS = 2;
/** A heading of more words says what it is. */
const LONGEST_HEADING = 2;

/** In mixed case the last word of `Ann Lee` is no department; of `Ann Lee Health` it may be. */
const FEWEST_WORDS = 3;

function departmentsOf(dated: readonly DatedText[]): Set<string> {
  const before = new Map<string, Set<string>>();
  for (const row of dated) {
    const words = wordsOf(row.before);
    const last = words.at(-1) ?? '';
    const isCapitals = last === last.toUpperCase() && /\p{Lu}{2}/u.test(last);
    if (!isCapitals && words.length > 1 && words.length < FEWEST_WORDS) continue;
    const key = bare(last);
    const others = before.get(key) ?? new Set();
    others.add(fold(words.slice(0, -1).join(' ')));
    before.set(key, others);
  }
  const found = [...before].filter(([key, others]) => key !== '' && others.size >= FEWEST_ROWS);
  return new Set(found.map(([key]) => key));
}

const isShort = (words: readonly string[]): boolean =>
  words.length > 0 && words.length <= LONGEST_HEADING;

/** The short lines whose words stand in other lines as well, after the first word. */
function innerOf(lines: readonly string[]): Set<string> {
  const all = lines.map((line) => wordsOf(line).map(bare));
  const short = new Set(all.filter(isShort).map((words) => words.join(' ')));
  const inner = new Set<string>();
  for (const words of all)
    for (let i = 1; i < words.length; i += 1)
      for (let n = 1; n <= LONGEST_HEADING && i + n <= words.length; n += 1) {
        const text = n === 1 ? (words[i] ?? '') : words.slice(i, i + n).join(' ');
        if (short.has(text)) inner.add(text);
      }
  return inner;
}

export const splitSpellings = (text: string): string[] =>
  text
    .split(/[;&,+]|\/|\s(?:and|et|y|und)\s/iu)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');

export function learn(
  lines: readonly string[],
  dated: readonly DatedText[],
  known: { names: readonly string[]; interviewers: readonly string[] },
  columns: { hasDepartments: boolean; hasInterviewers: boolean },
): Vocabulary {
  const spellings = dated.flatMap((row) => splitSpellings(row.after));
  return {
    departments: columns.hasDepartments ? departmentsOf(dated) : new Set(),
    names: new Set(known.names.map(fold)),
    interviewers: new Set([...known.interviewers, ...spellings].map(fold)),
    inner: innerOf(lines),
    splits: new Map(),
    ...columns,
  };
}

/** How many of the first words are a name the project or a certain row has; 0 where none is. */
export function knownNameLength(words: readonly string[], vocabulary: Vocabulary): number {
  for (let n = Math.min(words.length, 6); n >= 2; n -= 1)
    if (vocabulary.names.has(fold(words.slice(0, n).join(' ').replace(/[.,]$/, '')))) return n;
  return 0;
}

/** `KP & RtH`, `DOb`: initials, or people the list names as interviewers elsewhere. */
export function isInterviewers(text: string, vocabulary: Vocabulary): boolean {
  const parts = splitSpellings(text);
  const isOne = (part: string): boolean =>
    vocabulary.interviewers.has(fold(part)) || /^(?=(?:.*\p{Lu}){2})[\p{L}.]{2,6}$/u.test(part);
  return parts.length > 0 && parts.every(isOne);
}
