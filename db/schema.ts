import type { Generated, Kysely, Transaction } from 'kysely';
import type {
  CodebookReadingTable,
  CodebookVersionTable,
  CodeSetMemberTable,
  CodeSetTable,
  CodeSplitChoiceTable,
  CodeSplitTable,
} from './schema-codebook.ts';
import type { FrameworkSummaryTable } from './schema-framework.ts';
import type {
  CodeQuestionTable,
  SavedQueryTable,
  SavedSearchTable,
  SavedViewTable,
} from './schema-analysis.ts';
import type { CodingTable, LostCodingTable } from './schema-versions.ts';
import type { RegisterColumnsTable, RegisterDraftTable } from './schema-register.ts';
import type {
  SourceValueTable,
  SourceVariableTable,
  SpeakerTable,
  StructureMarkTable,
} from './schema-structure.ts';
import type {
  ChangeErasureTable,
  ChangeHeadTable,
  ChangeTable,
  ChangeUndoneTable,
  KeptTextTable,
  RequestKeyTable,
  ToForgetTable,
} from './schema-record.ts';

export type * from './schema-record.ts';
export type * from './schema-structure.ts';

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
  /** JSON array of the numbers at which a `number` variable's classes begin anew, ascending; `[]` for the usual ones. */
  bounds: Generated<string>;
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
  /** When everything but what counts rest on was erased for good; null for everyone else. */
  erased_at: Generated<string | null>;
}

/** A reference that a respondent had before being merged into another; imports that name it find that one. */
export interface RespondentAliasTable {
  id: Generated<number>;
  project_id: number;
  respondent_id: number;
  reference: string;
}

/** How many people were to be interviewed; null where the plan does not tell groups or regions apart. */
export interface SampleTargetTable {
  id: Generated<number>;
  project_id: number;
  group_id: number | null;
  region_id: number | null;
  planned: number;
}

/** A published overview table kept to be compared again. */
export interface PublishedTableTable {
  id: Generated<number>;
  project_id: number;
  rows_of: 'group' | 'region' | 'location';
  /** As it was pasted. */
  body: string;
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
  /** The coding it was on, when that is lost; it is a memo on the source then. */
  lost_coding_id: Generated<number | null>;
  body: string;
  author_id: number;
  revision: number;
  created_at: string;
  updated_at: string;
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
  respondent_alias: RespondentAliasTable;
  sample_target: SampleTargetTable;
  published_table: PublishedTableTable;
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
  structure_mark: StructureMarkTable;
  source_variable: SourceVariableTable;
  source_value: SourceValueTable;
  segment: SegmentTable;
  code: CodeTable;
  code_split: CodeSplitTable;
  code_split_choice: CodeSplitChoiceTable;
  codebook_version: CodebookVersionTable;
  codebook_reading: CodebookReadingTable;
  code_set: CodeSetTable;
  code_set_member: CodeSetMemberTable;
  coding: CodingTable;
  lost_coding: LostCodingTable;
  memo: MemoTable;
  saved_search: SavedSearchTable;
  saved_view: SavedViewTable;
  saved_query: SavedQueryTable;
  code_question: CodeQuestionTable;
  framework_summary: FrameworkSummaryTable;
  register_draft: RegisterDraftTable;
  register_columns: RegisterColumnsTable;
  change: ChangeTable;
  change_head: ChangeHeadTable;
  change_erasure: ChangeErasureTable;
  change_undone: ChangeUndoneTable;
  kept_text: KeptTextTable;
  request_key: RequestKeyTable;
  to_forget: ToForgetTable;
}

/** Reads; what writes is a `Trx`, and only `src/history` hands one out. */
export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;
