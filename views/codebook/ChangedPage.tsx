import { LeftOut } from '../consent/LeftOut.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Breadcrumbs, Button, PageHeader, When } from '../ui/index.ts';
import { Differences, isSame, type DifferencesView } from './Differences.tsx';
import { codebookHref } from './types.ts';

export type ChangedPageProps = {
  shell: ShellProps;
  projectId: number;
  /** When this person read the rules last; null when they never said so. */
  readAt: string | null;
  /** Number of the last change that the page shows: up to there they are read. */
  seq: number;
  /** Changes by others since. */
  unread: number;
  view: DifferencesView;
  withdrawn: number;
};

/** What others changed in the codebook since one read it, and “I have read it”. */
export const ChangedPage = (props: ChangedPageProps) => {
  const { shell, projectId, readAt, unread, view } = props;
  const t = shell.t.codebook;
  const words = t.versions.reading;
  return (
    <Shell shell={shell} title={words.title} current="codebook">
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[{ href: codebookHref(projectId), label: t.title }]}
      />
      <PageHeader title={words.title} lead={words.lead} />
      <p class="soft">
        {readAt === null ? (
          words.first
        ) : (
          <>
            {words.since}: <When at={readAt} />
          </>
        )}
      </p>
      {isSame(view) ? (
        <p>{unread === 0 ? words.done : words.nothing}</p>
      ) : (
        <>
          <LeftOut t={shell.t} projectId={projectId} n={props.withdrawn} />
          <Differences t={t} projectId={projectId} view={view} />
        </>
      )}
      {(unread > 0 || readAt === null) && (
        <form class="actions" method="post" action={codebookHref(projectId, '/read')}>
          <input type="hidden" name="at" value={props.seq} />
          <Button kind="primary">{words.save}</Button>
        </form>
      )}
    </Shell>
  );
};
