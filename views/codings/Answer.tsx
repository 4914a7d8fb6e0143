import { raw } from 'hono/html';
import { toastMessage } from '../layout/Shell.tsx';
import type { ToastProps } from '../layout/types.ts';
import type { Messages } from '../messages/index.ts';
import { Toast } from '../ui/index.ts';
import { CodingCard, type CodingCardProps } from './CodingCard.tsx';
import { CodeCount, CodeTree } from './CodeTree.tsx';
import { segmentHtml } from './segment.ts';
import { LiveLine, ReloadNotice, type LiveLineProps, type ReloadProps } from './Live.tsx';
import { Progress } from './Status.tsx';
import { sourceHref } from './href.ts';
import type { CodeView, CountView, ProgressView, SegmentView, T } from './types.ts';

export type AnswerProps = {
  messages: Messages;
  projectId: number;
  sourceId: number;
  segments: readonly SegmentView[];
  codes: readonly CodeView[];
  /** Of the codes whose count may have changed; of all when the tree is sent. */
  counts: ReadonlyMap<number, CountView>;
  changesTree: boolean;
  progress: Omit<ProgressView, 'uncoded'>;
  /** What this person did; null when it was someone else. */
  toast: ToastProps | null;
  /** The change that the toast's button takes back. */
  undoes: number | null;
};

/** What htmx swaps after a coding was made, changed or taken off: the segments it touched, the counts, a toast. */
export const Answer = (props: AnswerProps) => {
  const { messages, projectId, sourceId, segments, codes, counts, toast, undoes } = props;
  const t = messages.codings;
  const book = new Map(codes.map((code) => [code.id, code]));
  const here = sourceHref(projectId, sourceId);
  return (
    <>
      {segments.map((segment) => (
        <hx-partial hx-target={`#segment-${segment.id}`} hx-swap="outerHTML settle:0">
          {raw(segmentHtml(segment, { t, book, here }))}
        </hx-partial>
      ))}
      {props.changesTree ? (
        <hx-partial hx-target="#code-tree" hx-swap="innerHTML">
          <CodeTree
            t={t}
            codes={codes}
            counts={counts}
            current={null}
            codebookHref={`/projects/${projectId}/codebook`}
          />
        </hx-partial>
      ) : (
        [...counts].map(([id, count]) => (
          <hx-partial hx-target={`#count-${id}`} hx-swap="outerHTML settle:0">
            <CodeCount t={t} id={id} count={count} />
          </hx-partial>
        ))
      )}
      <hx-partial hx-target="#progress" hx-swap="innerHTML">
        <Progress t={t} progress={props.progress} />
      </hx-partial>
      {toast !== null && (
        <ToastPartial
          messages={messages}
          toast={toast}
          undoHref={undoes === null ? null : `${here}/changes/${undoes}/undo`}
        />
      )}
    </>
  );
};

type ToastPartialProps = {
  messages: Messages;
  toast: ToastProps;
  /** Takes the act back here, without leaving the place. */
  undoHref?: string | null;
};

/** The details of a coding again, with what could not be saved. */
export const CardPartial = (props: CodingCardProps) => (
  <hx-partial hx-target="#coding-card" hx-swap="innerHTML settle:0">
    <CodingCard {...props} />
  </hx-partial>
);

/** What others did meanwhile: the same pieces, and a quiet line that says who. */
export const LiveAnswer = ({ line, ...props }: AnswerProps & { line: LiveLineProps | null }) => (
  <>
    <Answer {...props} />
    {line !== null && (
      <hx-partial hx-target="#live" hx-swap="innerHTML">
        <LiveLine {...line} />
      </hx-partial>
    )}
  </>
);

/** Only a new page shows what happened. */
export const ReloadPartial = ({ t, reload }: { t: T; reload: ReloadProps }) => (
  <hx-partial hx-target="#stale" hx-swap="innerHTML">
    <ReloadNotice t={t} reload={reload} />
  </hx-partial>
);

/** A toast alone: a refusal, or something already done. */
export const ToastPartial = ({ messages, toast, undoHref = null }: ToastPartialProps) => {
  const message = toastMessage(messages, toast);
  const undo =
    message.undo && undoHref !== null
      ? { ...message.undo, attributes: { 'hx-post': undoHref, 'hx-swap': 'none' } as const }
      : message.undo;
  return (
    <hx-partial hx-target="#toasts" hx-swap="beforeend">
      <Toast {...message} undo={undo} />
    </hx-partial>
  );
};
