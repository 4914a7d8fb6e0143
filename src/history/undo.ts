import type { Ctx } from '../deps.ts';
import { Conflict, DomainError, NotFound } from '../domain/errors.ts';
import { builtOn } from './built-on.ts';
import { change, type ChangeWriter, type Done } from './change.ts';
import { FINAL, isFinal } from './erase.ts';
import { imageOf, isWordsHash, sameValue } from './images.ts';
import type { Row, RowImage } from './images.ts';
import { doneBefore } from './once.ts';
import { isSameStep, type Saved } from './steps.ts';

/** A change as undo needs it. */
interface Undoable {
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

/** What undoing says it did: the kind of the change, and whether it is now undone or done again. */
type Reversed = Done<{ kind: string; undone: boolean }>;

/**
 * Reverses one change exactly, as a change of its own; undoing that one is redo.
 * @throws NotFound when the project has no such change
 * @throws Conflict `history.alreadyUndone`, `history.final` for an erasing, `history.wordsErased`, or `history.builtOn` and its kin when someone changed the same rows since: nothing is undone then
 */
export async function undo(ctx: Ctx, changeId: number): Promise<Reversed> {
  const before = await doneBefore<Reversed['value']>(ctx.db, ctx);
  return before ?? undoStep(ctx, await findUndoable(ctx, changeId));
}

/**
 * Reverses a change and those before it that are one step with it, as one change. Where an older one cannot be reversed any
 * more, it and what is older still stay, and the change says how many they are.
 */
async function undoStep(ctx: Ctx, newest: Undoable): Promise<Reversed> {
  return reverseAll(ctx, newest, await restOfStep(ctx, newest));
}

/** The changes before this one that are one step with it, newest first. */
async function restOfStep(ctx: Ctx, newest: Undoable): Promise<Undoable[]> {
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

/** Reverses this person's last change that stands; null when there is none. */
export async function undoLast(ctx: Ctx): Promise<Reversed | null> {
  return reverseLast(ctx, 'undo');
}

/** Brings back what this person undid last, unless they made another change since; null when there is nothing. */
export async function redoLast(ctx: Ctx): Promise<Reversed | null> {
  return reverseLast(ctx, 'redo');
}

async function reverseLast(ctx: Ctx, direction: 'undo' | 'redo'): Promise<Reversed | null> {
  const before = await doneBefore<Reversed['value']>(ctx.db, ctx);
  if (before) return before;
  const target = await lastOf(ctx, direction);
  return target === null ? null : undoStep(ctx, target);
}

async function reverseAll(
  ctx: Ctx,
  target: Undoable,
  rest: readonly Undoable[],
): Promise<Reversed> {
  const images = imagesOf(target);
  if (images.some(isErased)) throw new Conflict('history.wordsErased');
  const depth = target.undo_depth + 1;
  return change(ctx, { kind: target.kind, entity: target.entity }, async (w) => {
    w.entityId = target.entity_id;
    w.detail = JSON.parse(target.detail) as ChangeWriter['detail'];
    w.undoes = { id: target.id, depth, also: [] };
    for (const image of images) await reverseOr(w, ctx, image, target);
    const left = await reverseRest(w, ctx, rest, w.undoes.also);
    if (left > 0) w.detail = { ...w.detail, left };
    try {
      await ctx.rebuild(w.trx, w.images);
    } catch (error) {
      throw isConstraintError(error) ? new Conflict('history.builtOn') : error;
    }
    return { kind: target.kind, undone: depth % 2 === 1 };
  });
}

/** A change's images in the order in which they are taken back: the last one first. */
const imagesOf = ({ rows }: Undoable): RowImage[] => (JSON.parse(rows) as RowImage[]).reverse();
const isErased = ({ erased }: RowImage): boolean => erased === true;

/** Reverses one image; when something was built on it, says who did. */
async function reverseOr(
  w: ChangeWriter,
  ctx: Ctx,
  image: RowImage,
  target: Undoable,
): Promise<void> {
  try {
    await reverse(w, ctx, image);
  } catch (error) {
    const isBuiltOn = error instanceof DomainError && error.code === 'history.builtOn';
    // A unique name taken since, or a row that others now point to: the database refuses, and so do we.
    if (!isBuiltOn && !isConstraintError(error)) throw error;
    throw await builtOn(w.trx, ctx, image, target.seq);
  }
}

/**
 * Reverses the older changes of a step as far as they can be.
 * @param done takes the ids of those that were
 * @returns how many were left
 */
async function reverseRest(
  w: ChangeWriter,
  ctx: Ctx,
  rest: readonly Undoable[],
  done: number[],
): Promise<number> {
  for (const [at, one] of rest.entries()) {
    const images = imagesOf(one);
    // All of a change or nothing: so it is looked at first.
    for (const image of images)
      if (isErased(image) || !(await canReverse(w, ctx, image))) return rest.length - at;
    for (const image of images) await reverse(w, ctx, image);
    done.push(one.id);
  }
  return 0;
}

async function canReverse(w: ChangeWriter, ctx: Ctx, image: RowImage): Promise<boolean> {
  const row = await w.current(image.table, image.id);
  const stands =
    image.after === null
      ? row === null && image.before !== null
      : row !== null && stillReads(image, row);
  if (!stands || image.before === null) return stands;
  try {
    await withWords(w, ctx, image.before);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

async function reverse(w: ChangeWriter, ctx: Ctx, image: RowImage): Promise<void> {
  const row = await w.current(image.table, image.id);
  if (image.after === null) {
    if (row !== null || image.before === null) throw new Conflict('history.builtOn');
    await w.restore(image.table, await withWords(w, ctx, image.before));
    return;
  }
  if (row === null || !stillReads(image, row)) throw new Conflict('history.builtOn');
  if (image.before === null) await w.remove(image.table, image.id);
  else await w.update(image.table, image.id, await withWords(w, ctx, image.before));
}

/** Whether the columns that the change wrote still hold what it wrote. */
function stillReads(image: RowImage, row: Row): boolean {
  const now = imageOf(image.table, row);
  return Object.entries(image.after ?? {}).every(([column, value]) =>
    sameValue(now[column], value),
  );
}

async function withWords(w: ChangeWriter, ctx: Ctx, row: Row): Promise<Row> {
  const entries = await Promise.all(
    Object.entries(row).map(async ([column, value]) => [
      column,
      isWordsHash(value) ? await keptWords(w, ctx, value.sha256) : value,
    ]),
  );
  return Object.fromEntries(entries) as Row;
}

async function keptWords(w: ChangeWriter, ctx: Ctx, sha256: string): Promise<string> {
  const kept = await w.trx
    .selectFrom('kept_text')
    .select('body')
    .where('project_id', '=', ctx.projectId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (!kept) throw new Conflict('history.wordsErased');
  return kept.body;
}

const COLUMNS = [
  ...(['id', 'kind', 'entity', 'entity_id', 'detail', 'rows', 'undo_depth'] as const),
  ...(['seq', 'at', 'actor_id'] as const),
] as const;

async function findUndoable(ctx: Ctx, changeId: number): Promise<Undoable> {
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

/** Even depths stand as done, odd ones as undone; a change that something has undone is neither. */
async function lastOf(ctx: Ctx, direction: 'undo' | 'redo'): Promise<Undoable | null> {
  const mine = ctx.db
    .selectFrom('change as c')
    .where('c.project_id', '=', ctx.projectId)
    .where('c.actor_id', '=', ctx.userId)
    .where('c.rows', '<>', '[]')
    .where('c.kind', 'not in', FINAL)
    // What was erased for good is passed over, so that one can go on undoing what was done before it.
    .where('c.salt', '<>', '');
  const target = await mine
    .select([
      'c.id',
      'c.kind',
      'c.entity',
      'c.entity_id',
      'c.detail',
      'c.rows',
      'c.undo_depth',
      'c.seq',
      'c.at',
      'c.actor_id',
    ])
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

function isConstraintError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_CONSTRAINT')
  );
}
