import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import type { ChangeWriter } from './change.ts';
import { imageOf, isWordsHash, sameValue } from './images.ts';
import type { Row, RowImage } from './images.ts';

/**
 * Puts one row back as it was before a change.
 * @throws Conflict `history.builtOn` when it no longer reads as the change left it, `history.wordsErased` when its words are gone
 */
export async function reverse(w: ChangeWriter, ctx: Ctx, image: RowImage): Promise<void> {
  const row = await w.current(image.table, image.id);
  if (image.after === null) {
    if (row !== null || image.before === null) throw new Conflict('history.builtOn');
    await w.restore(image.table, await withWords(w, ctx, image.before));
    return;
  }
  if (row === null || !stillReads(image, row)) throw new Conflict('history.builtOn');
  if (image.before === null) await w.remove(image.table, image.id);
  else await w.update(image.table, image.id, await withWords(w, ctx, image.before));
}

/** Whether `reverse` would put the row back. */
export async function canReverse(w: ChangeWriter, ctx: Ctx, image: RowImage): Promise<boolean> {
  const row = await w.current(image.table, image.id);
  const stands =
    image.after === null
      ? row === null && image.before !== null
      : row !== null && stillReads(image, row);
  if (!stands || image.before === null) return stands;
  try {
    await withWords(w, ctx, image.before);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** Whether the columns that the change wrote still hold what it wrote. */
function stillReads(image: RowImage, row: Row): boolean {
  const now = imageOf(image.table, row);
  return Object.entries(image.after ?? {}).every(([column, value]) =>
    sameValue(now[column], value),
  );
}

async function withWords(w: ChangeWriter, ctx: Ctx, row: Row): Promise<Row> {
  const entries = await Promise.all(
    Object.entries(row).map(async ([column, value]) => [
      column,
      isWordsHash(value) ? await keptWords(w, ctx, value.sha256) : value,
    ]),
  );
  return Object.fromEntries(entries) as Row;
}

async function keptWords(w: ChangeWriter, ctx: Ctx, sha256: string): Promise<string> {
  const kept = await w.trx
    .selectFrom('kept_text')
    .select('body')
    .where('project_id', '=', ctx.projectId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!kept) throw new Conflict('history.wordsErased');
  return kept.body;
}
