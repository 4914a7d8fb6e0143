import type { Generated } from 'kysely';

/** What one respondent says under one code, summed up by somebody: see migration 0021. */
export interface FrameworkSummaryTable {
  id: Generated<number>;
  guid: string;
  project_id: number;
  respondent_id: number;
  code_id: number;
  /** Markdown; never empty. */
  body: string;
  /** When the passages were read that it sums up, ISO 8601; what was coded later is newer than it. */
  seen_at: string;
  revision: Generated<number>;
  created_by: number;
  created_at: string;
  updated_by: number;
  updated_at: string;
}
