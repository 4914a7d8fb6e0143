import type { Ctx } from '../deps.ts';
import { segmentText, type Segmentation } from '../domain/text/segments.ts';
import type { ChangeWriter } from '../history/index.ts';
import { findAnew, guideQuestions } from './marks.ts';
import { NOTES_TYPE } from './noted.ts';
import { saidOf } from './segments.ts';

/** Finds the guide's questions in a text whose segments are known, as part of another change. */
export async function findQuestionsIn(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  at: { text: string; segmentation: Segmentation; interviewId: number | null },
): Promise<number> {
  const questions = await guideQuestions(w.trx, ctx.projectId, at.interviewId);
  return findAnew(w, { sourceId, text: at.text, segments: at.segmentation.segments, questions });
}

/** The same for a source as it stands; notes know their questions already. @returns places that bear a found question */
export async function findAgain(ctx: Ctx, w: ChangeWriter, sourceId: number): Promise<number> {
  const source = await w.trx
    .selectFrom('source as s')
    .innerJoin('source_text as t', (join) =>
      join.onRef('t.source_id', '=', 's.id').onRef('t.version', '=', 's.version'),
    )
    .select(['t.text', 's.interview_id as interviewId', 's.original_type as type'])
    .where('s.id', '=', sourceId)
    .executeTakeFirstOrThrow();
  if (source.type === NOTES_TYPE) return 0;
  const labels = await w.trx
    .selectFrom('speaker')
    .select(['label', 'is_speaker'])
    .where('source_id', '=', sourceId)
    .execute();
  const said = saidOf(
    labels.map(({ label, is_speaker }) => ({ label, isSpeaker: is_speaker === 1 })),
  );
  const { text, interviewId } = source;
  const segmentation = segmentText(text, said);
  return findQuestionsIn(ctx, w, sourceId, { text, segmentation, interviewId });
}
