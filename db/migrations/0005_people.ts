import { createHash, randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';

/**
 * Erasing, merging and planning.
 *
 * - A change's hash covers its content by a salted hash of it, so that content can be erased and the chain still proves
 *   that nothing else was altered. What an erasing left of a change is in `change_erasure`, and proved by the erasing.
 * - `to_forget` is what remains to be done outside of the transaction: a file to delete, or (null) the database file to be
 *   written anew; so that a crash in between forgets nothing.
 */
const STATEMENTS = [
  `ALTER TABLE change ADD COLUMN salt TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE change ADD COLUMN content_sha256 TEXT NOT NULL DEFAULT ''`,
  `CREATE TABLE change_erasure (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    by_seq INTEGER NOT NULL,
    sha256 TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX change_erasure_by_change ON change_erasure (change_id)`,
  `CREATE TABLE to_forget (id INTEGER PRIMARY KEY, original_sha256 TEXT) STRICT`,
  `ALTER TABLE respondent ADD COLUMN erased_at TEXT`,
  // Where the bounds of a number variable's classes lie: a JSON array, empty for the usual ones.
  `ALTER TABLE variable ADD COLUMN bounds TEXT NOT NULL DEFAULT '[]'`,
  // References that respondents had before they were merged into another.
  `CREATE TABLE respondent_alias (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    respondent_id INTEGER NOT NULL REFERENCES respondent (id),
    reference TEXT NOT NULL CHECK (length(reference) > 0),
    UNIQUE (project_id, reference)
  ) STRICT`,
  `CREATE INDEX respondent_alias_by_respondent ON respondent_alias (respondent_id)`,
  // How many people or groups were to be interviewed, per group and region; null where the plan does not tell them apart.
  `CREATE TABLE sample_target (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    group_id INTEGER REFERENCES respondent_group (id),
    region_id INTEGER REFERENCES region (id),
    planned INTEGER NOT NULL CHECK (planned >= 1)
  ) STRICT`,
  `CREATE UNIQUE INDEX sample_target_once ON sample_target (project_id, coalesce(group_id, 0), coalesce(region_id, 0))`,
  `CREATE INDEX sample_target_by_group ON sample_target (group_id)`,
  `CREATE INDEX sample_target_by_region ON sample_target (region_id)`,
  // A published table that people asked to keep, to be compared again; its body as it was pasted.
  `CREATE TABLE published_table (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id),
    rows_of TEXT NOT NULL CHECK (rows_of IN ('group', 'region', 'location')),
    body TEXT NOT NULL CHECK (length(body) > 0),
    UNIQUE (project_id, rows_of)
  ) STRICT`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await chainAnew(db);
}

interface OldLink {
  id: number;
  project_id: number;
  seq: number;
  actor_id: number;
  at: string;
  kind: string;
  entity: string;
  entity_id: number | null;
  detail: string;
  rows: string;
  undoes_id: number | null;
  prev_hash: string;
  hash: string;
}

const sha256 = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values), 'utf8').digest('hex');

/** Changes chained anew at a time. */
const BATCH = 500;

/** Chains every project's changes by the new hash. What did not fit before does not fit afterwards. */
async function chainAnew(db: Kysely<unknown>): Promise<void> {
  /** Per project, the last hash as it was and as it is. */
  const ends = new Map<number, { was: string; is: string }>();
  for (let last = { project: 0, seq: 0 }; ;) {
    const { rows: links } = await sql<OldLink>`
      select * from change where (project_id, seq) > (${last.project}, ${last.seq})
      order by project_id, seq limit ${BATCH}`.execute(db);
    for (const link of links) {
      const before = ends.get(link.project_id);
      const follows = before === undefined || link.prev_hash === before.was;
      const made = newLink(link, follows ? (before?.is ?? link.prev_hash) : link.prev_hash);
      await sql`update change set salt = ${made.salt}, content_sha256 = ${made.content_sha256},
        prev_hash = ${made.prev_hash}, hash = ${made.hash} where id = ${link.id}`.execute(db);
      ends.set(link.project_id, { was: link.hash, is: made.hash });
    }
    const end = links.at(-1);
    if (!end) break;
    last = { project: end.project_id, seq: end.seq };
  }
  for (const [project, { was, is }] of ends)
    await sql`update change_head set hash = ${is} where project_id = ${project} and hash = ${was}`.execute(
      db,
    );
}

function newLink(link: OldLink, prev_hash: string) {
  const { seq, actor_id, at, kind, entity, entity_id, detail, rows, undoes_id } = link;
  const facts = [seq, actor_id, at, kind, entity, entity_id];
  const isSound = sha256([link.prev_hash, ...facts, detail, rows, undoes_id]) === link.hash;
  const salt = randomUUID();
  // An altered change keeps the hash that does not fit it.
  const content_sha256 = isSound ? sha256([salt, detail, rows]) : link.hash;
  const hash = sha256([prev_hash, ...facts, undoes_id, content_sha256]);
  return { salt, content_sha256, prev_hash, hash };
}
