import { LeftOut } from '../../consent/LeftOut.tsx';
import { Shell } from '../../layout/Shell.tsx';
import type { ShellProps } from '../../layout/types.ts';
import { ButtonLink, EmptyState, Notice, Pagination } from '../../ui/index.ts';
import { AnalysisTabs } from '../AnalysisTabs.tsx';
import { DEFAULTS } from '../address.ts';
import { PassageList, type OpenPassages } from '../Passages.tsx';
import { findCsvHref, findHref, queriesHref, queryString } from './address.ts';
import { Builder, type BuilderProps } from './Builder.tsx';
import { KeepNamed } from '../NamedPage.tsx';

interface Answer {
  /** `null` where it is hidden. */
  counts: { passages: number; respondents: number; interviews: number; sources: number } | null;
  /** Whether it is shown although it is below the project's minimum. */
  isShownAnyway: boolean;
  /** The minimum in force. */
  minCell: number;
  open: OpenPassages;
  page: number;
  size: number;
}

export type FindPageProps = Omit<BuilderProps, 't'> & {
  shell: ShellProps;
  answer: Answer | null;
  /** Whether this person may set the minimum aside. */
  maySetAside: boolean;
  withdrawn: number;
};

/** Passages found by what they are coded with, by whom and where. */
export const FindPage = (props: FindPageProps) => {
  const { shell, projectId, said, answer, offered } = props;
  const { t } = shell;
  const words = t.analysis.find;
  return (
    <Shell shell={shell} title={words.title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current="find" />
      <div class="analysis find" id="find">
        <div class="analysis-main">
          <h1>{words.title}</h1>
          <p class="count-sentence" dir="auto">
            {said?.sentence ?? words.lead}
          </p>
          {answer?.counts != null && (
            <p class="find-jump">
              <a href="#found">{words.found(answer.counts)}</a>
            </p>
          )}
          {said?.isGone === true && <Notice>{words.goneWarning}</Notice>}
          {offered.codes.length === 0 ? (
            <EmptyState
              title={words.noCodes.title}
              action={
                <ButtonLink href={`/projects/${projectId}/codebook`} kind="primary">
                  {words.noCodes.action}
                </ButtonLink>
              }
            >
              {words.noCodes.text}
            </EmptyState>
          ) : (
            <div class={answer === null ? 'find-columns find-begin' : 'find-columns'}>
              <Builder {...props} t={t} />
              {answer !== null && <Results {...props} answer={answer} />}
            </div>
          )}
          <p class="find-saved">
            <a href={queriesHref(projectId)}>{words.queries.open}</a>
          </p>
          <ul class="table-foot count-notes">
            <li>{words.notes}</li>
          </ul>
        </div>
      </div>
    </Shell>
  );
};

const Results = (props: FindPageProps & { answer: Answer }) => {
  const { shell, projectId, choices, answer } = props;
  const { t } = shell;
  const words = t.analysis.find;
  const { counts, open, page, size } = answer;
  const to = open.from + open.passages.length - 1;
  const href = (at: number) => findHref(projectId, choices, at);
  return (
    <section class="find-results" id="found" aria-label={words.passages}>
      <div class="find-result-head">
        <h2 class="find-count">
          {counts === null ? t.analysis.passages.protectedTitle : words.found(counts)}
        </h2>
        {counts !== null && counts.passages > 0 && (
          <ButtonLink href={findCsvHref(projectId, choices)} icon="download" size="small" download>
            {words.download}
          </ButtonLink>
        )}
      </div>
      <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
      {counts === null && (
        <>
          <p>{words.hidden(answer.minCell)}</p>
          {props.maySetAside && (
            <p>
              <a href={findHref(projectId, { ...choices, minCell: 0 })}>{words.showAnyway}</a>
            </p>
          )}
        </>
      )}
      {answer.isShownAnyway && <Notice>{words.shownAnyway(answer.minCell)}</Notice>}
      {choices.query !== null && (
        <KeepNamed
          words={t.analysis.find.queries}
          home={queriesHref(projectId)}
          field="query"
          kept={queryString(choices.query)}
        />
      )}
      {counts !== null && <PassageList {...{ t, projectId, open }} choices={DEFAULTS} level={3} />}
      {counts !== null && open.passageCount > size && (
        <Pagination
          label={words.pages}
          summary={t.analysis.passages.range(open.from, to, open.passageCount)}
          previous={
            page > 1 ? { href: href(page - 1), label: t.analysis.passages.previous } : undefined
          }
          next={
            to < open.passageCount
              ? { href: href(page + 1), label: t.analysis.passages.next }
              : undefined
          }
        />
      )}
    </section>
  );
};
