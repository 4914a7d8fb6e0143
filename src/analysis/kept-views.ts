import { queryOf } from '../../views/analysis/address.ts';
import type { Choices } from '../../views/analysis/types.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { readChoices } from './forms.ts';
import type { Reader } from './study.ts';

/** Longest name of a view, in code units. */
export const NAME_LIMIT = 200;
export const VIEWS_PAGE = 50;

export interface KeptView {
  id: number;
  name: string;
  choices: Choices;
  revision: number;
}

/**
 * Keeps a table under a name. Only what is chosen is kept, so that it shows what is coded when it is opened.
 * @throws Invalid `analysis.viewNameEmpty`, `analysis.viewNameLong`; Conflict `analysis.viewNameTaken`
 */
export async function keepView(ctx: Ctx, name: string, choices: Choices): Promise<Done<number>> {
  const tidy = nameFrom(name);
  return change(ctx, { kind: 'view.kept', entity: 'saved_view' }, async (w) => {
    await checkFree(ctx, w, tidy, null);
    const id = await w.insert('saved_view', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      name: tidy,
      name_fold: foldName(tidy),
      query: queryOf(choices).toString(),
      revision: 1,
      created_by: ctx.userId,
      created_at: ctx.now(),
    });
    w.about(id, { name: tidy });
    return id;
  });
}

/**
 * @param revision as the person saw it
 * @throws NotFound `analysis.noView`; Invalid, Conflict as `keepView`; Conflict `history.stale`
 */
export async function renameView(
  ctx: Ctx,
  id: number,
  name: string,
  revision: number,
): Promise<Done<void>> {
  const tidy = nameFrom(name);
  return change(ctx, { kind: 'view.renamed', entity: 'saved_view' }, async (w) => {
    const view = await viewOf({ db: w.trx, projectId: ctx.projectId }, id);
    await checkFree(ctx, w, tidy, id);
    await w.update('saved_view', id, { name: tidy, name_fold: foldName(tidy) }, revision);
    w.about(id, { name: tidy, before: view.name });
  });
}

/** @throws NotFound `analysis.noView` */
export async function removeView(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'view.removed', entity: 'saved_view' }, async (w) => {
    const view = await viewOf({ db: w.trx, projectId: ctx.projectId }, id);
    await w.remove('saved_view', id);
    w.about(id, { name: view.name });
  });
}

/** One kept view. @throws NotFound `analysis.noView` */
export async function viewOf({ db, projectId }: Reader, id: number): Promise<KeptView> {
  const row = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'revision'])
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('analysis.noView');
  return kept(row);
}

/** The view of this name, whatever its case; null when there is none. */
export async function viewNamed({ db, projectId }: Reader, name: string): Promise<KeptView | null> {
  const row = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'revision'])
    .where('project_id', '=', projectId)
    .where('name_fold', '=', foldName(name))
    .executeTakeFirst();
  return row ? kept(row) : null;
}

/** One page of the project's kept views by name. */
export async function listViews(
  { db, projectId }: Reader,
  page = 1,
): Promise<{ views: KeptView[]; pages: number }> {
  const { n } = await db
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'revision'])
    .where('project_id', '=', projectId)
    .orderBy('name_fold')
    .limit(VIEWS_PAGE)
    .offset((page - 1) * VIEWS_PAGE)
    .execute();
  return { views: rows.map(kept), pages: Math.max(1, Math.ceil(n / VIEWS_PAGE)) };
}

function kept({ query, ...row }: Omit<KeptView, 'choices'> & { query: string }): KeptView {
  return { ...row, choices: readChoices(new URLSearchParams(query)) };
}

function nameFrom(text: string): string {
  const name = tidyName(text);
  if (name === '') throw new Invalid('analysis.viewNameEmpty', {}, 'name');
  if (name.length > NAME_LIMIT)
    throw new Invalid('analysis.viewNameLong', { limit: NAME_LIMIT }, 'name');
  return name;
}

async function checkFree(ctx: Ctx, w: ChangeWriter, name: string, own: number | null) {
  const taken = await viewNamed({ db: w.trx, projectId: ctx.projectId }, name);
  if (taken && taken.id !== own) throw new Conflict('analysis.viewNameTaken', { name }, 'name');
}
