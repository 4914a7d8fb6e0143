import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import type { ChangeWriter } from '../history/index.ts';

/** The guide in use: the one with the highest version; null while the project has none. */
export async function currentGuide(
  db: Db | Trx,
  projectId: number,
): Promise<{ id: number; name: string; version: number } | null> {
  const row = await db
    .selectFrom('guide')
    .select(['id', 'name', 'version'])
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Every version of the guide, the newest first; at most 100. */
export async function listGuides({ db, projectId }: Pick<Ctx, 'db' | 'projectId'>) {
  return db
    .selectFrom('guide')
    .select(['id', 'version', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
}

/** The guide in use, made if need be, as part of another change. */
export async function ensureGuide(w: ChangeWriter, ctx: Ctx): Promise<number> {
  const found = await currentGuide(w.trx, ctx.projectId);
  if (found) return found.id;
  return w.insert('guide', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    version: 1,
    name: '',
    created_at: ctx.now(),
  });
}

/**
 * The interview and the guide it was held with; interviews from before there was a guide use the one in use now.
 * @throws NotFound `guide.noSuchInterview`, also for one of another project
 */
export async function interviewGuide(
  db: Db | Trx,
  projectId: number,
  interviewId: number,
): Promise<{ reference: string; guideId: number | null }> {
  const row = await db
    .selectFrom('interview')
    .select(['reference', 'guide_id'])
    .where('project_id', '=', projectId)
    .where('id', '=', interviewId)
    .executeTakeFirst();
  if (!row) throw new NotFound('guide.noSuchInterview');
  const guideId = row.guide_id ?? (await currentGuide(db, projectId))?.id ?? null;
  return { reference: row.reference, guideId };
}
