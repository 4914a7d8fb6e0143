import { foldName } from '../names.ts';

/** What makes a code part of a tree. */
export interface CodeNode {
  readonly id: number;
  /** null for a theme. */
  readonly parentId: number | null;
  readonly name: string;
  /** Orders siblings; need not be dense, ties go by id. */
  readonly position: number;
}

/** A code in its place. */
export interface Placed<T extends CodeNode> {
  readonly code: T;
  /** 0 for a theme. */
  readonly depth: number;
  /** Names from the theme down to this code. */
  readonly names: readonly string[];
  /** How many codes stand below it; they follow it in the list. */
  readonly below: number;
}

const byPosition = (a: CodeNode, b: CodeNode): number => a.position - b.position || a.id - b.id;

/**
 * The codes in the order a codebook is read: each before its sub-codes, siblings by position.
 * A code whose parent is not among them, or that sits in a ring of parents, stands at the top: none is dropped.
 */
export function placeAll<T extends CodeNode>(codes: readonly T[]): Placed<T>[] {
  const known = new Set(codes.map((code) => code.id));
  const children = new Map<number | null, T[]>();
  for (const code of codes) {
    const parent = code.parentId !== null && known.has(code.parentId) ? code.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  }
  for (const siblings of children.values()) siblings.sort(byPosition);
  const placed: Placed<T>[] = [];
  const seen = new Set<number>();
  const place = (code: T, depth: number, above: readonly string[]): void => {
    if (seen.has(code.id)) return;
    seen.add(code.id);
    const at = placed.length;
    const names = [...above, code.name];
    placed.push({ code, depth, names, below: 0 });
    for (const child of children.get(code.id) ?? []) place(child, depth + 1, names);
    placed[at] = { code, depth, names, below: placed.length - at - 1 };
  };
  for (const code of children.get(null) ?? []) place(code, 0, []);
  for (const code of [...codes].sort(byPosition)) place(code, 0, []);
  return placed;
}

/** The codes directly under `parentId`, or the themes for null, in their order. */
export function childrenOf<T extends CodeNode>(codes: readonly T[], parentId: number | null): T[] {
  return codes.filter((code) => code.parentId === parentId).sort(byPosition);
}

/** The ids of all codes below this one, nearest first, without itself. */
export function descendantsOf(codes: readonly CodeNode[], id: number): number[] {
  const children = new Map<number | null, number[]>();
  for (const code of codes) {
    const siblings = children.get(code.parentId);
    if (siblings) siblings.push(code.id);
    else children.set(code.parentId, [code.id]);
  }
  const found = new Set([id]);
  // A set grows while it is walked; what is in it already is not walked again, so a ring ends.
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child);
  found.delete(id);
  return [...found];
}

/** The sibling that has this name already, compared as names are; null when it is free. */
export function namesake<T extends CodeNode>(
  codes: readonly T[],
  parentId: number | null,
  name: string,
  exceptId: number | null = null,
): T | null {
  const fold = foldName(name);
  return (
    codes.find(
      (code) => code.parentId === parentId && code.id !== exceptId && foldName(code.name) === fold,
    ) ?? null
  );
}

/** The position after the last of these siblings. */
export function nextPosition(siblings: readonly Pick<CodeNode, 'position'>[]): number {
  return siblings.reduce((next, { position }) => Math.max(next, position + 1), 0);
}
