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

/** Summaries of the framework grid on those who took part in a source's interview, or who speak in it. */
export async function summariesAround(
  db: Db | Trx,
  sourceId: number,
): Promise<{ id: number; body: string }[]> {
  return db
    .selectFrom('framework_summary as f')
    .select(['f.id', 'f.body'])
    .where((eb) =>
      eb.or([
        eb(
          'f.respondent_id',
          'in',
          eb
            .selectFrom('interview_respondent as ir')
            .innerJoin('source as s', 's.interview_id', 'ir.interview_id')
            .select('ir.respondent_id')
            .where('s.id', '=', sourceId),
        ),
        eb(
          'f.respondent_id',
          'in',
          eb
            .selectFrom('speaker as p')
            .select('p.respondent_id')
            .where('p.source_id', '=', sourceId)
            .where('p.respondent_id', 'is not', null)
            .$castTo<{ respondent_id: number }>(),
        ),
      ]),
    )
    .orderBy('f.id')
    .execute();
}

/** Takes the words out of summaries of what was said in a source; earlier versions with them go too. */
export async function redactSummaries(
  w: ChangeWriter,
  sourceId: number,
  shown: (text: string) => string,
): Promise<void> {
  for (const { id, body } of await summariesAround(w.trx, sourceId)) {
    const left = shown(body);
    if (left === body) w.erasing.kept('framework_summary', id);
    else await w.overwrite('framework_summary', id, { body: left });
  }
}
