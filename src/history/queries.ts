import type { Ctx } from '../deps.ts';
import type { Db } from '../../db/schema.ts';
import { chainProblems, chainStart, type ChainProblem } from './chain.ts';
import type { Detail } from './change.ts';
import { isFinal } from './erase.ts';
import { imageMark, type RowImage } from './images.ts';
import { stepsOf, type Step } from './steps.ts';
import { touchesCodes } from './touching.ts';

export interface ChangeEntry {
  id: number;
  seq: number;
  at: string;
  kind: string;
  entity: string;
  entityId: number | null;
  detail: Detail;
  actor: string;
  /** This entry is itself an undoing (odd depth) or a redoing (even, above 0). */
  undoDepth: number;
  /** Something later has reversed it. */
  isReversed: boolean;
  /** It changed rows, so that it can be reversed; an erasing never can. */
  hasRows: boolean;
  /** Something in it was erased for good since, so that it cannot be reversed any more. */
  isErased: boolean;
}

/** The project's changes, newest first; at most `limit`, older than `beforeSeq` when given. */
export async function listChanges(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  { limit = 50, beforeSeq }: { limit?: number; beforeSeq?: number } = {},
): Promise<ChangeEntry[]> {
  let query = entries(ctx.db)
    .where('change.project_id', '=', ctx.projectId)
    .orderBy('change.seq', 'desc')
    .limit(limit);
  if (beforeSeq !== undefined) query = query.where('change.seq', '<', beforeSeq);
  return (await query.execute()).map(asEntry);
}

/** The changes that touched codes, newest first; at most `limit`, older than `beforeSeq` when given. */
export async function listCodeChanges(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  { limit, beforeSeq }: { limit: number; beforeSeq?: number | undefined },
): Promise<ChangeEntry[]> {
  let query = entries(ctx.db)
    .where('change.project_id', '=', ctx.projectId)
    .where(touchesCodes)
    .orderBy('change.seq', 'desc')
    .limit(limit);
  if (beforeSeq !== undefined) query = query.where('change.seq', '<', beforeSeq);
  return (await query.execute()).map(asEntry);
}

/** Changes looked through for one page of steps; someone who typed for hours fills it with few. */
const LOOKED_THROUGH = 1_000;

/**
 * The project's changes as steps, newest first: at most `limit`, older than `beforeSeq` when given.
 * @returns `older`: what `beforeSeq` has to be for the next page, null when there is none
 */
export async function listSteps(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  { limit, beforeSeq }: { limit: number; beforeSeq?: number },
): Promise<{ steps: Step[]; older: number | null }> {
  const entries = await listChanges(ctx, {
    limit: LOOKED_THROUGH,
    ...(beforeSeq === undefined ? {} : { beforeSeq }),
  });
  const steps = stepsOf(entries);
  const next = steps[limit];
  const last = entries.at(-1);
  if (next) return { steps: steps.slice(0, limit), older: next.seq + 1 };
  return { steps, older: entries.length === LOOKED_THROUGH && last ? last.seq : null };
}

/** One change of this project, or null. */
export async function findChange(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  changeId: number,
): Promise<ChangeEntry | null> {
  const row = await entries(ctx.db)
    .where('change.project_id', '=', ctx.projectId)
    .where('change.id', '=', changeId)
    .executeTakeFirst();
  return row ? asEntry(row) : null;
}

/** Changes shown of one thing. */
const MOST_OF_ONE = 100;

