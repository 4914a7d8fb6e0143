import { contains } from '../../db/fold.ts';
import { withdrawnInterviews } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { listVariables, valuesSeen } from './values.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

export const RESPONDENT_SORTS = ['reference', 'group', 'region', 'role', 'interviews'] as const;
export type RespondentSort = (typeof RESPONDENT_SORTS)[number];

export interface RespondentFilter {
  /** Part of a reference, role or organisation; never of a name. */
  search?: string | undefined;
  groupId?: number | undefined;
  regionId?: number | undefined;
}

/** Rows on one page of a list. */
export const PAGE = 50;

function filtered({ db, projectId }: Reader, filter: RespondentFilter) {
  let query = db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region', 'region.id', 'r.region_id')
    .where('r.project_id', '=', projectId);
  if (filter.groupId !== undefined) query = query.where('r.group_id', '=', filter.groupId);
  if (filter.regionId !== undefined) query = query.where('r.region_id', '=', filter.regionId);
  const search = filter.search?.trim() ?? '';
  if (search !== '')
    query = query.where((eb) =>
      eb.or(['r.reference', 'r.role', 'r.organisation'].map((column) => contains(column, search))),
    );
  return query;
}

/** One page of respondents by reference and facts, with the number of their interviews, those without consent left out. Names are not among the columns. */
export async function listRespondents(
  reader: Reader,
  filter: RespondentFilter,
  { sort, page }: { sort: { key: RespondentSort; isDescending: boolean }; page: number },
) {
  const { total, people } = await filtered(reader, filter)
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.sum<number | null>('r.head_count').as('people'),
    ])
    .executeTakeFirstOrThrow();
  const direction = sort.isDescending ? 'desc' : 'asc';
  const column = {
    reference: 'r.reference',
    group: 'group_name',
    region: 'region_name',
    role: 'r.role',
    interviews: 'interviews',
  } as const;
  let query = filtered(reader, filter)
    .select(['r.id', 'r.reference', 'r.kind', 'r.head_count', 'r.role', 'r.organisation'])
    .select('r.erased_at')
    .select(['g.name as group_name', 'region.name as region_name'])
    .select((eb) =>
      eb
        .selectFrom('interview_respondent as ir')
        .whereRef('ir.respondent_id', '=', 'r.id')
        .where('ir.interview_id', 'not in', withdrawnInterviews(reader))
        .select((of) => of.fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('interviews'),
    );
  // R-9 before R-10: shorter references first.
  if (sort.key === 'reference')
    query = query.orderBy((eb) => eb.fn('length', ['r.reference']), direction);
  const rows = await query
    .orderBy(column[sort.key], direction)
    .orderBy('r.id')
    .limit(PAGE)
    .offset((page - 1) * PAGE)
    .execute();
  return { rows, total, people: people ?? 0 };
}

/** The project's groups and regions in their order, with the respondents in each; at most 500 of either. */
export async function listClassifications({ db, projectId }: Reader) {
  const named = (table: 'respondent_group' | 'region', column: 'group_id' | 'region_id') =>
    db
      .selectFrom(table)
      .leftJoin('respondent', `respondent.${column}`, `${table}.id`)
      .select((eb) => [
        `${table}.id`,
        `${table}.name`,
        eb.fn.count<number>('respondent.id').as('respondents'),
      ])
      .where(`${table}.project_id`, '=', projectId)
      .groupBy([`${table}.id`, `${table}.name`, `${table}.position`])
      .orderBy(`${table}.position`)
      .limit(500)
      .execute();
  return {
    groups: await named('respondent_group', 'group_id'),
    regions: await named('region', 'region_id'),
    variables: await listVariables(db, projectId),
  };
}

/**
 * One respondent's facts, values and interviews (newest first, at most 200).
 * @throws NotFound `respondents.noSuchRespondent`
 */
