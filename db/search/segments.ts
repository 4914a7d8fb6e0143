import { sql, type RawBuilder } from 'kysely';
import type { Query } from '../../src/domain/search/query.ts';
import type { Db } from '../schema.ts';
import { indexOf, toFts5 } from './compile.ts';
import { isNarrowed, notIn, segmentFits } from './narrow.ts';
import { SOURCE_BITS, SOURCE_ROWS, type Match, type Place, type Scope } from './types.ts';

type Sql = RawBuilder<unknown>;
/** Rows of the index, both included. */
type Range = { first: number; last: number };

/** Segments whose places are kept from counting to reading a page, so that a search runs once; beyond, it is counted only. */
const KEPT = 20_000;

/**
 * The sources in which segments fit, by name, with how many do.
 * @param most segments whose places are kept
 */
export async function sourcePlaces(
  db: Db,
  query: Query,
  scope: Scope,
  most = KEPT,
): Promise<Place[]> {
  const range = rangeOf(scope.sourceId ?? null);
  const kept = await joinedRows(db, sql`row`, fitting(query, scope, range, most + 1));
  const rows = kept.split(',').map(Number);
  if (kept === '') return [];
  if (rows.length <= most) {
    const positions = bySource(rows);
    return named(db, scope, positions, (found) => ({ matches: found.length, positions: found }));
  }
  const all = await joinedRows(
    db,
    sql`row >> ${sql.lit(SOURCE_BITS)}`,
    fitting(query, scope, range),
  );
  return named(db, scope, countsIn(all), (matches) => ({ matches, positions: null }));
}

/**
 * Segments that fit, in the order of the places and within each by position.
 * @param places of `sourcePlaces`, in order
 */
export async function segmentsIn(
  db: Db,
  query: Query,
  scope: Scope,
  places: readonly Place[],
  { skipped, limit }: { skipped: number; limit: number },
): Promise<Match[]> {
  const rows = places.every(({ positions }) => positions)
    ? places.flatMap(({ id, positions }) => (positions ?? []).map((at) => id * SOURCE_ROWS + at))
    : await rowsIn(db, query, scope, places, skipped + limit);
  const { rows: found } = await sql<{ id: number }>`
    select g.id from json_each(${JSON.stringify(rows.slice(skipped, skipped + limit))}) as j
      cross join segment g on g.source_id = j.value >> ${sql.lit(SOURCE_BITS)}
        and g.position = j.value & ${sql.lit(SOURCE_ROWS - 1)}
    order by j.key`.execute(db);
  return found.map(({ id }) => ({ part: 'segment', id }));
}

async function rowsIn(
  db: Db,
  query: Query,
  scope: Scope,
  places: readonly Place[],
  most: number,
): Promise<number[]> {
  const ids = places.map(({ id }) => id);
  const range = {
    first: rangeOf(Math.min(...ids)).first,
    last: rangeOf(Math.max(...ids)).last,
  };
  const { rows } = await sql<{ row: number }>`
    select row from (${fitting(query, scope, range)})
    where row >> ${sql.lit(SOURCE_BITS)} in (select value from json_each(${JSON.stringify(ids)}))
    order by row ${ids.length === 1 ? sql`limit ${most}` : sql``}`.execute(db);
  const rank = new Map(ids.map((id, n) => [id, n]));
  const rankOf = (row: number): number => rank.get(Math.floor(row / SOURCE_ROWS)) ?? 0;
  return rows.map(({ row }) => row).sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}

/** The rows of one source, or of all: nothing but segments has a row above 0. */
function rangeOf(sourceId: number | null): Range {
  if (sourceId === null) return { first: 0, last: Number.MAX_SAFE_INTEGER };
  return { first: sourceId * SOURCE_ROWS, last: (sourceId + 1) * SOURCE_ROWS - 1 };
}

/** `row` of each segment that fits. The index is read first, whatever the planner thinks of it. */
function fitting(query: Query, scope: Scope, { first, last }: Range, most?: number): Sql {
  const index = indexOf(scope.form);
  const limit = most === undefined ? sql`` : sql`limit ${most}`;
  const hits = sql`select rowid as row from ${index} where ${index} match ${toFts5(query)}
    and rowid between ${first} and ${last}`;
  if (!isNarrowed(scope)) return sql`${hits} ${limit}`;
  return sql`select h.row from (${hits}) as h
    cross join segment g on g.source_id = h.row >> ${sql.lit(SOURCE_BITS)}
      and g.position = h.row & ${sql.lit(SOURCE_ROWS - 1)}
    cross join source s on s.id = g.source_id
    where ${segmentFits(scope)} ${limit}`;
}

/** A number of each row as one text, since handing out hundreds of thousands of rows takes far longer. */
async function joinedRows(db: Db, number: Sql, select: Sql): Promise<string> {
  const { rows } = await sql<{ all: string | null }>`
    select group_concat(${number}) as "all" from (${select})`.execute(db);
  return rows[0]?.all ?? '';
}

function bySource(rows: readonly number[]): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (const row of rows) {
    const sourceId = Math.floor(row / SOURCE_ROWS);
    const found = positions.get(sourceId);
    if (found) found.push(row % SOURCE_ROWS);
    else positions.set(sourceId, [row % SOURCE_ROWS]);
  }
  for (const found of positions.values()) found.sort((a, b) => a - b);
  return positions;
}

/** How often each number stands in `7,7,9`. A search may have found a million, so nothing is cut into pieces for it. */
function countsIn(numbers: string): Map<number, number> {
  const counts = new Map<number, number>();
  let number = 0;
  let last = -1;
  let run = 0;
  const end = (): void => void (run > 0 && counts.set(last, (counts.get(last) ?? 0) + run));
  for (let at = 0; at <= numbers.length; at += 1) {
    const digit = at === numbers.length ? -1 : numbers.charCodeAt(at) - ZERO;
    if (digit >= 0) {
      number = number * 10 + digit;
      continue;
    }
    if (number !== last) {
      end();
      [last, run] = [number, 0];
    }
    run += 1;
    number = 0;
  }
  end();
  return counts;
}

const ZERO = '0'.charCodeAt(0);

/** The project's sources of these, by name; those of other projects, and what is left out, fall away here. */
async function named<T>(
  db: Db,
  { projectId, leftOut }: Scope,
  found: ReadonlyMap<number, T>,
  place: (found: T) => Pick<Place, 'matches' | 'positions'>,
): Promise<Place[]> {
  const { rows } = await sql<{ id: number; title: string }>`
    select s.id, s.name as title from source s
    where s.project_id = ${projectId} ${notIn('s.id', leftOut.sourceIds)}
      and s.id in (select value from json_each(${JSON.stringify([...found.keys()])}))
    order by s.name, s.id`.execute(db);
  return rows.flatMap(({ id, title }) => {
    const here = found.get(id);
    return here === undefined ? [] : [{ kind: 'source' as const, id, title, ...place(here) }];
  });
}
