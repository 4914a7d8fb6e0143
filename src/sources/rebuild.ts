import type { Trx } from '../../db/schema.ts';
import type { RowImage } from '../history/index.ts';
import { rebuildSegments } from './segments.ts';

/** After undo: segments of every source that came back, whose text is another version again, or that was corrected. */
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
