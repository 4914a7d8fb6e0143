import type { InterviewStatus } from '../../db/schema.ts';
import { countWithdrawn, withdrawnInterviews, withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';

export interface Progress {
  /** Interviews that were or will be held and may be used, debriefs included. */
  interviews: Record<InterviewStatus, number>;
  respondents: number;
  questions: number;
  sources: number;
  /** Sources with no coding yet. */
  uncodedSources: number;
  codes: number;
  codings: number;
  /** Interviews left out of all of these because consent was withdrawn. */
  withdrawn: number;
}

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** How far the project is, in counts. */
export async function progressOf(reader: Reader): Promise<Progress> {
  const [statuses, counts, withdrawn] = await Promise.all([
    reader.db
      .selectFrom('interview')
      .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
      .where('project_id', '=', reader.projectId)
      .where('id', 'not in', withdrawnInterviews(reader))
      .groupBy('status')
      .execute(),
    countsOf(reader),
    countWithdrawn(reader),
  ]);
  const interviews = { planned: 0, done: 0, transcribed: 0, coded: 0, cancelled: 0 };
  for (const { status, n } of statuses) interviews[status] = n;
  return { interviews, ...counts, withdrawn };
}

async function countsOf(reader: Reader) {
  const { db, projectId } = reader;
  const n = async (rows: Promise<{ n: number } | undefined>) => (await rows)?.n ?? 0;
  const all = (table: 'respondent' | 'source' | 'code' | 'coding') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('project_id', '=', projectId);
  const hidden = withdrawnSources(reader);
  const questions = db
    .selectFrom('question')
    .innerJoin('guide', 'guide.id', 'question.guide_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('guide.project_id', '=', projectId)
    .executeTakeFirst();
  const uncoded = db
    .selectFrom('source')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('source.project_id', '=', projectId)
    .where('source.id', 'not in', hidden)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('coding')
            .select('coding.id')
            .whereRef('coding.source_id', '=', 'source.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return {
    respondents: await n(all('respondent').executeTakeFirst()),
    questions: await n(questions),
    sources: await n(all('source').where('id', 'not in', hidden).executeTakeFirst()),
    uncodedSources: await n(uncoded),
    codes: await n(all('code').executeTakeFirst()),
    codings: await n(all('coding').where('source_id', 'not in', hidden).executeTakeFirst()),
  };
}

/** The sources most worth opening next: the uncoded first, then the newest; at most `limit`. */
export async function sourcesToCode(reader: Reader, limit = 6) {
  return reader.db
    .selectFrom('source')
    .leftJoin('coding', 'coding.source_id', 'source.id')
    .select((eb) => [
      'source.id',
      'source.name',
      'source.kind',
      eb.fn.count<number>('coding.id').as('codings'),
    ])
    .where('source.project_id', '=', reader.projectId)
    .where('source.id', 'not in', withdrawnSources(reader))
    .groupBy(['source.id', 'source.name', 'source.kind'])
    .orderBy((eb) => eb(eb.fn.count('coding.id'), '>', 0))
    .orderBy('source.id', 'desc')
    .limit(limit)
    .execute();
}
