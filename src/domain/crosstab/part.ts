import type { Arranged, Head } from './arrange.ts';

/** A stretch of a long side of a table, counted from 1; `of` is how long the side is, its total apart. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly of: number;
  readonly page: number;
  readonly pages: number;
}

/** As much of a table as fits a page. */
export interface Part {
  readonly view: Arranged;
  readonly rows: Span;
  readonly columns: Span;
}

/**
 * The part of a table that a page shows, its totals always with it.
 * @param pages which part, from 1; the last where there are not so many
 * @param most rows and columns on a page, totals apart
 */
export function partOf(
  { rows, columns, cells }: Arranged,
  pages: { down: number; across: number },
  most: { rows: number; columns: number },
): Part {
  const down = spanOf(rows, pages.down, most.rows);
  const across = spanOf(columns, pages.across, most.columns);
  const kept = within(columns, across);
  const places = within(rows, down);
  return {
    view: {
      rows: places.flatMap((at) => rows[at] ?? []),
      columns: kept.flatMap((at) => columns[at] ?? []),
      cells: places.map((row) => kept.flatMap((at) => cells[row]?.[at] ?? [])),
    },
    rows: down,
    columns: across,
  };
}

const isTotal = ({ kind }: Head): boolean => kind === 'total';

function spanOf(heads: readonly Head[], wanted: number, most: number): Span {
  const of = heads.filter((head) => !isTotal(head)).length;
  const pages = Math.max(1, Math.ceil(of / most));
  const page = Math.min(wanted, pages);
  return { from: (page - 1) * most + 1, to: Math.min(of, page * most), of, page, pages };
}

/** Places of the heads on the page; totals stand last, so that those before are counted as they lie. */
const within = (heads: readonly Head[], { from, to }: Span): number[] =>
  heads.flatMap((head, at) => (isTotal(head) || (at >= from - 1 && at < to) ? [at] : []));
