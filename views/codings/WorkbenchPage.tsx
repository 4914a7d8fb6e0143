import { WithdrawnNotice } from '../consent/LeftOut.tsx';
import { Workbench } from '../layout/Workbench.tsx';
import { asset } from '../layout/Page.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { shownKey } from '../../src/domain/workbench/shown-key.ts';
import { classes, EmptyState, SkipLink, TextInput, type Content } from '../ui/index.ts';
import { Beside } from './Beside.tsx';
import { CodeTree } from './CodeTree.tsx';
import { sourceHref } from './href.ts';
import { Facts } from './Facts.tsx';
import { CardPopover, Keys, Picker } from './Panels.tsx';
import type { Hideable } from '../../src/domain/workbench/view.ts';
import { FilterLine, FilterMenu } from './Filter.tsx';
import { FindButton, FindLine } from './Find.tsx';
import { Go } from './Go.tsx';
import { Rule } from './Rule.tsx';
import { Legend, ViewMenu } from './View.tsx';
import { Status } from './Status.tsx';
import type {
  BesideView,
  CodeView,
  CountView,
  FactsView,
  FilterView,
  ProgressView,
  RuleView,
  SourceView,
  T,
} from './types.ts';

export type WorkbenchPageProps = {
  shell: ShellProps;
  source: SourceView;
  /** As `segmentHtml` writes them, or what stands for them; null when the text has no words. */
  segments: Content | null;
  codes: readonly CodeView[];
  counts: ReadonlyMap<number, CountView>;
  facts: FactsView;
  beside: BesideView;
  progress: ProgressView;
  rule: RuleView | null;
  /** The place that the address names, in code units. */
  at: { start: number; end: number } | null;
  /** What became of that place, when the address names it in an older version of the text. */
  carried: 'kept' | 'changed' | 'lost' | null;
  /** The coding that the address names. */
  coding: number | null;
  filter: FilterView;
  /** Words to look for in the text; null when there are none. */
  find: string | null;
  /** The filter as it stands in addresses, for links that keep it: `&coder=me`. */
  keep: string;
  /** The project's last change when the page was made; what comes later is brought to it. */
  seq: number;
  /** Parts of the structure that the reader hides. */
  hidden: readonly Hideable[];
};

/** One source with its codings, the codebook beside it. */
export const WorkbenchPage = (props: WorkbenchPageProps) => {
  const { shell, source } = props;
  const t = shell.t.codings;
  const href = sourceHref(shell.project?.id ?? 0, source.id);
  return (
    <Shell
      shell={shell}
      title={source.name}
      current="sources"
      variant="workbench"
      skips={
        props.segments !== null && (
          <span class="needs-script">
            <SkipLink href="#passage-cursor">{t.cursor.skip}</SkipLink>
          </span>
        )
      }
    >
      <script type="module" src={asset(shell.assets, 'build/workbench.js')} />
      <Workbench
        leftLabel={t.leftRail}
        rightLabel={t.rightRail}
        close={t.close}
        left={
          <>
            <Facts
              t={t}
              source={source}
              facts={props.facts}
              links={[
                { href: `${href}/structure`, label: t.facts.structure },
                { href: `${href}/correct`, label: shell.t.versions.section.correct },
                { href: `${href}/details`, label: t.facts.about },
              ]}
            />
            <Beside
              t={t}
              projectId={shell.project?.id ?? 0}
              beside={props.beside}
              codes={props.codes}
              keep={props.keep}
            />
          </>
        }
        tools={<Tools {...props} />}
        legend={<Legend t={t} />}
        right={<RightRail {...props} />}
        status={<Status t={t} progress={props.progress} source={source} href={href} />}
      >
        <Transcript {...props} />
      </Workbench>
      <Picker t={t} />
      <CardPopover t={t} />
      <div class="tip" id="tip" popover="manual" role="tooltip" />
      <Keys t={t} changeHref={`/projects/${shell.project?.id ?? 0}/keys`} />
    </Shell>
  );
};