/** A thing by its number and its guid. */
interface Thing {
  id: number;
  guid: string;
}

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** What happened to one coding and its memos, newest first, at most the last hundred. */
export async function listChangesOfCoding(
  { db, projectId }: Reader,
  { id, guid }: Thing,
): Promise<ChangeEntry[]> {
  const rows = await entries(db)
    .select('change.rows')
    .where('change.project_id', '=', projectId)
    .where((eb) =>
      eb.or([
        eb.and([eb('change.entity', '=', 'coding'), eb('change.entity_id', '=', id)]),
        eb('change.rows', 'like', `%${imageMark('coding', id)}%`),
      ]),
    )
    .orderBy('change.seq', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  return itsOwn(rows, 'coding', { id, guid }).map(asEntry);
}

/** What happened to one code, its memos and its ties, newest first, at most the last hundred. */
export async function listChangesOfCode(
  { db, projectId }: Reader,
  { id, guid }: Thing,
): Promise<ChangeEntry[]> {
  const rows = await entries(db)
    .select('change.rows')
    .where('change.project_id', '=', projectId)
    .where('change.id', 'in', (eb) =>
      eb
        .selectFrom('change')
        .select('id')
        .where('project_id', '=', projectId)
        .where(touchesCodes)
        .where('rows', 'like', `%${imageMark('code', id)}%`)
        .union(
          eb
            .selectFrom('change')
            .select('id')
            .where('entity', '=', 'code')
            .where('entity_id', '=', id),
        ),
    )
    .orderBy('change.seq', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  return itsOwn(rows, 'code', { id, guid }).map(asEntry);
}

/** A number that is free again is given again, so the list ends where the number was another one's, whose guid says so. */
function itsOwn<Row extends { rows: string }>(
  rows: Row[],
  table: 'code' | 'coding',
  { id, guid }: Thing,
): Row[] {
  const other = rows.findIndex((row) =>
    (JSON.parse(row.rows) as RowImage[]).some((image) => {
      const named = image.after?.['guid'] ?? image.before?.['guid'];
      return image.table === table && image.id === id && named !== undefined && named !== guid;
    }),
  );
  return other < 0 ? rows : rows.slice(0, other);
}

/** Proves every project's chain of changes; an empty list when all is well. */
export async function checkChains(db: Db): Promise<(ChainProblem & { project: number })[]> {
  const projects = await db.selectFrom('project').select(['id', 'guid']).orderBy('id').execute();
  const found: (ChainProblem & { project: number })[] = [];
  for (const project of projects) {
    const links = await db
      .selectFrom('change')
      .selectAll()
      .where('project_id', '=', project.id)
      .orderBy('seq')
      .execute();
    const erasures = await db
      .selectFrom('change_erasure as e')
      .innerJoin('change', 'change.id', 'e.change_id')
      .select(['change.seq', 'e.by_seq', 'e.sha256'])
      .where('change.project_id', '=', project.id)
      .orderBy('e.id')
      .execute();
    const head = await db
      .selectFrom('change_head')
      .select(['seq', 'hash'])
      .where('project_id', '=', project.id)
      .executeTakeFirst();
    const problems = chainProblems(chainStart(project.guid), links, erasures, head ?? null);
    found.push(...problems.map((problem) => ({ ...problem, project: project.id })));
  }
  return found;
}

function entries(db: Db) {
  return db
    .selectFrom('change')
    .innerJoin('user', 'user.id', 'change.actor_id')
    .leftJoin('change as reversal', 'reversal.undoes_id', 'change.id')
    .leftJoin('change_undone as together', 'together.undone_id', 'change.id')
    .select([
      'change.id',
      'change.seq',
      'change.at',
      'change.kind',
      'change.entity',
      'change.entity_id',
      'change.detail',
      'change.undo_depth',
      'user.name as actor',
    ])
    .select((eb) => [
      eb.fn.coalesce('reversal.id', 'together.by_id').as('reversed_by'),
      eb('change.rows', '<>', '[]').$castTo<number | boolean>().as('has_rows'),
      eb('change.salt', '=', '').$castTo<number | boolean>().as('is_erased'),
    ]);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function asEntry(row: EntryRow): ChangeEntry {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    entity: row.entity,
    entityId: row.entity_id,
    detail: JSON.parse(row.detail) as Detail,
    actor: row.actor,
    undoDepth: row.undo_depth,
    isReversed: row.reversed_by !== null,
    hasRows: Boolean(row.has_rows) && !isFinal(row.kind),
    isErased: Boolean(row.is_erased),
  };
}
