import { LINE_KINDS, type LineKind } from '../paste/types.ts';
import type { Plan } from '../types.ts';
import type { BroughtDoubt } from './types.ts';
import type { Fate, PreviewRow } from './preview.ts';

/** What an import would do, and what every line was taken for. */
export interface Account {
  lines: number;
  /** Lines by what they were taken for. */
  kinds: Record<LineKind | 'row', number>;
  /** Rows by what becomes of them. */
  fates: Record<Fate, number>;
  interviews: number;
  respondents: number;
  /** People in the new respondents: a group counts as many as it is. */
  people: number;
  /** Facts that respondents of the project get. */
  additions: number;
  /** Doubts that have to be decided first, and others. */
  open: number;
  toLookAt: number;
  /** New respondents without a group. */
  withoutGroup: number;
}

export function accountOf(
  rows: readonly PreviewRow[],
  plan: Plan,
  doubts: readonly BroughtDoubt[],
): Account {
  const kinds = Object.fromEntries(
    [...LINE_KINDS, 'row'].map((kind) => [kind, 0]),
  ) as Account['kinds'];
  const fates: Account['fates'] = { new: 0, there: 0, open: 0, aside: 0, none: 0 };
  let lines = 0;
  for (const row of rows) {
    fates[row.fate] += 1;
    for (const { kind } of row.lines) {
      kinds[kind] += 1;
      lines += 1;
    }
  }
  const open = doubts.filter(({ isOpen }) => isOpen).length;
  return {
    ...{ lines, kinds, fates, open, toLookAt: doubts.length - open },
    interviews: plan.interviews.length,
    respondents: plan.respondents.length,
    people: plan.respondents.reduce((sum, { headCount }) => sum + headCount, 0),
    additions: plan.additions.length,
    withoutGroup: plan.respondents.filter(({ group }) => group === '').length,
  };
}
