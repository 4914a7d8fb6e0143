import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { currentGuide } from './guides.ts';
import { questionsOf } from './questions.ts';

/** The versions of the project's guide, newest first, with how many interviews are held with each; at most 200. */
export async function listVersions({ db, projectId }: { db: Db; projectId: number }) {
  return db
    .selectFrom('guide')
    .select((eb) => [
      'id',
      'version',
      'created_at as createdAt',
      eb
        .selectFrom('interview')
        .whereRef('interview.guide_id', '=', 'guide.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('interviews'),
    ])
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}

/** @throws NotFound `guide.noSuchVersion` */
export async function questionsOfVersion(
  { db, projectId }: { db: Db; projectId: number },
  version: number,
) {
  const guide = await db
    .selectFrom('guide')
    .select('id')
    .where('project_id', '=', projectId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!guide) throw new NotFound('guide.noSuchVersion', { version });
  return questionsOf(db, guide.id);
}

/**
 * Begins a new version of the guide as a copy of the one in use, whose questions stay the same questions. Interviews keep
 * the version they were held with; planned ones in which nothing is noted yet take the new one.
 * @throws Invalid `guide.nothingToCopy`
 */
export async function newVersion(ctx: Ctx): Promise<Done<number>> {
  return change(ctx, { kind: 'guide.versioned', entity: 'guide' }, async (w) => {
    const current = await currentGuide(w.trx, ctx.projectId);
    const questions = current === null ? [] : await questionsOf(w.trx, current.id);
    if (current === null || questions.length === 0) throw new Invalid('guide.nothingToCopy');
    const version = (await newest(w.trx, ctx.projectId)) + 1;
    const id = await w.insert('guide', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      version,
      name: current.name,
      created_at: ctx.now(),
    });
    await w.insertMany(
      'question',
      questions.map(({ id: _id, revision: _revision, ...question }) => ({
        ...question,
        guide_id: id,
        revision: 1,
      })),
    );
    await moveInterviews(w, ctx, current.id, id);
    w.about(id, { version });
    return version;
  });
}

async function newest(trx: Trx, projectId: number): Promise<number> {
  const { version } = await trx
    .selectFrom('guide')
    .select((eb) => eb.fn.max<number | null>('version').as('version'))
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  return version ?? 0;
}

async function moveInterviews(w: ChangeWriter, ctx: Ctx, from: number, to: number): Promise<void> {
  const interviews = await w.trx
    .selectFrom('interview as i')
    .select(['i.id', 'i.guide_id', 'i.status'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('answer as a')
            .select('a.id')
            .whereRef('a.interview_id', '=', 'i.id')
            .where((or) => or.or([or('a.state', 'is not', null), or('a.notes', '<>', '')])),
        )
        .$castTo<number>()
        .as('isNoted'),
    )
    .where('i.project_id', '=', ctx.projectId)
    .where((eb) => eb.or([eb('i.guide_id', '=', from), eb('i.guide_id', 'is', null)]))
    .execute();
  for (const { id, guide_id, status, isNoted } of interviews) {
    const guide = status === 'planned' && isNoted === 0 ? to : (guide_id ?? from);
    await w.update('interview', id, { guide_id: guide });
  }
}
