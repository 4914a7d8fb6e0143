import type { Words as Naming } from '../analysis/index.ts';
import { DEFAULTS } from '../../views/analysis/address.ts';
import type { CompareChoices } from '../../views/patterns/types.ts';
import { countThemes, type Reader } from '../analysis/index.ts';
import type { Chosen } from './material.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';
import {
  compareShares,
  shareDifference,
  wilsonInterval,
  type Comparison,
  type Difference,
  type Interval,
} from '../domain/statistics/index.ts';

export interface ComparedGroup {
  key: string;
  label: string;
  /** Respondents interviewed, or asked. */
  n: number;
}

export interface ComparedRow {
  codeId: number;
  name: string;
  path: string;
  depth: number;
  /** Respondents of each group who mention it; null where the number is hidden. */
  counts: readonly (number | null)[];
  /** Null where a number is hidden: a test would give it back. */
  comparison: Comparison | null;
}

export interface ComparedTable {
  groups: readonly ComparedGroup[];
  rows: readonly ComparedRow[];
  minCell: number;
  withdrawn: number;
  notHeld: number;
}

/** Codes by groups of respondents, each with the test of whether the groups differ. Those of no group are left out. */
export async function compareGroups(
  reader: Reader,
  choices: CompareChoices & Chosen,
  names: Naming,
): Promise<ComparedTable> {
  const { by, over, questions, words, filter, minCell, toShare = false } = choices;
  const wanted = { ...DEFAULTS, by, over, questions, words, filter, minCell };
  const { table, withdrawn, notHeld } = await countThemes(reader, wanted, names, { toShare });
  const places = table.columns.flatMap(({ key }, at) => (key === NOT_GIVEN ? [] : [at]));
  const groups = places.map((at) => ({
    key: table.columns[at]?.key ?? '',
    label: table.columns[at]?.label ?? '',
    n: table.columns[at]?.denominator ?? 0,
  }));
  const sum = table.columns.reduce((all, column) => all + (column.denominator ?? 0), 0);
  const overlap = sum - (table.denominator ?? 0);
  const rows = table.rows.map(({ codeId, name, path, depth, cells }) => {
    const counts = places.map((at) => cells[at] ?? null);
    return { codeId, name, path, depth, counts, comparison: compared(groups, counts, overlap) };
  });
  return { groups, rows, minCell: table.minCell, withdrawn, notHeld };
}

function compared(
  groups: readonly ComparedGroup[],
  counts: readonly (number | null)[],
  overlap: number,
): Comparison | null {
  const shares = groups.map(({ n }, at) => ({ n, count: counts[at] ?? null }));
  const known = shares.flatMap(({ n, count }) => (count === null ? [] : [{ n, count }]));
  return known.length < shares.length ? null : compareShares(known, overlap);
}

/** One code in one group beside the group that it is compared with. */
export interface GroupShare extends ComparedGroup {
  count: number | null;
  interval: Interval | null;
  /** Of this group's share less that of the group compared with; null for that group itself. */
  difference: Difference | null;
}

/**
 * A code's share in every group with its interval, and how it differs from one of them.
 * @param beside key of the group to compare with; the first when there is no such group
 */
export function sharesOfCode(
  { groups }: Pick<ComparedTable, 'groups'>,
  row: ComparedRow,
  beside: string,
): GroupShare[] {
  const reference = Math.max(
    0,
    groups.findIndex(({ key }) => key === beside),
  );
  const known = (at: number) => {
    const count = row.counts[at] ?? null;
    return count === null ? null : { count, n: groups[at]?.n ?? 0 };
  };
  const base = known(reference);
  return groups.map((group, at) => {
    const share = known(at);
    return {
      ...group,
      count: share?.count ?? null,
      interval: share === null ? null : wilsonInterval(share.count, share.n),
      difference:
        share === null || base === null || at === reference ? null : shareDifference(share, base),
    };
  });
}
