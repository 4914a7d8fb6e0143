/**
 * What is counted: respondents (a person once, however many interviews), interviews, passages, or documents: sources that
 * belong to no interview.
 */
export type Unit = 'respondents' | 'interviews' | 'passages' | 'documents';

/** Out of what: everyone who was interviewed, or those who were asked. */
export type Over = 'all' | 'asked';

export interface StudyCode {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  /** Place among its siblings. */
  readonly position: number;
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
}

export interface StudyInterview {
  readonly id: number;
  readonly isDebrief: boolean;
  readonly respondentIds: readonly number[];
}

export interface StudyRespondent {
  readonly id: number;
  /** Keys of the columns this respondent falls in: usually one, none when the value is not given. */
  readonly columns: readonly string[];
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
  readonly respondents: readonly StudyRespondent[];
  readonly sources: readonly StudySource[];
  readonly answers: readonly StudyAnswer[];
}

export interface ColumnName {
  readonly key: string;
  readonly label: string;
}

/**
 * What the columns are. By `respondent`, a respondent's own `columns` say where it falls, and those with none go to a
 * last column, named `notGiven`. By `source`, there is a column for each source, its key the source's id as text. By
 * `document`, `ofSource` says where a source that belongs to no interview falls; one without a value is "not given", and
 * what was said in interviews falls nowhere.
 */
export type Classification =
  | {
      readonly by: 'respondent';
      readonly columns: readonly ColumnName[];
      readonly notGiven: string;
    }
  | { readonly by: 'source'; readonly columns: readonly ColumnName[] }
  | {
      readonly by: 'document';
      readonly columns: readonly ColumnName[];
      readonly notGiven: string;
      readonly ofSource: ReadonlyMap<number, readonly string[]>;
    };

export interface CountOptions {
  readonly unit: Unit;
  readonly over: Over;
  /** For `over: 'asked'`: asked any one of these; none named means asked any question at all. */
  readonly questionIds?: readonly number[];
  /** Whether a passage under a sub-code counts for the codes above it as well. */
  readonly withSubcodes: boolean;
  /** Whether debriefs count as interviews. */
  readonly countDebriefs: boolean;
}

/** The key of the column for those whose value is not given. */
export const NOT_GIVEN = '';
