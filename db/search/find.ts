import { sql, type RawBuilder } from 'kysely';
import type { Query } from '../../src/domain/search/query.ts';
import type { Db } from '../schema.ts';
import { toFts5 } from './compile.ts';
import type { Match, Part, Scope, Totals } from './types.ts';

/**
 * One page of what fits: segments by source and place, then notes by interview and question, then memos, the latest
 * first. Call `refresh` before.
 */
export async function find(
  db: Db,
  query: Query,
  scope: Scope,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Match[]> {
  const { rows } = await sql<Match>`
    ${hits(query)}
    select part, id from (${fitting(scope)})
    order by rank, title, parent, place, id
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

/** How many texts fit, by part; a part without any is left out. Call `refresh` before. */
export async function countMatches(db: Db, query: Query, scope: Scope): Promise<Totals[]> {
  const { rows } = await sql<Totals>`
    ${hits(query)}
    select part, count(*) as matches, count(distinct parent) as places
    from (${fitting(scope)}) group by part`.execute(db);
  return rows;
}

const hits = (query: Query) =>
  sql`with hits as materialized (select rowid as row from search_words where search_words match ${toFts5(query)})`;

const notIn = (column: string, ids: readonly number[]) =>
  ids.length === 0 ? sql`` : sql`and ${sql.ref(column)} not in (${sql.join([...ids])})`;

/** Memos on what is left out, and on codings in it. */
function memosOn({ interviewIds, sourceIds }: Scope['leftOut']) {
  const on = (column: string, ids: readonly number[]) =>
    ids.length === 0
      ? sql``
      : sql`and (${sql.ref(column)} is null or ${sql.ref(column)} not in (${sql.join([...ids])}))`;
  return sql`${on('m.interview_id', interviewIds)} ${on('m.source_id', sourceIds)} ${on('k.source_id', sourceIds)}`;
}

function fitting({ projectId, parts, sourceId, leftOut }: Scope): RawBuilder<unknown> {
  const inSource = sourceId === undefined ? sql`` : sql`and s.id = ${sourceId}`;
  const selects: Record<Part, RawBuilder<unknown>> = {
    segment: sql`
      select 'segment' as part, 0 as rank, g.id, s.name as title, s.id as parent, g.position as place
      from hits join segment g on g.id = hits.row / 4 join source s on s.id = g.source_id
      where hits.row % 4 = 0 and s.project_id = ${projectId} ${inSource} ${notIn('s.id', leftOut.sourceIds)}`,
    answer: sql`
      select 'answer' as part, 1 as rank, a.id, i.reference as title, i.id as parent, q.position as place
      from hits join answer a on a.id = hits.row / 4 join interview i on i.id = a.interview_id
        join question q on q.id = a.question_id
      where hits.row % 4 = 1 and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}`,
    interview: sql`
      select 'interview' as part, 1 as rank, i.id, i.reference as title, i.id as parent, -1 as place
      from hits join interview i on i.id = hits.row / 4
      where hits.row % 4 = 3 and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}`,
    memo: sql`
      select 'memo' as part, 2 as rank, m.id, '' as title, m.id as parent, -m.id as place
      from hits join memo m on m.id = hits.row / 4 left join coding k on k.id = m.coding_id
      where hits.row % 4 = 2 and m.project_id = ${projectId} ${memosOn(leftOut)}`,
  };
  const wanted = sourceId === undefined ? parts : (['segment'] as const);
  return sql.join(
    wanted.map((part) => selects[part]),
    sql` union all `,
  );
}
