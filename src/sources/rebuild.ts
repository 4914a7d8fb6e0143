import type { Trx } from '../../db/schema.ts';
import { Conflict } from '../domain/errors.ts';
import { sha256, type RowImage } from '../history/index.ts';
import { rebuildSegments } from './segments.ts';

/**
 * After undo: segments of every source that came back, whose text is another version again, or that was corrected.
 * @throws Conflict `versions.codedBefore` when a coding came back that does not read what was coded: its text has another
 * version since
 */
export async function rebuildSources(trx: Trx, images: readonly RowImage[]): Promise<void> {
  const touched = new Set<number>();
  for (const image of images) {
    const { table, id, before, after } = image;
    if (table === 'source' && after !== null && (before === null || 'version' in after))
      touched.add(id);
    if (table === 'speaker' || table === 'structure_mark') {
      const sourceId = await sourceOf(trx, image, table);
      if (sourceId !== null) touched.add(sourceId);
    }
  }
  for (const id of touched) if (await isThere(trx, id)) await rebuildSegments(trx, id);
  const codings = images.filter(({ table, after }) => table === 'coding' && after !== null);
  await checkCodings(trx, new Set(codings.map(({ id }) => id)));
}

/** An image of an update holds only the columns that changed; the row still says whose it is. */
async function sourceOf(
  trx: Trx,
  { id, before, after }: RowImage,
  table: 'speaker' | 'structure_mark',
): Promise<number | null> {
  const told = before?.['source_id'] ?? after?.['source_id'];
  if (typeof told === 'number') return told;
  const row = await trx
    .selectFrom(table)
    .select('source_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.source_id ?? null;
}

async function isThere(trx: Trx, id: number): Promise<boolean> {
  const row = await trx.selectFrom('source').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Codings asked for at once, below SQLite's limit of bound values. */
const BATCH = 500;

async function checkCodings(trx: Trx, ids: ReadonlySet<number>): Promise<void> {
  const all = [...ids];
  const texts = new Map<number, string>();
  for (let from = 0; from < all.length; from += BATCH) {
    const codings = await trx
      .selectFrom('coding')
      .select(['source_id', 'start', 'end', 'quote_sha256'])
      .where('id', 'in', all.slice(from, from + BATCH))
      .execute();
    for (const { source_id, start, end, quote_sha256 } of codings) {
      const text = texts.get(source_id) ?? (await currentText(trx, source_id));
      texts.set(source_id, text);
      if (sha256(text.slice(start, end)) !== quote_sha256)
        throw new Conflict('versions.codedBefore');
    }
  }
}

async function currentText(trx: Trx, sourceId: number): Promise<string> {
  const { text } = await trx
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .select('t.text')
    .where('s.id', '=', sourceId)
    .executeTakeFirstOrThrow();
  return text;
}
