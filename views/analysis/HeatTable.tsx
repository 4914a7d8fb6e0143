import type { Arranged, ArrangedCell, Head } from '../../src/domain/crosstab/arrange.ts';
import type { Crosstab } from '../../src/domain/crosstab/crosstab.ts';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, Pause, VisuallyHidden } from '../ui/index.ts';
import type { Column } from '../ui/index.ts';
import { passagesHrefs } from './address.ts';
import { hasIntervals, intervalOf } from './interval.ts';
import { percent } from './format.ts';
import { heatStep, shareOf } from './share.ts';
import type { CellName, Choices, Question } from './types.ts';

export interface HeatTableProps {
  t: ShellProps['t'];
  projectId: number;
  choices: Choices;
  table: Crosstab;
  /** The same as it is shown. */
  arranged: Arranged;
  questions: readonly Question[];
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
export function greatestShare({ unit, rows }: Crosstab): number {
  if (unit !== 'passages') return 1;
  const shares = rows.flatMap((row) =>
    row.cells.map((cell, at) => shareOf(cell, row.of[at] ?? 0) ?? 0),
  );
  return Math.max(0, ...shares);
}

/** Codes by a classification. Every number leads to what it counts; its tint is its share of what could be counted. */
export const HeatTable = (props: HeatTableProps) => {
  const { t, arranged, choices, title } = props;
  const columns: Column<number>[] = [
    {
      key: 'row',
      label: choices.turn ? t.analysis.themes.column : t.analysis.themes.theme,
      cell: (row) => {
        const head = arranged.rows[row];
        return head && <RowHead {...props} head={head} />;
      },
    },
    ...numberColumns(props),
  ];
  return (
    <div
      hx-boost:inherited="true"
      hx-target:inherited="#evidence"
      hx-swap:inherited="innerHTML"
      hx-indicator:inherited="#counting"
    >
      <DataTable
        class={`heat heat-show-${choices.show}${choices.interval ? ' heat-intervals' : ''}`}
        caption={title}
        label={title}
        hideCaption
        sticky
        columns={columns}
        rows={[...arranged.rows.keys()]}
        row={(row) => ({ class: arranged.rows[row]?.isPinned === true ? 'is-pinned' : undefined })}
      />
    </div>
  );
};

function numberColumns(props: HeatTableProps): Column<number>[] {
  const { t, table, arranged, projectId, choices, open } = props;
  const greatest = greatestShare(table);
  const hrefOf = passagesHrefs(projectId, choices);
  const draw = (cell: ArrangedCell) => {
    const isOpen = open?.codeId === cell.codeId && open.column === cell.column;
    return numberIn(cell, { t, table, choices, greatest, isOpen, href: () => hrefOf(cell) });
  };
  return arranged.columns.map((head, at) => ({
    key: head.key,
    label: labelOf(t, head),
    span: head.above ?? undefined,
    note: noteOf(props, head),
    numeric: true,
    cell: (row) => {
      const cell = arranged.cells[row]?.[at];
      return cell && draw(cell);
    },
  }));
}

const labelOf = (t: ShellProps['t'], { kind, label }: Head): string =>
  kind === 'total' ? t.analysis.themes.total : label;

/** Out of how many, or asked which questions. */
function noteOf({ t, table, questions }: HeatTableProps, head: Head): string | undefined {
  const words = t.analysis.themes;
  if (head.of !== null) return words.denominator[table.unit](head.of, table.over);
  if (head.kind !== 'code' || table.over !== 'tied') return undefined;
  const numbers = questions.filter(({ id }) => head.questionIds.includes(id));
  return words.tiedTo(numbers.map(({ number }) => number));
}

const RowHead = (props: HeatTableProps & { head: Head }) => {
  const { t, head } = props;
  const note = noteOf(props, head);
  const label = head.above === null ? labelOf(t, head) : head.path;
  return (
    <span
      class={head.depth > 0 ? `heat-depth-${Math.min(head.depth, DEEPEST)}` : undefined}
      title={head.path === label ? undefined : head.path}
    >
      {label}
      {head.isPinned && <VisuallyHidden> ({t.analysis.themes.rows.pinned})</VisuallyHidden>}
      {note !== undefined && (
        <span class="table-note">
          <Pause />
          {note}
        </span>
      )}
    </span>
  );
};

interface Drawing {
  t: ShellProps['t'];
  table: Crosstab;
  choices: Choices;
  greatest: number;
  isOpen: boolean;
  href: () => string;
}

/** A function, not a component: thousands of cells, and gathering their properties took longer than writing them. */
function numberIn({ value, of, isSmall, column }: ArrangedCell, drawing: Drawing) {
  const { t, table, choices, greatest, isOpen, href } = drawing;
  const words = t.analysis.themes;
  if (value === null)
    return isSmall ? (
      <Sign
        look="heat-hidden"
        sign={words.smallSign(table.minCell)}
        says={words.small(table.minCell)}
      />
    ) : (
      <Sign look="heat-hidden" sign={words.hiddenSign} says={words.hidden} />
    );
  const share = shareOf(value, of);
  // The total has no tint: it is no column to compare with.
  const step = column === null ? 0 : heatStep(share, greatest);
  return (
    <a
      class={`heat-cell ${value === 0 ? 'heat-none' : `heat-${step}`}${isOpen ? ' is-current' : ''}`}
      aria-current={isOpen ? 'true' : undefined}
      href={href()}
    >
      {value === 0 ? (
        <>
          <span aria-hidden="true">{words.noneSign}</span>
          <VisuallyHidden>{words.none}</VisuallyHidden>
        </>
      ) : (
        figures({ choices, table, value, of, share, words })
      )}
    </a>
  );
}

/** A cell without a number: a sign to see, words to hear. */
const Sign = ({ look, sign, says }: { look: string; sign: string; says: string }) => (
  <span class={`heat-cell ${look}`}>
    <span aria-hidden="true">{sign}</span>
    <VisuallyHidden>{says}</VisuallyHidden>
  </span>
);

interface Figures {
  choices: Choices;
  table: Crosstab;
  value: number;
  of: number;
  share: number | null;
  words: ShellProps['t']['analysis']['themes'];
}

/** The parts begin with a space that is kept (`white-space: pre`): to a screen reader nothing else stands between them. */
function figures({ choices: { show, interval }, table, value, of, share, words }: Figures) {
  if (show === 'coded')
    return (
      <>
        <span aria-hidden="true">{words.codedSign}</span>
        <VisuallyHidden>{words.coded}</VisuallyHidden>
      </>
    );
  const part = share === null ? '' : percent(share);
  const ends = interval && hasIntervals(table.unit) ? intervalOf(value, of) : null;
  const some = table.over === 'tied' && show !== 'percent' && (
    <span class="heat-of"> {words.ofSome(of)}</span>
  );
  if (ends === null && !some && show !== 'both') return show === 'count' ? value : part;
  return (
    <>
      {show === 'percent' ? part : value}
      {some}
      {show === 'both' && <span class="heat-share"> {part}</span>}
      {ends && (
        <span class="heat-interval"> {words.interval(percent(ends.low), percent(ends.high))}</span>
      )}
    </>
  );
}
