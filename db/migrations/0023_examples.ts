import { sql, type Kysely } from 'kysely';

/**
 * Codings picked as examples of their code. The mark is on the coding, and the words are read from the text each time: an
 * example follows its coding through merging, splitting and corrections, and what is withdrawn, redacted, erased or no
 * longer coded is no example any more, without a copy of anybody's words to be found.
 */
const STATEMENTS = [
  `ALTER TABLE coding ADD COLUMN is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1))`,
  `ALTER TABLE lost_coding ADD COLUMN is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1))`,
  `CREATE INDEX coding_example ON coding (project_id, code_id) WHERE is_example = 1`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
