import { sql, type Kysely } from 'kysely';

/**
 * Registers on their way in.
 *
 * - `register_draft` holds a list that someone looks at before importing it, with what they corrected. It is a working paper,
 *   confidential and no part of the project: not recorded, and gone when it is imported or put away.
 * - `register_columns` remembers which column is what, by the names of the columns.
 */
const STATEMENTS = [
  // "begun_by" and "done_by" are keys of requests, so that one that comes again is answered as before; with "done_by" the rest is empty.
  // "body" is the pasted text, or the sheets of a table as JSON; "sheet" is the place of the one that is read, from 0.
  `CREATE TABLE register_draft (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('paste', 'table')),
    body TEXT NOT NULL,
    sheet INTEGER NOT NULL CHECK (sheet >= 0),
    day_order TEXT CHECK (day_order IN ('day', 'month')),
    columns TEXT NOT NULL,
    corrections TEXT NOT NULL,
    begun_by TEXT,
    done_by TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX register_draft_by_user ON register_draft (project_id, user_id)`,
  // "header" are the folded names as a sorted JSON array, "uses" a JSON object from folded name to field, "variable" or "left out".
  `CREATE TABLE register_columns (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    header TEXT NOT NULL,
    uses TEXT NOT NULL,
    UNIQUE (project_id, header)
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
