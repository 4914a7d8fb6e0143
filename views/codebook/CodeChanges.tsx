import { ActivityEntry, type Entry } from '../history/ActivityPage.tsx';
import type { ShellProps } from '../layout/types.ts';
import { codeHref } from './code-address.ts';
import { PiecePage, type PieceProps } from './PiecePage.tsx';
import { codebookHref } from './types.ts';

type Props = PieceProps & {
  entries: readonly Entry[];
  /** There are more than these. */
  hasMore: boolean;
};

/** What was done to a code, newest first, each with its way back. */
export const CodeChanges = ({ t, projectId, code, entries, hasMore }: Props) => {
  const words = t.code.past;
  return (
    <div class="code-changes">
      <ol class="activity">
        {entries.map((entry) => (
          <ActivityEntry t={t.history} entry={entry} projectId={projectId} />
        ))}
      </ol>
      <p class="small">
        {hasMore && <a href={codeHref(projectId, code.id, {}, 'changes')}>{words.more}</a>}{' '}
        <a href={codebookHref(projectId, '/history')}>{words.book}</a>
      </p>
    </div>
  );
};

export const CodeChangesPage = (props: Props & { shell: ShellProps }) => {
  const words = props.t.code.past;
  return (
    <PiecePage {...props} title={words.titleOf(props.code.name)} lead={words.lead} withdrawn={null}>
      <CodeChanges {...props} hasMore={false} />
    </PiecePage>
  );
};
