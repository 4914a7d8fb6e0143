import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, EmptyState, PageHeader } from '../ui/index.ts';

interface Entry {
  id: number;
  seq: number;
  at: string;
  actor: string;
  sentence: string;
  isReversed: boolean;
  hasRows: boolean;
}

/** Every change, newest first, each with its way back. */
export const ActivityPage = ({
  shell,
  entries,
  hasOlder,
  isNewest,
  projectId,
}: {
  shell: ShellProps;
  entries: readonly Entry[];
  hasOlder: boolean;
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
          <li class="activity-entry">
            <span>{entry.sentence}</span> <span>{entry.actor}</span>{' '}
            <time datetime={entry.at}>{entry.at}</time>
            {entry.isReversed ? (
              <span>{t.reversed}</span>
            ) : (
              entry.hasRows && (
                <form method="post" action={`/projects/${projectId}/changes/${entry.id}/undo`}>
                  <Button size="small">{t.undo}</Button>
                </form>
              )
            )}
          </li>
        ))}
      </ol>
      {!isNewest && <a href={`/projects/${projectId}/activity`}>{t.newest}</a>}
      {hasOlder && last && (
        <a href={`/projects/${projectId}/activity?before=${last.seq}`}>{t.older}</a>
      )}
    </Shell>
  );
};