const Transcript = (props: WorkbenchPageProps) => {
  const { shell, source, segments, at, carried, coding, seq, hidden } = props;
  const t = shell.t.codings;
  const href = sourceHref(shell.project?.id ?? 0, source.id);
  return (
    <article
      class={classes(
        'transcript',
        source.isWrapped && 'is-wrapped',
        ...hidden.map((part) => `hide-${part}`),
      )}
      id="transcript"
      aria-label={t.transcript}
      data-href={href}
      data-project={shell.project?.id}
      data-version={source.version}
      data-seq={seq}
      data-at={at === null ? undefined : `${at.start}-${at.end}`}
      data-coding={coding ?? undefined}
      data-words={JSON.stringify(t.browser)}
      hx-sync="this:queue all"
    >
      <div class="stale" id="stale" role="status">
        {carried !== null && t.live.carried[carried]}
      </div>
      <header class="transcript-head">
        <h1>{source.name}</h1>
        {source.isWithdrawn && <WithdrawnNotice t={shell.t} />}
        {coding !== null && (
          <noscript>
            <a href={`${href}/codings/${coding}`}>{t.openCoding}</a>
          </noscript>
        )}
        {source.waiting > 0 && (
          <p>
            <a class="to-look" href={`${href}/look`}>
              {shell.t.versions.waitingHint(source.waiting)}
            </a>
          </p>
        )}
      </header>
      {segments !== null && <PassageCursor t={t} length={source.length} />}
      {segments ?? <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
      <div class="handles" id="handles" aria-hidden="true" />
    </article>
  );
};

/**
 * Where a screen reader leaves its keys to Earmark; kept by `src/client/passage-cursor.ts`.
 * @param props.length of the text, code units
 */
const PassageCursor = ({ t, length }: { t: T; length: number }) => (
  <div
    class="passage-cursor needs-script"
    id="passage-cursor"
    role="slider"
    tabindex={0}
    aria-label={t.cursor.label}
    aria-roledescription={t.cursor.role}
    aria-describedby="passage-cursor-hint"
    aria-orientation="vertical"
    aria-valuemin={0}
    aria-valuemax={length}
    aria-valuenow={0}
    aria-valuetext={t.cursor.none}
  >
    <span id="passage-cursor-hint">{t.cursor.hint}</span>
  </div>
);

/** Above the text: what of it is shown. */
const Tools = ({ shell, filter, hidden, find }: WorkbenchPageProps) => (
  <>
    <FilterMenu t={shell.t.codings} colourNames={shell.t.codebook.colours} view={filter} />
    <ViewMenu t={shell.t.codings} hidden={hidden} />
    <Go t={shell.t.codings} />
    <FindButton t={shell.t.codings} />
    <FilterLine t={shell.t.codings} colourNames={shell.t.codebook.colours} view={filter} />
    <FindLine t={shell.t.codings} find={find} />
  </>
);

const RightRail = ({ shell, codes, counts, rule, keep }: WorkbenchPageProps) => {
  const t = shell.t.codings;
  const codebookHref = `/projects/${shell.project?.id ?? 0}/codebook`;
  return (
    <>
      <div class="code-search needs-script">
        <TextInput
          name="code-search"
          type="search"
          label={t.codes.search}
          hideLabel
          placeholder={t.codes.search}
          autocomplete="off"
        />
        <kbd class="kbd" data-key-of="search">
          {shownKey('Shift+c')}
        </kbd>
      </div>
      <div id="code-tree">
        <CodeTree
          t={t}
          codes={codes}
          counts={counts}
          current={rule?.code.id ?? null}
          codebookHref={codebookHref}
          keep={keep}
        />
      </div>
      <section id="rule" aria-label={t.rule.region} tabindex={-1}>
        {rule !== null && <Rule t={t} rule={rule} codeHref={`${codebookHref}/${rule.code.id}`} />}
      </section>
    </>
  );
};
