import { AnalysisTabs, type AnalysisTab } from '../analysis/AnalysisTabs.tsx';
import type { FilterPanel } from '../analysis/FilterFields.tsx';
import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, EmptyState, Notice, type Content } from '../ui/index.ts';
import { toShare } from './address.ts';
import type { PatternPanel } from './PatternForm.tsx';

export interface PatternShellProps {
  shell: ShellProps;
  projectId: number;
  tab: Exclude<AnalysisTab, 'themes' | 'sources' | 'framework' | 'find' | 'interviews'>;
  /** The page's own title, where the tab's does not do. */
  title?: string;
  /** The sentence that says what is counted. */
  form: Content;
  /** What the page is limited to and, where it has numbers to hide, how they are protected. */
  panel: FilterPanel | PatternPanel;
  downloads: readonly { href: string; label: string }[];
  withdrawn: number;
  /** What is missing before anything can be shown. */
  missing: 'noCodings' | 'noQuestions' | 'noText' | null;
  /** What the numbers mean, and what is not in them. */
  notes: readonly (string | false)[];
  children?: Content;
}

/** The frame of every page of patterns: tabs, sentence, downloads, the table or picture, notes. */
export const PatternShell = (props: PatternShellProps) => {
  const { shell, projectId, tab, downloads, panel, missing } = props;
  const { t } = shell;
  const words = t.patterns[tab];
  const isOpen = 'minCell' in panel && panel.minCell < panel.shareMinCell;
  const files = [
    ...downloads,
    ...(isOpen
      ? downloads.map(({ href, label }) => ({
          href: toShare(href),
          label: t.patterns.toShare(label),
        }))
      : []),
  ];
  const title = props.title ?? words.title;
  return (
    <Shell shell={shell} title={title} current="themes" variant="wide">
      <AnalysisTabs t={t} projectId={projectId} current={tab} />
      <div class="analysis" id="pattern">
        <div class="analysis-main">
          <h1 dir="auto">{title}</h1>
          {props.form}
          <LeftOut t={t} projectId={projectId} n={props.withdrawn} />
          {missing === null ? (
            <>
              <div class="analysis-bar">
                <div class="row-end actions">
                  {files.map(({ href, label }) => (
                    <ButtonLink href={href} icon="download" download>
                      {label}
                    </ButtonLink>
                  ))}
                  {downloads
                    .filter(({ href }) => /\.svg(?:\?|$)/u.test(href))
                    .map(({ href }) => (
                      <ButtonLink
                        class="needs-script"
                        href={href}
                        icon="download"
                        data-png={`${tab}.png`}
                      >
                        {t.patterns.png}
                      </ButtonLink>
                    ))}
                </div>
              </div>
              {'minCell' in panel && panel.minCell < panel.projectMinCell && (
                <Notice>{t.analysis.themes.belowMinimum(panel.projectMinCell)}</Notice>
              )}
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
  panel,
  missing,
}: PatternShellProps & { missing: NonNullable<PatternShellProps['missing']> }) => {
  const words = shell.t.patterns.empty[panel.only === null ? missing : 'filtered'];
  return (
    <EmptyState
      title={words.title}
      action={
        <ButtonLink
          href={`/projects/${projectId}/${missing === 'noQuestions' ? 'guide' : 'sources'}`}
          kind="primary"
        >
          {words.action}
        </ButtonLink>
      }
    >
      {words.text}
    </EmptyState>
  );
};
