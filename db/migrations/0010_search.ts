import { sql, type Kysely } from 'kysely';

/**
 * The search index anew: codes and respondents in it too, and each text's words in four forms (see
 * `src/domain/search/terms.ts`), so that capitals and accents count where someone asks for them. It keeps no copy of the
 * words any more. Rows: eight times the id, plus 0 for a segment, 1 for an answer, 2 for a memo, 3 for an interview's own
 * notes, 4 for a code, 5 for a respondent.
 *
 * And searches that people keep.
 */
const KINDS = ['segment', 'answer', 'memo', 'interview', 'code', 'respondent'] as const;
type Kind = (typeof KINDS)[number];

const pending = (kind: Kind, id: string) =>
  `INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('${kind}', ${id});`;
const forget = (kind: Kind, id: string) =>
  `DELETE FROM search_words WHERE rowid = ${id} * 8 + ${KINDS.indexOf(kind)};`;
const trigger = (name: string, event: string, table: string, ...body: string[]) =>
  `CREATE TRIGGER search_${table}_${name} AFTER ${event} ON ${table} BEGIN ${body.join(' ')} END`;

/** A row whose own columns are searched: read again when one of them changes, forgotten with the row. */
const followed = (kind: Kind, columns: string) => [
  trigger('added', 'INSERT', kind, pending(kind, 'NEW.id')),
  trigger('changed', `UPDATE OF ${columns}`, kind, forget(kind, 'OLD.id'), pending(kind, 'NEW.id')),
  trigger('removed', 'DELETE', kind, forget(kind, 'OLD.id')),
];

/** What a respondent's text is also made of: whoever has it is read again. */
const named = (table: 'respondent_group' | 'region', column: string) =>
  trigger(
    'renamed',
    'UPDATE OF name',
    table,
    `DELETE FROM search_words WHERE rowid IN (SELECT id * 8 + 5 FROM respondent WHERE ${column} = NEW.id);`,
    `INSERT OR IGNORE INTO search_pending (kind, id) SELECT 'respondent', id FROM respondent WHERE ${column} = NEW.id;`,
  );
const valued = (name: string, event: string, row: 'OLD' | 'NEW') =>
  trigger(
    name,
    event,
    'respondent_value',
    forget('respondent', `${row}.respondent_id`),
    pending('respondent', `${row}.respondent_id`),
  );

const OLD_TRIGGERS = ['segment', 'answer', 'memo', 'interview'].flatMap((table) =>
  ['added', 'changed', 'removed'].map((name) => `DROP TRIGGER search_${table}_${name}`),
);

const STATEMENTS = [
  ...OLD_TRIGGERS,
  `DROP TABLE search_words`,
  `DROP TABLE search_pending`,
  `CREATE VIRTUAL TABLE search_words USING fts5 (plain, cased, accented, exact,
    tokenize = 'ascii', prefix = '2 3', content = '', contentless_delete = 1)`,
  `CREATE TABLE search_pending (
    kind TEXT NOT NULL CHECK (kind IN (${KINDS.map((kind) => `'${kind}'`).join(', ')})),
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID`,
  ...followed('segment', '"start", "end", body_start, source_id'),
  ...followed('answer', 'notes'),
  ...followed('memo', 'body'),
  ...followed('interview', 'notes'),
  ...followed('code', 'name, definition, use_when, not_when, example'),
  ...followed('respondent', 'reference, role, organisation, group_id, region_id'),
  named('respondent_group', 'group_id'),
  named('region', 'region_id'),
  valued('added', 'INSERT', 'NEW'),
  valued('changed', 'UPDATE OF value', 'NEW'),
  valued('removed', 'DELETE', 'OLD'),
  ...KINDS.map((kind) => `INSERT INTO search_pending (kind, id) SELECT '${kind}', id FROM ${kind}`),
  // "query" is what stands behind the question mark of the search's address.
  `CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY,
    guid TEXT NOT NULL UNIQUE,
    project_id INTEGER NOT NULL REFERENCES project (id),
    name TEXT NOT NULL CHECK (name <> ''),
    name_fold TEXT NOT NULL,
    query TEXT NOT NULL CHECK (query <> ''),
    revision INTEGER NOT NULL DEFAULT 1,
    created_by INTEGER NOT NULL REFERENCES user (id),
    created_at TEXT NOT NULL,
    UNIQUE (project_id, name_fold)
  ) STRICT`,
  `CREATE INDEX question_by_guid ON question (guid)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
