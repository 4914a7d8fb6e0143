import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { stampOf } from './stamp.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** What every page about an interview shows of it. */
export const FACTS = [
  'i.id',
  'i.guid',
  'i.reference',
  'i.date',
  'i.end_date',
  'i.kind',
  'i.mode',
  'i.location',
  'i.language',
  'i.status',
  'i.consent',
] as const;

/** The respondents and interviewers of some interviews, each in their order. */
export async function peopleOf({ db }: Reader, ids: readonly number[]) {
  const respondents =
    ids.length === 0
      ? []
      : await db
          .selectFrom('interview_respondent as ir')
          .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
          .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
          .leftJoin('region', 'region.id', 'r.region_id')
          .select([
            'ir.interview_id',
            'r.id',
            'r.reference',
            'r.role',
            'r.organisation',
            'r.head_count',
          ])
          .select(['g.name as group_name', 'region.name as region_name'])
          .where('ir.interview_id', 'in', ids)
          .orderBy('ir.position')
          .execute();
  const interviewers =
    ids.length === 0
      ? []
      : await db
          .selectFrom('interview_interviewer as ii')
          .innerJoin('interviewer', 'interviewer.id', 'ii.interviewer_id')
          .select(['ii.interview_id', 'interviewer.id', 'interviewer.name'])
          .where('ii.interview_id', 'in', ids)
          .orderBy('ii.position')
          .execute();
  return (id: number) => ({
    respondents: respondents.filter((row) => row.interview_id === id),
    interviewers: interviewers.filter((row) => row.interview_id === id),
  });
}

/**
 * One interview with its people.
 * @throws NotFound `interviews.noSuchInterview`, also for one of another project
 */
export async function getInterview(reader: Reader, id: number) {
  const { db, projectId } = reader;
  const interview = await db
    .selectFrom('interview as i')
    .leftJoin('interview as before', 'before.id', 'i.follows_id')
    .select(FACTS)
    .select(['i.may_quote', 'i.notes', 'i.follows_id', 'before.reference as follows'])
    .where('i.project_id', '=', projectId)
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!interview) throw new NotFound('interviews.noSuchInterview');
  const people = await peopleOf(reader, [id]);
  const followers = await followersOf(reader, id);
  return { ...interview, ...people(id), followers, stamp: await stampOf(db, id) };
}

/** Interviews with any of these respondents besides one, the first first; at most 100. */
export async function othersWith(
  { db, projectId }: { db: Db | Trx; projectId: number },
  respondentIds: readonly number[],
  besides: number | null,
) {
  if (respondentIds.length === 0) return [];
  return db
    .selectFrom('interview as i')
    .select(['i.id', 'i.reference', 'i.date', 'i.end_date', 'i.kind'])
    .where('i.project_id', '=', projectId)
    .where('i.id', 'in', (eb) =>
      eb
        .selectFrom('interview_respondent')
        .select('interview_id')
        .where('respondent_id', 'in', respondentIds),
    )
    .where('i.id', '<>', besides ?? 0)
    .orderBy((eb) => eb('i.date', 'is', null))
    .orderBy('i.date')
    .orderBy('i.id')
    .limit(100)
    .execute();
}

/** The interviews that follow this one, in their order; at most 100. */
async function followersOf({ db, projectId }: Reader, id: number) {
  return db
    .selectFrom('interview')
    .select(['id', 'reference'])
    .where('project_id', '=', projectId)
    .where('follows_id', '=', id)
    .orderBy('date')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** The transcripts and documents of an interview; at most 100. */
export async function sourcesOf({ db, projectId }: Reader, interviewId: number) {
  return db
    .selectFrom('source')
    .select(['id', 'name', 'kind'])
    .where('project_id', '=', projectId)
    .where('interview_id', '=', interviewId)
    .orderBy('name')
    .limit(100)
    .execute();
}

/** Everyone who asked in this project; at most 500. */
export async function listInterviewers({ db, projectId }: Reader) {
  return db
    .selectFrom('interviewer')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('name_fold')
    .limit(500)
    .execute();
}

/** Places there were interviews at, for choosing again; at most 200. */
export async function listLocations({ db, projectId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('interview')
    .select('location')
    .distinct()
    .where('project_id', '=', projectId)
    .where('location', '<>', '')
    .orderBy('location')
    .limit(200)
    .execute();
  return rows.map((row) => row.location);
}

/**
 * What the person's interviews are like, so that the next form begins with it: how and in which language the last one was,
 * and where the last one of today was. Whoever travels is elsewhere tomorrow.
 */
export async function usualFor(
  { db, projectId, userId }: Pick<Ctx, 'db' | 'projectId' | 'userId'>,
  day: string,
): Promise<{ mode: string; language: string; location: string }> {
  const mine = db
    .selectFrom('interview')
    .where('project_id', '=', projectId)
    .where('created_by', '=', userId)
    .orderBy('id', 'desc')
    .limit(1);
  const last = await mine.select(['mode', 'language']).executeTakeFirst();
  const here = await mine.select('location').where('date', '=', day).executeTakeFirst();
  return {
    mode: last?.mode ?? '',
    language: last?.language ?? '',
    location: here?.location ?? '',
  };
}

/** The name that this person interviews under; their own where they have not yet. */
export async function interviewerName(
  { db, projectId, userId }: Pick<Ctx, 'db' | 'projectId' | 'userId'>,
  own: string,
): Promise<string> {
  const row = await db
    .selectFrom('interviewer')
    .select('name')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? own;
}
