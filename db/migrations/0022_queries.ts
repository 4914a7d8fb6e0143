import { sql, type Kysely } from 'kysely';

/**
 * Queries for passages that people save under a name. "query" is what stands behind the question mark of the address, so
 * that the answer stays current.
 */
const STATEMENT = `CREATE TABLE saved_query (
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
) STRICT`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(STATEMENT).execute(db);
}
