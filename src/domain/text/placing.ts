/** Putting many codings in their new places one after the other, none of them ever on the place of another. */
import type { Span } from './span.ts';

/** Something with a place and a place to go to; two with the same `kind` may not have the same place. */
export interface Move {
  id: number;
  kind: string;
  from: Span;
  to: Span;
}

export interface Order {
  /** The moves that can be done once `taken` are out of the way, in an order in which each finds its place free. */
  moves: Move[];
  /** Those whose place is another's. */
  taken: Move[];
}

/**
 * Of two that would end on the same place the first in the list gets it. Everything keeps its order when a text changes,
 * so that a ring, in which each waits for the next, does not come about; if it did, all of it would be `taken`.
 */
export function orderOfMoves(wanted: readonly Move[]): Order {
  const goals = new Set<string>();
  const free: Move[] = [];
  const taken: Move[] = [];
  for (const move of wanted) {
    const goal = keyOf(move.kind, move.to);
    (goals.has(goal) ? taken : free).push(move);
    goals.add(goal);
  }
  const occupied = new Set(free.map(({ kind, from }) => keyOf(kind, from)));
  /** By the place that each waits for. */
  const waiting = new Map<string, Move>();
  const moves: Move[] = [];
  for (const move of free) {
    const goal = keyOf(move.kind, move.to);
    if (!occupied.has(goal) || goal === keyOf(move.kind, move.from)) moves.push(move);
    else waiting.set(goal, move);
  }
  // Grows while it is walked: each that goes leaves its place to the one that waits for it.
  for (const { kind, from, to } of moves) {
    const left = keyOf(kind, from);
    const next = left === keyOf(kind, to) ? undefined : waiting.get(left);
    if (next) moves.push(next);
    waiting.delete(left);
  }
  return { moves, taken: [...taken, ...waiting.values()] };
}

const keyOf = (kind: string, { start, end }: Span): string => `${kind} ${start} ${end}`;
