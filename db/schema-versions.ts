import type { Generated } from 'kysely';

/** Tables about the versions of a text: see `src/sources/versions.ts`. */

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
}

/** A text that is to replace a source's, while its preview is looked at; not recorded, put away when it is done. */
export interface TextDraftTable {
  id: Generated<number>;
  project_id: number;
  source_id: number;
  user_id: number;
  text: string;
  /** The file it was read from; null for a pasted text. */
  file: Buffer | null;
  original_name: string | null;
  original_type: string | null;
  encoding: string | null;
  created_at: string;
}
