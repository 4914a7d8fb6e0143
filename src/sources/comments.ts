import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { commentMemo, quoteIn } from '../domain/text/comments.ts';
import { findQuoteLoosely } from '../domain/text/quotes.ts';
import type { Span } from '../domain/text/span.ts';
import type { DocumentComment } from '../files/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { readText, type Reader } from './queries.ts';

/** Memos on one page. */
export const MEMO_PAGE = 25;

export interface SourceMemo {
  id: number;
  /** Markdown. */
  body: string;
  author: string;
  createdAt: string;
  /** Where the passage it quotes stands in the text now, in code units; null when it quotes none, or that is gone. */
  place: Span | null;
}

const memosOn = ({ db, projectId }: Reader, sourceId: number) =>
  db
    .selectFrom('memo as m')
    .where('m.project_id', '=', projectId)
    .where('m.source_id', '=', sourceId)
    .where('m.lost_coding_id', 'is', null);

/** How many memos are on a source itself; those of its codings, lost ones too, are with them. */
export async function countMemos(ctx: Reader, sourceId: number): Promise<number> {
  const { n } = await memosOn(ctx, sourceId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** One page (from 1) of the memos on a source itself, in the order in which they came. */
export async function listMemos(
  ctx: Reader,
  sourceId: number,
  page: number,
): Promise<{ memos: SourceMemo[]; total: number }> {
  const rows = await memosOn(ctx, sourceId)
    .innerJoin('user as u', 'u.id', 'm.author_id')
    .select(['m.id', 'm.body', 'u.name as author', 'm.created_at as createdAt'])
    .orderBy('m.id')
    .limit(MEMO_PAGE)
    .offset((page - 1) * MEMO_PAGE)
    .execute();
  const { text } = await readText(ctx, sourceId);
  return {
    memos: rows.map((row) => ({ ...row, place: placeOf(text, row.body) })),
    total: await countMemos(ctx, sourceId),
  };
}

function placeOf(text: string, body: string): Span | null {
  const quote = quoteIn(body).trim();
  const [only, another] = quote === '' ? [] : findQuoteLoosely(text, quote, 2);
  return only !== undefined && another === undefined ? only : null;
}

/**
 * Keeps comments of a document as memos on its source, each with the passage it is on, as part of another change. What
 * is there already is not added again.
 * @param text the one that the comments' places count in
 * @returns how many were added
 */
export async function insertComments(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  text: string,
  comments: readonly DocumentComment[],
): Promise<number> {
  const there = await w.trx
    .selectFrom('memo')
    .select('body')
    .where('source_id', '=', sourceId)
    .execute();
  const known = new Set(there.map(({ body }) => body));
  const bodies = comments
    .map(({ start, end, ...comment }) => commentMemo({ ...comment, quote: text.slice(start, end) }))
    .filter((body) => body !== '' && !known.has(body));
  const now = ctx.now();
  await w.insertMany(
    'memo',
    bodies.map((body) => ({
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      source_id: sourceId,
      body,
      author_id: ctx.userId,
      revision: 1,
      created_at: now,
      updated_at: now,
    })),
  );
  return bodies.length;
}

/** @throws NotFound `sources.noMemo`, also when it is another source's */
export async function removeMemo(ctx: Ctx, sourceId: number, memoId: number): Promise<Done<void>> {
  return change(ctx, { kind: 'source.memoRemoved', entity: 'source' }, async (w) => {
    const memo = await w.trx
      .selectFrom('memo as m')
      .innerJoin('source as s', 's.id', 'm.source_id')
      .select('s.name')
      .where('m.id', '=', memoId)
      .where('s.id', '=', sourceId)
      .where('s.project_id', '=', ctx.projectId)
      .where('m.lost_coding_id', 'is', null)
      .executeTakeFirst();
    if (!memo) throw new NotFound('sources.noMemo');
    await w.remove('memo', memoId);
    w.about(sourceId, { name: memo.name });
  });
}
