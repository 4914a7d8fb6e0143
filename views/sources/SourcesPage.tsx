import { address } from '../../src/domain/address.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, PageHeader, Pagination } from '../ui/index.ts';
import { typedList, type Errors, type Typed } from '../typed.ts';
import { SetMany } from './SetMany.tsx';
import { SourceFilters, type Filter, type InterviewChoice } from './SourceFilters.tsx';
import { SourceTable, type SourceRow } from './SourceTable.tsx';

export interface SourcesPageProps {
  shell: ShellProps;
  projectId: number;
  entries: readonly SourceRow[];
  /** Sources that fit the filter, and all of the project's. */
  total: number;
  all: number;
  filter: Filter;
  /** `name`, `-length`: as it stands in the address. */
  sort: string;
  page: number;
  pageSize: number;
  interviews: readonly InterviewChoice[];
  /** Interviews whose sources are not listed. */
  withdrawn: number;
  /** Codings that wait for a look, by the id of their source. */
  waiting: ReadonlyMap<number, number>;
  /** What can be said of several documents at once. */
  variables: readonly { id: number; name: string }[];
  typed?: Typed | undefined;
  errors?: Errors | undefined;
}

/** Every source of the project, to be narrowed, opened, corrected and deleted. */
export const SourcesPage = (props: SourcesPageProps) => {
  const { shell, projectId, entries, total, all, filter, sort, page, pageSize, variables } = props;
  const t = shell.t.sources;
  const base = `/projects/${projectId}/sources`;
  const here = (changes: Record<string, string | number | undefined>) =>
    address(base, { ...filter, sort: sort === 'name' ? undefined : sort, ...changes });
  const first = (page - 1) * pageSize;
  return (
    <Shell shell={shell} title={t.title} current="sources" variant="wide">
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <ButtonLink href={`${base}/variables`} kind="quiet">
              {shell.t.structure.variables.title}
            </ButtonLink>
            <ButtonLink href={`${base}/upload`} icon="add" kind="primary">
              {t.add}
            </ButtonLink>
          </>
        }
      />
      {all === 0 ? (
        <EmptyState
          title={t.empty}
          action={
            <ButtonLink href={`${base}/upload`} icon="add">
              {t.add}
            </ButtonLink>
          }
        >
          {t.emptyStep}
        </EmptyState>
      ) : (
        <>
          <SourceFilters
            t={t}
            base={base}
            filter={filter}
            sort={sort}
            interviews={props.interviews}
          />
          {variables.length > 0 && (
            <SetMany
              t={shell.t.structure.many}
              base={base}
              variables={variables}
              typed={props.typed ?? {}}
              errors={props.errors ?? {}}
            />
          )}
          <SourceTable
            t={t}
            many={variables.length > 0 ? shell.t.structure.many : null}
            picked={new Set(typedList(props.typed ?? {}, 'pick'))}
            base={base}
            entries={entries}
            look={{ t: shell.t.versions, waiting: props.waiting }}
            caption={t.list.caption(total, all)}
            sort={sort}
            sortHref={(key) => here({ sort: key })}
          />
          {total > pageSize && (
            <Pagination
              label={t.list.pages}
              summary={t.list.range(first + 1, Math.min(first + pageSize, total), total)}
              previous={
                page > 1 ? { href: here({ page: page - 1 }), label: t.list.previous } : undefined
              }
              next={
                first + pageSize < total
                  ? { href: here({ page: page + 1 }), label: t.list.next }
                  : undefined
              }
            />
          )}
        </>
      )}
      <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
    </Shell>
  );
};
