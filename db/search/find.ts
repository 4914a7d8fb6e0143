import { sql, type RawBuilder } from 'kysely';
import type { Query } from '../../src/domain/search/query.ts';
import type { Db } from '../schema.ts';
import { toFts5 } from './compile.ts';
import { answerFits, interviewFits, partsWithin, respondentFits, segmentFits } from './narrow.ts';
import { PARTS, rowOf, type Match, type Part, type Place, type Scope } from './types.ts';

type Sql = RawBuilder<unknown>;

/**
 * Where texts stand that fit, with how many there are: sources by name, then notes by interview, then memos, codes and
 * respondents. Call `refresh` before.
 */
export async function placesOf(db: Db, query: Query, scope: Scope): Promise<Place[]> {
  const parts = partsWithin(scope);
  if (parts.length === 0) return [];
  const { rows } = await sql<Place>`
    ${hits(query, scope)}
    select kind, id, title, sum(n) as matches
    from (${joined(parts.map((part) => counted(part, scope)))})
    group by rank, kind, title, id order by rank, title, id`.execute(db);
  return rows;
}

/**
 * One page of what fits, in the order of the places: within a source by position, within an interview its own notes and
 * then the questions in order, of memos the latest first.
 * @param places what `placesOf` says of the same search
 */
export async function find(
  db: Db,
  query: Query,
  scope: Scope,
  places: readonly Place[],
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Match[]> {
  const page = placesOn(places, offset, limit);
  const parts = partsWithin(scope).filter((part) =>
    page.places.some(({ kind }) => kind === KIND[part]),
  );
  if (parts.length === 0) return [];
  const sources = page.places.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  const within = parts.every((part) => part === 'segment') ? await rowsOf(db, sources) : null;
  const { rows } = await sql<Match>`
    ${hits(query, scope, within)}
    select part, match as id
    from (${joined(parts.map((part) => listed(part, scope, page.places)))})
    order by rank, title, id, place, sort, match
    limit ${limit} offset ${page.skipped}`.execute(db);
  return rows;
}

const KIND: Readonly<Record<Part, Place['kind']>> = {
  segment: 'source',
  answer: 'interview',
  interview: 'interview',
  memo: 'memos',
  code: 'codes',
  respondent: 'respondents',
};

/** The places that a page shows something of, and how many texts of the first stand on pages before. */
function placesOn(places: readonly Place[], offset: number, limit: number) {
  let before = 0;
  let skipped = 0;
  const shown: Place[] = [];
  for (const place of places) {
    if (before >= offset + limit) break;
    if (before + place.matches > offset) {
      if (shown.length === 0) skipped = offset - before;
      shown.push(place);
    }
    before += place.matches;
  }
  return { places: shown, skipped };
}

type Rows = { first: number; last: number };

/** Segments of a source mostly have numbers that follow each other, and looking only there saves reading the whole index. */
async function rowsOf(db: Db, sourceIds: readonly number[]): Promise<Rows | null> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(id) as first, max(id) as last from segment
    where source_id in (${sql.join([...sourceIds])})`.execute(db);
  const [row] = rows;
  if (!row || row.first === null || row.last === null) return null;
  return { first: rowOf('segment', row.first), last: rowOf('segment', row.last) };
}

const hits = (query: Query, { form }: Scope, within: Rows | null = null): Sql => sql`
  with hits as materialized (
    select rowid as row from search_words where search_words match ${toFts5(query, form)}
    ${within === null ? sql`` : sql`and rowid between ${within.first} and ${within.last}`})`;

const joined = (selects: readonly Sql[]): Sql => sql.join([...selects], sql` union all `);

const isPart = (part: Part): Sql => sql`hits.row % 8 = ${sql.lit(PARTS.indexOf(part))}`;

/** How many texts of a part fit, by place: a row each for sources and interviews, counted before their names are read. */
function counted(part: Part, scope: Scope): Sql {
  if (part !== 'segment')
    return sql`select rank, kind, id, title, count(*) as n from (${listed(part, scope, null)})
      group by rank, kind, id, title`;
  const { projectId, leftOut } = scope;
  return sql`
    select 0 as rank, 'source' as kind, s.id, s.name as title, count(*) as n
    from hits join segment g on g.id = hits.row / 8 join source s on s.id = g.source_id
    where ${isPart('segment')} and s.project_id = ${projectId} ${notIn('s.id', leftOut.sourceIds)}
      and ${segmentFits(scope)}
    group by s.id`;
}

/** The texts of a part that fit: where they stand, and what they are ordered by. With `places`, only those in them. */
function listed(part: Part, scope: Scope, places: readonly Place[] | null): Sql {
  const { projectId, leftOut } = scope;
  const ids = places?.filter(({ kind }) => kind === KIND[part]).map(({ id }) => id);
  const isIn = (column: string): Sql =>
    ids === undefined ? sql`` : sql`and ${sql.ref(column)} in (${sql.join(ids)})`;
  const selects: Record<Part, () => Sql> = {
    segment: () => sql`
      select 'segment' as part, 0 as rank, 'source' as kind, s.id, s.name as title, g.id as match,
        g.position as place, '' as sort
      from hits join segment g on g.id = hits.row / 8 join source s on s.id = g.source_id
      where ${isPart(part)} and s.project_id = ${projectId} ${notIn('s.id', leftOut.sourceIds)}
        ${isIn('g.source_id')} and ${segmentFits(scope)}`,
    answer: () => sql`
      select 'answer' as part, 1 as rank, 'interview' as kind, i.id, i.reference as title, a.id as match,
        q.position as place, '' as sort
      from hits join answer a on a.id = hits.row / 8 join interview i on i.id = a.interview_id
        join question q on q.id = a.question_id
      where ${isPart(part)} and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}
        ${isIn('i.id')} and ${interviewFits(scope)} and ${answerFits(scope)}`,
    interview: () => sql`
      select 'interview' as part, 1 as rank, 'interview' as kind, i.id, i.reference as title, i.id as match,
        -1 as place, '' as sort
      from hits join interview i on i.id = hits.row / 8
      where ${isPart(part)} and i.project_id = ${projectId} ${notIn('i.id', leftOut.interviewIds)}
        ${isIn('i.id')} and ${interviewFits(scope)}`,
    memo: () => sql`
      select 'memo' as part, 2 as rank, 'memos' as kind, 0 as id, '' as title, m.id as match,
        -m.id as place, '' as sort
      from hits join memo m on m.id = hits.row / 8 left join coding k on k.id = m.coding_id
      where ${isPart(part)} and m.project_id = ${projectId} ${memosOn(leftOut)}`,
    code: () => sql`
      select 'code' as part, 3 as rank, 'codes' as kind, 0 as id, '' as title, c.id as match,
        0 as place, c.name_fold as sort
      from hits join code c on c.id = hits.row / 8
      where ${isPart(part)} and c.project_id = ${projectId}`,
    respondent: () => sql`
      select 'respondent' as part, 4 as rank, 'respondents' as kind, 0 as id, '' as title, r.id as match,
        0 as place, r.reference as sort
      from hits join respondent r on r.id = hits.row / 8
      where ${isPart(part)} and r.project_id = ${projectId} and ${respondentFits(scope)}`,
  };
  return selects[part]();
}

const notIn = (column: string, ids: readonly number[]): Sql =>
  ids.length === 0 ? sql`` : sql`and ${sql.ref(column)} not in (${sql.join([...ids])})`;

/** Memos on what is left out, and on codings in it. */
function memosOn({ interviewIds, sourceIds }: Scope['leftOut']): Sql {
  const on = (column: string, ids: readonly number[]): Sql =>
    ids.length === 0
      ? sql``
      : sql`and (${sql.ref(column)} is null or ${sql.ref(column)} not in (${sql.join([...ids])}))`;
  return sql`${on('m.interview_id', interviewIds)} ${on('m.source_id', sourceIds)} ${on('k.source_id', sourceIds)}`;
}
