import { sql, type Kysely } from 'kysely';

/**
 * Requests that have changed something, so that one that is sent again does not do it again: see docs/adr.
 * Written in the transaction of the change, kept for some days, and no part of the record.
 */
const STATEMENTS = [
  // "part" counts the changes of one request, from 0; "value" is what the command handed back, as JSON: ids, counts and names.
  `CREATE TABLE request_key (
    id INTEGER PRIMARY KEY,
    actor_id INTEGER NOT NULL REFERENCES user (id),
    key TEXT NOT NULL CHECK (length(key) > 0),
    part INTEGER NOT NULL CHECK (part >= 0),
    change_id INTEGER NOT NULL REFERENCES change (id),
    value TEXT,
    at TEXT NOT NULL,
    UNIQUE (actor_id, key, part)
  ) STRICT`,
  `CREATE INDEX request_key_by_time ON request_key (at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
