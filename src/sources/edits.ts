import type { SourceKind } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { segmentText } from '../domain/text/segments.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { checkedName, interviewOf } from './commands.ts';
import { findAgain, findQuestionsIn } from './found.ts';
import { removeMarks, removeSpeakers } from './marks.ts';
import { readOriginal } from './originals.ts';
import { getSource } from './queries.ts';
import { readFile } from './reading/read.ts';
import { rebuildSegments } from './segments.ts';
import { insertSpeakers } from './speakers.ts';

export interface SourceDetails {
  name: string;
  kind: SourceKind;
  interviewId: number | null;
  language: string;
}

/**
 * Renames a source, says what it is, or ties it to another interview.
 * @param revision the one the person saw
 * @throws Invalid `sources.nameEmpty`, `sources.nameLong`, `sources.nameTaken`
 * @throws NotFound `sources.notFound`, `sources.noInterview`
 * @throws Conflict `history.stale`
 */
export async function changeSource(
  ctx: Ctx,
  id: number,
  input: SourceDetails,
  revision: number,
): Promise<Done<void>> {
  const name = checkedName(input.name);
  return change(ctx, { kind: 'source.changed', entity: 'source' }, async (w) => {
    await sourceOf(ctx, w, id);
    const interview_id = await interviewOf(ctx, w, input.interviewId);
    const namesake = await w.trx
      .selectFrom('source')
      .select('id')
      .where('project_id', '=', ctx.projectId)
      .where('name', '=', name)
      .where('id', '<>', id)
      .executeTakeFirst();
    if (namesake) throw new Invalid('sources.nameTaken', { name }, 'name');
    const { kind, language } = input;
    const before = await interviewIdOf(w, id);
    await w.update('source', id, { name, kind, language, interview_id }, revision);
    // Another interview may have been held with another guide.
    if (before !== interview_id) {
      await findAgain(ctx, w, id);
      await rebuildSegments(w.trx, id);
    }
    w.about(id, { name });
  });
}

/**
 * Takes a source away with its codings and the memos on both, as one change that undo reverses. The original file stays
 * in the data folder, since undo needs it.
 * @throws NotFound `sources.notFound`
 */
export async function removeSource(ctx: Ctx, id: number): Promise<Done<{ codings: number }>> {
  return change(ctx, { kind: 'source.removed', entity: 'source' }, async (w) => {
    const { name } = await sourceOf(ctx, w, id);
    const codings = await idsOf(w, 'coding', id);
    const memos = await w.trx
      .selectFrom('memo as m')
      .leftJoin('coding as c', 'c.id', 'm.coding_id')
      .select('m.id')
      .where((eb) => eb.or([eb('m.source_id', '=', id), eb('c.source_id', '=', id)]))
      .execute();
    for (const memo of memos) await w.remove('memo', memo.id);
    for (const coding of codings) await w.remove('coding', coding);
    for (const lost of await idsOf(w, 'lost_coding', id)) await w.remove('lost_coding', lost);
    await removeMarks(w, id);
    await removeSpeakers(w, id);
    for (const value of await idsOf(w, 'source_value', id)) await w.remove('source_value', value);
    for (const text of await idsOf(w, 'source_text', id)) await w.remove('source_text', text);
    await w.remove('source', id);
    w.about(id, { name, codings: codings.length });
    return { codings: codings.length };
  });
}

/**
 * Reads a text source again from its original file in another encoding, as the next version of its text.
 * @throws Conflict `sources.hasCodings` once something is coded: the passages would no longer be where they were
 * @throws Invalid `sources.noEncoding` for a source that was no text file
 * @throws NotFound `sources.notFound`, `sources.noOriginal`
 */
export async function rereadSource(ctx: Ctx, id: number, encoding: string): Promise<Done<void>> {
  const source = await getSource(ctx, id);
  if (source.encoding === null || source.originalSha256 === null)
    throw new Invalid('sources.noEncoding');
  const bytes = await readOriginal(ctx.dataDir, source.originalSha256);
  const { text } = await readFile(source.originalName ?? source.name, bytes, { encoding });
  const segmentation = segmentText(text);
  const version = source.version + 1;
  const hash = sha256(text);
  return change(ctx, { kind: 'source.reread', entity: 'source' }, async (w) => {
    if ((await idsOf(w, 'coding', id)).length > 0)
      throw new Conflict('sources.hasCodings', { name: source.name });
    const row = {
      version,
      encoding,
      length: text.length,
      code_points: createOffsetIndex(text).codePointLength,
      text_sha256: hash,
      is_wrapped: segmentation.wrapped ? (1 as const) : (0 as const),
    };
    await removeMarks(w, id);
    await w.trx.deleteFrom('segment').where('source_id', '=', id).execute();
    await removeSpeakers(w, id);
    await w.insert('source_text', {
      source_id: id,
      version,
      text,
      sha256: hash,
      created_at: ctx.now(),
    });
    await w.update('source', id, row, source.revision);
    await insertSpeakers(ctx, w, id, segmentation, source.interviewId);
    await findQuestionsIn(ctx, w, id, { text, segmentation, interviewId: source.interviewId });
    await rebuildSegments(w.trx, id, segmentation);
    w.about(id, { name: source.name, encoding });
  });
}

async function interviewIdOf(w: ChangeWriter, id: number): Promise<number | null> {
  const row = await w.trx
    .selectFrom('source')
    .select('interview_id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.interview_id ?? null;
}

async function sourceOf(ctx: Ctx, w: ChangeWriter, id: number): Promise<{ name: string }> {
  const found = await w.trx
    .selectFrom('source')
    .select('name')
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!found) throw new NotFound('sources.notFound');
  return found;
}

async function idsOf(
  w: ChangeWriter,
  table: 'coding' | 'lost_coding' | 'source_value' | 'source_text',
  sourceId: number,
): Promise<number[]> {
  const rows = await w.trx
    .selectFrom(table)
    .select('id')
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
