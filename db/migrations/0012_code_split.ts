import { sql, type Kysely } from 'kysely';

/**
 * Codes on the way to being split.
 *
 * `code_split` holds into which parts somebody splits a code, `code_split_choice` where each of its codings is to go. They
 * are working papers, one per person and code: not recorded, and gone when the split is made or given up.
 */
const STATEMENTS = [
  // "parts" are the names of the new codes as a JSON array; "place" says whether they come under the code or beside it.
  `CREATE TABLE code_split (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    code_id INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES user (id),
    parts TEXT NOT NULL,
    place TEXT NOT NULL CHECK (place IN ('under', 'beside')),
    created_at TEXT NOT NULL,
    UNIQUE (code_id, user_id)
  ) STRICT`,
  `CREATE INDEX code_split_by_project ON code_split (project_id)`,
  `CREATE INDEX code_split_by_user ON code_split (user_id)`,
  // "part" 0 stays with the code, 1 is the first part.
  `CREATE TABLE code_split_choice (
    id INTEGER PRIMARY KEY,
    split_id INTEGER NOT NULL REFERENCES code_split (id) ON DELETE CASCADE,
    coding_id INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
    part INTEGER NOT NULL CHECK (part >= 0),
    UNIQUE (split_id, coding_id)
  ) STRICT`,
  `CREATE INDEX code_split_choice_by_coding ON code_split_choice (coding_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
