import type { Trx } from '../../db/schema.ts';
import type { RowImage } from '../history/index.ts';
import { rebuildSegments } from './segments.ts';

/** After undo: segments of every source that came back, or whose text is another version again. */
export async function rebuildSources(trx: Trx, images: readonly RowImage[]): Promise<void> {
  const touched = images.filter(
    ({ table, before, after }) =>
      table === 'source' && after !== null && (before === null || 'version' in after),
  );
  for (const id of new Set(touched.map((image) => image.id))) await rebuildSegments(trx, id);
}
