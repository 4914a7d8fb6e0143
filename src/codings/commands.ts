import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { codeNamed } from './newcode.ts';
import { codableCode, passageOf, type CodableCode, type Passage, type Wanted } from './passage.ts';

/** What applying a code did. `isNew` is false when this coder had coded exactly this already. */
export interface Applied extends Span {
  id: number;
  codeId: number;
  isNew: boolean;
}

/** Longest memo in code units. */
export const MEMO_LIMIT = 20_000;

/**
 * Applies a code to a passage; the same coder, code and span again changes nothing.
 * @throws NotFound, Conflict, Invalid: see `passageOf` and `codableCode`
 */
export async function addCoding(
  ctx: Ctx,
  wanted: Wanted & { codeId: number; coderId?: number },
): Promise<Done<Applied>> {
  return change(ctx, { kind: 'coding.added', entity: 'coding' }, async (w) => {
    const passage = await passageOf(ctx, w, wanted);
    const code = await codableCode(ctx, w, wanted.codeId);
    return apply(ctx, w, passage, code, wanted.coderId ?? ctx.userId);
  });
}

/**
 * Applies the code of this name or path, making it first when there is none: one intent, one change.
 * @throws as `addCoding`, and Invalid for a name that no code can have
 */
export async function applyNewCode(
  ctx: Ctx,
  wanted: Wanted,
  name: string,
): Promise<Done<Applied & { isNewCode: boolean }>> {
  return change(ctx, { kind: 'coding.newCode', entity: 'coding' }, async (w) => {
    const passage = await passageOf(ctx, w, wanted);
    const code = await codeNamed(ctx, w, name);
    const applied = await apply(ctx, w, passage, code, ctx.userId);
    return { ...applied, isNewCode: code.isNew };
  });
}

/** Writes one coding inside a change that is already under way. */
export async function apply(
  ctx: Ctx,
  w: ChangeWriter,
  passage: Passage,
  code: CodableCode,
  coderId: number,
): Promise<Applied> {
  const { source, start, end } = passage;
  const there = await sameCoding(w, { sourceId: source.id, codeId: code.id, coderId, start, end });
  if (there !== null) return { id: there, codeId: code.id, start, end, isNew: false };
  const id = await w.insert('coding', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    source_id: source.id,
    code_id: code.id,
    coder_id: coderId,
    start,
    end,
    quote_sha256: passage.sha256,
    revision: 1,
    created_at: ctx.now(),
  });
  w.about(id, { code: code.name, source: source.name });
  return { id, codeId: code.id, start, end, isNew: true };
}

/**
 * Takes a coding off, with its memos.
 * @throws NotFound `codings.noCoding`
 */
export async function removeCoding(ctx: Ctx, codingId: number): Promise<Done<Found>> {
  return change(ctx, { kind: 'coding.removed', entity: 'coding' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    const memos = await w.trx
      .selectFrom('memo')
      .select('id')
      .where('coding_id', '=', codingId)
      .execute();
    for (const memo of memos) await w.remove('memo', memo.id);
    await w.remove('coding', codingId);
    w.about(codingId, { code: coding.code, source: coding.source });
    return coding;
  });
}

/**
 * Gives a coding another span of the same text.
 * @throws NotFound `codings.noCoding`; Conflict `codings.alreadyThere`, `codings.staleText`; Invalid for the span
 */
export async function resizeCoding(
  ctx: Ctx,
  codingId: number,
  to: Span & { version: number },
): Promise<Done<Found>> {
  return change(ctx, { kind: 'coding.resized', entity: 'coding' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    const passage = await passageOf(ctx, w, { ...to, sourceId: coding.sourceId });
    const { start, end } = passage;
    const there = await sameCoding(w, { ...coding, start, end });
    if (there !== null && there !== codingId)
      throw new Conflict('codings.alreadyThere', { code: coding.code });
    // Whoever sets the passage has looked at it.
    const looked = { was_version: null, was_start: null, was_end: null };
    await w.update('coding', codingId, { start, end, quote_sha256: passage.sha256, ...looked });
    w.about(codingId, { code: coding.code, source: coding.source });
    return coding;
  });
}

/**
 * Writes this person's memo on a coding; an empty one is removed.
 * @param revision of the memo they saw; null when there was none
 * @throws NotFound `codings.noCoding`; Invalid `codings.memoLong`; Conflict with the memo as it stands
 */
export async function writeMemo(
  ctx: Ctx,
  codingId: number,
  body: string,
  revision: number | null,
): Promise<Done<Found>> {
  const words = body.replaceAll('\r\n', '\n').trim();
  if (words.length > MEMO_LIMIT)
    throw new Invalid('codings.memoLong', { limit: MEMO_LIMIT }, 'body');
  return change(ctx, { kind: 'coding.memo', entity: 'coding' }, async (w) => {
    const coding = await codingOf(ctx, w, codingId);
    const memo = await w.trx
      .selectFrom('memo')
      .select(['id', 'revision', 'body'])
      .where('coding_id', '=', codingId)
      .where('author_id', '=', ctx.userId)
      .executeTakeFirst();
    if ((memo?.revision ?? null) !== revision && memo?.body !== words)
      throw new Conflict('history.stale', {}, 'body', memo ?? null);
    w.about(codingId, { code: coding.code, source: coding.source });
    const now = ctx.now();
    if (memo && words === '') await w.remove('memo', memo.id);
    else if (memo)
      await w.update('memo', memo.id, memo.body === words ? {} : { body: words, updated_at: now });
    else if (words !== '')
      await w.insert('memo', {
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        coding_id: codingId,
        body: words,
        author_id: ctx.userId,
        revision: 1,
        created_at: now,
        updated_at: now,
      });
    return coding;
  });
}

/** A coding with the names that the sentence about it needs. */
export interface Found extends Span {
  id: number;
  sourceId: number;
  codeId: number;
  coderId: number;
  code: string;
  source: string;
}

/** @throws NotFound `codings.noCoding` when the project has no such coding */
export async function codingOf(ctx: Ctx, w: ChangeWriter, codingId: number): Promise<Found> {
  const coding = await w.trx
    .selectFrom('coding as g')
    .innerJoin('code as c', 'c.id', 'g.code_id')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.id', 'g.start', 'g.end', 'c.name as code', 's.name as source'])
    .select(['g.source_id as sourceId', 'g.code_id as codeId', 'g.coder_id as coderId'])
    .where('g.project_id', '=', ctx.projectId)
    .where('g.id', '=', codingId)
    .executeTakeFirst();
  if (!coding) throw new NotFound('codings.noCoding');
  return coding;
}

type Key = Span & { sourceId: number; codeId: number; coderId: number };

/** The coding of just this span by this coder with this code, if there is one. */
export async function sameCoding(w: ChangeWriter, key: Key): Promise<number | null> {
  const found = await w.trx
    .selectFrom('coding')
    .select('id')
    .where('source_id', '=', key.sourceId)
    .where('start', '=', key.start)
    .where('end', '=', key.end)
    .where('code_id', '=', key.codeId)
    .where('coder_id', '=', key.coderId)
    .executeTakeFirst();
  return found?.id ?? null;
}
