import { address } from '../../src/domain/address.ts';
import { formatDate } from '../../src/domain/dates/index.ts';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHeader,
  Pagination,
  Select,
  TextInput,
} from '../ui/index.ts';
import { distinct } from './InterviewHead.tsx';
import type { InterviewShown } from './InterviewHead.tsx';

type Row = Pick<
  InterviewShown,
  | 'id'
  | 'reference'
  | 'date'
  | 'end_date'
  | 'kind'
  | 'location'
  | 'status'
  | 'respondents'
  | 'interviewers'
>;
type Named = readonly { id: number; name: string }[];

export interface InterviewsQuery {
  q: string;
  status: string | undefined;
  kind: string | undefined;
  group: number | undefined;
  region: number | undefined;
  interviewer: number | undefined;
  sort: { key: string; isDescending: boolean };
  page: number;
}

interface Props {
  shell: ShellProps;
  base: string;
  query: InterviewsQuery;
  rows: readonly Row[];
  total: number;
  pageSize: number;
  groups: Named;
  regions: Named;
  interviewers: Named;
}

const sortText = ({ key, isDescending }: InterviewsQuery['sort']): string =>
  isDescending ? `-${key}` : key;
/** The newest first, as a register in use is read. */
const USUAL = '-date';

const isFiltered = ({ q, status, kind, group, region, interviewer }: InterviewsQuery): boolean =>
  q !== '' || [status, kind, group, region, interviewer].some((value) => value !== undefined);

/** The address of the list as it is shown, with something changed. */
export const interviewsAddress = (
  { base, query }: Pick<Props, 'base' | 'query'>,
  change: Record<string, string | number | undefined> = {},
) => {
  const { sort, page, ...filter } = query;
  const order = sortText(sort) === USUAL ? undefined : sortText(sort);
  return address(`${base}/interviews`, {
    ...filter,
    sort: order,
    page: page > 1 ? page : undefined,
    ...change,
  });
};

const Filters = (props: Props) => {
  const t = props.shell.t.interviews;
  const { base, query } = props;
  const named = (names: Named) => names.map(({ id, name }) => ({ value: id, label: name }));
  const words = (of: Record<string, string>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <form
      class="register-filters"
      method="get"
      role="search"
      action={`${base}/interviews`}
      hx-get={`${base}/interviews`}
      hx-trigger="input delay:300ms, submit"
      hx-target="#list"
      hx-select="#list"
      hx-swap="outerHTML"
      hx-sync="this:replace"
    >
      <TextInput
        type="search"
        name="q"
        label={t.searchLabel}
        placeholder={t.search}
        value={query.q}
      />
      <Select
        name="status"
        label={t.columns.status}
        empty={t.any.status}
        value={query.status}
        options={words(t.statuses)}
      />
      <Select
        name="kind"
        label={t.columns.kind}
        empty={t.any.kind}
        value={query.kind}
        options={words(t.kinds)}
      />
      <Select
        name="group"
        label={t.columns.group}
        empty={t.any.group}
        value={query.group}
        options={named(props.groups)}
      />
      <Select
        name="region"
        label={t.columns.region}
        empty={t.any.region}
        value={query.region}
        options={named(props.regions)}
      />
      <Select
        name="interviewer"
        label={t.columns.interviewers}
        empty={t.any.interviewer}
        value={query.interviewer}
        options={named(props.interviewers)}
      />
      {sortText(query.sort) !== USUAL && (
        <input type="hidden" name="sort" value={sortText(query.sort)} />
      )}
      <Button>{t.apply}</Button>
    </form>
  );
};

const STATUS_TONE = {
  planned: 'plain',
  done: 'accent',
  transcribed: 'accent',
  coded: 'good',
  cancelled: 'warn',
} as const;

const List = (props: Props) => {
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
            cell: (row) => <Badge tone={STATUS_TONE[row.status]}>{t.statuses[row.status]}</Badge>,
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
export const InterviewsPage = (props: Props) => {
  const { shell, base, query, rows, total } = props;
  const t = shell.t.interviews;
  const isEmpty = total === 0 && !isFiltered(query);
  const log = (
    <ButtonLink href={`${base}/interviews/new`} kind="primary" icon="add">
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
      {!isEmpty && <Filters {...props} />}
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
    </Shell>
  );
};
