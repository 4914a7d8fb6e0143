import type { CodingCardView } from '../../views/codings/types.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { bookOf } from './book.ts';

/**
 * One coding of a source, with its memos.
 * @throws NotFound `codings.noCoding`
 */
export async function cardOf(
  ctx: Ctx,
  sourceId: number,
  codingId: number,
): Promise<CodingCardView> {
  const row = await ctx.db
    .selectFrom('coding as c')
    .innerJoin('user as u', 'u.id', 'c.coder_id')
    .select([
      'c.id',
      'c.code_id',
      'c.coder_id',
      'c.start',
      'c.end',
      'c.created_at',
      'c.guid',
      'c.for_report',
      'u.initials',
      'u.name',
    ])
    .where('c.project_id', '=', ctx.projectId)
    .where('c.source_id', '=', sourceId)
    .where('c.id', '=', codingId)
    .executeTakeFirst();
  const code = row && (await bookOf(ctx.db, ctx.projectId)).find(({ id }) => id === row.code_id);
  if (!row || !code) throw new NotFound('codings.noCoding');
  const memos = await ctx.db
    .selectFrom('memo as m')
    .innerJoin('user as u', 'u.id', 'm.author_id')
    .select(['m.author_id', 'm.body', 'm.revision', 'u.name as author'])
    .where('m.coding_id', '=', codingId)
    .orderBy('m.id')
    .limit(50)
    .execute();
  const mine = memos.find(({ author_id }) => author_id === ctx.userId);
  return {
    code,
    coding: {
      id: row.id,
      codeId: row.code_id,
      coderId: row.coder_id,
      start: row.start,
      end: row.end,
      initials: row.initials,
      coder: row.name,
      createdAt: row.created_at,
      memo: memos[0]?.body ?? null,
      forReport: row.for_report === 1,
      guid: row.guid,
    },
    memo: mine ? { body: mine.body, revision: mine.revision } : null,
    otherMemos: memos.filter((memo) => memo !== mine).map(({ author, body }) => ({ author, body })),
  };
}
