import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import { ButtonLink, EmptyState, PageHeader } from '../ui/index.ts';
import { RespondentFilters } from './RespondentFilters.tsx';
import { RespondentTable } from './RespondentTable.tsx';
import type { RespondentList } from './respondent-list.ts';
import { SetForMany } from './SetForMany.tsx';

/** Everyone the project talks to, by reference and facts. Names are not here. */
export const RespondentsPage = (props: RespondentList) => {
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
      {!isEmpty && <RespondentFilters {...props} />}
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
        {rows.length > 0 && <RespondentTable {...props} />}
        <LeftOut t={shell.t} projectId={shell.project?.id ?? 0} n={props.withdrawn} />
        {rows.length > 0 && props.mayWrite && <SetForMany {...props} />}
      </div>
    </Shell>
  );
};
