import type { TreeRow } from '../../src/domain/crosstab/tree.ts';
import { heatStep } from '../analysis/share.ts';
import { WHOLE } from '../analysis/address.ts';
import type { ShellProps } from '../layout/types.ts';
import { DataTable, SectionHeader, VisuallyHidden, type Column } from '../ui/index.ts';
import { patternHref, togetherHref, togetherPassagesHref } from './address.ts';
import { ChartRegion } from './ChartRegion.tsx';
import { NetworkChart } from './NetworkChart.tsx';
import { PatternShell } from './PatternShell.tsx';
import { Choose, optionsOf, PatternForm, type PatternPanel } from './PatternForm.tsx';
import type { TogetherChoices, TogetherPair } from './types.ts';

/** A pair of the matrix; null where it is hidden. */
export type TogetherCell = { count: number; jaccard: number | null } | null;

export interface TogetherPageProps {
  shell: ShellProps;
  projectId: number;
  panel: PatternPanel;
  choices: TogetherChoices;
  /** The codes of the matrix, at most as many as fit; `codes` in all. */
  rows: readonly TreeRow[];
  cells: readonly (readonly TogetherCell[])[];
  codes: number;
  pairs: readonly TogetherPair[];
  minCell: number;
  leftOut: { withdrawn: number; debriefs: number; asked: number };
}

/** Pairs in the picture: more would be a tangle. */
const LINKS = 24;

/** Which codes come together: a picture, the pairs that share most, and the whole matrix. */
export const TogetherPage = (props: TogetherPageProps) => {
  const { shell, projectId, choices, pairs, rows, minCell, leftOut } = props;
  const { t } = shell;
  const words = t.patterns.cooccurrence;
  return (
    <PatternShell
      {...{ shell, projectId }}
      panel={props.panel}
      tab="cooccurrence"
      withdrawn={leftOut.withdrawn}
      missing={rows.length === 0 ? 'noCodings' : null}
      form={<TogetherForm {...props} />}
      downloads={[
        { href: togetherHref(projectId, choices, '.csv'), label: t.patterns.csv },
        { href: togetherHref(projectId, choices, '.svg'), label: t.patterns.svg },
      ]}
      notes={[
        words.notes[choices.within],
        words.notes.jaccard[choices.within],
        props.codes > rows.length && words.notes.part(rows.length, props.codes),
        minCell > 1 && t.patterns.protection(minCell),
        leftOut.debriefs > 0 && t.patterns.debriefs(leftOut.debriefs),
        leftOut.asked > 0 && t.patterns.asked(leftOut.asked),
      ]}
    >
      {pairs.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <ChartRegion t={t} title={words.networkTitle}>
            <NetworkChart words={words} pairs={pairs.slice(0, LINKS)} />
          </ChartRegion>
          <SectionHeader title={words.pairs} />
          <PairsTable {...props} />
        </>
      )}
      <SectionHeader title={words.matrix} />
      <Matrix {...props} />
    </PatternShell>
  );
};

const TogetherForm = ({ shell, projectId, panel, choices }: TogetherPageProps) => {
  const { t } = shell;
  const words = t.patterns.cooccurrence;
  return (
    <PatternForm
      t={t}
      panel={panel}
      clear={togetherHref(projectId, { ...choices, filter: WHOLE })}
      action={patternHref(projectId, 'cooccurrence')}
      sentence={words.sentence}
      controls={{
        level: (
          <Choose
            name="level"
            label={words.choices.level}
            value={choices.level}
            options={optionsOf(words.level)}
          />
        ),
        within: (
          <Choose
            name="within"
            label={words.choices.within}
            value={choices.within}
            options={optionsOf(words.within)}
          />
        ),
        words: (
          <Choose
            name="words"
            label={t.analysis.themes.choices.words}
            value={choices.words}
            options={optionsOf(t.analysis.themes.words)}
          />
        ),
      }}
    />
  );
};

const PairsTable = ({ shell, projectId, choices, pairs }: TogetherPageProps) => {
  const words = shell.t.patterns.cooccurrence;
  return (
    <DataTable
      caption={words.pairs}
      label={words.pairs}
      hideCaption
      columns={[
        { key: 'a', label: words.one, cell: ({ a }) => a.path },
        { key: 'b', label: words.other, cell: ({ b }) => b.path },
        {
          key: 'count',
          label: words.count[choices.within],
          numeric: true,
          cell: (pair) => <a href={togetherPassagesHref(projectId, choices, pair)}>{pair.count}</a>,
        },
        {
          key: 'jaccard',
          label: words.jaccard,
          numeric: true,
          cell: ({ jaccard }) => index(jaccard),
        },
      ]}
      rows={pairs}
    />
  );
};

const Matrix = ({ shell, projectId, choices, rows, cells }: TogetherPageProps) => {
  const { t } = shell;
  const words = t.patterns.cooccurrence;
  type Line = { row: TreeRow; at: number };
  const columns: Column<Line>[] = [
    {
      key: 'code',
      label: t.analysis.themes.theme,
      cell: ({ row }) => <span title={row.path}>{row.name}</span>,
    },
    ...rows.map((other, at): Column<Line> => ({
      key: String(other.codeId),
      label: <span title={other.path}>{other.name}</span>,
      numeric: true,
      cell: (line) => cell(line.row, other, cells[line.at]?.[at] ?? null),
    })),
  ];
  const cell = (row: TreeRow, other: TreeRow, value: TogetherCell) => {
    if (value === null)
      return (
        <Sign
          look="heat-hidden"
          sign={t.analysis.themes.hiddenSign}
          says={t.analysis.themes.hidden}
        />
      );
    if (row.codeId === other.codeId) return <span class="heat-cell matrix-own">{value.count}</span>;
    if (value.count === 0)
      return (
        <Sign look="heat-none" sign={t.analysis.themes.noneSign} says={t.analysis.themes.none} />
      );
    return (
      <a
        class={`heat-cell heat-${heatStep(value.jaccard, 1)}`}
        href={togetherPassagesHref(projectId, choices, { a: row, b: other })}
        aria-label={words.cell(row.name, other.name, value.count, index(value.jaccard ?? 0))}
      >
        {value.count}
      </a>
    );
  };
  return (
    <DataTable
      class="heat matrix"
      caption={words.matrix}
      label={words.matrix}
      hideCaption
      sticky
      columns={columns}
      rows={rows.map((row, at) => ({ row, at }))}
    />
  );
};

const Sign = ({ look, sign, says }: { look: string; sign: string; says: string }) => (
  <span class={`heat-cell ${look}`}>
    <span aria-hidden="true">{sign}</span>
    <VisuallyHidden>{says}</VisuallyHidden>
  </span>
);

/** Two decimals, as an index is usually printed. */
export const index = (value: number): string => value.toFixed(2);
