import type { Ctx } from '../deps.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { FINAL, isFinal } from './erase.ts';
import { isSameStep, type Saved } from './steps.ts';

/** A change as undo needs it. */
export interface Undoable {
  id: number;
  kind: string;
  entity: string;
  entity_id: number | null;
  detail: string;
  rows: string;
  undo_depth: number;
  seq: number;
  at: string;
  actor_id: number;
}

const COLUMNS = [
  'id',
  'kind',
  'entity',
  'entity_id',
  'detail',
  'rows',
  'undo_depth',
  'seq',
  'at',
  'actor_id',
] as const;

/**
 * The change, when it stands and can be reversed.
 * @throws NotFound when the project has no such change
 * @throws Conflict `history.final`, `history.nothingToUndo` or `history.alreadyUndone`
 */
export async function findUndoable(ctx: Ctx, changeId: number): Promise<Undoable> {
  const target = await ctx.db
    .selectFrom('change')
    .select(COLUMNS)
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', changeId)
    .executeTakeFirst();
  if (!target) throw new NotFound('history.noSuchChange');
  if (isFinal(target.kind)) throw new Conflict('history.final');
  if (target.rows === '[]') throw new Conflict('history.nothingToUndo');
  const undone = await ctx.db
    .selectFrom('change as c')
    .leftJoin('change as reversal', 'reversal.undoes_id', 'c.id')
    .leftJoin('change_undone as together', 'together.undone_id', 'c.id')
    .select('c.id')
    .where('c.id', '=', changeId)
    .where((eb) => eb.or([eb('reversal.id', 'is not', null), eb('together.by_id', 'is not', null)]))
    .executeTakeFirst();
  if (undone) throw new Conflict('history.alreadyUndone');
  return target;
}

/**
 * This person's last change that stands, or what they undid last unless they made another change since; null when there is
 * none. Even depths stand as done, odd ones as undone; a change that something has undone is neither.
 */
export async function lastUndoable(ctx: Ctx, direction: 'undo' | 'redo'): Promise<Undoable | null> {
  const mine = ctx.db
    .selectFrom('change as c')
    .where('c.project_id', '=', ctx.projectId)
    .where('c.actor_id', '=', ctx.userId)
    .where('c.rows', '<>', '[]')
    .where('c.kind', 'not in', FINAL)
    // What was erased for good is passed over, so that one can go on undoing what was done before it.
    .where('c.salt', '<>', '');
  const target = await mine
    .select(COLUMNS.map((column) => `c.${column}` as const))
    .where((eb) => eb(eb('c.undo_depth', '%', 2), '=', direction === 'undo' ? 0 : 1))
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('change as u').select('u.id').whereRef('u.undoes_id', '=', 'c.id')),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('change_undone as t')
            .select('t.undone_id')
            .whereRef('t.undone_id', '=', 'c.id'),
        ),
      ),
    )
    .orderBy('c.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!target || direction === 'undo') return target ?? null;
  const newer = await mine
    .select('c.id')
    .where('c.undo_depth', '=', 0)
    .where('c.seq', '>', target.seq)
    .limit(1)
    .executeTakeFirst();
  return newer ? null : target;
}

/** The changes before this one that are one step with it, newest first. */
export async function restOfStep(ctx: Ctx, newest: Undoable): Promise<Undoable[]> {
  const rows = await ctx.db
    .selectFrom('change')
    .leftJoin('change as reversal', 'reversal.undoes_id', 'change.id')
    .leftJoin('change_undone as together', 'together.undone_id', 'change.id')
    .select(COLUMNS.map((column) => `change.${column}` as const))
    .select((eb) => eb.fn.coalesce('reversal.id', 'together.by_id').as('reversed_by'))
    .where('change.project_id', '=', ctx.projectId)
    .where('change.actor_id', '=', newest.actor_id)
    .where('change.seq', '<', newest.seq)
    .orderBy('change.seq', 'desc')
    .limit(MOST)
    .execute();
  const end = rows.findIndex(
    (row) => !isSameStep(asSaved(newest, false), asSaved(row, row.reversed_by !== null)),
  );
  return end < 0 ? rows : rows.slice(0, end);
}

/** Saves of one step looked for: one each second for five minutes. */
const MOST = 300;

const asSaved = (row: Undoable, isReversed: boolean): Saved => ({
  at: row.at,
  kind: row.kind,
  entityId: row.entity_id,
  about: row.detail,
  undoDepth: row.undo_depth,
  isReversed,
});
