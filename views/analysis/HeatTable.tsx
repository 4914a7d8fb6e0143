import type { Crosstab, CrosstabRow } from '../../src/domain/crosstab/crosstab.ts';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, VisuallyHidden } from '../ui/index.ts';
import type { Column } from '../ui/index.ts';
import { passagesHrefs } from './address.ts';
import { percent } from './format.ts';
import { heatStep, shareOf } from './share.ts';
import type { CellName, Choices, Show } from './types.ts';

export interface HeatTableProps {
  t: ShellProps['t'];
  projectId: number;
  choices: Choices;
  table: Crosstab;
  title: string;
  /** The cell whose passages are open. */
  open: CellName | null;
}

/** Sub-codes are set in to this depth; deeper ones stand in line with it, their path in the title. */
const DEEPEST = 4;

/**
 * The share that has the deepest tint. Of respondents and interviews that is all of them; of passages, which spread over
 * many codes, the greatest share in the table.
 */
export function greatestShare({ unit, rows, columns }: Crosstab): number {
  if (unit !== 'passages') return 1;
  const shares = rows.flatMap((row) =>
    row.cells.map((cell, at) => shareOf(cell, columns[at]?.denominator ?? 0) ?? 0),
  );
  return Math.max(0, ...shares);
}

/** Codes in rows, a classification in columns. Every number leads to its passages; its tint is its share of the column. */
export const HeatTable = (props: HeatTableProps) => {
  const { t, table, choices, title, projectId, open } = props;
  const words = t.analysis.themes;
  const greatest = greatestShare(table);
  const hrefOf = passagesHrefs(projectId, choices);
  const note = (n: number) => words.denominator[table.unit](n, table.over);
  // A function, not a component: thousands of cells, and gathering their properties took longer than writing them.
  const cell = (row: CrosstabRow, column: string | null, value: number | null, of: number) => {
    if (value === null)
      return <Sign look="heat-hidden" sign={words.hiddenSign} says={words.hidden} />;
    if (value === 0) return <Sign look="heat-none" sign={words.noneSign} says={words.none} />;
    const share = shareOf(value, of);
    const isOpen = open?.codeId === row.codeId && open.column === column;
    // The total has no tint: it is no column to compare with.
    const step = column === null ? 0 : heatStep(share, greatest);
    return (
      <a
        class={`heat-cell heat-${step}${isOpen ? ' is-current' : ''}`}
        aria-current={isOpen ? 'true' : undefined}
        href={hrefOf({ codeId: row.codeId, column })}
      >
        {figures(choices.show, value, share)}
      </a>
    );
  };
  const columns: Column<CrosstabRow>[] = [
    {
      key: 'code',
      label: words.theme,
      cell: (row) =>
        row.depth === 0 ? (
          row.name
        ) : (
          <span class={`heat-depth-${Math.min(row.depth, DEEPEST)}`} title={row.path}>
            {row.name}
          </span>
        ),
    },
    ...table.columns.map((column, at): Column<CrosstabRow> => ({
      key: `column ${column.key}`,
      label: column.label,
      note: note(column.denominator),
      numeric: true,
      cell: (row) => cell(row, column.key, row.cells[at] ?? null, column.denominator),
    })),
    {
      key: 'total',
      label: words.total,
      note: note(table.denominator),
      numeric: true,
      cell: (row) => cell(row, null, row.total, table.denominator),
    },
  ];
  return (
    <div
      hx-boost:inherited="true"
      hx-target:inherited="#evidence"
      hx-swap:inherited="innerHTML"
      hx-indicator:inherited="#counting"
    >
      <DataTable
        class={`heat heat-show-${choices.show}`}
        caption={title}
        label={title}
        hideCaption
        sticky
        columns={columns}
        rows={table.rows}
      />
    </div>
  );
};

/** A cell without a number: a sign to see, words to hear. */
const Sign = ({ look, sign, says }: { look: string; sign: string; says: string }) => (
  <span class={`heat-cell ${look}`}>
    <span aria-hidden="true">{sign}</span>
    <VisuallyHidden>{says}</VisuallyHidden>
  </span>
);

function figures(show: Show, value: number, share: number | null) {
  const part = share === null ? '' : percent(share);
  if (show === 'count') return value;
  if (show === 'percent') return part;
  return (
    <>
      {value} <span class="heat-share">{part}</span>
    </>
  );
}
