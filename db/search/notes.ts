import { sql, type RawBuilder } from 'kysely';
import type { Query } from '../../src/domain/search/query.ts';
import type { Db } from '../schema.ts';
import { indexOf, toFts5 } from './compile.ts';
import { answerFits, interviewFits, notIn, partsWithin, respondentFits } from './narrow.ts';
import { PARTS, type Match, type Part, type Place, type Scope } from './types.ts';

type Sql = RawBuilder<unknown>;
type Noted = Exclude<Part, 'segment'>;

const KIND: Readonly<Record<Noted, Place['kind']>> = {
  answer: 'interview',
  interview: 'interview',
  memo: 'memos',
  code: 'codes',
  respondent: 'respondents',
};

/** Where notes, memos, codes and respondents stand that fit, with how many there are. */
export async function notedPlaces(
  db: Db,
  query: Query,
  scope: Scope,
  parts: readonly Part[],
): Promise<Place[]> {
  const noted = parts.filter(isNoted);
  if (noted.length === 0) return [];
  const { rows } = await sql<Place>`
    ${hits(query, scope)}
    select kind, id, title, count(*) as matches
    from (${joined(noted.map((part) => listed(part, scope, null)))})
    group by rank, kind, id, title order by rank, title, id`.execute(db);
  return rows;
}

/** The texts that fit in these places, in their order. */
export async function textsIn(
  db: Db,
  query: Query,
  scope: Scope,
  places: readonly Place[],
  { skipped, limit }: { skipped: number; limit: number },
): Promise<Match[]> {
  const parts = partsWithin(scope)
    .filter(isNoted)
    .filter((part) => places.some(({ kind }) => kind === KIND[part]));
  if (parts.length === 0) return [];
  const { rows } = await sql<Match>`
    ${hits(query, scope)}
    select part, match as id
    from (${joined(parts.map((part) => listed(part, scope, places)))})
    order by rank, title, id, place, sort, match
    limit ${limit} offset ${skipped}`.execute(db);
  return rows;
}

const isNoted = (part: Part): part is Noted => part !== 'segment';

/** Rows below 0: see migration 0015. */
const hits = (query: Query, { form }: Scope): Sql => sql`
  with hits as materialized (
    select -rowid as row from ${indexOf(form)} where ${indexOf(form)} match ${toFts5(query)}
    and rowid < 0)`;

const joined = (selects: readonly Sql[]): Sql => sql.join([...selects], sql` union all `);

/** The texts of a part that fit: where they stand, and what they are ordered by. With `places`, only those in them. */
function listed(part: Noted, scope: Scope, places: readonly Place[] | null): Sql {
  const { projectId, leftOut } = scope;
  const isPart = sql`hits.row % 8 = ${sql.lit(PARTS.indexOf(part))}`;
  const ids = places?.filter(({ kind }) => kind === KIND[part]).map(({ id }) => id);
  const isIn = (column: string): Sql =>
    ids === undefined ? sql`` : sql`and ${sql.ref(column)} in (${sql.join(ids)})`;
  const selects: Record<Noted, () => Sql> = {
    answer: () => sql`
      select 'answer' as part, 1 as rank, 'interview' as kind, i.id, i.reference as title, a.id as match,
        q.position as place, '' as sort
      from hits join answer a on a.id = hits.row / 8 join interview i on i.id = a.interview_id
        join question q on q.id = a.question_id
      where ${isPart} and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}
        ${isIn('i.id')} and ${interviewFits(scope)} and ${answerFits(scope)}`,
    interview: () => sql`
      select 'interview' as part, 1 as rank, 'interview' as kind, i.id, i.reference as title, i.id as match,
        -1 as place, '' as sort
      from hits join interview i on i.id = hits.row / 8
      where ${isPart} and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}
        ${isIn('i.id')} and ${interviewFits(scope)}`,
    memo: () => sql`
      select 'memo' as part, 2 as rank, 'memos' as kind, 0 as id, '' as title, m.id as match,
        -m.id as place, '' as sort
      from hits join memo m on m.id = hits.row / 8 left join coding k on k.id = m.coding_id
      where ${isPart} and m.project_id = ${projectId} ${memosOn(leftOut)}`,
    code: () => sql`
      select 'code' as part, 3 as rank, 'codes' as kind, 0 as id, '' as title, c.id as match,
        0 as place, c.name_fold as sort
      from hits join code c on c.id = hits.row / 8
      where ${isPart} and c.project_id = ${projectId}`,
    respondent: () => sql`
      select 'respondent' as part, 4 as rank, 'respondents' as kind, 0 as id, '' as title, r.id as match,
        0 as place, r.reference as sort
      from hits join respondent r on r.id = hits.row / 8
      where ${isPart} and r.project_id = ${projectId} and ${respondentFits(scope)}`,
  };
  return selects[part]();
}

/** Memos on what is left out, and on codings in it. */
function memosOn({ interviewIds, sourceIds }: Scope['leftOut']): Sql {
  const on = (column: string, ids: readonly number[]): Sql =>
    ids.length === 0
      ? sql``
      : sql`and (${sql.ref(column)} is null or ${sql.ref(column)} not in (${sql.join([...ids])}))`;
  return sql`${on('m.interview_id', interviewIds)} ${on('m.source_id', sourceIds)} ${on('k.source_id', sourceIds)}`;
}
