import { sql, type Kysely } from 'kysely';

/**
 * The search index, derived and made anew at any time.
 *
 * - `search_words` holds each text's words as `src/domain/search/terms.ts` folds them, with a blank between; FTS5 only has
 *   to cut at blanks. Rows: four times the id, plus 0 for a segment, 1 for an answer, 2 for a memo, 3 for an interview's
 *   own notes.
 * - `search_pending` lists what has to be read again. Triggers fill it, so that no command, import or undo can forget to;
 *   `db/search` empties it before the next search.
 */
const pending = (kind: string, id: string) =>
  `INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('${kind}', ${id});`;
const forget = (row: string) => `DELETE FROM search_words WHERE rowid = ${row};`;

const trigger = (name: string, event: string, table: string, ...body: string[]) =>
  `CREATE TRIGGER search_${table}_${name} AFTER ${event} ON ${table} BEGIN ${body.join(' ')} END`;

const noted = (table: 'answer' | 'memo' | 'interview', column: string, offset: number) => [
  trigger('added', 'INSERT', table, pending(table, 'NEW.id')),
  trigger(
    'changed',
    `UPDATE OF ${column}`,
    table,
    forget(`OLD.id * 4 + ${offset}`),
    pending(table, 'NEW.id'),
  ),
  trigger('removed', 'DELETE', table, forget(`OLD.id * 4 + ${offset}`)),
];

const STATEMENTS = [
  `CREATE VIRTUAL TABLE search_words USING fts5 (words, tokenize = 'ascii', prefix = '2 3')`,
  `CREATE TABLE search_pending (
    kind TEXT NOT NULL CHECK (kind IN ('segment', 'answer', 'memo', 'interview')),
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID`,
  trigger('added', 'INSERT', 'segment', pending('segment', 'NEW.id')),
  trigger(
    'changed',
    'UPDATE OF "start", "end", body_start, source_id',
    'segment',
    pending('segment', 'NEW.id'),
  ),
  trigger('removed', 'DELETE', 'segment', forget('OLD.id * 4')),
  ...noted('answer', 'notes', 1),
  ...noted('memo', 'body', 2),
  ...noted('interview', 'notes', 3),
  `INSERT INTO search_pending (kind, id) SELECT 'segment', id FROM segment`,
  `INSERT INTO search_pending (kind, id) SELECT 'answer', id FROM answer`,
  `INSERT INTO search_pending (kind, id) SELECT 'memo', id FROM memo`,
  `INSERT INTO search_pending (kind, id) SELECT 'interview', id FROM interview`,
  // Who speaks is asked for each time a source is opened, and a speaker that goes leaves its segments.
  `CREATE INDEX segment_by_speaker ON segment (speaker_id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
