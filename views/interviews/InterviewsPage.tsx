import { Shell } from '../layout/Shell.tsx';
import { ButtonLink, EmptyState } from '../ui/index.ts';
import { BulkForm } from './BulkForm.tsx';
import { InterviewFilters } from './InterviewFilters.tsx';
import { InterviewsTable } from './InterviewsTable.tsx';
import { RegisterActions, RegisterHead } from './RegisterHead.tsx';
import { RegisterKeys } from './RegisterKeys.tsx';
import { isFiltered, type RegisterProps, type Status } from './register-list.ts';

const STEPS: readonly Status[] = ['planned', 'done', 'transcribed', 'coded', 'cancelled'];

/** How many interviews are how far; each number leads to them. */
const Progress = ({ shell, base, progress, query }: RegisterProps) => {
  const t = shell.t.interviews;
  return (
    <ul class="register-progress" aria-label={t.progress}>
      {STEPS.filter((status) => status !== 'cancelled' || progress.cancelled > 0).map((status) => (
        <li>
          <a
            href={`${base}/interviews?status=${status}`}
            aria-current={query.status === status ? 'true' : undefined}
          >
            <b>{progress[status].toLocaleString('en')}</b> {t.progressOf[status]}
          </a>
        </li>
      ))}
      {progress.planned > 0 && (
        <li>
          <a class="calendar-link" href={`${base}/interviews/planned.ics`} download>
            {t.calendar.download}
          </a>
        </li>
      )}
    </ul>
  );
};

const Found = (props: RegisterProps & { isEmpty: boolean }) => {
  const { shell, base, query, rows, total, isEmpty } = props;
  const t = shell.t.interviews;
  return (
    <div id="list">
      {isFiltered(query) && <p role="status">{t.leadFiltered(total)}</p>}
      {!isEmpty && rows.length === 0 && (
        <EmptyState
          title={t.noneFound}
          action={<ButtonLink href={`${base}/interviews`}>{t.showAll}</ButtonLink>}
        >
          {t.noneFoundStep}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <InterviewsTable {...props} />
          <BulkForm {...props} />
        </>
      )}
    </div>
  );
};

/** The register: every interview planned or held, debriefs included. */
export const InterviewsPage = (props: RegisterProps) => {
  const { shell, base, query, progress } = props;
  const t = shell.t.interviews;
  const all = Object.values(progress).reduce((sum, n) => sum + n, 0);
  const isEmpty = all === 0;
  return (
    <Shell shell={shell} title={t.title} current="interviews" variant="wide">
      <RegisterHead
        {...props}
        current="list"
        lead={isFiltered(query) ? undefined : t.lead(all)}
        isEmpty={isEmpty}
      />
      {isEmpty ? (
        <EmptyState title={t.empty} action={<RegisterActions {...{ shell, base }} />}>
          {t.emptyStep}
        </EmptyState>
      ) : (
        <>
          <Progress {...props} />
          <InterviewFilters {...props} />
        </>
      )}
      <Found {...props} isEmpty={isEmpty} />
      <RegisterKeys t={shell.t} />
    </Shell>
  );
};
