import type { Trx } from '../db/schema.ts';
import type { RowImage } from './history/index.ts';
import { rebuildSources } from './sources/index.ts';

/** Brings derived rows back in step after undo has put recorded rows back or taken them away. */
export async function rebuildDerived(trx: Trx, images: readonly RowImage[]): Promise<void> {
  await rebuildSources(trx, images);
}
