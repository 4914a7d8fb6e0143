import type { Generated } from 'kysely';

/** The tables of registers on their way in: see migration 0003. */

/** A list that is looked at before it is imported; not recorded, and gone when that is done. */
export interface RegisterDraftTable {
  id: Generated<number>;
  project_id: number;
  user_id: number;
  /** The file's name; empty for a paste. */
  name: string;
  kind: 'paste' | 'table';
  /** The pasted text, or the sheets of a table as JSON. */
  body: string;
  /** Place of the sheet that is read, from 0. */
  sheet: number;
  day_order: 'day' | 'month' | null;
  /** JSON: see `ColumnUses`. */
  columns: string;
  /** JSON: see `Corrections`. */
  corrections: string;
  /** The request that began it, and the one that imported it or put it away; the words are gone then. */
  begun_by: string | null;
  done_by: string | null;
  created_at: string;
  updated_at: string;
}

/** Which column of a register is what, by the names of its columns. */
export interface RegisterColumnsTable {
  id: Generated<number>;
  project_id: number;
  /** JSON: see `headerKey`. */
  header: string;
  /** JSON: see `ColumnUses`. */
  uses: string;
}
