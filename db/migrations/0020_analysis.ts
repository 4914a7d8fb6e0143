import { sql, type Kysely } from 'kysely';

/**
 * Views of a table that people keep under a name, and the questions a code is asked about in.
 *
 * "query" is what stands behind the question mark of the view's address, so that it stays current. A question keeps its
 * guid from one version of the guide to the next, and so does its tie to a code.
 */
const STATEMENTS = [
  `CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    query TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE TABLE code_question (
    id INTEGER PRIMARY KEY,
    code_id INTEGER NOT NULL REFERENCES code (id),
    question_guid TEXT NOT NULL,
    UNIQUE (code_id, question_guid)
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
