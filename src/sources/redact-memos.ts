import type { Db, Trx } from '../../db/schema.ts';
import type { ChangeWriter } from '../history/index.ts';

/** Memos that hang on a source: on itself, on its codings, and on those that are lost. */
export async function memosAround(
  db: Db | Trx,
  sourceId: number,
): Promise<{ id: number; body: string }[]> {
  return db
    .selectFrom('memo as m')
    .leftJoin('coding as c', 'c.id', 'm.coding_id')
    .select(['m.id', 'm.body'])
    .where((eb) => eb.or([eb('m.source_id', '=', sourceId), eb('c.source_id', '=', sourceId)]))
    .orderBy('m.id')
    .execute();
}

/**
 * Takes the words out of the memos on a source as well: comments that came with its file quote its passages. Earlier
 * versions of a memo go with them.
 * @param shown a text without the words
 * @returns memos that something was taken out of
 */
export async function redactMemos(
  w: ChangeWriter,
  sourceId: number,
  shown: (text: string) => string,
): Promise<number> {
  let memos = 0;
  for (const { id, body } of await memosAround(w.trx, sourceId)) {
    const left = shown(body);
    if (left === body) w.erasing.kept('memo', id);
    else {
      await w.overwrite('memo', id, { body: left });
      memos += 1;
    }
  }
  return memos;
}
