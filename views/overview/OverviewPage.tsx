import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { ButtonLink, Disclosure, PageHeader, Pause, SectionHeader, When } from '../ui/index.ts';
import type { Content } from '../ui/index.ts';
import { FirstSteps, type ProgressProps } from './FirstSteps.tsx';

/** A description up to this many code units stands open. */
const SHORT = 400;

export interface OverviewProps {
  shell: ShellProps;
  settings: { id: number; name: string; description: string };
  /** The description, rendered. */
  about: Content;
  progress: ProgressProps;
  toCode: readonly { id: number; name: string; codings: number }[];
  recent: readonly { id: number; at: string; actor: string; sentence: string }[];
  /** Interviews and people per respondent group. */
  who?: Content;
}

/** A project at a glance: how far it is, who was interviewed, what to go on with, what happened lately. */
export const OverviewPage = ({ shell, ...props }: OverviewProps) => {
  const { settings, about, progress, toCode, recent, who } = props;
  const t = shell.t.overview;
  const base = `/projects/${settings.id}`;
  const isYoung = progress.codings === 0;
  return (
    <Shell shell={shell} title={t.title} current="overview">
      <PageHeader
        title={settings.name}
        actions={
          <>
            <ButtonLink
              href={`${base}/interviews/new`}
              icon="add"
              kind="primary"
              data-page-key="n"
              aria-keyshortcuts="n"
            >
              {t.newInterview}
            </ButtonLink>
            <ButtonLink href={`${base}/settings`} kind="quiet">
              {t.settings}
            </ButtonLink>
          </>
        }
      />
      {settings.description !== '' && (
        <Disclosure summary={t.about} open={settings.description.length < SHORT} class="about">
          <div class="prose">{about}</div>
        </Disclosure>
      )}
      {isYoung && <FirstSteps t={t} base={base} progress={progress} />}
      <div class="overview">
        <section aria-labelledby="progress">
          <SectionHeader id="progress" title={t.progress} />
          <ProgressFacts t={t} base={base} progress={progress} />
          <LeftOut t={shell.t} projectId={settings.id} n={progress.withdrawn} />
        </section>
        {who != null && who !== false && (
          <section aria-labelledby="who">
            <SectionHeader id="who" title={t.whoTitle} />
            {who}
          </section>
        )}
        {toCode.length > 0 && (
          <section aria-labelledby="to-code">
            <SectionHeader id="to-code" title={t.toCode} />
            <ul class="plain-list">
              {toCode.map((source) => (
                <li class="plain-entry">
                  <a href={`${base}/sources/${source.id}`}>{source.name}</a>
                  <span class="plain-note">
                    <Pause />
                    {t.codingsHere(source.codings)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="recent">
          <SectionHeader
            id="recent"
            title={t.recent}
            actions={<a href={`${base}/activity`}>{t.allActivity}</a>}
          />
          <ul class="plain-list">
            {recent.map((entry) => (
              <li class="plain-entry">
                <span>{entry.sentence}</span>
                <span class="plain-note">
                  {entry.actor} · <When at={entry.at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  );
};

const ProgressFacts = ({
  t,
  base,
  progress,
}: {
  t: ShellProps['t']['overview'];
  base: string;
  progress: ProgressProps;
}) => (
  <ul class="facts">
    {(['planned', 'done', 'transcribed', 'coded'] as const).map((status) => (
      <li>
        <a
          class="fact"
          href={`${base}/interviews?status=${status}${progress.withdrawn > 0 ? '&consent=kept' : ''}`}
        >
          <b class="fact-number">{progress.interviews[status]}</b>
          <Pause />
          {t.statuses[status]}
        </a>
      </li>
    ))}
    <Fact href={`${base}/respondents`}>{t.respondents(progress.respondents)}</Fact>
    <Fact href={`${base}/guide`}>{t.questions(progress.questions)}</Fact>
    <Fact href={`${base}/sources`}>
      {t.sources(progress.sources)}
      {progress.sources > 0 && `, ${t.uncoded(progress.uncodedSources)}`}
    </Fact>
    <Fact href={`${base}/codebook`}>{t.codes(progress.codes)}</Fact>
    <Fact href={`${base}/themes`}>{t.codings(progress.codings)}</Fact>
  </ul>
);

const Fact = ({ href, children }: { href: string; children?: Content }) => (
  <li class="fact-line">
    <a class="fact" href={href}>
      {children}
    </a>
  </li>
);
