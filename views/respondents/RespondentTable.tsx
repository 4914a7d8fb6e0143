import { typedList } from '../typed.ts';
import { Badge, DataTable, Pagination } from '../ui/index.ts';
import { respondentsAddress, type RespondentList } from './respondent-list.ts';

/** One page of the list; ticking rows chooses them for the form below. */
export const RespondentTable = (props: RespondentList) => {
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
