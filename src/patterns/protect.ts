import { hiddenCells } from '../domain/crosstab/protect.ts';

/** Numbers by columns, the total last, and the respondents behind each. */
interface Line {
  readonly cells: readonly number[];
  readonly people: readonly number[];
}

/**
 * Which cells of a table without a tree to hide, as `hiddenCells` does for codes.
 * @param whole what could be counted in each column
 */
export function hiddenIn(lines: readonly Line[], whole: Line, minCell: number): boolean[][] {
  const counts = lines.map(({ cells }) => cells);
  const total = whole.cells.length - 1;
  const sum = whole.cells.slice(0, total).reduce((all, cell) => all + cell, 0);
  const frame = {
    denominators: whole.cells,
    denominatorPeople: whole.people,
    overlap: sum - (whole.cells[total] ?? 0),
  };
  const { hidden } = hiddenCells(
    {
      rows: lines.map((_, at) => ({ codeId: at, name: '', path: '', depth: 0, parentRow: -1 })),
      withSubcodes: false,
      counts,
      people: lines.map(({ people }) => people),
      own: counts,
      frames: [frame],
      frameOf: lines.map(() => 0),
    },
    minCell,
  );
  return hidden.map((line) => [...line]);
}
