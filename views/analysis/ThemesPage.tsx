import type { Crosstab } from '../../src/domain/crosstab/crosstab.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, Notice } from '../ui/index.ts';
import { AnalysisTabs } from './AnalysisTabs.tsx';
import { themesCsvHref, themesHref } from './address.ts';
import { CountForm } from './CountForm.tsx';
import { percent } from './format.ts';
import { greatestShare, HeatTable } from './HeatTable.tsx';
import { PassagesPanel, type OpenPassages } from './Passages.tsx';
import type { Choices, Question, Variable } from './types.ts';

export interface ThemesProps {
  shell: ShellProps;
  projectId: number;
  choices: Choices;
  table: Crosstab;
  /** What the columns are, in words: "region". */
  byName: string;
  projectMinCell: number;
  /** Interviews planned or cancelled. */
  notHeld: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** Codings of the interviewer's words alone, left out. */
  asked: number;
  /** Variables of sources that belong to no interview. */
  documentVariables: readonly Variable[];
  /** Respondents in the denominators who were erased. */
  erased: number;
  variables: readonly Variable[];
  questions: readonly Question[];
  open: OpenPassages | null;
  /** What is missing before anything can be counted. */
  missing: 'noCodes' | 'noCodings' | 'noInterviews' | null;
}

/** Themes by a classification, the sentence that says what is counted, and beside it the passages behind a number. */
export const ThemesPage = (props: ThemesProps) => {
  const { shell, projectId, choices, table, byName, open } = props;
  const { t } = shell;
  const words = t.analysis.themes;
  const title = words.title(byName);
  return (
    <Shell shell={shell} title={title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current="themes" />
      <div class="analysis" id="themes">
        <div class="analysis-main">
          <h1>{title}</h1>
          <CountForm {...props} t={t} minCell={table.minCell} />
          <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
          {props.missing !== null ? (
            <Missing {...props} missing={props.missing} />
          ) : (
            <>
              <Toolbar {...props} />
              {table.minCell < props.projectMinCell && (
                <Notice>{words.belowMinimum(props.projectMinCell)}</Notice>
              )}
              <HeatTable {...{ t, projectId, choices, table, title }} open={open?.cell ?? null} />
              <Notes {...props} />
            </>
          )}
        </div>
        {props.missing === null && (
          <aside class="evidence" id="evidence" aria-label={words.evidence}>
            {open === null ? (
              <p class="evidence-hint">{words.evidenceHint}</p>
            ) : (
              <PassagesPanel {...{ t, projectId, choices, open }} />
            )}
          </aside>
        )}
      </div>
    </Shell>
  );
};

const Toolbar = ({ shell, projectId, choices, table }: ThemesProps) => {
  const words = shell.t.analysis.themes;
  const legend = words.legend(percent(greatestShare(table)));
  return (
    <div class="analysis-bar">
      <p class="heat-legend">
        <span>{legend.from}</span>
        <span class="heat-scale" aria-hidden="true">
          {Array.from({ length: 10 }, (_, step) => (
            <span class={`heat-step heat-${step}`} />
          ))}
        </span>
        <span>{legend.to}</span>
      </p>
      <div class="row-end actions">
        <ButtonLink href={`/projects/${projectId}/overview-table`} kind="quiet">
          {words.interviewsTable}
        </ButtonLink>
        <ButtonLink href={themesCsvHref(projectId, choices)} icon="download" download>
          {words.download}
        </ButtonLink>
      </div>
    </div>
  );
};

/** What the numbers mean, and everything that is not in them. */
const Notes = ({ shell, table, notHeld, erased, asked }: ThemesProps) => {
  const words = shell.t.analysis.themes.notes;
  const { unit, over, leftOut } = table;
  const sum = table.columns.reduce((total, column) => total + column.denominator, 0);
  const lines = [
    unit === 'documents' ? words.documents_counted : words[unit],
    over === 'asked' && words.asked,
    sum > table.denominator && words.overlap,
    table.columns.some((column) => column.key === '') && words.notGiven,
    table.minCell > 1 && words.protection(table.minCell),
    asked > 0 && words.interviewers(asked),
    leftOut.documents > 0 && words.documents(leftOut.documents, unit === 'passages'),
    leftOut.debriefs > 0 && words.debriefs(leftOut.debriefs),
    notHeld > 0 && words.notHeld(notHeld),
    erased > 0 && unit !== 'passages' && unit !== 'documents' && words.erased(erased),
    leftOut.withoutSource > 0 && words.withoutSource(leftOut.withoutSource),
  ];
  return (
    <ul class="table-foot count-notes">
      {lines
        .filter((line) => line !== false)
        .map((line) => (
          <li>{line}</li>
        ))}
    </ul>
  );
};

const Missing = ({
  shell,
  projectId,
  choices,
  missing,
}: ThemesProps & { missing: NonNullable<ThemesProps['missing']> }) => {
  const words = shell.t.analysis.themes.empty[missing];
  const base = `/projects/${projectId}`;
  const href = {
    noCodes: `${base}/codebook`,
    noCodings: `${base}/sources`,
    noInterviews: themesHref(projectId, { ...choices, count: 'passages', over: 'all' }),
  }[missing];
  return (
    <EmptyState
      title={words.title}
      action={
        <ButtonLink href={href} kind="primary">
          {words.action}
        </ButtonLink>
      }
    >
      {words.text}
    </EmptyState>
  );
};
