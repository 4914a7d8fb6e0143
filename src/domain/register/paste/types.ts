import type { DayOrder, IsoDate } from '../../dates/index.ts';
import type { KnownRespondent } from '../types.ts';
import type { Kind } from '../words.ts';

/** What a line of the paste is; exactly one of these. `aside`: a person said to leave it out. */
export const LINE_KINDS = [
  'start',
  'continues',
  'joins',
  'heading',
  'columns',
  'title',
  'blank',
  'unknown',
  'aside',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The columns a register has. What stands in any other column is a `note`. */
export type Cell = 'name' | 'department' | 'date' | 'interviewers' | 'location' | 'note';

/** The part of a cell that stands on one line, tidied. */
export interface Piece {
  cell: Cell;
  text: string;
}

export interface ReadLine {
  /** From 1. */
  line: number;
  text: string;
  kind: LineKind;
  /** What each cell got from this line; empty for lines of no interview. */
  pieces: readonly Piece[];
  /** Place in `PastedReading.interviews`, or null. */
  interview: number | null;
  /** A person said what the line is. */
  isDecided: boolean;
}

export const DOUBT_REASONS = [
  'after-date',
  'backwards',
  'day-or-month',
  'first-not-found',
  'group-size',
  'heading-not-a-place',
  'heading-unsure',
  'hyphen',
  'interviewer-alike',
  'interviewer-same',
  'interviewers-unsure',
  'joins-above',
  'joint-unsure',
  'name-alike',
  'name-end',
  'no-date',
  'no-interviewer',
  'no-name',
  'not-a-date',
  'not-a-day',
  'not-understood',
  'points-day-first',
  'same-name',
  'second-interview',
  'two-dates',
  'unnamed',
] as const;
export type DoubtReason = (typeof DOUBT_REASONS)[number];

/** Something of the paste that was read one way and could be read another. */
export interface PasteDoubt {
  line: number;
  field: Cell | 'line' | 'head_count';
  /** As written. */
  text: string;
  /** What was made of it; '' where nothing was. */
  reading: string;
  /** What else it could be. */
  alternatives: readonly string[];
  reason: DoubtReason;
  /** The interview cannot be imported before someone decides. */
  isOpen: boolean;
}

/** Why a date was taken as it was. `only-way`: it cannot be read otherwise. */
export type DateReason = 'only-way' | 'order-given' | 'list-settles' | 'points' | 'decided';

/** A respondent of the project, by id, or another respondent of the same paste, by the line they first stand on. */
export type Earlier = { known: number; reference: string } | { line: number };

export interface PastedRespondent {
  /** The line the name starts on. */
  line: number;
  /** Without honorific, head count and `(2nd)`; '' where nobody is named. */
  name: string;
  honorific: string;
  department: string;
  kind: 'person' | 'group';
  /** People; 1 for a person and for a group whose size is not said. */
  headCount: number;
  /** Only a person says these; '' is nothing said. */
  group: string;
  region: string;
  /** Who they are, when the project or an earlier line has them. */
  earlier: Earlier | null;
  /** A person said that they are somebody else than the one of the same name. */
  isOther: boolean;
  /** `(2nd)`, `(second interview)`. */
  isRepeat: boolean;
}

export interface PastedInterview {
  /** All lines it was read from, in order. */
  lines: number[];
  respondents: PastedRespondent[];
  /** null where there is none or a doubt about it is open. */
  date: IsoDate | null;
  endDate: IsoDate | null;
  dateText: string;
  dateReason: DateReason | null;
  kind: Kind;
  /** What the heading above says; '' before the first one. */
  location: string;
  /** As spelt in the paste, unless a decision says otherwise: spellings are never merged silently. */
  interviewers: string[];
  /** The interviewers as spelt, before any decision. */
  spellings: string[];
  /** What else the row says, such as `(interview about Kisumu)`. */
  note: string;
}

/** The order of day and month that the list itself shows, with the line that shows it. */
export interface SettledOrder {
  order: DayOrder;
  line: number;
  text: string;
}

export interface PastedReading {
  lines: ReadLine[];
  interviews: PastedInterview[];
  doubts: PasteDoubt[];
  settled: SettledOrder | null;
}

/** What a person said of one line, instead of what was read. */
export interface LineDecision {
  kind?: Exclude<LineKind, 'blank'>;
  /** Cells of the interview the line belongs to. */
  cells?: Partial<Record<Cell, string>>;
  /** What the interview is, instead of what its people say. */
  interviewKind?: Kind;
  /** People; of the respondent whose name is on the line. */
  headCount?: number;
  /** Of the respondent whose name is on the line. */
  group?: string;
  region?: string;
  /** Whether the respondent of this line is the earlier one of the doubt. */
  isEarlier?: boolean;
  /** Doubts of this line that were looked at and are right as read. */
  confirmed?: readonly DoubtReason[];
}

export interface Decisions {
  /** By line number, from 1. */
  lines?: Readonly<Record<number, LineDecision>>;
  /** Spelling in the paste -> interviewer meant; the same text twice says that it is somebody else. */
  interviewers?: Readonly<Record<string, string>>;
}

export interface PasteOptions {
  /** How `03/04/2013` is read; null asks, unless the list itself shows it. */
  order: DayOrder | null;
  known: {
    respondents: readonly Pick<KnownRespondent, 'id' | 'reference' | 'name'>[];
    interviewers: readonly string[];
  };
  decisions?: Decisions;
}
