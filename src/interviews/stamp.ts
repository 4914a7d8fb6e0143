import type { Db, Trx } from '../../db/schema.ts';
import { fingerprint } from '../domain/guide/index.ts';

/**
 * Tells whether anyone changed the facts or the people of an interview since: a fingerprint of all of them. The row's own
 * revision would not do, since it also moves with each save of the notes, and not with the people.
 */
export async function stampOf(db: Db | Trx, interviewId: number): Promise<string> {
  const facts = await db
    .selectFrom('interview')
    .select([
      'reference',
      'date',
      'end_date',
      'kind',
      'mode',
      'location',
      'language',
      'status',
      'consent',
      'may_quote',
      'follows_id',
    ])
    .where('id', '=', interviewId)
    .executeTakeFirst();
  const respondents = await db
    .selectFrom('interview_respondent')
    .select('respondent_id')
    .where('interview_id', '=', interviewId)
    .orderBy('position')
    .execute();
  const interviewers = await db
    .selectFrom('interview_interviewer')
    .select('interviewer_id')
    .where('interview_id', '=', interviewId)
    .orderBy('position')
    .execute();
  return fingerprint(
    JSON.stringify([
      facts,
      respondents.map((row) => row.respondent_id),
      interviewers.map((row) => row.interviewer_id),
    ]),
  );
}

/** How many people these respondents are. */
export async function headsOf(trx: Trx, respondentIds: readonly number[]): Promise<number> {
  if (respondentIds.length === 0) return 0;
  const rows = await trx
    .selectFrom('respondent')
    .select('head_count')
    .where('id', 'in', respondentIds)
    .execute();
  return rows.reduce((sum, row) => sum + row.head_count, 0);
}
