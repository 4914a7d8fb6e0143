import type { InterviewStatus } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';

export interface Progress {
  /** Interviews that were or will be held, debriefs included. */
  interviews: Record<InterviewStatus, number>;
  respondents: number;
  questions: number;
  sources: number;
  /** Sources with no coding yet. */
  uncodedSources: number;
  codes: number;
  codings: number;
}

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** How far the project is, in counts. */
export async function progressOf({ db, projectId }: Reader): Promise<Progress> {
  const [statuses, counts] = await Promise.all([
    db
      .selectFrom('interview')
      .select(['status', (eb) => eb.fn.countAll<number>().as('n')])
      .where('project_id', '=', projectId)
      .groupBy('status')
      .execute(),
    countsOf({ db, projectId }),
  ]);
  const interviews = { planned: 0, done: 0, transcribed: 0, coded: 0, cancelled: 0 };
  for (const { status, n } of statuses) interviews[status] = n;
  return { interviews, ...counts };
}

async function countsOf({ db, projectId }: Reader) {
  const n = async (rows: Promise<{ n: number } | undefined>) => (await rows)?.n ?? 0;
  const all = (table: 'respondent' | 'source' | 'code' | 'coding') =>
    n(
      db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('project_id', '=', projectId)
        .executeTakeFirst(),
    );
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
    respondents: await all('respondent'),
    questions: await n(questions),
    sources: await all('source'),
    uncodedSources: await n(uncoded),
    codes: await all('code'),
    codings: await all('coding'),
  };
}

/** The sources most worth opening next: the uncoded first, then the newest; at most `limit`. */
export async function sourcesToCode({ db, projectId }: Reader, limit = 6) {
  return db
    .selectFrom('source')
    .leftJoin('coding', 'coding.source_id', 'source.id')
    .select((eb) => [
      'source.id',
      'source.name',
      'source.kind',
      eb.fn.count<number>('coding.id').as('codings'),
    ])
    .where('source.project_id', '=', projectId)
    .groupBy(['source.id', 'source.name', 'source.kind'])
    .orderBy((eb) => eb(eb.fn.count('coding.id'), '>', 0))
    .orderBy('source.id', 'desc')
    .limit(limit)
    .execute();
}
