import type { Generated, Kysely, Transaction } from 'kysely';

/**
 * The tables as Kysely sees them; `migrations/` is what they really are.
 * Offsets are UTF-16 code units, half-open. Dates are ISO 8601. Booleans are 0 or 1.
 */

export type Bit = 0 | 1;
export type Role = 'lead' | 'analyst' | 'coder' | 'interviewer' | 'reader';
export type VariableType = 'text' | 'number' | 'date' | 'boolean' | 'list';
export type RespondentKind = 'person' | 'group';
export type InterviewKind = 'individual' | 'group' | 'follow-up' | 'debrief';
export type InterviewMode = '' | 'in person' | 'video' | 'phone' | 'written';
export type InterviewStatus = 'planned' | 'done' | 'transcribed' | 'coded' | 'cancelled';
export type Consent = 'given' | 'given with conditions' | 'not recorded' | 'withdrawn';
export type AnswerState = 'asked' | 'not asked' | 'not reached' | 'declined';
export type SourceKind = 'transcript' | 'notes' | 'document';
export type SegmentKind = 'turn' | 'paragraph' | 'heading';

export interface UserTable {
  id: Generated<number>;
  guid: string;
  name: string;
  initials: string;
  is_local: Bit;
  created_at: string;
}

export interface ProjectTable {
  id: Generated<number>;
  guid: string;
  name: string;
  description: string;
  /** How `03/04/2013` is read in this project. */
  date_order: 'day' | 'month';
  /** Cells with fewer respondents than this are hidden; 0 hides none. */
  min_cell: number;
  counts_debriefs: Bit;
  revision: number;
  created_at: string;
}

export interface MemberTable {
  id: Generated<number>;
  project_id: number;
  user_id: number;
  role: Role;
}

export interface RespondentGroupTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  /** The name as compared: see `foldName`. */
  name_fold: string;
  position: number;
}

export type RegionTable = RespondentGroupTable;

export interface VariableTable extends RespondentGroupTable {
  type: VariableType;
  /** JSON array of the labels a `list` variable allows; `[]` for other types. */
  options: string;
}

export interface RespondentTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  /** */
  reference: string;
  kind: RespondentKind;
  /** People in an unnamed group; 1 for a person. */
  head_count: number;
  group_id: number | null;
  region_id: number | null;
  role: string;
  organisation: string;
  revision: number;
  created_at: string;
}

/** Kept apart from everything else: shown on demand only, never searched, logged or exported unasked. */
export interface RespondentIdentityTable {
  id: Generated<number>;
  respondent_id: number;
  name: string;
  contact: string;
  note: string;
}

export interface RespondentValueTable {
  id: Generated<number>;
  respondent_id: number;
  variable_id: number;
  /** Canonical text: ISO date, decimal point, `yes` or `no`, the label of an option. */
  value: string;
}

export interface InterviewerTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  name_fold: string;
  user_id: number | null;
}

export interface GuideTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  version: number;
  name: string;
  created_at: string;
}

export interface QuestionTable {
  id: Generated<number>;
  /** The same from one version of the guide to the next. */
  guid: string;
  guide_id: number;
  number: string;
  section: string;
  text: string;
  prompts: string;
  serves: string;
  for_whom: string;
  position: number;
  revision: number;
}

export interface InterviewTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  /** I-01 */
  reference: string;
  date: string | null;
  end_date: string | null;
  kind: InterviewKind;
  mode: InterviewMode;
  location: string;
  language: string;
  status: InterviewStatus;
  consent: Consent;
  may_quote: string;
  notes: string;
  guide_id: number | null;
  follows_id: number | null;
  revision: number;
  created_by: number;
  created_at: string;
}

export interface InterviewRespondentTable {
  id: Generated<number>;
  interview_id: number;
  respondent_id: number;
  position: number;
}

export interface InterviewInterviewerTable {
  id: Generated<number>;
  interview_id: number;
  interviewer_id: number;
  position: number;
}

export interface AnswerTable {
  id: Generated<number>;
  interview_id: number;
  question_id: number;
  /** null: notes were taken before anyone said whether it was asked. */
  state: AnswerState | null;
  notes: string;
  revision: number;
  updated_by: number;
  updated_at: string;
}

