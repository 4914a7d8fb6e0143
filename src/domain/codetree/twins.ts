import { childrenOf, namesake, type CodeNode } from './tree.ts';

/** A code that goes, and the one it becomes. */
export interface Twin<T extends CodeNode> {
  readonly gone: T;
  readonly kept: T;
}

/** What merging one code into another means for the tree. */
export interface Joining<T extends CodeNode> {
  /** The two codes first, then sub-codes of the same name, each pair before those below it. */
  readonly twins: readonly Twin<T>[];
  /** Sub-codes that have no namesake at the other code, and the code they come to stand under. */
  readonly movers: readonly { readonly code: T; readonly under: T }[];
}

/**
 * Pairs the sub-codes of two codes that are merged: those of one name become one, and so do theirs, to any depth; the others
 * move with all that stands below them.
 * @param into does not stand below `from`
 */
export function joiningOf<T extends CodeNode>(codes: readonly T[], from: T, into: T): Joining<T> {
  const twins: Twin<T>[] = [{ gone: from, kept: into }];
  const movers: { code: T; under: T }[] = [];
  // Grows while it is walked. Codes that go stand below `from` and codes that are kept do not, so none is ever both.
  for (const { gone, kept } of twins)
    for (const child of childrenOf(codes, gone.id)) {
      // `from` may itself stand there under the name, and is about to leave.
      const there = namesake(codes, kept.id, child.name, from.id);
      if (there === null) movers.push({ code: child, under: kept });
      else twins.push({ gone: child, kept: there });
    }
  return { twins, movers };
}
