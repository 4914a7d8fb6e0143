import { sql, type Kysely } from 'kysely';

/**
 * What people do with a coding, and undo.
 *
 * - A coding can be marked for the report; the mark outlives the loss of its words.
 * - `change_undone` names the changes that one undoing reversed besides the one it is the undoing of: what somebody typed is
 *   saved in many changes, and taken back in one.
 */
const STATEMENTS = [
  `ALTER TABLE coding ADD COLUMN for_report INTEGER NOT NULL DEFAULT 0 CHECK (for_report IN (0, 1))`,
  `ALTER TABLE lost_coding ADD COLUMN for_report INTEGER NOT NULL DEFAULT 0 CHECK (for_report IN (0, 1))`,
  `CREATE INDEX coding_for_report ON coding (project_id, source_id) WHERE for_report = 1`,
  `CREATE TABLE change_undone (
    undone_id INTEGER PRIMARY KEY REFERENCES change (id),
    by_id INTEGER NOT NULL REFERENCES change (id)
  ) STRICT`,
  `CREATE INDEX change_undone_by ON change_undone (by_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
