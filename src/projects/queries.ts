import { withdrawnAnywhere, withdrawnSourcesAnywhere } from '../consent/index.ts';
import type { Ctx, Deps } from '../deps.ts';

export interface ProjectEntry {
  id: number;
  name: string;
  description: string;
  interviews: number;
  sources: number;
  codings: number;
  /** Interviews that none of these counts has in it: their consent was withdrawn. */
  withdrawn: number;
  lastChange: string | null;
}

/** The projects this person is a member of, the one changed last first; at most 500. */
export async function listProjects(db: Deps['db'], userId: number): Promise<ProjectEntry[]> {
  return db
    .selectFrom('project as p')
    .innerJoin('member', 'member.project_id', 'p.id')
    .where('member.user_id', '=', userId)
    .select((eb) => [
      'p.id',
      'p.name',
      'p.description',
      eb
        .selectFrom('interview')
        .whereRef('interview.project_id', '=', 'p.id')
        .where('interview.id', 'not in', withdrawnAnywhere({ db }))
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('interviews'),
      eb
        .selectFrom('source')
        .whereRef('source.project_id', '=', 'p.id')
        .where('source.id', 'not in', withdrawnSourcesAnywhere({ db }))
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('sources'),
      eb
        .selectFrom('coding')
        .whereRef('coding.project_id', '=', 'p.id')
        .where('coding.source_id', 'not in', withdrawnSourcesAnywhere({ db }))
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('codings'),
      eb
        .selectFrom('interview')
        .whereRef('interview.project_id', '=', 'p.id')
        .where('interview.id', 'in', withdrawnAnywhere({ db }))
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('withdrawn'),
      eb
        .selectFrom('change')
        .innerJoin('change_head', (join) =>
          join
            .onRef('change_head.project_id', '=', 'change.project_id')
            .onRef('change_head.seq', '=', 'change.seq'),
        )
        .whereRef('change.project_id', '=', 'p.id')
        .select('change.at')
        .as('lastChange'),
    ])
    .orderBy('lastChange', 'desc')
    .limit(500)
    .execute();
}

/** The project's own fields, with the revision that saving them needs. */
export async function getSettings(ctx: Pick<Ctx, 'db' | 'projectId'>) {
  return ctx.db
    .selectFrom('project')
    .select([
      'id',
      'guid',
      'name',
      'description',
      'date_order',
      'min_cell',
      'counts_debriefs',
      'revision',
    ])
    .where('id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
}
