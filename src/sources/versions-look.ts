import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { findQuoteLoosely } from '../domain/text/quotes.ts';
import { contextOf } from '../domain/text/context.ts';
import type { Span } from '../domain/text/span.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { readText, type Reader } from './queries.ts';
import { memosOf } from './versions-codings.ts';

/** Places offered when words stand in the text more than once. */
const PLACES = 50;

/**
 * Says of codings whose words changed that they are right as they stand now; of one, or of every one in a source.
 * @param codingId null for all of the source
 * @throws NotFound `sources.notFound`, `versions.notToLook`
 */
export async function confirmCodings(
  ctx: Ctx,
  sourceId: number,
  codingId: number | null,
): Promise<Done<{ codings: number }>> {
  return change(ctx, { kind: 'coding.looked', entity: 'source' }, async (w) => {
    const name = await nameOf(ctx, w, sourceId);
    let waiting = w.trx
      .selectFrom('coding')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('was_version', 'is not', null)
      .orderBy('id');
    if (codingId !== null) waiting = waiting.where('id', '=', codingId);
    const ids = (await waiting.execute()).map(({ id }) => id);
    if (ids.length === 0) throw new NotFound('versions.notToLook');
    for (const id of ids)
      await w.update('coding', id, { was_version: null, was_start: null, was_end: null });
    w.about(sourceId, { name, codings: ids.length });
    return { codings: ids.length };
  });
}

/**
 * Takes off a coding whose words changed, with its memos.
 * @throws NotFound `versions.notToLook`
 */
export async function removeChanged(
  ctx: Ctx,
  sourceId: number,
  codingId: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'coding.removed', entity: 'coding' }, async (w) => {
    const source = await nameOf(ctx, w, sourceId);
    const coding = await w.trx
      .selectFrom('coding as g')
      .innerJoin('code as c', 'c.id', 'g.code_id')
      .select('c.name')
      .where('g.id', '=', codingId)
      .where('g.source_id', '=', sourceId)
      .where('g.was_version', 'is not', null)
      .executeTakeFirst();
    if (!coding) throw new NotFound('versions.notToLook');
    for (const memo of await memosOf(w, 'coding_id', codingId)) await w.remove('memo', memo);
    await w.remove('coding', codingId);
    w.about(codingId, { code: coding.name, source });
  });
}

/**
 * Gives up a lost coding, with the memos on it.
 * @throws NotFound `versions.noLost`
 */
export async function removeLost(ctx: Ctx, sourceId: number, lostId: number): Promise<Done<void>> {
  return change(ctx, { kind: 'coding.lostRemoved', entity: 'source' }, async (w) => {
    const name = await nameOf(ctx, w, sourceId);
    const { code } = await lostOf(w, sourceId, lostId);
    await removeLostIn(w, lostId);
    w.about(sourceId, { name, code });
  });
}

/** Removes a lost coding with its memos, inside a change that is under way. */
export async function removeLostIn(w: ChangeWriter, lostId: number): Promise<void> {
  for (const memo of await memosOf(w, 'lost_coding_id', lostId)) await w.remove('memo', memo);
  await w.remove('lost_coding', lostId);
}

/** A place in the text where the words stand, with what is around them. */
export interface Place extends Span {
  before: string;
  match: string;
  after: string;
}

/** Every place where the words stand in the current text, line ends and spaces aside; at most 50. */
export async function placesOf(ctx: Reader, sourceId: number, words: string): Promise<Place[]> {
  const { text } = await readText(ctx, sourceId);
  return findQuoteLoosely(text, words.trim(), PLACES).map((span) => ({
    ...span,
    ...contextOf(text, span, 60, 60),
  }));
}

/**
 * Puts a lost coding on words of the current text: it is the coding it was, by whom and when, with its memos.
 * @param place code units of the version that the person saw
 * @throws NotFound `versions.noLost`; Invalid `versions.noPassage`
 * @throws Conflict `versions.textChanged`; `versions.placeTaken` when the coder has coded those words so already
 */
export async function placeLost(
  ctx: Ctx,
  sourceId: number,
  lostId: number,
  place: Span & { sha256: string },
): Promise<Done<Span>> {
  return change(ctx, { kind: 'coding.placedAgain', entity: 'source' }, async (w) => {
    const name = await nameOf(ctx, w, sourceId);
    const { code, row } = await lostOf(w, sourceId, lostId);
    const now = await readText({ db: w.trx as Ctx['db'], projectId: ctx.projectId }, sourceId);
    if (now.sha256 !== place.sha256) throw new Conflict('versions.textChanged');
    const words = now.text.slice(place.start, place.end);
    if (words.trim() === '') throw new Invalid('versions.noPassage');
    const { start, end } = place;
    if (await isTaken(w.trx, row, place))
      throw new Conflict('versions.placeTaken', { code }, 'words');
    const memos = await memosOf(w, 'lost_coding_id', lostId);
    // The coding has its own number again only as long as nobody else does; its guid is the one it had.
    const id = await w.insert('coding', {
      guid: row.guid,
      project_id: row.project_id,
      source_id: sourceId,
      code_id: row.code_id,
      coder_id: row.coder_id,
      start,
      end,
      quote_sha256: sha256(words),
      revision: 1,
      created_at: row.created_at,
      for_report: row.for_report,
      is_example: row.is_example,
    });
    for (const memo of memos)
      await w.update('memo', memo, { lost_coding_id: null, source_id: null, coding_id: id });
    await w.remove('lost_coding', lostId);
    w.about(sourceId, { name, code });
    return { start, end };
  });
}

async function isTaken(
  trx: Trx,
  row: { source_id: number; code_id: number; coder_id: number },
  { start, end }: Span,
): Promise<boolean> {
  const found = await trx
    .selectFrom('coding')
    .select('id')
    .where('source_id', '=', row.source_id)
    .where('code_id', '=', row.code_id)
    .where('coder_id', '=', row.coder_id)
    .where('start', '=', start)
    .where('end', '=', end)
    .executeTakeFirst();
  return found !== undefined;
}

async function nameOf(ctx: Ctx, w: ChangeWriter, id: number): Promise<string> {
  const found = await w.trx
    .selectFrom('source')
    .select('name')
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!found) throw new NotFound('sources.notFound');
  return found.name;
}

async function lostOf(w: ChangeWriter, sourceId: number, id: number) {
  const row = await w.trx
    .selectFrom('lost_coding')
    .selectAll()
    .where('id', '=', id)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
  if (!row) throw new NotFound('versions.noLost');
  const { name } = await w.trx
    .selectFrom('code')
    .select('name')
    .where('id', '=', row.code_id)
    .executeTakeFirstOrThrow();
  return { row, code: name };
}
