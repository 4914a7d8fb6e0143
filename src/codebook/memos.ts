import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { codeOf } from './queries.ts';

/** Longest memo in code units. */
export const MEMO_LIMIT = 20_000;

export interface CodeMemo {
  id: number;
  body: string;
  author: string;
  updatedAt: string;
  revision: number;
}

/** The memos on a code, the newest first; at most 200. */
export async function memosOf(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  codeId: number,
): Promise<CodeMemo[]> {
  return db
    .selectFrom('memo')
    .innerJoin('user', 'user.id', 'memo.author_id')
    .select(['memo.id', 'memo.body', 'user.name as author', 'memo.updated_at as updatedAt'])
    .select('memo.revision')
    .where('memo.project_id', '=', projectId)
    .where('memo.code_id', '=', codeId)
    .orderBy('memo.id', 'desc')
    .limit(200)
    .execute();
}

/** @throws NotFound `codebook.noCode`; Invalid `codebook.memoEmpty`, `codebook.memoLong` */
export async function addCodeMemo(
  ctx: Ctx,
  codeId: number,
  body: string,
): Promise<Done<{ id: number }>> {
  const words = keptWords(body);
  return change(ctx, { kind: 'code.memoAdded', entity: 'code' }, async (w) => {
    const code = await codeOf(w.trx, ctx.projectId, codeId);
    const now = ctx.now();
    const id = await w.insert('memo', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      code_id: codeId,
      body: words,
      author_id: ctx.userId,
      revision: 1,
      created_at: now,
      updated_at: now,
    });
    w.about(codeId, { name: code.name });
    return { id };
  });
}

function keptWords(body: string): string {
  const words = body.replaceAll('\r\n', '\n').trim();
  if (words === '') throw new Invalid('codebook.memoEmpty', {}, 'body');
  if (words.length > MEMO_LIMIT)
    throw new Invalid('codebook.memoLong', { limit: MEMO_LIMIT }, 'body');
  return words;
}

/**
 * Writes a memo anew; its author stays.
 * @param revision the one the person saw
 * @throws NotFound `codebook.noMemo`; Invalid as `addCodeMemo`; Conflict `history.stale` when somebody changed it since
 */
export async function changeCodeMemo(
  ctx: Ctx,
  codeId: number,
  memoId: number,
  { body, revision }: { body: string; revision: number },
): Promise<Done<void>> {
  const words = keptWords(body);
  return change(ctx, { kind: 'code.memoChanged', entity: 'code' }, async (w) => {
    const code = await codeOf(w.trx, ctx.projectId, codeId);
    const memo = await memoOn(w.trx, codeId, memoId);
    w.about(codeId, { name: code.name });
    // The same words again are no change, and no reason to refuse.
    if (memo.body === words) return;
    await w.update('memo', memoId, { body: words, updated_at: ctx.now() }, revision);
  });
}

/** @throws NotFound `codebook.noMemo` when the code has no such memo */
async function memoOn(trx: Trx, codeId: number, memoId: number): Promise<{ body: string }> {
  const memo = await trx
    .selectFrom('memo')
    .select('body')
    .where('id', '=', memoId)
    .where('code_id', '=', codeId)
    .executeTakeFirst();
  if (!memo) throw new NotFound('codebook.noMemo');
  return memo;
}

/** @throws NotFound `codebook.noMemo` when the code has no such memo */
export async function removeCodeMemo(
  ctx: Ctx,
  codeId: number,
  memoId: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'code.memoRemoved', entity: 'code' }, async (w) => {
    const code = await codeOf(w.trx, ctx.projectId, codeId);
    await memoOn(w.trx, codeId, memoId);
    await w.remove('memo', memoId);
    w.about(codeId, { name: code.name });
  });
}
