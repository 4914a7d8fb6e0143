import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import {
  Badge,
  Breadcrumbs,
  Button,
  PageHeader,
  Pagination,
  TextInput,
  When,
} from '../ui/index.ts';
import { codebookHref, pastHref, compareHref, type Errors, type VersionView } from './types.ts';

interface Entry {
  seq: number;
  at: string;
  actor: string;
  sentence: string;
  isReversed: boolean;
}

export type HistoryPageProps = {
  shell: ShellProps;
  projectId: number;
  versions: readonly VersionView[];
  /** One page of changes, newest first. */
  entries: readonly Entry[];
  older: number | null;
  isNewest: boolean;
  /** What was typed as a name and refused. */
  name: string;
  errors: Errors;
};

/** How the codebook came to be what it is, and the states of it that have a name. */
export const HistoryPage = (props: HistoryPageProps) => {
  const { shell, projectId, entries, older, isNewest } = props;
  const t = shell.t.codebook;
  const words = t.versions;
  const last = entries.at(-1);
  const here = codebookHref(projectId, '/history');
  return (
    <Shell shell={shell} title={words.title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: codebookHref(projectId), label: t.title }]}
      />
      <PageHeader title={words.title} lead={words.lead} />
      <div class="codebook-columns">
        <section aria-labelledby="changes">
          <h2 id="changes">{words.changes}</h2>
          {entries.length === 0 && <p class="soft">{words.none}</p>}
          <ol class="activity codebook-history">
            {entries.map((entry) => (
              <HistoryEntry {...props} entry={entry} />
            ))}
          </ol>
          {(older !== null || !isNewest) && (
            <Pagination
              label={words.pages}
              summary={last && entries[0] ? words.range(entries[0].seq, last.seq) : ''}
              previous={isNewest ? undefined : { href: here, label: words.newest }}
              next={
                older === null ? undefined : { href: `${here}?before=${older}`, label: words.older }
              }
            />
          )}
        </section>
        <section class="codebook-panel" aria-labelledby="names">
          <h2 id="names">{words.named}</h2>
          {props.versions.length === 0 && <p class="soft">{words.noNames}</p>}
          <ul class="codebook-names">
            {props.versions.map(({ name, seq, by, at }) => (
              <li>
                <a href={pastHref(projectId, seq)} dir="auto">
                  {name}
                </a>
                <span class="small soft">
                  {words.change(seq)} · {by}, <When at={at} />
                </span>
                <a
                  class="small"
                  href={compareHref(projectId, seq, null)}
                  aria-label={words.toNowFrom(name)}
                >
                  {words.toNow}
                </a>
              </li>
            ))}
          </ul>
          <form class="form" method="post" action={here}>
            <TextInput
              name="name"
              label={words.name}
              hint={words.nameHint}
              value={props.name}
              error={props.errors['name'] ?? props.errors['']}
              autocomplete="off"
              required
            />
            <div class="actions">
              <Button kind="primary">{words.save}</Button>
            </div>
          </form>
        </section>
      </div>
    </Shell>
  );
};

const HistoryEntry = ({
  shell,
  projectId,
  versions,
  entry,
}: HistoryPageProps & { entry: Entry }) => {
  const words = shell.t.codebook.versions;
  const { seq, sentence } = entry;
  return (
    <li class={entry.isReversed ? 'activity-entry activity-reversed' : 'activity-entry'}>
      <span class="activity-what" dir="auto">
        {sentence}
        {versions
          .filter((version) => version.seq === seq)
          .map(({ name }) => (
            <>
              {' '}
              <Badge>{name}</Badge>
            </>
          ))}
      </span>
      <span class="activity-note">
        {entry.actor} · <When at={entry.at} />
        {entry.isReversed && ` · ${shell.t.history.reversed}`}
      </span>
      <span class="codebook-history-links">
        <a href={pastHref(projectId, seq)} aria-label={words.lookAfter(sentence)}>
          {words.look}
        </a>
        <a href={compareHref(projectId, seq, null)} aria-label={words.toNowFrom(sentence)}>
          {words.toNow}
        </a>
      </span>
    </li>
  );
};
