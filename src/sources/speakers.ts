import type { Bit, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { foldName } from '../domain/names.ts';
import type { Segmentation } from '../domain/text/segments.ts';
import { isInterviewerLabel } from '../domain/text/speakers.ts';
import type { ChangeWriter } from '../history/index.ts';

/**
 * One row for each label of the text that has none yet, as part of another change. A label that says so is the
 * interviewer's, and so is the name or the initials of who led the interview; one that is the reference of a respondent
 * (of the interview, when there is one) is theirs. Nothing else is guessed; the source's page lets people say who is who.
 */
export async function insertSpeakers(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  { segments }: Segmentation,
  interviewId: number | null,
): Promise<void> {
  const labels = new Set(segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  const known = await w.trx
    .selectFrom('speaker')
    .select('label')
    .where('source_id', '=', sourceId)
    .execute();
  for (const { label } of known) labels.delete(label);
  if (labels.size === 0) return;
  const respondents = await respondentsBy(ctx, w, interviewId);
  const interviewers =
    interviewId === null ? new Set() : await interviewerNames(w.trx, interviewId);
  const isInterviewer = (label: string): Bit =>
    isInterviewerLabel(label) || interviewers.has(foldName(label)) ? 1 : 0;
  await w.insertMany(
    'speaker',
    [...labels].map((label) => {
      const respondent_id = respondents.get(label.toLowerCase()) ?? null;
      return {
        source_id: sourceId,
        label,
        respondent_id,
        is_interviewer: respondent_id === null ? isInterviewer(label) : 0,
      };
    }),
  );
}

/** Names of those who led the interview and their initials, folded. */
async function interviewerNames(trx: Trx, interviewId: number): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('interview_interviewer as ii')
    .innerJoin('interviewer as i', 'i.id', 'ii.interviewer_id')
    .select('i.name')
    .where('ii.interview_id', '=', interviewId)
    .limit(50)
    .execute();
  return new Set(
    rows.flatMap(({ name }) => {
      const initials = name
        .split(/[\s-]+/u)
        .map((word) => [...word][0] ?? '')
        .join('');
      return initials.length > 1 ? [foldName(name), foldName(initials)] : [foldName(name)];
    }),
  );
}

async function respondentsBy(
  ctx: Ctx,
  w: ChangeWriter,
  interviewId: number | null,
): Promise<Map<string, number>> {
  let query = w.trx
    .selectFrom('respondent as r')
    .select(['r.id', 'r.reference'])
    .where('r.project_id', '=', ctx.projectId)
    .limit(10_000);
  if (interviewId !== null)
    query = query
      .innerJoin('interview_respondent as ir', 'ir.respondent_id', 'r.id')
      .where('ir.interview_id', '=', interviewId);
  const rows = await query.execute();
  return new Map(rows.map(({ id, reference }) => [reference.toLowerCase(), id]));
}
