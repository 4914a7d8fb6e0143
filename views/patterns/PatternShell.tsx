import { AnalysisTabs, type AnalysisTab } from '../analysis/AnalysisTabs.tsx';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, type Content } from '../ui/index.ts';

export interface PatternShellProps {
  shell: ShellProps;
  projectId: number;
  tab: Exclude<AnalysisTab, 'themes' | 'sources' | 'framework' | 'find' | 'interviews'>;
  /** The sentence that says what is counted. */
  form?: Content;
  downloads: readonly { href: string; label: string }[];
  withdrawn: number;
  /** What is missing before anything can be shown. */
  missing: 'noCodings' | 'noText' | null;
  /** What the numbers mean, and what is not in them. */
  notes: readonly (string | false)[];
  children?: Content;
}

/** The frame of every page of patterns: tabs, sentence, downloads, the table or picture, notes. */
export const PatternShell = (props: PatternShellProps) => {
  const { shell, projectId, tab, downloads, missing } = props;
  const { t } = shell;
  const words = t.patterns[tab];
  return (
    <Shell shell={shell} title={words.title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current={tab} />
      <div class="analysis" id="pattern">
        <div class="analysis-main">
          <h1>{words.title}</h1>
          {props.form ?? <p class="count-sentence">{words.sentence}</p>}
          <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
          {missing === null ? (
            <>
              <div class="analysis-bar">
                <div class="row-end actions">
                  {downloads.map(({ href, label }) => (
                    <ButtonLink href={href} icon="download" download>
                      {label}
                    </ButtonLink>
                  ))}
                </div>
              </div>
              {props.children}
              <ul class="table-foot count-notes">
                {props.notes
                  .filter((note) => note !== false)
                  .map((note) => (
                    <li>{note}</li>
                  ))}
              </ul>
            </>
          ) : (
            <Missing {...props} missing={missing} />
          )}
        </div>
      </div>
    </Shell>
  );
};

const Missing = ({
  shell,
  projectId,
  missing,
}: PatternShellProps & { missing: NonNullable<PatternShellProps['missing']> }) => {
  const words = shell.t.patterns.empty[missing];
  return (
    <EmptyState
      title={words.title}
      action={
        <ButtonLink href={`/projects/${projectId}/sources`} kind="primary">
          {words.action}
        </ButtonLink>
      }
    >
      {words.text}
    </EmptyState>
  );
};
