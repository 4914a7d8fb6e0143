import type { Db, Trx } from '../../db/schema.ts';

interface Reader {
  db: Db | Trx;
  projectId: number;
}

/** Ids of the interviews whose consent was withdrawn; as a query, to stand behind `not in`. */
export function withdrawnInterviews({ db, projectId }: Reader) {
  return db
    .selectFrom('interview as withdrawn')
    .select('withdrawn.id')
    .where('withdrawn.project_id', '=', projectId)
    .where('withdrawn.consent', '=', 'withdrawn');
}

/** Ids of the sources of those interviews; as a query, to stand behind `not in`. */
export function withdrawnSources({ db, projectId }: Reader) {
  return db
    .selectFrom('source as hidden')
    .innerJoin('interview as withdrawn', 'withdrawn.id', 'hidden.interview_id')
    .select('hidden.id')
    .where('withdrawn.project_id', '=', projectId)
    .where('withdrawn.consent', '=', 'withdrawn');
}

/** Ids of such interviews of every project; as a query, for the one page that counts across projects. */
export function withdrawnAnywhere({ db }: Pick<Reader, 'db'>) {
  return db
    .selectFrom('interview as withdrawn')
    .select('withdrawn.id')
    .where('withdrawn.consent', '=', 'withdrawn');
}

/** Ids of the sources of those interviews; as a query, to stand behind `not in`. */
export function withdrawnSourcesAnywhere({ db }: Pick<Reader, 'db'>) {
  return db
    .selectFrom('source as hidden')
    .innerJoin('interview as withdrawn', 'withdrawn.id', 'hidden.interview_id')
    .select('hidden.id')
    .where('withdrawn.consent', '=', 'withdrawn');
}

/** Both as numbers, for what cannot take a query. */
export async function withdrawnIds(
  reader: Reader,
): Promise<{ interviewIds: number[]; sourceIds: number[] }> {
  const interviews = await withdrawnInterviews(reader).execute();
  const sources = interviews.length === 0 ? [] : await withdrawnSources(reader).execute();
  return { interviewIds: interviews.map(({ id }) => id), sourceIds: sources.map(({ id }) => id) };
}

/** How many interviews are left out of everything: what each table and export says. */
export async function countWithdrawn({ db, projectId }: Reader): Promise<number> {
  const { n } = await db
    .selectFrom('interview')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', '=', projectId)
    .where('consent', '=', 'withdrawn')
    .executeTakeFirstOrThrow();
  return n;
}
