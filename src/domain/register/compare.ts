import { foldName } from '../names.ts';

/** Interviews, and unique people in them. */
export interface Counts {
  interviews: number;
  participants: number;
}

export interface CountedRow extends Counts {
  label: string;
}

/** A table with its total; null where the total is not printed. */
export interface CountedTable {
  rows: readonly CountedRow[];
  total: Counts | null;
}

export interface ComparedRow {
  /** As published; of a row that is not, as counted. */
  label: string;
  counted: Counts | null;
  published: Counts | null;
  /** Counted less published; a table without the row has nought. */
  difference: Counts;
}

export interface OverviewComparison {
  /** Every row once: those of the published table in its order, then those it has not. */
  rows: ComparedRow[];
  differing: ComparedRow[];
  /** Published, and not counted at all. */
  missing: ComparedRow[];
  /** Counted, and not published. Rows in which nobody is are none. */
  extra: ComparedRow[];
  /** null where one of the tables has no total. */
  total: ComparedRow | null;
  /** What the published rows add up to less the published total: not nought where a person is in two rows, or it is wrong. */
  publishedSum: Counts | null;
  agrees: boolean;
}

const NOUGHT: Counts = { interviews: 0, participants: 0 };

const counts = ({ interviews, participants }: Counts): Counts => ({ interviews, participants });

const less = (a: Counts, b: Counts): Counts => ({
  interviews: a.interviews - b.interviews,
  participants: a.participants - b.participants,
});

const isNought = (c: Counts): boolean => c.interviews === 0 && c.participants === 0;

const sum = (rows: readonly Counts[]): Counts =>
  rows.reduce((a, b) => less(a, less(NOUGHT, b)), NOUGHT);

/** Labels are the same whatever their case, marks and spaces: `Headquarters, Geneva`, `Headquarters Geneva`. */
const key = (label: string): string =>
  foldName(label.replace(/[^\p{L}\p{N}&+]+/gu, ' ')).replace(/ (?:and|et|y) /g, ' & ');

function row(label: string, counted: Counts | null, published: Counts | null): ComparedRow {
  const difference = less(counted ?? NOUGHT, published ?? NOUGHT);
  return {
    label,
    counted: counted && counts(counted),
    published: published && counts(published),
    difference,
  };
}

/** Rows of one label count as one row. */
function byLabel(rows: readonly CountedRow[]): Map<string, CountedRow> {
  const all = new Map<string, CountedRow>();
  for (const one of rows) {
    const first = all.get(key(one.label));
    all.set(key(one.label), first ? { ...sum([first, one]), label: first.label } : one);
  }
  return all;
}

/** Takes the row labelled as the total out of a table that was read row by row. */
export function withTotal(rows: readonly CountedRow[]): CountedTable {
  const isTotal = ({ label }: CountedRow): boolean => /^(?:grand )?total(?:e?s)?$/.test(key(label));
  const total = rows.findLast(isTotal);
  return { rows: rows.filter((one) => !isTotal(one)), total: total ? counts(total) : null };
}

/** Where the overview table and a published one say different things. */
export function compareOverview(
  counted: CountedTable,
  published: CountedTable,
): OverviewComparison {
  const [ours, theirs] = [byLabel(counted.rows), byLabel(published.rows)];
  const rows = [...theirs].map(([k, one]) => row(one.label, ours.get(k) ?? null, one));
  for (const [k, one] of ours)
    if (!theirs.has(k) && !isNought(one)) rows.push(row(one.label, one, null));
  const differing = rows.filter((r) => r.counted && r.published && !isNought(r.difference));
  const missing = rows.filter((r) => r.counted === null);
  const extra = rows.filter((r) => r.published === null);
  const total = counted.total && published.total ? row('', counted.total, published.total) : null;
  return {
    rows,
    differing,
    missing,
    extra,
    total,
    publishedSum: published.total && less(sum(published.rows), published.total),
    agrees:
      differing.length + missing.length + extra.length === 0 &&
      (total === null || isNought(total.difference)),
  };
}
