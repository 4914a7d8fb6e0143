import type { Crosstab } from '../../src/domain/crosstab/crosstab.ts';
import type { Part } from '../../src/domain/crosstab/part.ts';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, Notice } from '../ui/index.ts';
import { AnalysisTabs } from './AnalysisTabs.tsx';
import { queryOf, themesFileHref, themesHref, viewsHref } from './address.ts';
import { CountForm } from './CountForm.tsx';
import type { FilterPanel } from './FilterFields.tsx';
import { percent } from './format.ts';
import { greatestShare, HeatTable } from './HeatTable.tsx';
import { ThemeNotes } from './ThemeNotes.tsx';
import { PassagesPanel, type OpenPassages } from './Passages.tsx';
import type { Choices, Question } from './types.ts';
import { KeepNamed } from './NamedPage.tsx';
import { Picture } from './Picture.tsx';
import { TableParts } from './TableParts.tsx';

export interface ThemesProps {
  shell: ShellProps;
  projectId: number;
  choices: Choices;
  table: Crosstab;
  /** As much of the table as the page shows. */
  part: Part;
  /** Whether the reader may see more than the project's minimum lets pass. */
  mayLower: boolean;
  /** What the columns are, in words: "region"; and what they are besides. */
  byName: string;
  andName: string | null;
  projectMinCell: number;
  /** The least that a file to be shared is protected by. */
  shareMinCell: number;
  /** Interviews planned or cancelled. */
  notHeld: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** Codings left out because their words do not count. */
  asked: number;
  /** Respondents in the denominators who were erased. */
  erased: number;
  /** Everything a table can be cut by or limited to. */
  panel: FilterPanel;
  questions: readonly Question[];
  open: OpenPassages | null;
  /** What is missing before anything can be counted. */
  missing: 'noCodes' | 'noCodings' | 'noInterviews' | null;
}

/** Themes by a classification, the sentence that says what is counted, and beside it the passages behind a number. */
export const ThemesPage = (props: ThemesProps) => {
  const { shell, projectId, choices, table, open } = props;
  const { t } = shell;
  const words = t.analysis.themes;
  const title = words.title(props.byName, props.andName);
  const { part, questions } = props;
  return (
    <Shell shell={shell} title={title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current={tabOf(choices)} />
      <div class="analysis" id="themes">
        <div class="analysis-main">
          <h1>{title}</h1>
          <CountForm
            {...props}
            t={t}
            minCell={table.minCell}
            codes={table.rows}
            columns={table.columns.map(({ key, label, above }) => ({
              key,
              label: above === null ? label : `${above}, ${label}`,
            }))}
          />
          <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
          {props.missing !== null ? (
            <Missing {...props} missing={props.missing} />
          ) : (
            <>
              <Toolbar {...props} />
              {table.minCell < props.projectMinCell && (
                <Notice>{words.belowMinimum(props.projectMinCell)}</Notice>
              )}
              <AllHidden {...props} />
              <Picture
                {...{ t, projectId, choices, table, title }}
                view={part.view}
                isOpen={table.minCell < props.shareMinCell}
              />
              <HeatTable
                {...{ t, projectId, choices, table, questions, title }}
                arranged={part.view}
                open={open?.cell ?? null}
              />
              <TableParts {...{ t, projectId, choices, part }} />
              <ThemeNotes {...props} />
              <KeepNamed
                words={t.analysis.views}
                home={viewsHref(projectId)}
                field="view"
                kept={queryOf(choices).toString()}
              />
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

const tabOf = ({ by, and }: Choices) => (by === 'source' && and === null ? 'sources' : 'themes');

/** By source most columns have one respondent, so that a minimum hides all of them: said, instead of a page of stars. */
const AllHidden = ({ shell, projectId, choices, table, mayLower }: ThemesProps) => {
  const words = shell.t.analysis.themes;
  const isHidden = table.rows.every(({ cells }) => cells.every((cell) => cell === null));
  if (!isHidden || table.columns.length === 0) return null;
  return (
    <Notice>
      {words.allHidden(table.minCell)}{' '}
      {mayLower && <a href={themesHref(projectId, { ...choices, minCell: 0 })}>{words.showAll}</a>}
    </Notice>
  );
};

const FORMATS = ['csv', 'xlsx'] as const;

const Toolbar = (props: ThemesProps) => {
  const { shell, projectId, table } = props;
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
        <ButtonLink href={viewsHref(projectId)} kind="quiet">
          {shell.t.analysis.views.open}
        </ButtonLink>
        <Downloads {...props} />
      </div>
    </div>
  );
};

/** The table as a file; where small groups are shown, also as one that can be shared. */
const Downloads = ({ shell, projectId, choices, table, shareMinCell }: ThemesProps) => {
  const words = shell.t.analysis.themes;
  const isOpen = table.minCell < shareMinCell;
  return (
    <>
      {FORMATS.map((format) => (
        <ButtonLink
          href={themesFileHref(projectId, choices, format)}
          icon="download"
          download
          aria-label={words.downloadLabel(format.toUpperCase())}
        >
          {format.toUpperCase()}
        </ButtonLink>
      ))}
      {isOpen &&
        FORMATS.map((format) => (
          <ButtonLink
            href={themesFileHref(projectId, choices, format, true)}
            icon="download"
            download
          >
            {words.toShare(format.toUpperCase())}
          </ButtonLink>
        ))}
      {isOpen && <p class="field-hint">{words.toShareHint(shareMinCell)}</p>}
    </>
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
