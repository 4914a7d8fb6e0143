import type { Ctx } from '../deps.ts';
import { Conflict, DomainError } from '../domain/errors.ts';
import { builtOn } from './built-on.ts';
import { change, type ChangeWriter, type Done } from './change.ts';
import type { RowImage } from './images.ts';
import { doneBefore } from './once.ts';
import { canReverse, reverse } from './reverse.ts';
import { findUndoable, lastUndoable, restOfStep, type Undoable } from './undoable.ts';

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
  const target = await lastUndoable(ctx, direction);
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

function isConstraintError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_CONSTRAINT')
  );
}