export async function getRespondent({ db, projectId }: Reader, id: number) {
  const respondent = await db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region', 'region.id', 'r.region_id')
    .select([
      'r.id',
      'r.guid',
      'r.reference',
      'r.kind',
      'r.head_count',
      'r.role',
      'r.organisation',
      'r.revision',
      'r.erased_at',
    ])
    .select(['g.name as group_name', 'region.name as region_name'])
    .where('r.project_id', '=', projectId)
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (!respondent) throw new NotFound('respondents.noSuchRespondent');
  const values = await db
    .selectFrom('respondent_value')
    .select(['variable_id', 'value'])
    .where('respondent_id', '=', id)
    .execute();
  const interviews = await db
    .selectFrom('interview as i')
    .innerJoin('interview_respondent as ir', 'ir.interview_id', 'i.id')
    .select(['i.id', 'i.reference', 'i.date', 'i.end_date', 'i.kind', 'i.location', 'i.status'])
    .where('ir.respondent_id', '=', id)
    .orderBy('i.date', 'desc')
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute();
  const aliases = await db
    .selectFrom('respondent_alias')
    .select('reference')
    .where('respondent_id', '=', id)
    .orderBy('id')
    .limit(100)
    .execute();
  const byVariable = new Map(values.map((row) => [row.variable_id, row.value]));
  const variables = (await listVariables(db, projectId)).map((variable) => ({
    ...variable,
    value: byVariable.get(variable.id) ?? '',
  }));
  return {
    respondent,
    variables,
    interviews,
    aliases: aliases.map((row) => row.reference),
    valuesSeen: await valuesSeen(db, id),
  };
}

/**
 * The respondent of this reference, or of one that was merged into another.
 * @throws NotFound `respondents.noneReferenced`
 */
export async function respondentReferenced(
  { db, projectId }: Reader,
  reference: string,
): Promise<number> {
  const row = await db
    .selectFrom('respondent')
    .select('id')
    .where('project_id', '=', projectId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (row) return row.id;
  const alias = await db
    .selectFrom('respondent_alias')
    .select('respondent_id')
    .where('project_id', '=', projectId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!alias) throw new NotFound('respondents.noneReferenced', { reference });
  return alias.respondent_id;
}

/** Every respondent as a choice in a form, by reference and facts; at most 5,000. */
export async function respondentChoices({ db, projectId }: Reader) {
  return db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region', 'region.id', 'r.region_id')
    .select(['r.id', 'r.reference', 'r.role', 'r.organisation', 'r.head_count'])
    .select(['g.name as group_name', 'region.name as region_name'])
    .where('r.project_id', '=', projectId)
    .orderBy((eb) => eb.fn('length', ['r.reference']))
    .orderBy('r.reference')
    .limit(5000)
    .execute();
}

/** Every respondent with facts, values and name: for an import to join by, and for nothing that people see. */
export async function knownRespondents({ db, projectId }: Reader) {
  const rows = await db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region', 'region.id', 'r.region_id')
    .leftJoin('respondent_identity as identity', 'identity.respondent_id', 'r.id')
    .select(['r.id', 'r.reference', 'r.head_count as headCount', 'r.role', 'r.organisation'])
    .select(['g.name as group', 'region.name as region', 'identity.name'])
    .where('r.project_id', '=', projectId)
    .execute();
  const values = await db
    .selectFrom('respondent_value as v')
    .innerJoin('variable', 'variable.id', 'v.variable_id')
    .select(['v.respondent_id', 'variable.name', 'v.value'])
    .where('variable.project_id', '=', projectId)
    .execute();
  const aliases = await db
    .selectFrom('respondent_alias')
    .select(['respondent_id', 'reference'])
    .where('project_id', '=', projectId)
    .execute();
  const byRespondent = new Map<number, Record<string, string>>();
  for (const { respondent_id, name, value } of values)
    byRespondent.set(respondent_id, { ...byRespondent.get(respondent_id), [name]: value });
  return rows.map((row) => ({
    ...row,
    group: row.group ?? '',
    region: row.region ?? '',
    name: row.name ?? '',
    aliases: aliases.filter((one) => one.respondent_id === row.id).map((one) => one.reference),
    values: byRespondent.get(row.id) ?? {},
  }));
}
