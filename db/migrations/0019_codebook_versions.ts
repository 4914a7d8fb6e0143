import { sql, type Kysely } from 'kysely';

/**
 * Versions of the codebook. No version is stored: the codebook as it was after any change is reckoned back from the record
 * (decision 11). `codebook_version` gives such a state a name, `codebook_reading` holds up to which change a coder has read
 * the rules.
 */
const STATEMENTS = [
  // "seq" is the number of the last change of codes that the state has; 0 is the empty codebook.
  `CREATE TABLE codebook_version (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE INDEX codebook_version_by_user ON codebook_version (created_by)`,
  `CREATE TABLE codebook_reading (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    read_at TEXT NOT NULL,
    UNIQUE (project_id, user_id)
  ) STRICT`,
  `CREATE INDEX codebook_reading_by_user ON codebook_reading (user_id)`,
  // Finds the few changes that touched a code among the many that did not. See src/history/touching.ts, which asks for
  // exactly this expression.
  `CREATE INDEX change_of_codes ON change (project_id, seq) WHERE instr(rows, '"table":"code"') > 0`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