export interface SourceTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  interview_id: number | null;
  name: string;
  kind: SourceKind;
  language: string;
  /** The version of its text that is current, and that codings are placed in. */
  version: number;
  /** Of the current text, in UTF-16 code units. */
  length: number;
  /** Of the current text, in Unicode code points. */
  code_points: number;
  text_sha256: string;
  /** 1 when its lines were wrapped by hand: line ends inside a segment are then shown as spaces. */
  is_wrapped: Bit;
  original_name: string | null;
  original_type: string | null;
  original_sha256: string | null;
  original_bytes: number | null;
  encoding: string | null;
  revision: number;
  created_by: number;
  created_at: string;
}

export interface SourceTextTable {
  id: Generated<number>;
  source_id: number;
  version: number;
  text: string;
  sha256: string;
  created_at: string;
}

export interface SpeakerTable {
  id: Generated<number>;
  source_id: number;
  label: string;
  respondent_id: number | null;
  is_interviewer: Bit;
}

export interface SegmentTable {
  id: Generated<number>;
  source_id: number;
  position: number;
  start: number;
  end: number;
  /** Where the words begin, after a speaker's label and a time stamp. */
  body_start: number;
  kind: SegmentKind;
  speaker_id: number | null;
  time_ms: number | null;
  question_id: number | null;
}

export interface CodeTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  parent_id: number | null;
  name: string;
  name_fold: string;
  definition: string;
  use_when: string;
  not_when: string;
  example: string;
  /** #rrggbb, lower case */
  colour: string;
  /** One character that applies the code in the workbench. */
  key: string | null;
  is_codable: Bit;
  position: number;
  revision: number;
  created_at: string;
}

export interface CodingTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  source_id: number;
  code_id: number;
  coder_id: number;
  start: number;
  end: number;
  /** SHA-256 of the passage's text as UTF-8: what was coded, so that damage shows. */
  quote_sha256: string;
  revision: number;
  created_at: string;
}

/** A note on one thing; with no thing named, on the project. */
export interface MemoTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  coding_id: number | null;
  code_id: number | null;
  source_id: number | null;
  interview_id: number | null;
  respondent_id: number | null;
  body: string;
  author_id: number;
  revision: number;
  created_at: string;
  updated_at: string;
}

/** The one record of change; written by `src/history` only. */
export interface ChangeTable {
  id: Generated<number>;
  project_id: number;
  /** 1, 2, 3 … within the project. */
  seq: number;
  actor_id: number;
  at: string;
  kind: string;
  entity: string;
  entity_id: number | null;
  /** JSON: what the activity page says besides the kind (a code's name, a count; never interview text or identities). */
  detail: string;
  /** JSON array of row images: see `src/history/images.ts`. */
  rows: string;
  undoes_id: number | null;
  /** 0 a change, 1 its undoing, 2 the redoing of it, and so on. */
  undo_depth: Generated<number>;
  prev_hash: string;
  hash: string;
}

export interface ChangeHeadTable {
  project_id: number;
  seq: number;
  hash: string;
}

export interface KeptTextTable {
  project_id: number;
  sha256: string;
  body: string;
}

/** Requests that changed something, so that one sent again does not do it again; kept for some days. */
export interface RequestKeyTable {
  id: Generated<number>;
  actor_id: number;
  /** SHA-256 over the browser's key and what was sent with it. */
  key: string;
  /** Which change of the request, from 0. */
  part: number;
  change_id: number;
  /** JSON: what the command handed back (ids, counts, names; never notes or interview text); null for nothing. */
  value: string | null;
  at: string;
}

export interface Schema {
  user: UserTable;
  project: ProjectTable;
  member: MemberTable;
  respondent_group: RespondentGroupTable;
  region: RegionTable;
  variable: VariableTable;
  respondent: RespondentTable;
  respondent_identity: RespondentIdentityTable;
  respondent_value: RespondentValueTable;
  interviewer: InterviewerTable;
  guide: GuideTable;
  question: QuestionTable;
  interview: InterviewTable;
  interview_respondent: InterviewRespondentTable;
  interview_interviewer: InterviewInterviewerTable;
  answer: AnswerTable;
  source: SourceTable;
  source_text: SourceTextTable;
  speaker: SpeakerTable;
  segment: SegmentTable;
  code: CodeTable;
  coding: CodingTable;
  memo: MemoTable;
  change: ChangeTable;
  change_head: ChangeHeadTable;
  kept_text: KeptTextTable;
  request_key: RequestKeyTable;
}

/** Reads; what writes is a `Trx`, and only `src/history` hands one out. */
export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;
