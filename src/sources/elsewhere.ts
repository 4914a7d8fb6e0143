import type { Ctx } from '../deps.ts';
import { labelKey } from '../domain/text/speakers.ts';
import type { ChangeWriter } from '../history/index.ts';
import { findAgain } from './found.ts';
import { rebuildSegments } from './segments.ts';
import { columnsOf, type Who } from './who.ts';

/**
 * The same label in the project's other sources, where nobody said yet who it is: who interviews, and what is no speaker,
 * holds there too; a respondent only where the interview is theirs. Part of another change.
 * @returns in how many sources something was set
 */
export async function setElsewhere(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  rows: readonly { id: number; label: string }[],
  wanted: ReadonlyMap<number, Who>,
): Promise<number> {
  const said = new Map<string, Who>();
  for (const { id, label } of rows) {
    const who = wanted.get(id);
    if (who !== undefined && who !== 'nobody' && typeof who !== 'object')
      said.set(labelKey(label), who);
  }
  if (said.size === 0) return 0;
  const others = await w.trx
    .selectFrom('speaker as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .select(['p.id', 'p.label', 'p.source_id', 's.interview_id'])
    .where('s.project_id', '=', ctx.projectId)
    .where('s.id', '<>', sourceId)
    .where('p.respondent_id', 'is', null)
    .where('p.is_interviewer', '=', 0)
    .where('p.is_speaker', '=', 1)
    .where('p.same_as_id', 'is', null)
    .orderBy('p.id')
    .execute();
  const touched = new Set<number>();
  for (const { id, label, source_id, interview_id } of others) {
    const who = said.get(labelKey(label));
    if (who === undefined) continue;
    if (typeof who === 'number' && !(await isIn(w, interview_id, who))) continue;
    await w.update('speaker', id, columnsOf(who));
    touched.add(source_id);
  }
  for (const id of touched) {
    await findAgain(ctx, w, id);
    await rebuildSegments(w.trx, id);
  }
  return touched.size;
}

async function isIn(w: ChangeWriter, interviewId: number | null, respondentId: number) {
  if (interviewId === null) return false;
  const row = await w.trx
    .selectFrom('interview_respondent')
    .select('id')
    .where('interview_id', '=', interviewId)
    .where('respondent_id', '=', respondentId)
    .executeTakeFirst();
  return row !== undefined;
}
