import type { Crosstab } from './crosstab.ts';

/** A row or a column of a table as it is shown. */
export interface Head {
  /** `code 12`, `column 3`, `total`: the same whichever way the table lies. */
  readonly key: string;
  readonly label: string;
  /** `Visibility > Capacity`; the label for what is no code. */
  readonly path: string;
  /** With two classifications at once, what stands over the label. */
  readonly above: string | null;
  /** 0 for a theme, and for all where the order is not that of the tree. */
  readonly depth: number;
  /** Out of how many; `null` where that differs from cell to cell. */
  readonly of: number | null;
  readonly kind: 'code' | 'column' | 'total';
  readonly codeId: number | null;
  readonly questionIds: readonly number[];
  readonly isPinned: boolean;
}

export interface ArrangedCell {
  /** `null` when protected. */
  readonly value: number | null;
  readonly of: number;
  /** Protected because it is small itself, not to protect another. */
  readonly isSmall: boolean;
  readonly codeId: number;
  /** `null` for the total. */
  readonly column: string | null;
}

/** A table as it is shown: what page, command line and files print, each in its own way. */
export interface Arranged {
  readonly rows: readonly Head[];
  readonly columns: readonly Head[];
  /** One list per row. */
  readonly cells: readonly (readonly ArrangedCell[])[];
}

/** In the order of the codebook, by name, by the total or by the numbers of one column, the largest first. */
export type Order = { by: 'tree' | 'name' | 'total' } | { by: 'column'; key: string };

export interface Arrangement {
  readonly order: Order;
  /** Rows of which every printed number is nought are left out. */
  readonly hidesEmpty: boolean;
  /** Codes that come first, in this order. */
  readonly pins: readonly number[];
  /** Codes in columns. */
  readonly isTurned: boolean;
}

const byName = new Intl.Collator('en', { numeric: true }).compare;

/**
 * Arranges what is printed, and only that: an order in which hidden numbers took part would give them away, so that they
 * come after the others, and a row is empty only when every one of its numbers is printed.
 */
export function arrange(
  table: Crosstab,
  { order, hidesEmpty, pins, isTurned }: Arrangement,
): Arranged {
  const columns: Head[] = [
    ...table.columns.map((column) => ({
      ...PLAIN,
      key: `column ${column.key}`,
      label: column.label,
      path: column.above === null ? column.label : `${column.above}, ${column.label}`,
      above: column.above,
      of: column.denominator,
      kind: 'column' as const,
    })),
    { ...PLAIN, key: 'total', label: '', path: '', of: table.denominator, kind: 'total' as const },
  ];
  const pinned = new Set(pins);
  const isFlat = order.by !== 'tree';
  const lines = table.rows
    .map((row) => ({
      row,
      line: [...row.cells, row.total],
      place: pins.indexOf(row.codeId),
    }))
    .filter(({ row, line }) => {
      const isEmpty = line.every((value) => value === 0);
      return !hidesEmpty || !isEmpty || pinned.has(row.codeId);
    })
    .sort((a, b) => pinOrder(a.place, b.place) || compare(table, order)(a, b));
  const arranged: Arranged = {
    columns,
    rows: lines.map(({ row, place }) => ({
      ...PLAIN,
      key: `code ${row.codeId}`,
      label: row.name,
      path: row.path,
      depth: isFlat || place >= 0 ? 0 : row.depth,
      kind: 'code',
      codeId: row.codeId,
      questionIds: row.questionIds,
      isPinned: place >= 0,
    })),
    cells: lines.map(({ row, line }) =>
      line.map((value, at) => ({
        value,
        of: row.of[at] ?? 0,
        isSmall: row.small[at] === true,
        codeId: row.codeId,
        column: table.columns[at]?.key ?? null,
      })),
    ),
  };
  return isTurned ? transpose(arranged) : arranged;
}

const PLAIN = {
  above: null,
  depth: 0,
  of: null,
  codeId: null,
  questionIds: [],
  isPinned: false,
} as const;

/** Rows become columns; done twice, nothing has happened. */
export const transpose = ({ rows, columns, cells }: Arranged): Arranged => ({
  rows: columns,
  columns: rows,
  cells: columns.map((_, at) => cells.flatMap((line) => line[at] ?? [])),
});

type Line = { row: Crosstab['rows'][number]; line: readonly (number | null)[] };

const pinOrder = (a: number, b: number): number =>
  a >= 0 && b >= 0 ? a - b : Number(b >= 0) - Number(a >= 0);

function compare(table: Crosstab, order: Order): (a: Line, b: Line) => number {
  if (order.by === 'tree') return () => 0;
  if (order.by === 'name') return (a, b) => byName(a.row.name, b.row.name);
  const at =
    order.by === 'column'
      ? table.columns.findIndex(({ key }) => key === order.key)
      : table.columns.length;
  // Sorting is stable: hidden numbers stay among themselves in the order of the tree.
  return (a, b) => (b.line[at] ?? -1) - (a.line[at] ?? -1);
}
