import { withdrawnSources } from '../consent/index.ts';
import { colourNumber } from '../domain/colours.ts';
import { contextOf, type Context } from '../domain/text/context.ts';
import { NotFound } from '../domain/errors.ts';
import type { Reader } from './queries.ts';
import { readVersion } from './versions-list.ts';

/** Codings on one page of the list. */
export const WAITING_PAGE = 25;

/** Which of them: of one source, only changed or only lost ones. */
export interface WaitingFilter {
  sourceId?: number | undefined;
  state?: 'changed' | 'lost' | undefined;
}

/** A coding that waits for a look: what was coded, and what stands there now. */
export interface Waiting {
  state: 'changed' | 'lost';
  /** Of the coding, or of the lost one. */
  id: number;
  sourceId: number;
  source: string;
  /** Names from the theme down. */
  path: string[];
  colour: number;
  coder: string;
  memos: string[];
  was: Context;
  /** Null when it is lost. */
  now: Context | null;
}

/** Words shown around a passage, in code units. */
const AROUND = 120;

/** How many codings wait for a look: of one source, or of all that may be used. */
export async function countWaiting(
  ctx: Reader,
  sourceId?: number,
): Promise<{ changed: number; lost: number }> {
  const changed = await changedIn(ctx, sourceId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const lost = await lostIn(ctx, sourceId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { changed: changed.n, lost: lost.n };
}

function changedIn(ctx: Reader, sourceId?: number) {
  const query = ctx.db
    .selectFrom('coding as c')
    .where('c.project_id', '=', ctx.projectId)
    .where('c.was_version', 'is not', null);
  return sourceId === undefined
    ? query.where('c.source_id', 'not in', withdrawnSources(ctx))
    : query.where('c.source_id', '=', sourceId);
}

function lostIn(ctx: Reader, sourceId?: number) {
  const query = ctx.db.selectFrom('lost_coding as c').where('c.project_id', '=', ctx.projectId);
  return sourceId === undefined
    ? query.where('c.source_id', 'not in', withdrawnSources(ctx))
    : query.where('c.source_id', '=', sourceId);
}

/** How many wait in each source that has any; for the list of sources. */
export async function waitingBySource(ctx: Reader): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const query of [
    changedIn(ctx).select(['c.source_id', ({ fn }) => fn.countAll<number>().as('n')]),
    lostIn(ctx).select(['c.source_id', ({ fn }) => fn.countAll<number>().as('n')]),
  ])
    for (const { source_id, n } of await query.groupBy('c.source_id').execute())
      counts.set(source_id, (counts.get(source_id) ?? 0) + n);
  return counts;
}

/** One page (from 1) of the codings that wait: by source, lost ones first, then by place. */
export async function listWaiting(
  ctx: Reader,
  { sourceId, state }: WaitingFilter,
  page: number,
): Promise<{ entries: Waiting[]; total: number; changed: number; lost: number }> {
  const counts = await countWaiting(ctx, sourceId);
  const total = state === undefined ? counts.changed + counts.lost : counts[state];
  const lost = lostRows(ctx, sourceId);
  const changed = changedRows(ctx, sourceId);
  const wanted = state === 'lost' ? lost : state === 'changed' ? changed : lost.unionAll(changed);
  const rows = await ctx.db
    .selectFrom(wanted.as('waiting'))
    .selectAll()
    .orderBy('source')
    .orderBy('sourceId')
    .orderBy('isLost', 'desc')
    .orderBy('start')
    .orderBy('id')
    .limit(WAITING_PAGE)
    .offset((page - 1) * WAITING_PAGE)
    .execute();
  return { ...counts, total, entries: await asWaiting(ctx, rows) };
}

/**
 * One lost coding of a source.
 * @throws NotFound `versions.noLost`
 */
