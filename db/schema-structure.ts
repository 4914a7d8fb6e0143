import type { Generated } from 'kysely';
import type { Bit, VariableType } from './schema.ts';

/** The tables of the structure of sources, and of what is said of sources that stand alone. */

export interface SpeakerTable {
  id: Generated<number>;
  source_id: number;
  /** As the text writes it; or what people call a speaker whom the text does not name. */
  label: string;
  respondent_id: number | null;
  is_interviewer: Bit;
  /** 0: not a speaker after all, though it looks like one. */
  is_speaker: Generated<Bit>;
  /** The speaker of whom this is another spelling; segments bear that one. */
  same_as_id: Generated<number | null>;
}

/** A correction laid over what is found in a text; see `src/domain/text/structure.ts`. */
export interface StructureMarkTable {
  id: Generated<number>;
  source_id: number;
  mark: 'speaker' | 'question';
  start: number;
  end: number;
  speaker_id: number | null;
  question_id: number | null;
  goes_on: Generated<Bit>;
  /** 1: the program found the question; 0: somebody said so. */
  is_found: Generated<Bit>;
}

/** What can be said of a source that belongs to no interview. */
export interface SourceVariableTable {
  id: Generated<number>;
  project_id: number;
  name: string;
  name_fold: string;
  type: VariableType;
  /** JSON array of the labels a `list` variable allows; `[]` for other types. */
  options: string;
  position: number;
}

export interface SourceValueTable {
  id: Generated<number>;
  source_id: number;
  variable_id: number;
  /** Canonical text, as for respondents. */
  value: string;
}
