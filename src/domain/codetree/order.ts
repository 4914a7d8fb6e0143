/** What a list of codes needs to be put in another order: it holds each before the codes below it. */
interface Listed {
  /** How many codes stand below it; they follow it in the list. */
  readonly below: number;
}

/**
 * The same tree with siblings in another order, at every depth; those that compare equal keep the order they had.
 * @param codes each before its sub-codes
 */
export function siblingsBy<T extends Listed>(
  codes: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const branches: T[][] = [];
  for (let at = 0; at < codes.length;) {
    const end = at + 1 + (codes[at]?.below ?? 0);
    branches.push(codes.slice(at, end));
    at = end;
  }
  const first = (branch: readonly T[]): T[] => branch.slice(0, 1);
  return branches
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : compare(a, b)))
    .flatMap((branch) => [...first(branch), ...siblingsBy(branch.slice(1), compare)]);
}
