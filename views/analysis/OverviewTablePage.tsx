import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, PageHeader, Tabs } from '../ui/index.ts';
import { AnalysisTabs } from './AnalysisTabs.tsx';
import { InterviewsTable, type InterviewsTableProps } from './InterviewsTable.tsx';
import type { RowsOf } from './types.ts';

const ROWS: readonly RowsOf[] = ['group', 'region', 'location'];

export const overviewTableHref = (projectId: number, rowsOf: RowsOf, extension: '' | '.csv' = '') =>
  `/projects/${projectId}/overview-table${extension}${rowsOf === 'group' ? '' : `?rows=${rowsOf}`}`;

/** The overview table on a page of its own, its rows by group, region or location. */
export const OverviewTablePage = ({
  shell,
  projectId,
  rowsOf,
  table,
}: Omit<InterviewsTableProps, 't'> & { shell: ShellProps; projectId: number }) => {
  const words = shell.t.analysis.interviewsTable;
  const isEmpty = table.total.interviews === 0 && table.debriefs.interviews === 0;
  return (
    <Shell shell={shell} title={words.title} current="themes">
      <AnalysisTabs t={shell.t} projectId={projectId} current="interviews" />
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          isEmpty ? undefined : (
            <ButtonLink
              href={overviewTableHref(projectId, rowsOf, '.csv')}
              icon="download"
              download
            >
              {words.download}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={words.rowsLabel}
        items={ROWS.map((rows) => ({
          href: overviewTableHref(projectId, rows),
          label: words.rows[rows],
          current: rows === rowsOf,
        }))}
      />
      {isEmpty ? (
        <EmptyState
          title={words.empty.title}
          action={
            <ButtonLink href={`/projects/${projectId}/interviews/new`} kind="primary">
              {words.empty.action}
            </ButtonLink>
          }
        >
          {words.empty.text}
        </EmptyState>
      ) : (
        <InterviewsTable t={shell.t} rowsOf={rowsOf} table={table} />
      )}
      <LeftOut t={shell.t} projectId={projectId} n={table.withdrawn} />
      <div class="actions">
        <ButtonLink href={`/projects/${projectId}/sample`}>{shell.t.sample.title}</ButtonLink>
        <ButtonLink
          href={`/projects/${projectId}/overview-table/compare${rowsOf === 'group' ? '' : `?rows=${rowsOf}`}`}
        >
          {shell.t.sample.compare.open}
        </ButtonLink>
      </div>
    </Shell>
  );
};
