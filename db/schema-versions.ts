import type { Generated } from 'kysely';
import type { Bit } from './schema.ts';

/** Codings, which stand in a version of a text, and what becomes of them when it changes: see `src/sources/versions.ts`. */

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
  /**
   * Where it stood when its words last read as they were coded: a version of the text and code units of it. Null when
   * they still do, or when someone has looked since.
   */
  was_version: Generated<number | null>;
  was_start: Generated<number | null>;
  was_end: Generated<number | null>;
  /** Somebody picked it for the report. */
  for_report: Generated<Bit>;
  /** It stands as an example in the rule of its code. */
  is_example: Generated<Bit>;
}

/** A coding whose words are gone from its text: out of every count, kept with where it stood. */
export interface LostCodingTable {
  id: Generated<number>;
  /** The coding's own: it has it again when it is placed anew. */
  guid: string;
  project_id: number;
  source_id: number;
  code_id: number;
  coder_id: number;
  /** The version of the text in which `start` and `end` count, in code units. */
  version: number;
  start: number;
  end: number;
  quote_sha256: string;
  /** When it was coded. */
  created_at: string;
  lost_at: string;
  for_report: Generated<Bit>;
  /** It stands as an example in the rule of its code. */
  is_example: Generated<Bit>;
}
