import { areAlike } from '../alike.ts';
import { fold } from './text.ts';

/** A spelling of an interviewer that is likely another one; `line` is where it first stands. */
export interface Proposal {
  line: number;
  text: string;
  reading: string;
  /** Same letters in another case, or one letter away. */
  isSame: boolean;
}

interface Spelling {
  text: string;
  line: number;
  /** Rows that have it; the project's own count above all. */
  rows: number;
}

function spellingsOf(
  rows: readonly { line: number; interviewers: readonly string[] }[],
  known: readonly string[],
): Spelling[] {
  const all = new Map<string, Spelling>();
  for (const text of known) all.set(text, { text, line: 0, rows: Infinity });
  for (const { line, interviewers } of rows)
    for (const text of new Set(interviewers)) {
      const spelling = all.get(text) ?? { text, line, rows: 0 };
      spelling.rows += 1;
      spelling.line ||= line;
      all.set(text, spelling);
    }
  return [...all.values()];
}

/** Lists of more spellings than this are no list of interviewers, and comparing each with each would take long. */
const MOST = 400;

/**
 * For each spelling the more frequent one it may be a slip for. Nobody is made one person here: initials a letter apart
 * can be two people.
 */
export function proposeSpellings(
  rows: readonly { line: number; interviewers: readonly string[] }[],
  known: readonly string[],
): Proposal[] {
  const order = spellingsOf(rows, known).sort((a, b) => b.rows - a.rows || a.line - b.line);
  const kept: Spelling[] = [];
  const proposals: Proposal[] = [];
  for (const spelling of order.slice(0, MOST)) {
    const own = fold(spelling.text);
    const same = kept.find((other) => fold(other.text) === own);
    const alike = same ?? kept.find((other) => areAlike(fold(other.text), own));
    if (!alike || spelling.rows === Infinity) kept.push(spelling);
    else {
      const { text, line } = spelling;
      proposals.push({ text, line, reading: alike.text, isSame: same !== undefined });
    }
  }
  return proposals.filter((p) => p.line > 0).sort((a, b) => a.line - b.line);
}
