import type { SourceKind } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { checkedName, interviewOf } from './commands.ts';
import { findAgain } from './found.ts';
import { removeMarks, removeSpeakers } from './marks.ts';
import { rebuildSegments } from './segments.ts';

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
