import type { Ctx } from '../deps.ts';
import {
  mayMoveUnder,
  shiftsForMany,
  topmost,
  type Destination,
} from '../domain/codetree/index.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { change, type Done } from '../history/index.ts';
import { codesIn, type CodeRow } from './queries.ts';
import { removeCodes } from './remove.ts';
import { keptColour } from './rules.ts';

/** Where codes are dropped: beside another code, or under it; no code at all is among the themes, last. */
export interface Drop {
  place: 'before' | 'after' | 'into';
  targetId: number | null;
}

/** What was done to several codes at once. */
export interface Several {
  codes: number;
}

/**
 * Moves several codes at once, each with everything below it, as one change. They stand one after the other, in the order
 * of the codebook; a code below another of them goes along with it.
 * @throws NotFound `codebook.noCode`; Invalid `codebook.noneChosen`; Conflict `codebook.moveUnderItself`, `nameTaken`
 */
export async function moveCodes(
  ctx: Ctx,
  codeIds: readonly number[],
  drop: Drop,
): Promise<Done<Several>> {
  return change(ctx, { kind: 'codes.moved', entity: 'code' }, async (w) => {
    const codes = await codesIn(w.trx, ctx.projectId);
    const moving = topmost(codes, known(codes, codeIds));
    const destination = destinationOf(codes, drop);
    for (const { id, name } of moving)
      if (!mayMoveUnder(codes, id, destination.parentId))
        throw new Conflict('codebook.moveUnderItself', { name }, 'target');
    ensureNamesFree(codes, moving, destination.parentId);
    const ids = moving.map(({ id }) => id);
    for (const shift of shiftsForMany(codes, ids, destination))
      await w.update('code', shift.id, { parent_id: shift.parentId, position: shift.position });
    const parent = codes.find(({ id }) => id === destination.parentId);
    const [first] = moving;
    w.about(first?.id ?? 0, {
      name: first?.name ?? '',
      codes: moving.length,
      ...(parent ? { parent: parent.name } : {}),
    });
    return { codes: moving.length };
  });
}

/** Deletes several codes with all that is theirs, as one change. @throws as `moveCodes` */
export async function deleteCodes(ctx: Ctx, codeIds: readonly number[]): Promise<Done<Several>> {
  return change(ctx, { kind: 'codes.deleted', entity: 'code' }, async (w) => {
    const codes = await codesIn(w.trx, ctx.projectId);
    const going = topmost(codes, known(codes, codeIds));
    const removed = await removeCodes(
      ctx,
      w,
      going.map(({ id }) => id),
    );
    w.about(going[0]?.id ?? 0, { name: going[0]?.name ?? '', codes: going.length, ...removed });
    return { codes: going.length };
  });
}

/** Gives several codes one colour, as one change. @throws as `moveCodes`, Invalid `codebook.colourInvalid` */
export async function recolourCodes(
  ctx: Ctx,
  codeIds: readonly number[],
  wanted: string,
): Promise<Done<Several>> {
  return change(ctx, { kind: 'codes.recoloured', entity: 'code' }, async (w) => {
    const colour = keptColour(wanted);
    const codes = await codesIn(w.trx, ctx.projectId);
    const chosen = new Set(known(codes, codeIds));
    const others = codes.filter((code) => chosen.has(code.id) && code.colour !== colour);
    await w.updateMany(
      'code',
      others.map(({ id }) => id),
      { colour },
    );
    w.about(others[0]?.id ?? 0, { name: others[0]?.name ?? '', codes: others.length });
    return { codes: others.length };
  });
}

function known(codes: readonly CodeRow[], codeIds: readonly number[]): readonly number[] {
  if (codeIds.length === 0) throw new Invalid('codebook.noneChosen', {}, 'code');
  const there = new Set(codes.map(({ id }) => id));
  if (codeIds.some((id) => !there.has(id))) throw new NotFound('codebook.noCode');
  return codeIds;
}

function destinationOf(codes: readonly CodeRow[], { place, targetId }: Drop): Destination {
  if (targetId === null) return { parentId: null, beforeId: null };
  const target = codes.find(({ id }) => id === targetId);
  if (!target) throw new NotFound('codebook.noCode');
  if (place === 'into') return { parentId: targetId, beforeId: null };
  if (place === 'before') return { parentId: target.parentId, beforeId: targetId };
  const siblings = codes.filter(({ parentId }) => parentId === target.parentId);
  const next = siblings[siblings.findIndex(({ id }) => id === targetId) + 1];
  return { parentId: target.parentId, beforeId: next?.id ?? null };
}

/** Two codes of one name can stand neither beside each other nor come together at one place. */
function ensureNamesFree(
  codes: readonly CodeRow[],
  moving: readonly CodeRow[],
  parentId: number | null,
): void {
  const chosen = new Set(moving.map(({ id }) => id));
  const taken = new Map(
    codes
      .filter((code) => code.parentId === parentId && !chosen.has(code.id))
      .map(({ name }) => [foldName(name), name]),
  );
  for (const { name } of moving) {
    const other = taken.get(foldName(name));
    if (other !== undefined) throw new Conflict('codebook.nameTaken', { name: other }, 'target');
    taken.set(foldName(name), name);
  }
}
