import type { Generated } from 'kysely';

/** The tables of the record of change: see `src/history`. */

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
  /** Goes into `content_sha256`; empty once something in the change was erased. */
  salt: string;
  /** What `hash` covers of detail and rows. */
  content_sha256: string;
}

/** Changes that one undoing reversed besides the one it is the undoing of. */
export interface ChangeUndoneTable {
  undone_id: number;
  by_id: number;
}

/** What an erasing left of a change: the hash of its detail and rows from then on. */
export interface ChangeErasureTable {
  id: Generated<number>;
  change_id: number;
  by_seq: number;
  sha256: string;
}

/** What an erasing has still to do outside of the database: a file to delete, or null, the database file to write anew. */
export interface ToForgetTable {
  id: Generated<number>;
  original_sha256: string | null;
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
