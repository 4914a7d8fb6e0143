import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import type { PlanLine, Target } from '../domain/register/sample.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { ensureNamed } from '../respondents/index.ts';
import { targetRows } from './queries.ts';

/** Where a target stands in the plan. */
const keyOf = ({ groupId, regionId }: Omit<Target, 'planned'>): string =>
  `${groupId ?? ''}/${regionId ?? ''}`;

/**
 * Saves the whole plan as one change; what is not among the targets, or planned 0, is taken out.
 * @throws Invalid `sample.noSuchPlace` for a group or region of another project
 */
export async function savePlan(
  ctx: Ctx,
  targets: readonly Target[],
): Promise<Done<{ targets: number }>> {
  return change(ctx, { kind: 'plan.saved', entity: 'sample_target' }, async (w) => {
    await checkPlaces(w, ctx, targets);
    const wanted = new Map(targets.map((target) => [keyOf(target), target]));
    for (const row of await targetRows(w.trx, ctx.projectId))
      if (!wanted.has(keyOf(row))) await w.remove('sample_target', row.id);
    await writeTargets(w, ctx, targets);
    return summary(w, ctx);
  });
}

/** Brings lines of a table into the plan as one change: groups and regions are made when new, other targets stay. */
export async function importPlan(
  ctx: Ctx,
  lines: readonly PlanLine[],
): Promise<Done<{ targets: number }>> {
  return change(ctx, { kind: 'plan.imported', entity: 'sample_target' }, async (w) => {
    const targets: Target[] = [];
    for (const { group, region, planned } of lines)
      targets.push({
        groupId: await ensureNamed(w, ctx, 'respondent_group', group),
        regionId: await ensureNamed(w, ctx, 'region', region),
        planned,
      });
    await writeTargets(w, ctx, targets);
    return summary(w, ctx);
  });
}

async function summary(w: ChangeWriter, ctx: Ctx): Promise<{ targets: number }> {
  const rows = await targetRows(w.trx, ctx.projectId);
  w.detail = { n: rows.length };
  return { targets: rows.length };
}

async function checkPlaces(w: ChangeWriter, ctx: Ctx, targets: readonly Target[]): Promise<void> {
  const known = async (table: 'respondent_group' | 'region') =>
    new Set(
      (
        await w.trx.selectFrom(table).select('id').where('project_id', '=', ctx.projectId).execute()
      ).map(({ id }) => id),
    );
  const [groups, regions] = [await known('respondent_group'), await known('region')];
  const isKnown = ({ groupId, regionId }: Target) =>
    (groupId === null || groups.has(groupId)) && (regionId === null || regions.has(regionId));
  if (!targets.every(isKnown)) throw new Invalid('sample.noSuchPlace');
}

async function writeTargets(w: ChangeWriter, ctx: Ctx, targets: readonly Target[]): Promise<void> {
  const rows = new Map((await targetRows(w.trx, ctx.projectId)).map((row) => [keyOf(row), row.id]));
  for (const target of targets) {
    const { groupId, regionId, planned } = target;
    const row = rows.get(keyOf(target));
    if (row !== undefined && planned === 0) await w.remove('sample_target', row);
    else if (row !== undefined) await w.update('sample_target', row, { planned });
    else if (planned > 0)
      await w.insert('sample_target', {
        project_id: ctx.projectId,
        group_id: groupId,
        region_id: regionId,
        planned,
      });
  }
}

/** Keeps a published table, to be compared again; an empty one takes it away. */
export async function keepPublished(
  ctx: Ctx,
  rows_of: 'group' | 'region' | 'location',
  text: string,
): Promise<Done<void>> {
  const body = text.trim();
  const kind = body === '' ? 'published.dropped' : 'published.kept';
  return change(ctx, { kind, entity: 'published_table' }, async (w) => {
    const row = await w.trx
      .selectFrom('published_table')
      .select('id')
      .where('project_id', '=', ctx.projectId)
      .where('rows_of', '=', rows_of)
      .executeTakeFirst();
    if (row && body === '') await w.remove('published_table', row.id);
    else if (row) await w.update('published_table', row.id, { body });
    else if (body !== '')
      await w.insert('published_table', { project_id: ctx.projectId, rows_of, body });
    w.detail = { rows: rows_of };
  });
}
