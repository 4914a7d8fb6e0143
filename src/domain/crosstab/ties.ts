import type { CountOptions } from './study.ts';
import type { TreeRow } from './tree.ts';

/** The questions whose being asked counts for each row, and which rows have the same. */
export interface RowFrames {
  /** Each list once. */
  readonly lists: readonly (readonly number[])[];
  /** For each row its place in `lists`. */
  readonly ofRow: readonly number[];
}

/**
 * Over `tied` a code is counted over those asked the questions tied to it; without a tie of its own it has those of the
 * code above, and a tree without any is counted over all who were interviewed. Otherwise every row has the same.
 */
export function rowFrames(rows: readonly TreeRow[], options: CountOptions): RowFrames {
  const { over, ties, questionIds = [] } = options;
  if (over !== 'tied') return { lists: [questionIds], ofRow: rows.map(() => 0) };
  const lists: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const own: (readonly number[])[] = [];
  const ofRow = rows.map((row, at) => {
    const tied = ties?.get(row.codeId) ?? [];
    const list = tied.length > 0 ? tied.toSorted((a, b) => a - b) : (own[row.parentRow] ?? []);
    own[at] = list;
    const key = list.join();
    let place = known.get(key);
    if (place === undefined) known.set(key, (place = lists.push(list) - 1));
    return place;
  });
  return { lists: lists.length > 0 ? lists : [[]], ofRow };
}
