import type { Db, Trx } from '../schema.ts';

/** A text made of several columns, as it is indexed and shown. */
export interface Composed {
  id: number;
  text: string;
}

interface Reader {
  db: Db | Trx;
  /** Without it, of every project: for the index. */
  projectId?: number;
}

/** A code's name and rules, a line each. */
export async function codeTexts(
  { db, projectId }: Reader,
  ids: readonly number[],
): Promise<Composed[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('code')
    .select(['id', 'name', 'definition', 'use_when', 'not_when', 'example'])
    .where('id', 'in', ids)
    .$if(projectId !== undefined, (query) => query.where('project_id', '=', projectId ?? 0))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: lines([row.name, row.definition, row.use_when, row.not_when, row.example]),
  }));
}

/** What is known of respondents apart from who they are: reference, role, organisation, group, region and values. */
export async function respondentTexts(
  { db, projectId }: Reader,
  ids: readonly number[],
): Promise<Composed[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region as e', 'e.id', 'r.region_id')
    .select(['r.id', 'r.reference', 'r.role', 'r.organisation', 'g.name as group'])
    .select('e.name as region')
    .where('r.id', 'in', ids)
    .$if(projectId !== undefined, (query) => query.where('r.project_id', '=', projectId ?? 0))
    .execute();
  const values = await db
    .selectFrom('respondent_value as v')
    .innerJoin('variable as a', 'a.id', 'v.variable_id')
    .select(['v.respondent_id', 'v.value'])
    .where('v.respondent_id', 'in', ids)
    .orderBy('a.position')
    .orderBy('a.id')
    .execute();
  return rows.map(({ id, reference, role, organisation, group, region }) => {
    const own = values.filter(({ respondent_id }) => respondent_id === id);
    const parts = [reference, role, organisation, group, region, ...own.map(({ value }) => value)];
    return { id, text: lines(parts) };
  });
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n');
}
