import type { Db, Trx } from '../../db/schema.ts';
import { countInterviews, loadInterviews } from '../analysis/index.ts';
import type { Ctx } from '../deps.ts';
import { readCsv } from '../domain/csv/read.ts';
import { toCsv } from '../domain/csv/write.ts';
import { Invalid } from '../domain/errors.ts';
import { compareOverview, withTotal, type OverviewComparison } from '../domain/register/compare.ts';
import { readPublished } from '../domain/register/published.ts';
import {
  balanceOf,
  type Balance,
  type Interviewed,
  type Target,
} from '../domain/register/sample.ts';
import { getSettings } from '../projects/index.ts';
import { listClassifications } from '../respondents/index.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;
export type RowsOf = 'group' | 'region' | 'location';

/** The plan's targets; at most 10,000. */
export async function targetRows(
  db: Db | Trx,
  projectId: number,
): Promise<(Target & { id: number })[]> {
  return db
    .selectFrom('sample_target')
    .select(['id', 'group_id as groupId', 'region_id as regionId', 'planned'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .limit(10_000)
    .execute();
}

/** Everyone who was interviewed, once however often, but for those who withdrew their consent; those of debriefs only where the project counts these. */
async function interviewed(reader: Reader) {
  const [settings, { held, withdrawn }] = await Promise.all([
    getSettings(reader),
    loadInterviews(reader),
  ]);
  const counted = held.filter((one) => settings.counts_debriefs === 1 || !one.isDebrief);
  const ids = new Set(counted.flatMap((one) => one.respondentIds));
  const rows = await reader.db
    .selectFrom('respondent')
    .select(['id', 'group_id as groupId', 'region_id as regionId', 'head_count as people'])
    .where('project_id', '=', reader.projectId)
    .execute();
  const people: Interviewed[] = rows.filter(({ id }) => ids.has(id));
  return { people, withdrawn };
}

export interface NamedBalance extends Balance {
  /** '' where the plan does not tell groups, or regions, apart. */
  group: string;
  region: string;
}

/** The plan beside what was done, in the project's order of groups and regions; and the lists to plan by. */
export async function samplePlan(reader: Reader) {
  const [targets, { people, withdrawn }, { groups, regions }] = await Promise.all([
    targetRows(reader.db, reader.projectId),
    interviewed(reader),
    listClassifications(reader),
  ]);
  const order = (names: readonly { id: number }[], id: number | null) =>
    id === null ? names.length : names.findIndex((one) => one.id === id);
  const name = (names: readonly { id: number; name: string }[], id: number | null) =>
    names.find((one) => one.id === id)?.name ?? '';
  const rows: NamedBalance[] = balanceOf(targets, people)
    .map((row) => ({
      ...row,
      group: name(groups, row.groupId),
      region: name(regions, row.regionId),
    }))
    .sort(
      (a, b) =>
        order(groups, a.groupId) - order(groups, b.groupId) ||
        order(regions, a.regionId) - order(regions, b.regionId),
    );
  return { rows, groups, regions, withdrawn };
}

/** The plan as a table; an import reads it back. */
export function planCsv(rows: readonly NamedBalance[]): string {
  return toCsv(
    ['group', 'region', 'planned', 'interviewed', 'short'],
    rows.map(({ group, region, planned, done, short }) => [group, region, planned, done, short]),
  );
}

/** The published table that was kept to be compared again; '' for none. */
export async function keptPublished({ db, projectId }: Reader, rowsOf: RowsOf): Promise<string> {
  const row = await db
    .selectFrom('published_table')
    .select('body')
    .where('project_id', '=', projectId)
    .where('rows_of', '=', rowsOf)
    .executeTakeFirst();
  return row?.body ?? '';
}

/**
 * Where the overview table and a published one say different things.
 * @throws Invalid `sample.quote`, `sample.notCounted`, `sample.noRows` beside `table`
 */
export async function comparePublished(
  reader: Reader,
  rowsOf: RowsOf,
  text: string,
  words: { notGiven: string },
): Promise<OverviewComparison & { withdrawn: number }> {
  const csv = readCsv(text);
  if (!csv.ok) throw new Invalid('sample.quote', { line: csv.line, column: csv.column }, 'table');
  const { rows, problems } = readPublished(csv.rows);
  const [problem] = problems;
  if (problem)
    throw new Invalid('sample.notCounted', { line: problem.line, text: problem.text }, 'table');
  if (rows.length === 0) throw new Invalid('sample.noRows', {}, 'table');
  const counted = await countInterviews(reader, rowsOf, words);
  return { ...compareOverview(counted, withTotal(rows)), withdrawn: counted.withdrawn };
}
