import { HONORIFICS } from './lexicon.ts';
import { headingOf } from './headings.ts';
import type { Marks } from './marked.ts';
import { isCapitals, isNameLine, outsideBrackets } from './shapes.ts';
import { beginsGroup, isDepartmentWord, splitPerson } from './split.ts';
import { bare, goesOn, openBrackets, wordsOf } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lines between two dated rows that are one thing: a wrapped name, or a heading. */
export interface Unit {
  kind: 'name' | 'heading';
  indices: number[];
  text: string;
  heading: ReturnType<typeof headingOf>;
  /** A person said that it is no name of a new row. */
  isJoin: boolean;
}

export interface Layout {
  /** What stands before the row. */
  units: Unit[];
  /** Lines that are neither, and in no row. */
  lost: number[];
  /** The lines of the row above the one with its date. */
  row: number[];
  /** How many of these are the name and nothing else. */
  nameLines: number;
}

/** Cells that are wrapped over more lines than these are no cells; without a limit one open bracket takes all that follows. */
export const LONGEST_CELL = 12;

const JOINS = /^\s*(?:and|with|&|\+|et|avec|y|con)\s+(?=\p{Lu})/u;
export const isExplicitJoin = (text: string): boolean =>
  JOINS.test(text) && isNameLine(text.replace(JOINS, ''));

const nameWords = (text: string): string[] =>
  wordsOf(outsideBrackets(text)).filter((word) => !HONORIFICS.has(bare(word)));

/** Whether the name of the unit is not complete yet. */
const isUnfinished = (unit: Unit): boolean =>
  nameWords(unit.text).length < 2 || /[-‐]\s*$/.test(unit.text);

/** Whether a line goes on with the name above it. */
function continuesName(unit: Unit, text: string, vocabulary: Vocabulary): boolean {
  if (openBrackets(unit.text) > 0 || /^\s*\(/.test(text)) return true;
  if (/\p{L}[-‐]\s*$/u.test(unit.text) && /^\s*\p{Ll}+\s*$/u.test(text)) return true;
  if (!isNameLine(text)) return false;
  const [first = ''] = wordsOf(text);
  if (isDepartmentWord(first, vocabulary)) return false;
  if (isUnfinished(unit)) return true;
  return nameWords(text).length === 1 && !isCapitals(first);
}

/** Splits the lines below a row into names and headings, up to the first line that is neither. */
function leading(
  gap: readonly number[],
  texts: readonly string[],
  vocabulary: Vocabulary,
  marks: Marks,
): { units: Unit[]; rest: number } {
  const units: Unit[] = [];
  const push = (kind: Unit['kind'], index: number, more: Partial<Unit>): void => {
    const text = texts[index] ?? '';
    units.push({ kind, indices: [index], text, heading: null, isJoin: false, ...more });
  };
  for (let k = 0; k < gap.length; k += 1) {
    const index = gap[k] ?? 0;
    const text = texts[index] ?? '';
    const decided = marks.decided(index);
    const last = units.at(-1);
    const name = last?.kind === 'name' ? last : undefined;
    const isFull = (name?.indices.length ?? 0) >= LONGEST_CELL;
    const goes =
      name && !isFull && (decided === 'continues' || continuesName(name, text, vocabulary));
    const heading = headingOf(text, vocabulary);
    if (decided === 'joins') push('name', index, { isJoin: true });
    else if (isExplicitJoin(text)) push('name', index, { isJoin: true });
    else if (name && goes && (isUnfinished(name) || !heading || openBrackets(name.text) > 0)) {
      name.indices.push(index);
      name.text += ` ${text}`;
    } else if (heading === 'unsure' && !name) push('heading', index, { heading });
    else if (splitPerson(text, vocabulary)) return { units, rest: k };
    else if (heading && (heading !== 'unsure' || !name)) push('heading', index, { heading });
    else if (isNameLine(text) && !goesOn(text.replace(/[-‐]\s*$/, '')) && !isUnit(text, vocabulary))
      push('name', index, {});
    else return { units, rest: k };
  }
  return { units, rest: gap.length };
}

/** Whether the words themselves show that a row begins: a name with its department, or a group. */
export const beginsRow = (text: string, vocabulary: Vocabulary): boolean =>
  text.trim() !== '' && (splitPerson(text, vocabulary) !== null || beginsGroup(text));

const isUnit = (text: string, vocabulary: Vocabulary): boolean => {
  const [first = ''] = wordsOf(text);
  return isCapitals(first) || isDepartmentWord(first, vocabulary);
};

/**
 * Decides what the lines between a row and the next date are: names that join the interview above, headings, and the
 * beginning of the next row.
 * @param before what stands before the date on its own line; null when no date follows
 */
export function layOut(
  gap: readonly number[],
  texts: readonly string[],
  before: string | null,
  vocabulary: Vocabulary,
  marks: Marks,
): Layout {
  const { units, rest } = leading(gap, texts, vocabulary, marks);
  const lost = gap.slice(rest);
  if (before === null) return { units, lost, row: [], nameLines: 0 };
  if (beginsRow(before, vocabulary)) return { units, lost, row: [], nameLines: 0 };
  const far = lost.splice(0, Math.max(0, lost.length - LONGEST_CELL));
  const text = texts[lost[0] ?? -1];
  const last = far.length > 0 ? undefined : units.at(-1);
  const ownStart = text !== undefined && beginsRow(text, vocabulary);
  if (ownStart || last?.kind !== 'name' || last.isJoin)
    return { units, lost: far, row: lost, nameLines: 0 };
  units.pop();
  return { units, lost: [], row: [...last.indices, ...lost], nameLines: last.indices.length };
}
