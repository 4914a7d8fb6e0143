import { sql, type Kysely } from 'kysely';

/**
 * The search index laid out anew, for large projects. Each form of the words (see `src/domain/search/terms.ts`) has a table of
 * its own, so that a search reads one form and not four; and a segment's row says whose it is and where it stands, so that
 * counting by source and reading one page need no other table.
 *
 * Rows: of a segment, its source's id times 2^26 plus its position; of anything else, minus (eight times the id, plus 1 for
 * an answer, 2 for a memo, 3 for an interview's own notes, 4 for a code, 5 for a respondent).
 */
const FORMS = ['plain', 'cased', 'accented', 'exact'] as const;
const KINDS = ['segment', 'answer', 'memo', 'interview', 'code', 'respondent'] as const;
type Kind = (typeof KINDS)[number];

const row = (kind: Kind, of: string) =>
  kind === 'segment'
    ? `${of}.source_id * 67108864 + ${of}.position`
    : `-(${of}.id * 8 + ${KINDS.indexOf(kind)})`;
const pending = (kind: Kind, id: string) =>
  `INSERT OR IGNORE INTO search_pending (kind, id) VALUES ('${kind}', ${id});`;
const forget = (which: string) =>
  FORMS.map((form) => `DELETE FROM search_${form} WHERE rowid ${which};`).join(' ');
const trigger = (name: string, event: string, table: string, ...body: string[]) => [
  `DROP TRIGGER search_${table}_${name}`,
  `CREATE TRIGGER search_${table}_${name} AFTER ${event} ON ${table} BEGIN ${body.join(' ')} END`,
];

const followed = (kind: Kind, columns: string) => [
  ...trigger(
    'changed',
    `UPDATE OF ${columns}`,
    kind,
    forget(`= ${row(kind, 'OLD')}`),
    pending(kind, 'NEW.id'),
  ),
  ...trigger('removed', 'DELETE', kind, forget(`= ${row(kind, 'OLD')}`)),
];

const named = (table: 'respondent_group' | 'region', column: string) =>
  trigger(
    'renamed',
    'UPDATE OF name',
    table,
    forget(`IN (SELECT -(id * 8 + 5) FROM respondent WHERE ${column} = NEW.id)`),
    `INSERT OR IGNORE INTO search_pending (kind, id) SELECT 'respondent', id FROM respondent WHERE ${column} = NEW.id;`,
  );
const valued = (name: string, event: string, of: 'OLD' | 'NEW') =>
  trigger(
    name,
    event,
    'respondent_value',
    forget(`= -(${of}.respondent_id * 8 + 5)`),
    pending('respondent', `${of}.respondent_id`),
  );

const STATEMENTS = [
  `DROP TABLE search_words`,
  ...FORMS.map(
    (form) => `CREATE VIRTUAL TABLE search_${form} USING fts5 (words,
      tokenize = 'ascii', prefix = '2 3', content = '', contentless_delete = 1)`,
  ),
  ...followed('segment', '"start", "end", body_start, source_id, position'),
  ...followed('answer', 'notes'),
  ...followed('memo', 'body'),
  ...followed('interview', 'notes'),
  ...followed('code', 'name, definition, use_when, not_when, example'),
  ...followed('respondent', 'reference, role, organisation, group_id, region_id'),
  ...named('respondent_group', 'group_id'),
  ...named('region', 'region_id'),
  ...valued('added', 'INSERT', 'NEW'),
  ...valued('changed', 'UPDATE OF value', 'NEW'),
  ...valued('removed', 'DELETE', 'OLD'),
  ...KINDS.map(
    (kind) => `INSERT OR IGNORE INTO search_pending (kind, id) SELECT '${kind}', id FROM ${kind}`,
  ),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
