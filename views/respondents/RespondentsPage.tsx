import { address } from '../../src/domain/address.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { typedList, typedText, type Errors, type Typed } from '../typed.ts';
import { NameList } from './RespondentFields.tsx';
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

interface Row {
  id: number;
  reference: string;
  kind: string;
  head_count: number;
  role: string;
  organisation: string;
  group_name: string | null;
  region_name: string | null;
  interviews: number;
  erased_at: string | null;
}

export interface RespondentsQuery {
  q: string;
  group: number | undefined;
  region: number | undefined;
  sort: { key: string; isDescending: boolean };
  page: number;
}

interface Props {
  shell: ShellProps;
  base: string;
  query: RespondentsQuery;
  rows: readonly Row[];
  total: number;
  people: number;
  pageSize: number;
  /** Interviews that are in no count: their consent was withdrawn. */
  withdrawn: number;
  groups: readonly { id: number; name: string }[];
  regions: readonly { id: number; name: string }[];
  variables: readonly { id: number; name: string }[];
  mayWrite: boolean;
  /** What could not be set for the chosen, and why. */
  failed: { typed: Typed; errors: Errors } | null;
}

const sortText = ({ key, isDescending }: RespondentsQuery['sort']): string =>
  isDescending ? `-${key}` : key;

/** The address of the list as it is shown, with something changed. */
export const respondentsAddress = (
  { base, query }: Pick<Props, 'base' | 'query'>,
  change: Record<string, string | number | undefined> = {},
) =>
  address(`${base}/respondents`, {
    q: query.q,
    group: query.group,
    region: query.region,
    sort: sortText(query.sort) === 'reference' ? undefined : sortText(query.sort),
    page: query.page > 1 ? query.page : undefined,
    ...change,
  });

const Filters = (props: Props) => {
  const t = props.shell.t.respondents;
  const { base, query } = props;
  const options = (names: Props['groups']) =>
    names.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      class="register-filters"
      method="get"
      role="search"
      action={`${base}/respondents`}
      hx-get={`${base}/respondents`}
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
        name="group"
        label={t.columns.group}
        empty={t.any.group}
        value={query.group}
        options={options(props.groups)}
      />
      <Select
        name="region"
        label={t.columns.region}
        empty={t.any.region}
        value={query.region}
        options={options(props.regions)}
      />
      {sortText(query.sort) !== 'reference' && (
        <input type="hidden" name="sort" value={sortText(query.sort)} />
      )}
      <Button>{t.apply}</Button>
    </form>
  );
};

const List = (props: Props) => {
  const t = props.shell.t.respondents;
  const { query, rows, total, pageSize } = props;
  const sort = (key: string) => {
    const isThis = query.sort.key === key;
    const direction = query.sort.isDescending ? ('descending' as const) : ('ascending' as const);
    return {
      href: respondentsAddress(props, {
        sort: isThis && !query.sort.isDescending ? `-${key}` : key,
        page: undefined,
      }),
      direction: isThis ? direction : undefined,
    };
  };
  const first = (query.page - 1) * pageSize + 1;
  const chosen = typedList(props.failed?.typed ?? {}, 'respondent');
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
            cell: (row) => (
              <>
                {props.mayWrite && row.erased_at === null && (
                  <input
                    type="checkbox"
                    class="row-choice"
                    form="set"
                    name="respondent"
                    value={String(row.id)}
                    checked={chosen.includes(String(row.id))}
                    aria-label={t.set.choose(row.reference)}
                  />
                )}
                <a href={`${props.base}/respondents/${row.id}`}>{row.reference}</a>
                {row.erased_at !== null && <Badge>{t.erase.badge}</Badge>}
              </>
            ),
          },
          {
            key: 'group',
            label: t.columns.group,
            sort: sort('group'),
            cell: (row) => row.group_name,
          },
          {
            key: 'region',
            label: t.columns.region,
            sort: sort('region'),
            cell: (row) => row.region_name,
          },
          { key: 'role', label: t.columns.role, sort: sort('role'), cell: (row) => row.role },
          { key: 'organisation', label: t.columns.organisation, cell: (row) => row.organisation },
          { key: 'people', label: t.columns.people, numeric: true, cell: (row) => row.head_count },
          {
            key: 'interviews',
            label: t.columns.interviews,
            numeric: true,
            sort: sort('interviews'),
            cell: (row) => row.interviews,
          },
        ]}
      />
      {total > pageSize && (
        <Pagination
          label={t.page.label}
          summary={t.page.summary(first, first + rows.length - 1, total)}
          previous={
            query.page > 1
              ? {
                  href: respondentsAddress(props, { page: query.page - 1 }),
                  label: t.page.previous,
                }
              : undefined
          }
          next={
            first + rows.length - 1 < total
              ? { href: respondentsAddress(props, { page: query.page + 1 }), label: t.page.next }
              : undefined
          }
        />
      )}
    </>
  );
};

