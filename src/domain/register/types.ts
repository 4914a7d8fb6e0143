import type { Field } from './columns.ts';
import type { VariableShape } from './values.ts';
import type { Consent, Kind, Mode, Status } from './words.ts';

/** One row of a table and the line of the file it starts on, from 1; the first row is the header. */
export interface TableRow {
  line: number;
  cells: readonly string[];
  /** Places in the respondents' cell, from 0, of those who are somebody new although somebody has their name. */
  others?: readonly number[];
}

/** What the register says of a respondent besides who they are; '' is nothing said. Group and region by name. */
export interface Facts {
  role: string;
  organisation: string;
  group: string;
  region: string;
  /** By the variable's name. */
  values: Readonly<Record<string, string>>;
}

export interface KnownRespondent extends Facts {
  id: number;
  reference: string;
  /** '' where nobody wrote a name down. */
  name: string;
  headCount: number;
  /** References of respondents who were merged into this one. */
  aliases?: readonly string[];
}

export interface KnownInterview {
  id: number;
  reference: string;
  date: string | null;
  endDate: string | null;
  kind: Kind;
  mode: Mode;
  location: string;
  language: string;
  status: Status;
  consent: Consent;
  notes: string;
  respondentIds: readonly number[];
  interviewers: readonly string[];
}

/** What the project already has. */
export interface Known {
  respondents: readonly KnownRespondent[];
  interviews: readonly KnownInterview[];
  interviewers: readonly string[];
  groups: readonly string[];
  regions: readonly string[];
  variables: readonly (VariableShape & { name: string })[];
}

/** A respondent of the plan: one the project has, by id, or one to be made, by place in `Plan.respondents`. */
export type Who = { known: number } | { planned: number };

export interface RespondentDraft extends Facts {
  /** null: the next free one. */
  reference: string | null;
  name: string;
  kind: 'person' | 'group';
  headCount: number;
}

export interface InterviewDraft {
  line: number;
  /** null: the next free one. */
  reference: string | null;
  date: string | null;
  endDate: string | null;
  kind: Kind;
  mode: Mode;
  location: string;
  language: string;
  status: Status;
  consent: Consent;
  notes: string;
  respondents: Who[];
  interviewers: string[];
}

/** Something read one way that could be read another. */
export interface Doubt {
  line: number;
  /** The place in the row, from 1. */
  column: number;
  /** A field of the register or the name of a variable. */
  field: Field | (string & {});
  text: string;
  /** What was made of it. */
  reading: string;
  reason:
    | 'day-or-month'
    | 'second-interview'
    | 'name-alike'
    | 'name-shared'
    | 'interviewer-same'
    | 'interviewer-alike'
    | 'differs'
    | 'head-count'
    | 'list-length'
    | 'same-twice';
  /** Nothing was made of it: the row cannot be imported before someone decides. */
  isOpen: boolean;
}

/** Something that cannot be imported as it stands. */
export interface Problem {
  line: number;
  /** The place in the row, from 1. */
  column: number;
  field: Field | (string & {});
  text: string;
  reason:
    | 'column-twice'
    | 'column-unnamed'
    | 'no-column-known'
    | 'no-header'
    | 'too-many-cells'
    | 'not-a-date'
    | 'not-a-day'
    | 'backwards'
    | 'end-without-date'
    | 'end-twice'
    | 'unknown-word'
    | 'not-a-count'
    | 'not-a-number'
    | 'not-yes-or-no'
    | 'not-an-option'
    | 'reference-twice'
    | 'respondent-twice';
  /** What would have been right, where there is a list. */
  allowed?: readonly string[];
}

/** What an import would do. Lines with a problem or an open doubt are not among the interviews. */
export interface Plan {
  interviews: InterviewDraft[];
  respondents: RespondentDraft[];
  /** Facts the project did not have yet of respondents it knows; only what is new is filled in. */
  additions: ({ id: number } & Facts)[];
  interviewers: string[];
  groups: string[];
  regions: string[];
  /** Always text: what a column means is for people to say. */
  variables: string[];
  /** Rows whose interview the project has. */
  unchanged: number;
  doubts: Doubt[];
  problems: Problem[];
}
