import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, EmptyState, PageHeader, Pagination, When } from '../ui/index.ts';

export interface Entry {
  id: number;
  seq: number;
  at: string;
  actor: string;
  sentence: string;
  isReversed: boolean;
  hasRows: boolean;
  isErased: boolean;
  /** Saves that are this one step. */
  saves: number;
}

/** Every change, newest first, each with its way back. */
export const ActivityPage = ({
  shell,
  entries,
  older,
  isNewest,
  projectId,
}: {
  shell: ShellProps;
  entries: readonly Entry[];
  /** Where the page of older ones begins, if there are any. */
  older: number | null;
  isNewest: boolean;
  projectId: number;
}) => {
  const t = shell.t.history;
  const last = entries.at(-1);
  return (
    <Shell shell={shell} title={t.title} current="activity">
      <PageHeader title={t.title} lead={t.lead} />
      {entries.length === 0 && <EmptyState title={t.title}>{t.empty}</EmptyState>}
      <ol class="activity">
        {entries.map((entry) => (
          <ActivityEntry t={t} entry={entry} projectId={projectId} />
        ))}
      </ol>
      {(older !== null || !isNewest) && (
        <Pagination
          label={t.pages}
          summary={last && entries[0] ? t.range(entries[0].seq, last.seq) : ''}
          previous={
            isNewest ? undefined : { href: `/projects/${projectId}/activity`, label: t.newest }
          }
          next={
            older !== null
              ? { href: `/projects/${projectId}/activity?before=${older}`, label: t.older }
              : undefined
          }
        />
      )}
    </Shell>
  );
};

/** One change; the sentence, who and when, and its undo where it can be undone. */
export const ActivityEntry = ({
  t,
  entry,
  projectId,
}: {
  t: ShellProps['t']['history'];
  entry: Entry;
  projectId: number;
}) => (
  <li class={entry.isReversed ? 'activity-entry activity-reversed' : 'activity-entry'}>
    <span class="activity-what">{entry.sentence}</span>
    <span class="activity-note">
      {entry.actor} · <When at={entry.at} />
      {entry.saves > 1 && ` · ${t.saves(entry.saves)}`}
      {entry.isReversed && ` · ${t.reversed}`}
      {entry.isErased && ` · ${t.erased}`}
    </span>
    {!entry.isReversed && !entry.isErased && entry.hasRows && (
      <form method="post" action={`/projects/${projectId}/changes/${entry.id}/undo`}>
        <Button size="small" kind="quiet" icon="undo" aria-label={t.undoThis(entry.sentence)}>
          {t.undo}
        </Button>
      </form>
    )}
  </li>
);
