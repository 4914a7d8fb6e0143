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
