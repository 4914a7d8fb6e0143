/**
 * What is counted: respondents (a person once, however many interviews), people (the same, an unnamed group by its head
 * count), interviews, passages, or documents: sources that belong to no interview.
 */
export type Unit = 'respondents' | 'people' | 'interviews' | 'passages' | 'documents';

/**
 * Out of what: everyone in the register, everyone who was interviewed, those who were asked, or, code by code, those who
 * were asked the questions tied to it.
 */
export type Over = 'everyone' | 'all' | 'asked' | 'tied';

export interface StudyCode {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  /** Place among its siblings. */
  readonly position: number;
  /** Whether it stands for some of the passages of the code above it, as a saved query does, and is no code itself. */
  readonly isPart?: boolean;
}

/**
 * One coder's application of one code to a span of one source.
 *
 * A *passage* is source + start + end: two coders, or two codes, on the same span are one passage; spans that differ by
 * one character are two.
 */
export interface StudyCoding {
  readonly codeId: number;
  readonly sourceId: number;
  /** `null` for a document, which nobody said in an interview. */
  readonly interviewId: number | null;
  readonly coderId: number;
  readonly start: number;
  readonly end: number;
  /**
   * Whose words these are, when the segment's speaker is known to be one of the interview's respondents. Without it the
   * words count for each respondent of the interview.
   */
  readonly respondentIds?: readonly number[];
  /** The questions it was said under; none when no part of the passage stands under one. */
  readonly questionIds?: readonly number[];
}

export interface StudyInterview {
  readonly id: number;
  readonly isDebrief: boolean;
  readonly respondentIds: readonly number[];
}

export interface StudyRespondent {
  readonly id: number;
  /** People in an unnamed group; one when not said. */
  readonly headCount?: number;
}

export interface StudySource {
  readonly id: number;
  readonly interviewId: number | null;
}

export interface StudyAnswer {
  readonly interviewId: number;
  readonly questionId: number;
  readonly state: 'asked' | 'not asked' | 'not reached' | 'declined' | null;
}

/** Everything a table is counted from. The order of the lists does not matter, except for codes with equal positions. */
export interface Study<C extends StudyCoding = StudyCoding> {
  readonly codes: readonly StudyCode[];
  readonly codings: readonly C[];
  readonly interviews: readonly StudyInterview[];
  /** Everyone in the register, interviewed or not. */
  readonly respondents: readonly StudyRespondent[];
  readonly sources: readonly StudySource[];
  readonly answers: readonly StudyAnswer[];
}

export interface ColumnName {
  readonly key: string;
  readonly label: string;
}

/** Keys of the columns that a respondent, an interview or a source falls in, by id: usually one. */
export type KeysOf = ReadonlyMap<number, readonly string[]>;

/**
 * What the columns are. By `respondent` or `interview`, `of` says where each falls, and those without a key go to a last
 * column, named `notGiven`. By `source` every source falls in columns of its own (each one, or its kind), and one without
 * a key nowhere. By `document` only sources of no interview fall anywhere. By `question`, a passage falls in those it was
 * said under, and in the last column when under none.
 */
export type OneClassification =
  | {
      readonly by: 'respondent' | 'interview' | 'document';
      readonly columns: readonly ColumnName[];
      readonly notGiven: string;
      readonly of: KeysOf;
    }
  | { readonly by: 'source'; readonly columns: readonly ColumnName[]; readonly of: KeysOf }
  | { readonly by: 'question'; readonly columns: readonly ColumnName[]; readonly notGiven: string };

/** One classification, or two at once: a column for each pair that anything falls in. */
export type Classification =
  | OneClassification
  | {
      readonly by: 'both';
      readonly first: OneClassification;
      readonly second: OneClassification;
    };

export interface CountOptions {
  readonly unit: Unit;
  readonly over: Over;
  /** For `over: 'asked'`: asked any one of these; none named means asked any question at all. */
  readonly questionIds?: readonly number[];
  /** For `over: 'tied'`: the questions tied to each code. A code without any has those of the code above it. */
  readonly ties?: ReadonlyMap<number, readonly number[]>;
  /** Whether a passage under a sub-code counts for the codes above it as well. */
  readonly withSubcodes: boolean;
  /** Whether debriefs count as interviews. */
  readonly countDebriefs: boolean;
}

/** The key of the column for those whose value is not given. */
export const NOT_GIVEN = '';

/** What parts the keys of two classifications at once; a tilde of a key's own is written `~0`. */
export const KEY_AND = '~1';
