import { own } from '../own.ts';
import { buildPastedRegister } from '../paste/read.ts';
import { pastedTable } from '../paste/table.ts';
import type { PastedReading } from '../paste/types.ts';
import { readRegister } from '../plan.ts';
import type { ReadOptions } from '../reading.ts';
import type { Doubt, Known, Plan, Problem } from '../types.ts';
import { correctRows, mapColumns } from './rows.ts';
import type { Brought, BroughtDoubt, BroughtReading, ColumnUses, Corrections } from './types.ts';

export interface BroughtOptions extends ReadOptions {
  corrections?: Corrections;
  /** Of a table; columns it does not name are what their name says. */
  columns?: ColumnUses;
}

/** What a register would add to a project, and what is doubtful about it. Nothing is imported here; throws nothing. */
export function readBrought(
  brought: Brought,
  known: Known,
  { corrections = {}, columns = {}, ...options }: BroughtOptions,
): BroughtReading {
  if (brought.kind === 'table') {
    const rows = correctRows(mapColumns(brought.rows, columns), corrections);
    const plan = readRegister(rows, known, options);
    const doubts = [...plan.doubts.map(ofTable), ...plan.problems.map(ofProblem)];
    return { plan, paste: null, rows, doubts: inOrder(doubts, corrections) };
  }
  const paste = buildPastedRegister(brought.text, {
    order: options.order,
    known,
    decisions: corrections,
  });
  const rows = pastedTable(paste);
  const plan = readRegister(rows, known, options);
  return { plan, paste, rows, doubts: inOrder(ofPaste(paste, plan), corrections) };
}

const ofTable = (doubt: Doubt): BroughtDoubt => ({
  ...doubt,
  alternatives: [],
  allowed: [],
  said: 'table',
});

const ofProblem = (problem: Problem): BroughtDoubt => ({
  ...problem,
  reading: '',
  alternatives: [],
  allowed: problem.allowed ?? [],
  said: 'problem',
  isOpen: true,
});

/** The reading of the paste says these itself, and better. */
const SAID_BY_PASTE: ReadonlySet<string> = new Set([
  'interviewer-same',
  'interviewer-alike',
  'second-interview',
  'name-alike',
]);

function ofPaste(paste: PastedReading, plan: Plan): BroughtDoubt[] {
  const own = paste.doubts.map((doubt): BroughtDoubt => ({
    ...doubt,
    column: null,
    allowed: [],
    said: 'paste',
  }));
  const openLines = new Set(own.filter(({ isOpen }) => isOpen).map(({ line }) => line));
  const firstLine = new Map(
    paste.interviews.flatMap(({ lines }) => lines.map((line) => [line, lines[0] ?? line])),
  );
  const openRows = new Set([...openLines].map((line) => firstLine.get(line) ?? line));
  const rows = [...plan.doubts.map(ofTable), ...plan.problems.map(ofProblem)].filter(
    ({ reason, field, line, isOpen }) =>
      !(SAID_BY_PASTE.has(reason) && !['group', 'region'].includes(field)) &&
      !(isOpen && field === 'date' && openRows.has(line)),
  );
  // What is in the project already was settled when it came in.
  const planned = new Set(plan.interviews.map(({ line }) => line));
  const isThere = ({ line, isOpen }: BroughtDoubt): boolean => {
    const start = firstLine.get(line);
    return !isOpen && start !== undefined && !planned.has(start) && !openRows.has(start);
  };
  return [
    ...own.filter((doubt) => !isThere(doubt)),
    ...rows.map((doubt) => ({ ...doubt, column: null })),
  ];
}

/** Doubts that were looked at are not raised again; what is open cannot be looked away. */
function inOrder(doubts: readonly BroughtDoubt[], said: Corrections): BroughtDoubt[] {
  const isConfirmed = ({ line, reason, isOpen, field, text }: BroughtDoubt): boolean => {
    if (isOpen) return false;
    if (field === 'interviewers' && own(said.interviewers, text) !== undefined) return true;
    const confirmed: readonly string[] =
      said.rows?.[line]?.confirmed ?? said.lines?.[line]?.confirmed ?? [];
    return confirmed.includes(reason);
  };
  return doubts.filter((doubt) => !isConfirmed(doubt)).sort((a, b) => a.line - b.line);
}
