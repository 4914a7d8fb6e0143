import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { respondentOf } from './identity.ts';

export interface ErasedInterview {
  id: number;
  reference: string;
  date: string | null;
  /** References of the others in it who are not erased; nobody when it is theirs alone. */
  others: string[];
  sources: ErasedSource[];
}

/**
 * What becomes of a source: it goes; their turns are blacked out; or it stays, since nobody said which words are theirs.
 */
export type Fate = 'goes' | 'blacked out' | 'stays';

export interface ErasedSource {
  id: number;
  name: string;
  fate: Fate;
}

/** What erasing a respondent takes away, and what it leaves. */
export interface ErasePlan {
  id: number;
  reference: string;
  interviews: ErasedInterview[];
  /** Sources of other interviews, or of none, in which they speak. */
  sources: ErasedSource[];
}

/**
 * Looks at everything that is theirs.
 * @param whole interviews with others that are to go whole, what the others said included
 */
export async function planErasing(
  ctx: Pick<Ctx, 'projectId'> & { db: Db | Trx },
  respondentId: number,
  whole: ReadonlySet<number> = new Set(),
): Promise<ErasePlan> {
  const { db } = ctx;
  const { id, reference } = await respondentOf(db, ctx, respondentId);
  const interviews = await interviewsOf(db, id);
  const sources = await sourcesOf(db, ctx.projectId, id);
  const planned = interviews.map((interview) => {
    const isTheirs = interview.others.length === 0 || whole.has(interview.id);
    return {
      ...interview,
      sources: sources
        .filter((source) => source.interviewId === interview.id)
        .map((source) => ({
          id: source.id,
          name: source.name,
          fate: isTheirs ? ('goes' as const) : source.speaks ? ('blacked out' as const) : 'stays',
        })) satisfies ErasedSource[],
    };
  });
  const known = new Set(interviews.map((interview) => interview.id));
  const elsewhere = sources.filter(({ interviewId }) => !known.has(interviewId ?? 0));
  return {
    id,
    reference,
    interviews: planned,
    sources: elsewhere.map((source) => ({
      id: source.id,
      name: source.name,
      fate: source.isAlone ? 'goes' : 'blacked out',
    })),
  };
}

async function interviewsOf(db: Db | Trx, respondentId: number) {
  const rows = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('interview as i', 'i.id', 'ir.interview_id')
    .select(['i.id', 'i.reference', 'i.date'])
    .where('ir.respondent_id', '=', respondentId)
    .orderBy('i.date')
    .orderBy('i.id')
    .execute();
  const others = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('interview_respondent as own', 'own.interview_id', 'ir.interview_id')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select(['ir.interview_id', 'r.reference'])
    .where('own.respondent_id', '=', respondentId)
    .where('r.id', '<>', respondentId)
    .where('r.erased_at', 'is', null)
    .orderBy('ir.position')
    .execute();
  return rows.map((row) => ({
    ...row,
    others: others.filter((one) => one.interview_id === row.id).map((one) => one.reference),
  }));
}

/** The sources of their interviews, and those in which they speak. */
async function sourcesOf(db: Db | Trx, projectId: number, respondentId: number) {
  const rows = await db
    .selectFrom('source as s')
    .select((eb) => [
      's.id',
      's.name',
      's.interview_id as interviewId',
      eb
        .selectFrom('speaker as p')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('p.source_id', '=', 's.id')
        .where('p.respondent_id', '=', respondentId)
        .$asScalar()
        .$notNull()
        .as('theirs'),
      eb
        .selectFrom('speaker as p')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('p.source_id', '=', 's.id')
        .where('p.is_interviewer', '=', 0)
        .where((of) =>
          of.or([of('p.respondent_id', 'is', null), of('p.respondent_id', '<>', respondentId)]),
        )
        .$asScalar()
        .$notNull()
        .as('others'),
    ])
    .where('s.project_id', '=', projectId)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('speaker as p')
            .select('p.id')
            .whereRef('p.source_id', '=', 's.id')
            .where('p.respondent_id', '=', respondentId),
        ),
        eb.exists(
          eb
            .selectFrom('interview_respondent as ir')
            .select('ir.id')
            .whereRef('ir.interview_id', '=', 's.interview_id')
            .where('ir.respondent_id', '=', respondentId),
        ),
      ]),
    )
    .orderBy('s.name')
    .orderBy('s.id')
    .execute();
  return rows.map(({ theirs, others, ...row }) => ({
    ...row,
    speaks: theirs > 0,
    isAlone: others === 0,
  }));
}
