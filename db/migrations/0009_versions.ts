import { sql, type Kysely } from 'kysely';

/**
 * Codings carried over to another version of their text.
 *
 * - A coding whose words changed says where it stood when they last read as coded, until someone has looked.
 * - `lost_coding` keeps one whose words are gone: out of every count, with the place in the old version it stood in. Its
 *   memos stay, as memos on the source.
 */
const STATEMENTS = [
  `ALTER TABLE coding ADD COLUMN was_version INTEGER`,
  `ALTER TABLE coding ADD COLUMN was_start INTEGER`,
  `ALTER TABLE coding ADD COLUMN was_end INTEGER
    CHECK ((was_version IS NULL AND was_start IS NULL AND was_end IS NULL)
      OR (was_version >= 1 AND 0 <= was_start AND was_start < was_end))`,
  `CREATE INDEX coding_to_look ON coding (project_id, source_id) WHERE was_version IS NOT NULL`,
  `CREATE TABLE lost_coding (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    source_id INTEGER NOT NULL REFERENCES source (id),
    code_id INTEGER NOT NULL REFERENCES code (id),
    coder_id INTEGER NOT NULL REFERENCES user (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote_sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL,
    lost_at TEXT NOT NULL,
    CHECK (0 <= "start" AND "start" < "end")
  ) STRICT`,
  `CREATE INDEX lost_coding_by_source ON lost_coding (project_id, source_id)`,
  `CREATE INDEX lost_coding_by_code ON lost_coding (code_id)`,
  `ALTER TABLE memo ADD COLUMN lost_coding_id INTEGER REFERENCES lost_coding (id)`,
  `CREATE INDEX memo_by_lost_coding ON memo (lost_coding_id) WHERE lost_coding_id IS NOT NULL`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
