import type { Generated } from 'kysely';

/** Codes on the way to being split: see migration 0012. Not recorded, and gone when the split is made or given up. */
export interface CodeSplitTable {
  id: Generated<number>;
  project_id: number;
  code_id: number;
  user_id: number;
  /** JSON array of the names of the parts. */
  parts: string;
  place: 'under' | 'beside';
  created_at: string;
}

/** Where one coding of a code that is being split is to go. */
export interface CodeSplitChoiceTable {
  id: Generated<number>;
  split_id: number;
  coding_id: number;
  /** 0 stays with the code, 1 is the first part. */
  part: number;
}

/** A name for the codebook as it was after a change: see migration 0019. */
export interface CodebookVersionTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  /** Of the last change of codes that it has; 0 for the empty codebook. */
  seq: number;
  name: string;
  name_fold: string;
  created_by: number;
  created_at: string;
}

/** Up to which change a coder has read the rules. */
export interface CodebookReadingTable {
  id: Generated<number>;
  project_id: number;
  user_id: number;
  seq: number;
  read_at: string;
}

/** Codes that somebody put together across the tree: see migration 0024. */
export interface CodeSetTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  name: string;
  description: string;
  position: number;
  created_at: string;
}

export interface CodeSetMemberTable {
  id: Generated<number>;
  code_set_id: number;
  code_id: number;
  position: number;
}