export async function waitingLost(ctx: Reader, sourceId: number, id: number): Promise<Waiting> {
  const rows = await lostRows(ctx, sourceId).where('c.id', '=', id).execute();
  const [found] = await asWaiting(ctx, rows);
  if (!found) throw new NotFound('versions.noLost');
  return found;
}

const lostRows = (ctx: Reader, sourceId?: number) =>
  lostIn(ctx, sourceId)
    .innerJoin('source as s', 's.id', 'c.source_id')
    .innerJoin('user as u', 'u.id', 'c.coder_id')
    .select([
      'c.id',
      's.name as source',
      's.id as sourceId',
      'c.code_id as codeId',
      'u.name as coder',
    ])
    .select(['c.version', 'c.start', 'c.end', 's.version as nowVersion'])
    .select((eb) => [
      eb.lit(null).$castTo<number | null>().as('nowStart'),
      eb.lit(null).$castTo<number | null>().as('nowEnd'),
      eb.lit(1).$castTo<number>().as('isLost'),
    ]);

const changedRows = (ctx: Reader, sourceId?: number) =>
  changedIn(ctx, sourceId)
    .innerJoin('source as s', 's.id', 'c.source_id')
    .innerJoin('user as u', 'u.id', 'c.coder_id')
    .select([
      'c.id',
      's.name as source',
      's.id as sourceId',
      'c.code_id as codeId',
      'u.name as coder',
    ])
    .select(({ ref }) => [
      ref('c.was_version').$notNull().as('version'),
      ref('c.was_start').$notNull().as('start'),
      ref('c.was_end').$notNull().as('end'),
    ])
    .select(['s.version as nowVersion', 'c.start as nowStart', 'c.end as nowEnd'])
    .select((eb) => eb.lit(0).$castTo<number>().as('isLost'));

type Row = Awaited<ReturnType<ReturnType<typeof lostRows>['execute']>>[number];

async function asWaiting(ctx: Reader, rows: readonly Row[]): Promise<Waiting[]> {
  const texts = new Map<string, string>();
  const textOf = async (sourceId: number, version: number): Promise<string> => {
    const key = `${sourceId} ${version}`;
    const text = texts.get(key) ?? (await readVersion(ctx, sourceId, version)).text;
    texts.set(key, text);
    return text;
  };
  const paths = await pathsOf(ctx);
  const found: Waiting[] = [];
  for (const row of rows) {
    const { id, sourceId, source, coder, start, end, nowStart, nowEnd } = row;
    const was = contextOf(await textOf(sourceId, row.version), { start, end }, AROUND, AROUND);
    const place = nowStart === null || nowEnd === null ? null : { start: nowStart, end: nowEnd };
    found.push({
      state: place === null ? 'lost' : 'changed',
      ...{ id, sourceId, source, coder, was },
      ...(paths.get(row.codeId) ?? { path: [], colour: 1 }),
      memos: await memosOn(ctx, place === null ? 'lost_coding_id' : 'coding_id', id),
      now: place && contextOf(await textOf(sourceId, row.nowVersion), place, AROUND, AROUND),
    });
  }
  return found;
}

async function memosOn(
  { db }: Reader,
  column: 'coding_id' | 'lost_coding_id',
  id: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('memo')
    .select('body')
    .where(column, '=', id)
    .orderBy('id')
    .limit(20)
    .execute();
  return rows.map(({ body }) => body);
}

/** Names from the theme down and colour of every code. */
export async function pathsOf({ db, projectId }: Reader) {
  const codes = await db
    .selectFrom('code')
    .select(['id', 'parent_id', 'name', 'colour'])
    .where('project_id', '=', projectId)
    .execute();
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathOf = (id: number | null): string[] => {
    const code = id === null ? undefined : byId.get(id);
    return code ? [...pathOf(code.parent_id), code.name] : [];
  };
  return new Map(
    codes.map(({ id, colour }) => [id, { path: pathOf(id), colour: colourNumber(colour) }]),
  );
}
