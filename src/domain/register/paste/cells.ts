import type { Marks } from './marked.ts';
import { isNameLike } from './shapes.ts';
import {
  beginsDepartment,
  beginsGroup,
  guessSplit,
  isOfTheName,
  splitBody,
  splitPerson,
  type Split,
} from './split.ts';
import { openBrackets, wordsOf } from './text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A line of a row, up to the date. */
export interface RowLine {
  index: number;
  text: string;
}

/** How the lines before a date are divided into name and department. */
export interface Divided {
  /** In how many lines the name stands by itself. */
  whole: number;
  /** Where it ends in the line after those. */
  split: Split | null;
  isSure: boolean;
}

function divideFirst(first: string, lines: number, vocabulary: Vocabulary): Divided {
  const all = { whole: lines, split: null, isSure: true };
  if (!vocabulary.hasDepartments) return all;
  const split =
    splitPerson(first, vocabulary) ?? (lines === 1 ? splitBody(first, vocabulary) : null);
  if (split) return { whole: 0, split, isSure: split.isSure };
  if (beginsGroup(first) || (lines === 1 && beginsDepartment(first, vocabulary))) return all;
  const guess = guessSplit(first);
  if (guess) return { whole: 0, split: guess, isSure: false };
  // A name alone on a line, and the department below it.
  const isName = isNameLike(wordsOf(first));
  return isName && lines > 1
    ? { whole: 1, split: null, isSure: false }
    : { ...all, isSure: isName };
}

/**
 * @param nameLines lines known to be the name alone
 * @param isBesideDate whether the last line has the date on it as well: then it is one cell, and those above are wholly the name
 */
export function divide(
  lines: readonly RowLine[],
  nameLines: number,
  isBesideDate: boolean,
  vocabulary: Vocabulary,
): Divided {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return { whole: 0, split: null, isSure: true };
  if (nameLines > 0) {
    const next = lines[nameLines];
    if (next && isOfTheName(next.text.trim()))
      return { whole: nameLines, split: splitBody(`- ${next.text}`, vocabulary), isSure: true };
    const isSure = !next || beginsDepartment(next.text, vocabulary);
    return { whole: nameLines, split: null, isSure };
  }
  if (isBesideDate && lines.length > 1 && !splitPerson(first.text, vocabulary)) {
    const isSure = beginsDepartment(last.text, vocabulary);
    return { whole: lines.length - 1, split: null, isSure };
  }
  return divideFirst(first.text, lines.length, vocabulary);
}

/** Writes the cells down, line by line; a bracket opened in the name closes in the name. */
export function putCells(lines: readonly RowLine[], divided: Divided, marks: Marks): void {
  let open = 0;
  const name = (index: number, text: string): void => {
    open += openBrackets(text);
    marks.put(index, 'name', text);
  };
  lines.forEach(({ index, text }, i) => {
    const { whole, split } = divided;
    if (i < whole || (i > whole && open > 0)) name(index, text);
    else if (i === whole && split) {
      const words = split.words.filter((word) => word !== '-');
      const at = split.at - (split.words.length - words.length);
      name(index, words.slice(0, at).join(' '));
      marks.put(index, 'department', words.slice(at).join(' '));
    } else marks.put(index, 'department', text);
  });
}
