import { sql, type Kysely } from 'kysely';

/**
 * Sets of codes, as REFI-QDA has them: codes that somebody put together across the tree in another program. They come in
 * with a codebook and leave with it. A set without a code is none.
 */
const STATEMENTS = [
  `CREATE TABLE code_set (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (project_id, guid)
  ) STRICT`,
  `CREATE TABLE code_set_member (
    id INTEGER PRIMARY KEY,
    code_set_id INTEGER NOT NULL REFERENCES code_set (id),
    code_id INTEGER NOT NULL REFERENCES code (id),
    position INTEGER NOT NULL,
    UNIQUE (code_set_id, code_id)
  ) STRICT`,
  `CREATE INDEX code_set_member_by_code ON code_set_member (code_id)`,
  // As change_of_codes, for the sets: src/history/touching.ts asks for exactly this expression.
  `CREATE INDEX change_of_sets ON change (project_id, seq) WHERE instr(rows, '"table":"code_set') > 0`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
