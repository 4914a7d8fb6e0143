import type { Field } from '../columns.ts';
import type { DoubtReason, LineDecision, PastedReading } from '../paste/types.ts';
import type { Doubt, Plan, Problem, TableRow } from '../types.ts';

/** What a register is brought in as. */
export type Brought =
  { kind: 'paste'; text: string } | { kind: 'table'; rows: readonly TableRow[] };

/** What a person said of one row of a table, instead of what stands there. */
export interface RowDecision {
  /** By the name of the field or variable. */
  cells?: Readonly<Record<string, string>>;
  isAside?: boolean;
  /** Doubts of this row that were looked at and are right as read. */
  confirmed?: readonly string[];
}

/** What a column of a table is: a field of the register, a variable of the respondents, or left out. */
export type ColumnUse = Field | 'variable' | 'left out';

/** By the folded name of the column. */
export type ColumnUses = Readonly<Record<string, ColumnUse>>;

/** Everything a person said of a register that is brought in; the reading is made again from this and the register. */
export interface Corrections {
  /** Of a paste, by line, from 1. */
  lines?: Readonly<Record<number, LineDecision>>;
  /** Of a table, by line, from 1. */
  rows?: Readonly<Record<number, RowDecision>>;
  /** Spelling -> interviewer meant; the same text twice says that it is somebody else. */
  interviewers?: Readonly<Record<string, string>>;
}

/** Something that was read one way and could be read another, or not at all. */
export interface BroughtDoubt {
  line: number;
  /** The place in the row, from 1; null in a paste, which has no columns. */
  column: number | null;
  field: string;
  /** As written. */
  text: string;
  /** What was made of it; '' where nothing was. */
  reading: string;
  alternatives: readonly string[];
  /** Whose words it has: of a paste, of the rows of a table, or of what cannot be imported. */
  said: 'paste' | 'table' | 'problem';
  reason: DoubtReason | Doubt['reason'] | Problem['reason'];
  /** What would have been right, where there is a list. */
  allowed: readonly string[];
  /** The interview cannot be imported before someone decides. */
  isOpen: boolean;
}

export interface BroughtReading {
  plan: Plan;
  /** Of a paste; null for a table. */
  paste: PastedReading | null;
  /** Header and rows as they were read, corrections in place. */
  rows: readonly TableRow[];
  /** In the order of lines. */
  doubts: BroughtDoubt[];
}
