import { formatDate } from '../../src/domain/dates/index.ts';
import { Shell } from '../layout/Shell.tsx';
import { Badge, ButtonLink, DataTable, EmptyState, PageHeader, Pagination } from '../ui/index.ts';
import { distinct } from './InterviewHead.tsx';
import { InterviewFilters } from './InterviewFilters.tsx';
import { RegisterKeys } from './RegisterKeys.tsx';
import { interviewsAddress, isFiltered, type RegisterProps } from './register-list.ts';

const STATUS_TONE = {
  planned: 'plain',
  done: 'accent',
  transcribed: 'accent',
  coded: 'good',
  cancelled: 'warn',
} as const;

const List = (props: RegisterProps) => {
  const t = props.shell.t.interviews;
  const { base, query, rows, total, pageSize } = props;
  const sort = (key: string) => {
    const isThis = query.sort.key === key;
    const direction = query.sort.isDescending ? ('descending' as const) : ('ascending' as const);
    return {
      href: interviewsAddress(props, {
        sort: isThis && !query.sort.isDescending ? `-${key}` : key,
        page: undefined,
      }),
      direction: isThis ? direction : undefined,
    };
  };
  const first = (query.page - 1) * pageSize + 1;
  const last = first + rows.length - 1;
  return (
    <>
      <DataTable
        caption={t.title}
        label={t.title}
        hideCaption
        rows={rows}
        columns={[
          {
            key: 'reference',
            label: t.columns.reference,
            sort: sort('reference'),
            cell: (row) => <a href={`${base}/interviews/${row.id}`}>{row.reference}</a>,
          },
          {
            key: 'date',
            label: t.columns.date,
            sort: sort('date'),
            cell: (row) =>
              row.date === null ? (
                <span class="soft">{t.noDate}</span>
              ) : (
                <span class="nowrap">{formatDate(row.date, row.end_date, { month: 'short' })}</span>
              ),
          },
          {
            key: 'respondents',
            label: t.columns.respondents,
            cell: (row) =>
              distinct(
                row.respondents.map((r) =>
                  r.head_count > 1 ? `${r.reference} (${r.head_count})` : r.reference,
                ),
              ),
          },
          {
            key: 'group',
            label: t.columns.group,
            cell: (row) => distinct(row.respondents.map((r) => r.group_name)),
          },
          {
            key: 'region',
            label: t.columns.region,
            cell: (row) => distinct(row.respondents.map((r) => r.region_name)),
          },
          {
            key: 'location',
            label: t.columns.location,
            sort: sort('location'),
            cell: (row) => row.location,
          },
          {
            key: 'interviewers',
            label: t.columns.interviewers,
            cell: (row) => distinct(row.interviewers.map(({ name }) => name)),
          },
          {
            key: 'kind',
            label: t.columns.kind,
            cell: (row) => <span class="nowrap">{t.kinds[row.kind]}</span>,
          },
          {
            key: 'status',
            label: t.columns.status,
            sort: sort('status'),
            cell: (row) => (
              <>
                <Badge tone={STATUS_TONE[row.status]}>{t.statuses[row.status]}</Badge>
                {row.consent === 'withdrawn' && (
                  <>
                    {' '}
                    <Badge tone="bad">{t.consentWithdrawn}</Badge>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {total > pageSize && (
        <Pagination
          label={t.page.label}
          summary={t.page.summary(first, last, total)}
          previous={
            query.page > 1
              ? { href: interviewsAddress(props, { page: query.page - 1 }), label: t.page.previous }
              : undefined
          }
          next={
            last < total
              ? { href: interviewsAddress(props, { page: query.page + 1 }), label: t.page.next }
              : undefined
          }
        />
      )}
    </>
  );
};

/** The register: every interview planned or held, debriefs included. */
export const InterviewsPage = (props: RegisterProps) => {
  const { shell, base, query, rows, total } = props;
  const t = shell.t.interviews;
  const isEmpty = total === 0 && !isFiltered(query);
  const log = (
    <ButtonLink
      href={`${base}/interviews/new`}
      kind="primary"
      icon="add"
      data-page-key="n"
      aria-keyshortcuts="n"
    >
      {t.log}
    </ButtonLink>
  );
  return (
    <Shell shell={shell} title={t.title} current="interviews" variant="wide">
      <PageHeader
        title={t.title}
        lead={isFiltered(query) ? undefined : t.lead(total)}
        actions={
          <>
            <ButtonLink href={`${base}/guide`}>{t.guide}</ButtonLink>
            {!isEmpty && log}
          </>
        }
      />
      {!isEmpty && <InterviewFilters {...props} />}
      <div id="list">
        {isFiltered(query) && <p role="status">{t.leadFiltered(total)}</p>}
        {isEmpty && (
          <EmptyState title={t.empty} action={log}>
            {t.emptyStep}
          </EmptyState>
        )}
        {!isEmpty && rows.length === 0 && (
          <EmptyState
            title={t.noneFound}
            action={<ButtonLink href={`${base}/interviews`}>{t.showAll}</ButtonLink>}
          >
            {t.noneFoundStep}
          </EmptyState>
        )}
        {rows.length > 0 && <List {...props} />}
      </div>
      <RegisterKeys t={shell.t} />
    </Shell>
  );
};
