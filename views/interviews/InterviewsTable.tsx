import { formatDate } from '../../src/domain/dates/index.ts';
import { Badge, DataTable, Pagination, type Column, type Content } from '../ui/index.ts';
import { typedList } from '../typed.ts';
import { distinct } from './InterviewHead.tsx';
import {
  interviewsAddress,
  type ColumnKey,
  type RegisterProps,
  type Row,
} from './register-list.ts';

const STATUS_TONE = {
  planned: 'plain',
  done: 'accent',
  transcribed: 'accent',
  coded: 'good',
  cancelled: 'warn',
} as const;

type Words = RegisterProps['shell']['t']['interviews'];

const Held = ({ t, row }: { t: Words; row: Row }) =>
  row.date === null ? (
    <span class="soft">{t.noDate}</span>
  ) : (
    <span class="nowrap">{formatDate(row.date, row.end_date, { month: 'short' })}</span>
  );

const Status = ({ t, row }: { t: Words; row: Row }) => (
  <>
    <Badge tone={STATUS_TONE[row.status]}>{t.statuses[row.status]}</Badge>
    {row.consent === 'withdrawn' && (
      <>
        {' '}
        <Badge tone="bad">{t.consentWithdrawn}</Badge>
      </>
    )}
  </>
);

/** What stands in each column. */
const cells = (base: string, t: Words): Record<ColumnKey, (row: Row) => Content> => ({
  reference: (row) => <a href={`${base}/interviews/${row.id}`}>{row.reference}</a>,
  date: (row) => <Held t={t} row={row} />,
  respondents: (row) =>
    distinct(
      row.respondents.map((r) =>
        r.head_count > 1 ? `${r.reference} (${r.head_count})` : r.reference,
      ),
    ),
  group: (row) => distinct(row.respondents.map((r) => r.group_name)),
  region: (row) => distinct(row.respondents.map((r) => r.region_name)),
  location: (row) => row.location,
  interviewers: (row) => distinct(row.interviewers.map(({ name }) => name)),
  kind: (row) => <span class="nowrap">{t.kinds[row.kind]}</span>,
  mode: (row) => (row.mode === '' ? '' : <span class="nowrap">{t.modes[row.mode]}</span>),
  language: (row) => row.language,
  status: (row) => <Status t={t} row={row} />,
  consent: (row) => t.consents[row.consent],
});

function columnsOf(props: RegisterProps): Column<Row>[] {
  const { base, query, shell, typed } = props;
  const t = shell.t.interviews;
  const cell = cells(base, t);
  const picked = new Set(typedList(typed, 'pick'));
  const direction = query.sort.isDescending ? ('descending' as const) : ('ascending' as const);
  const pick: Column<Row> = {
    key: 'pick',
    label: (
      <>
        <span class="visually-hidden">{t.bulk.choose}</span>
        <input
          class="needs-script"
          type="checkbox"
          data-pick-all
          aria-label={t.bulk.pickPage}
          autocomplete="off"
        />
      </>
    ),
    cell: (row) => (
      <input
        type="checkbox"
        name="pick"
        form="bulk"
        value={String(row.id)}
        checked={picked.has(String(row.id))}
        aria-label={t.bulk.pick(row.reference)}
        autocomplete="off"
      />
    ),
  };
  const shown = query.columns.map((key): Column<Row> => {
    const isThis = query.sort.key === key;
    const next = isThis && !query.sort.isDescending ? `-${key}` : key;
    return {
      key,
      label: t.columns[key],
      cell: cell[key],
      rowHeader: key === 'reference',
      sort: {
        href: interviewsAddress(props, { sort: next, page: undefined }),
        direction: isThis ? direction : undefined,
      },
    };
  });
  return [pick, ...shown];
}

/** One page of the register, its headings links that sort, and the way to the other pages. */
export const InterviewsTable = (props: RegisterProps) => {
  const { query, rows, total, pageSize, shell } = props;
  const t = shell.t.interviews;
  const first = (query.page - 1) * pageSize + 1;
  const last = first + rows.length - 1;
  const to = (page: number, label: string) => ({ href: interviewsAddress(props, { page }), label });
  return (
    <>
      <DataTable
        caption={t.title}
        label={t.title}
        hideCaption
        class="register-table"
        rows={rows}
        columns={columnsOf(props)}
      />
      {total > pageSize && (
        <Pagination
          label={t.page.label}
          summary={t.page.summary(first, last, total)}
          previous={query.page > 1 ? to(query.page - 1, t.page.previous) : undefined}
          next={last < total ? to(query.page + 1, t.page.next) : undefined}
        />
      )}
    </>
  );
};
