import type { Trx } from '../db/schema.ts';
import type { RowImage } from './history/index.ts';

/** Brings derived rows back in step after undo has put recorded rows back or taken them away. */
export async function rebuildDerived(_trx: Trx, _images: readonly RowImage[]): Promise<void> {
  // Segments and the search index hang on source texts; src/sources fills this in.
}
