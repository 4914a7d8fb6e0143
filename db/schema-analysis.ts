import type { Generated } from 'kysely';

/** The tables of search and analysis: see migrations 0001, 0020 and 0022. */

/** A search that people keep: a list that stays current, since only the question is kept. */
export interface SavedSearchTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  name: string;
  name_fold: string;
  /** What stands behind the question mark of its address: see `src/search/address.ts`. */
  query: string;
  revision: number;
  created_by: number;
  created_at: string;
}

/** A view of a table that people keep under a name; it stays current, since only its address is kept. */
export interface SavedViewTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  name: string;
  name_fold: string;
  /** What stands behind the question mark of its address: see `views/analysis/address.ts`. */
  query: string;
  revision: number;
  created_by: number;
  created_at: string;
}

/** A query for passages that people save under a name; what it finds stays current, since only its address is kept. */
export type SavedQueryTable = SavedViewTable;

/** A question that asks about what a code stands for. */
export interface CodeQuestionTable {
  id: Generated<number>;
  code_id: number;
  /** The question's, the same in every version of the guide. */
  question_guid: string;
}