/** Sets one thing for everyone ticked above, as one change. */
const SetForMany = ({ shell, base, query, groups, regions, variables, failed }: Props) => {
  const t = shell.t.respondents;
  const { typed, errors } = failed ?? { typed: {}, errors: {} as Errors };
  const shown = { q: query.q, group: query.group, region: query.region, page: query.page };
  return (
    <form id="set" class="set-many" method="post" action={`${base}/respondents/set`}>
      {Object.entries({ ...shown, sort: sortText(query.sort) }).map(([name, value]) => (
        <input type="hidden" name={name} value={String(value ?? '')} />
      ))}
      <Select
        name="what"
        label={t.set.what}
        value={typedText(typed, 'what') || 'group'}
        error={errors['what']}
        options={[
          { value: 'group', label: t.columns.group },
          { value: 'region', label: t.columns.region },
          ...variables.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
      <TextInput
        name="value"
        label={t.set.value}
        hint={t.set.valueHint}
        list="set-names"
        autocomplete="off"
        value={typedText(typed, 'value')}
        error={errors['value'] ?? errors['']}
      />
      <NameList id="set-names" names={[...groups, ...regions]} />
      <Button>{t.set.submit}</Button>
    </form>
  );
};

/** Everyone the project talks to, by reference and facts. Names are not here. */
export const RespondentsPage = (props: Props) => {
  const { shell, base, query, rows } = props;
  const t = shell.t.respondents;
  const isFiltered = query.q !== '' || query.group !== undefined || query.region !== undefined;
  const isEmpty = props.total === 0 && !isFiltered;
  return (
    <Shell shell={shell} title={t.title} current="respondents" variant="wide">
      <PageHeader
        title={t.title}
        lead={t.lead(props.total, props.people)}
        actions={
          <>
            <ButtonLink href={`${base}/respondents/groups`}>{t.classify}</ButtonLink>
            <ButtonLink href={`${base}/respondents/new`} kind="primary" icon="add">
              {t.add}
            </ButtonLink>
          </>
        }
      />
      {!isEmpty && <Filters {...props} />}
      <div id="list" aria-live="polite">
        {isEmpty && (
          <EmptyState
            title={t.empty}
            action={<ButtonLink href={`${base}/interviews/new`}>{t.logInterview}</ButtonLink>}
          >
            {t.emptyStep}
          </EmptyState>
        )}
        {!isEmpty && rows.length === 0 && (
          <EmptyState
            title={t.noneFound}
            action={<ButtonLink href={`${base}/respondents`}>{t.showAll}</ButtonLink>}
          >
            {t.noneFoundStep}
          </EmptyState>
        )}
        {rows.length > 0 && <List {...props} />}
        <LeftOut t={shell.t} projectId={shell.project?.id ?? 0} n={props.withdrawn} />
        {rows.length > 0 && props.mayWrite && <SetForMany {...props} />}
      </div>
    </Shell>
  );
};
