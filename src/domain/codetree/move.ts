import { childrenOf, descendantsOf, type CodeNode } from './tree.ts';

/** Where a code is to go: under `parentId` (null: among the themes), before a sibling there, or last. */
export interface Destination {
  parentId: number | null;
  beforeId: number | null;
}

/** What a move writes to one code. */
export interface Shift {
  id: number;
  parentId: number | null;
  position: number;
}

/** One step as a key or button makes it. */
export type Step = 'up' | 'down' | 'in' | 'out';
export const STEPS: readonly Step[] = ['up', 'down', 'in', 'out'];

/** Whether the code can stand there: not under itself, not under a code below it, not under one that does not exist. */
export function mayMoveUnder(
  codes: readonly CodeNode[],
  id: number,
  parentId: number | null,
): boolean {
  if (parentId === null) return true;
  if (parentId === id || !codes.some((code) => code.id === parentId)) return false;
  return !descendantsOf(codes, id).includes(parentId);
}

/**
 * Where a step leads; null when there is nowhere to go. `up` and `down` pass one sibling, `in` makes the code the last
 * sub-code of the sibling above it, `out` puts it right after its parent.
 */
export function destinationOf(
  codes: readonly CodeNode[],
  id: number,
  step: Step,
): Destination | null {
  const code = codes.find((one) => one.id === id);
  if (!code) return null;
  const siblings = childrenOf(codes, code.parentId);
  const at = siblings.findIndex((one) => one.id === id);
  const above = siblings[at - 1];
  if (step === 'up') return above ? { parentId: code.parentId, beforeId: above.id } : null;
  if (step === 'down')
    return at + 1 < siblings.length
      ? { parentId: code.parentId, beforeId: siblings[at + 2]?.id ?? null }
      : null;
  if (step === 'in') return above ? { parentId: above.id, beforeId: null } : null;
  const parent = codes.find((one) => one.id === code.parentId);
  if (!parent) return null;
  const uncles = childrenOf(codes, parent.parentId);
  const next = uncles[uncles.findIndex((one) => one.id === parent.id) + 1];
  return { parentId: parent.parentId, beforeId: next?.id ?? null };
}

/**
 * What to write so that the code stands there: as few codes as possible, itself first. Empty when it stands there already.
 * Whether it may stand there is `mayMoveUnder`'s to say.
 */
export function shiftsFor(
  codes: readonly CodeNode[],
  id: number,
  { parentId, beforeId }: Destination,
): Shift[] {
  const code = codes.find((one) => one.id === id);
  if (!code || beforeId === id) return [];
  const others = childrenOf(codes, parentId).filter((one) => one.id !== id);
  const before = others.findIndex((one) => one.id === beforeId);
  const at = before < 0 ? others.length : before;
  const order = [...others.slice(0, at), code, ...others.slice(at)];
  const stays = code.parentId === parentId;
  // The positions there are, lowest first, are dealt out again; only a newcomer in the middle pushes those behind it on.
  const free = (stays ? order : others).map((one) => one.position).sort((a, b) => a - b);
  let last = -Infinity;
  const shifts = order.flatMap((one, index): Shift[] => {
    const position = Math.max(last + 1, free[index] ?? (Number.isFinite(last) ? last + 1 : 0));
    last = position;
    const same = one.position === position && one.parentId === parentId;
    return same ? [] : [{ id: one.id, parentId, position }];
  });
  return shifts.sort((a, b) => Number(b.id === id) - Number(a.id === id));
}

/** The codes of these that stand below none of the others, in the order of the codebook: the rest goes along with them. */
export function topmost<T extends CodeNode>(codes: readonly T[], ids: readonly number[]): T[] {
  const chosen = new Set(ids);
  const byId = new Map(codes.map((code) => [code.id, code]));
  const isBelow = ({ parentId, id }: T): boolean => {
    const seen = new Set([id]);
    for (let up = parentId; up !== null && !seen.has(up); up = byId.get(up)?.parentId ?? null) {
      if (chosen.has(up)) return true;
      seen.add(up);
    }
    return false;
  };
  return codes.filter((code) => chosen.has(code.id) && !isBelow(code));
}

/**
 * What to write so that several codes stand there one after the other, in the order of the codebook. Whether they may
 * stand there is `mayMoveUnder`'s to say of each.
 * @param ids none below another of them: see `topmost`
 * @param destination a sibling that is itself one of them stands for the next one that is not
 */
export function shiftsForMany(
  codes: readonly CodeNode[],
  ids: readonly number[],
  { parentId, beforeId }: Destination,
): Shift[] {
  const chosen = new Set(ids);
  const siblings = childrenOf(codes, parentId);
  const from = siblings.findIndex(({ id }) => id === beforeId);
  const before = from < 0 ? null : (siblings.slice(from).find(({ id }) => !chosen.has(id)) ?? null);
  let now: readonly CodeNode[] = codes;
  for (const id of ids) {
    const shifts = shiftsFor(now, id, { parentId, beforeId: before?.id ?? null });
    const to = new Map(shifts.map((shift) => [shift.id, shift]));
    now = now.map((code) => ({ ...code, ...to.get(code.id) }));
  }
  const was = new Map(codes.map((code) => [code.id, code]));
  return now
    .filter(({ id, ...code }) => {
      const old = was.get(id);
      return old?.parentId !== code.parentId || old.position !== code.position;
    })
    .map(({ id, parentId: parent, position }) => ({ id, parentId: parent, position }));
}
