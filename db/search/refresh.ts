import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { FORMS, foldTerm, wordsOf } from '../../src/domain/search/terms.ts';
import type { Db, Trx } from '../schema.ts';
import { indexed, indexOf } from './compile.ts';
import { codeTexts, respondentTexts } from './texts.ts';
import { PARTS, rowOf, SOURCE_ROWS, type Part } from './types.ts';

/** Texts read again per transaction, so that a long catching-up lets others write in between. */
const BATCH = 100;

interface Pending {
  kind: Part;
  id: number;
}

/**
 * Reads again what has changed since the last time, so that the next search finds it. Costs one look when nothing has.
 * When another process holds the database, the index stays as it is and the search works on that.
 */
export async function refresh(db: Db): Promise<void> {
  const texts = new LastText();
  while (await isBehind(db)) {
    const isBusy = await db
      .transaction()
      .execute((trx) => catchUp(trx, texts))
      .then(() => false, busyOrThrow);
    if (isBusy) return;
    // The driver never waits, so without this nothing else in the process would get its turn until all is read.
    await setImmediate();
  }
}

/** The text read last: a long source takes many transactions, and reading it anew for each would take far longer. */
class LastText {
  private last = { sourceId: -1, version: -1, text: '' };

  async of(trx: Trx, sourceId: number, version: number): Promise<string> {
    if (this.last.sourceId !== sourceId || this.last.version !== version) {
      const row = await trx
        .selectFrom('source_text')
        .select('text')
        .where('source_id', '=', sourceId)
        .where('version', '=', version)
        .executeTakeFirst();
      this.last = { sourceId, version, text: row?.text ?? '' };
    }
    return this.last.text;
  }
}

/** Forgets the index and makes it anew from the texts. */
export async function rebuildIndex(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const form of FORMS) await sql`delete from ${indexOf(form)}`.execute(trx);
    for (const kind of PARTS)
      await sql`insert or ignore into search_pending (kind, id)
        select ${kind}, id from ${sql.table(kind)}`.execute(trx);
  });
  await refresh(db);
}

/**
 * Rewrites the index so that no word of what was removed is left in it; what left the index before stays readable in its
 * pages until then. For erasing for good: ordinary removal keeps the words elsewhere for undo anyway, and rewriting takes
 * as long as the index is large.
 */
export async function forgetRemoved(db: Db): Promise<void> {
  for (const form of FORMS)
    await sql`insert into ${indexOf(form)} (${indexOf(form)}) values ('optimize')`.execute(db);
}

async function isBehind(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from search_pending limit 1`.execute(db);
  return rows.length > 0;
}

/** A text to be indexed, and its row. */
interface Text {
  row: number;
  text: string;
}

async function catchUp(trx: Trx, texts: LastText): Promise<void> {
  const { rows } = await sql<Pending>`select kind, id from search_pending limit ${BATCH}`.execute(
    trx,
  );
  const idsOf = (kind: Pending['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const found = await segmentTexts(trx, idsOf('segment'), texts);
  for (const table of ['answer', 'memo', 'interview'] as const)
    for (const id of idsOf(table)) found.push(await noteText(trx, table, id));
  for (const { id, text } of await codeTexts({ db: trx }, idsOf('code')))
    found.push({ row: rowOf('code', id), text });
  for (const { id, text } of await respondentTexts({ db: trx }, idsOf('respondent')))
    found.push({ row: rowOf('respondent', id), text });
  await put(trx, found);
  const read = rows.map(({ kind, id }) => [kind, id]);
  await sql`delete from search_pending where (kind, id) in
    (select value ->> 0, value ->> 1 from json_each(${JSON.stringify(read)}))`.execute(trx);
}

/** Segments are indexed without labels and time stamps: whoever searches a name wants it said. */
async function segmentTexts(trx: Trx, ids: readonly number[], texts: LastText): Promise<Text[]> {
  if (ids.length === 0) return [];
  const segments = await trx
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.position', 'g.body_start', 'g.end', 's.id as sourceId', 's.version'])
    .where('g.id', 'in', ids)
    .orderBy('s.id')
    .orderBy('g.position')
    .execute();
  const found: Text[] = [];
  for (const { position, body_start, end, sourceId, version } of segments) {
    const text = await texts.of(trx, sourceId, version);
    found.push({ row: sourceId * SOURCE_ROWS + position, text: text.slice(body_start, end) });
  }
  return found;
}

const COLUMNS = { answer: 'notes', memo: 'body', interview: 'notes' } as const;

async function noteText(trx: Trx, table: keyof typeof COLUMNS, id: number): Promise<Text> {
  const { rows } = await sql<{ text: string }>`
    select ${sql.ref(COLUMNS[table])} as text from ${sql.table(table)} where id = ${id}`.execute(
    trx,
  );
  return { row: rowOf(table, id), text: rows[0]?.text ?? '' };
}

/** All at once for each form: a statement for each text takes longer than the index itself. */
async function put(trx: Trx, texts: readonly Text[]): Promise<void> {
  const read = texts.map(({ row, text }) => ({ row, words: wordsOf(text) }));
  const before = JSON.stringify(read.map(({ row }) => row));
  for (const form of FORMS) {
    const index = indexOf(form);
    const now = read
      .filter(({ words }) => words.length > 0)
      .map(({ row, words }) => [
        row,
        indexed(words.map(({ word }) => foldTerm(word, form)).join(' ')),
      ]);
    await sql`delete from ${index} where rowid in (select value from json_each(${before}))`.execute(
      trx,
    );
    await sql`insert into ${index} (rowid, words)
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(now)})`.execute(trx);
  }
}

function busyOrThrow(error: unknown): true {
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
    return true;
  throw error;
}
