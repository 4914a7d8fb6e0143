import type { CellState } from '../../src/domain/framework/grid.ts';
import { AnalysisTabs } from '../analysis/AnalysisTabs.tsx';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  ButtonLink,
  DataTable,
  EmptyState,
  Pagination,
  VisuallyHidden,
  type Column,
  Pause,
} from '../ui/index.ts';
import { cellHref, gridHref, leavingHref } from './address.ts';
import { GridFilters, type Named, type OfferedCode } from './GridFilters.tsx';
import { StateBadge } from './StateBadge.tsx';
import type { Choices } from './types.ts';

export interface GridLine {
  respondentId: number;
  reference: string;
  /** Group and region, as far as they are known. */
  facts: readonly string[];
  cells: readonly { codeId: number; state: CellState; text: string; isCut: boolean }[];
}

interface Props {
  shell: ShellProps;
  projectId: number;
  choices: Choices;
  groups: readonly Named[];
  regions: readonly Named[];
  codes: readonly OfferedCode[];
  columns: readonly OfferedCode[];
  /** How many columns stand before these, of how many, and how many stand at once. */
  from: number;
  of: number;
  most: number;
  lines: readonly GridLine[];
  /** Respondents that fit, of which the lines are a page. */
  total: number;
  size: number;
  isEmpty: boolean;
  withdrawn: number;
}

/** Respondents by themes: of each cell how its summary begins, or how it stands. No number is shown. */
export const GridPage = (props: Props) => {
  const { shell, projectId, choices, isEmpty } = props;
  const { t } = shell;
  const words = t.framework;
  return (
    <Shell shell={shell} title={words.title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current="framework" />
      <div class="analysis">
        <div class="analysis-main">
          <h1>{words.title}</h1>
          <p class="count-sentence">{words.sentence}</p>
          <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
          {isEmpty ? (
            <EmptyState
              title={words.empty.nothing}
              action={
                <ButtonLink href={`/projects/${projectId}/interviews`} kind="primary">
                  {words.empty.toInterviews}
                </ButtonLink>
              }
            >
              {words.empty.nothingText}
            </EmptyState>
          ) : (
            <>
              <GridFilters {...props} t={t} />
              <div class="analysis-bar">
                <div class="row-end actions">
                  <ButtonLink href={leavingHref(projectId, choices, 'document')}>
                    {words.toDocument}
                  </ButtonLink>
                  <ButtonLink
                    href={leavingHref(projectId, choices, 'export', { format: 'csv' })}
                    icon="download"
                    download
                  >
                    {words.csv}
                  </ButtonLink>
                </div>
              </div>
              {props.of > props.most && <ColumnPages {...props} />}
              <Table {...props} />
              {props.total > props.size && <RowPages {...props} />}
              <ul class="table-foot count-notes">
                <li>{words.notes.what}</li>
                <li>{words.notes.newer}</li>
                {props.withdrawn > 0 && <li>{words.notes.withdrawn}</li>}
              </ul>
            </>
          )}
        </div>
      </div>
    </Shell>
  );
};

const Table = (props: Props) => {
  const { shell, projectId, choices, columns, lines } = props;
  const words = shell.t.framework;
  const shown: Column<GridLine>[] = [
    {
      key: 'respondent',
      label: words.respondent,
      cell: ({ respondentId, reference, facts }) => (
        <>
          <a href={`/projects/${projectId}/respondents/${respondentId}`}>{reference}</a>
          {facts.length > 0 && (
            <span class="framework-facts">
              <Pause />
              {facts.join(', ')}
            </span>
          )}
        </>
      ),
    },
    ...columns.map(({ codeId, name, path }, at): Column<GridLine> => ({
      key: String(codeId),
      label: (
        <span dir="auto" title={path}>
          {name}
        </span>
      ),
      cell: (line) => {
        const cell = line.cells[at];
        return (
          cell && (
            <Cell
              t={shell.t}
              cell={cell}
              href={cellHref(projectId, choices, { respondentId: line.respondentId, codeId })}
            />
          )
        );
      },
    })),
  ];
  return (
    <DataTable
      class="framework-grid"
      caption={words.title}
      label={words.title}
      hideCaption
      sticky
      columns={shown}
      rows={lines}
      empty={<EmptyState title={words.empty.noRows}>{words.empty.noRowsText}</EmptyState>}
    />
  );
};

const Cell = ({
  t,
  cell: { state, text, isCut },
  href,
}: {
  t: ShellProps['t'];
  cell: GridLine['cells'][number];
  href: string;
}) => (
  <a class={`framework-cell framework-${state}`} href={href}>
    {text === '' ? (
      t.framework.states[state]
    ) : (
      <>
        <span dir="auto">{isCut ? `${text} …` : text}</span>
        {state === 'newer' ? (
          <StateBadge t={t} state={state} />
        ) : (
          <VisuallyHidden>{` (${t.framework.stateOf[state]})`}</VisuallyHidden>
        )}
      </>
    )}
  </a>
);

const ColumnPages = ({ shell, projectId, choices, from, of, most }: Props) => {
  const words = shell.t.framework.columns;
  const href = (to: number) => gridHref(projectId, { ...choices, from: to });
  return (
    <Pagination
      label={words.label}
      summary={words.summary(from + 1, Math.min(from + most, of), of)}
      previous={
        from > 0 ? { href: href(Math.max(0, from - most)), label: words.previous } : undefined
      }
      next={from + most < of ? { href: href(from + most), label: words.next } : undefined}
    />
  );
};

const RowPages = ({ shell, projectId, choices, lines, total, size }: Props) => {
  const words = shell.t.framework.pages;
  const first = (choices.page - 1) * size + 1;
  const last = first + lines.length - 1;
  const href = (page: number) => gridHref(projectId, { ...choices, page });
  return (
    <Pagination
      label={words.label}
      summary={words.summary(Math.min(first, total), last, total)}
      previous={
        choices.page > 1 ? { href: href(choices.page - 1), label: words.previous } : undefined
      }
      next={last < total ? { href: href(choices.page + 1), label: words.next } : undefined}
    />
  );
};
