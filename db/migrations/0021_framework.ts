import { sql, type Kysely } from 'kysely';

/**
 * The framework grid: what somebody wrote, in a few sentences, of what one respondent says under one code. A cell without
 * words has no row.
 *
 * "seen_at" is when the passages were read that the summary sums up: what was coded later is newer than it.
 */
const STATEMENTS = [
  `CREATE TABLE framework_summary (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    respondent_id INTEGER NOT NULL REFERENCES respondent (id),
    code_id INTEGER NOT NULL REFERENCES code (id),
    body TEXT NOT NULL CHECK (body <> ''),
    seen_at TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    updated_by INTEGER NOT NULL REFERENCES user (id),
    updated_at TEXT NOT NULL,
    UNIQUE (respondent_id, code_id)
  ) STRICT`,
  `CREATE INDEX framework_summary_by_project ON framework_summary (project_id)`,
  `CREATE INDEX framework_summary_by_code ON framework_summary (code_id)`,
  `CREATE INDEX framework_summary_by_author ON framework_summary (created_by)`,
  `CREATE INDEX framework_summary_by_editor ON framework_summary (updated_by)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
