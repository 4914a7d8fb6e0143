import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import type { ChangeWriter } from '../history/index.ts';
import { addRespondent, type RespondentInput } from '../respondents/index.ts';

/** Someone in an interview: a respondent the project has, by id, or one made with it. */
export type Participant = number | RespondentInput;

/** The interviewer of this name, made if need be, as part of another change. */
export async function ensureInterviewer(w: ChangeWriter, ctx: Ctx, text: string): Promise<number> {
  const name = tidyName(text);
  const fold = foldName(name);
  const found = await w.trx
    .selectFrom('interviewer')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('name_fold', '=', fold)
    .executeTakeFirst();
  if (found) return found.id;
  const user = await w.trx
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', '=', ctx.userId)
    .executeTakeFirstOrThrow();
  const user_id = foldName(user.name) === fold ? user.id : null;
  return w.insert('interviewer', { project_id: ctx.projectId, name, name_fold: fold, user_id });
}

/** @throws Invalid `interviews.noSuchRespondent`, `interviews.respondentTwice` */
async function respondentIds(
  w: ChangeWriter,
  ctx: Ctx,
  people: readonly Participant[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const one of people) {
    if (typeof one !== 'number') ids.push((await addRespondent(w, ctx, one)).id);
    else if (await isOurs(w.trx, ctx, one)) ids.push(one);
    else throw new Invalid('interviews.noSuchRespondent', {}, 'respondent');
  }
  if (new Set(ids).size < ids.length)
    throw new Invalid('interviews.respondentTwice', {}, 'respondent');
  return ids;
}

async function isOurs(trx: Trx, ctx: Ctx, respondentId: number): Promise<boolean> {
  const row = await trx
    .selectFrom('respondent')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', respondentId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Brings the people of an interview to those given, in their order, as part of another change. */
export async function writePeople(
  w: ChangeWriter,
  ctx: Ctx,
  interviewId: number,
  input: { respondents: readonly Participant[]; interviewers: readonly string[] },
): Promise<number[]> {
  const respondents = await respondentIds(w, ctx, input.respondents);
  const interviewers: number[] = [];
  for (const name of input.interviewers) interviewers.push(await ensureInterviewer(w, ctx, name));
  await writeRespondents(w, interviewId, respondents);
  await writeInterviewers(w, interviewId, [...new Set(interviewers)]);
  return respondents;
}

async function writeRespondents(
  w: ChangeWriter,
  interview_id: number,
  ids: readonly number[],
): Promise<void> {
  const rows = await w.trx
    .selectFrom('interview_respondent')
    .select(['id', 'respondent_id'])
    .where('interview_id', '=', interview_id)
    .execute();
  for (const row of rows)
    if (!ids.includes(row.respondent_id)) await w.remove('interview_respondent', row.id);
  for (const [i, respondent_id] of ids.entries()) {
    const row = rows.find((one) => one.respondent_id === respondent_id);
    if (row) await w.update('interview_respondent', row.id, { position: i + 1 });
    else await w.insert('interview_respondent', { interview_id, respondent_id, position: i + 1 });
  }
}

export async function writeInterviewers(
  w: ChangeWriter,
  interview_id: number,
  ids: readonly number[],
): Promise<void> {
  const rows = await w.trx
    .selectFrom('interview_interviewer')
    .select(['id', 'interviewer_id'])
    .where('interview_id', '=', interview_id)
    .execute();
  for (const row of rows)
    if (!ids.includes(row.interviewer_id)) await w.remove('interview_interviewer', row.id);
  for (const [i, interviewer_id] of ids.entries()) {
    const row = rows.find((one) => one.interviewer_id === interviewer_id);
    if (row) await w.update('interview_interviewer', row.id, { position: i + 1 });
    else await w.insert('interview_interviewer', { interview_id, interviewer_id, position: i + 1 });
  }
}
