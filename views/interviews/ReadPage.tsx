import { raw } from 'hono/html';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Badge, EmptyState, ButtonLink } from '../ui/index.ts';
import { InterviewAside } from './InterviewAside.tsx';
import { InterviewHead, type InterviewShown } from './InterviewHead.tsx';

/** A question with what was noted, its Markdown made into safe HTML by whoever calls. */
export interface ReadAnswer {
  number: string;
  text: string;
  state: 'asked' | 'not asked' | 'not reached' | 'declined' | null;
  html: string;
}

/** The notes of an interview as a text to read or print. */
export const ReadPage = (props: {
  shell: ShellProps;
  base: string;
  interview: InterviewShown;
  questions: readonly unknown[];
  asked: number;
  answers: readonly ReadAnswer[];
  freeHtml: string;
  sources: readonly { id: number; name: string; kind: 'transcript' | 'notes' | 'document' }[];
  notesSource?: 'none' | 'current' | 'older' | undefined;
}) => {
  const { shell, base, interview, answers, freeHtml } = props;
  const t = shell.t.interviews.notes;
  return (
    <Shell shell={shell} title={interview.reference} current="interviews">
      <div class="notes notes-beside">
        <div>
          <InterviewHead {...props} current="read" />
          {answers.length === 0 && freeHtml === '' && (
            <EmptyState
              title={t.nothingYet}
              action={<ButtonLink href={`${base}/interviews/${interview.id}`}>{t.edit}</ButtonLink>}
            />
          )}
          {answers.map((answer) => (
            <section class="note">
              <span class="note-number">{answer.number}</span>
              <h2 class="note-question">{answer.text}</h2>
              {answer.state !== null && answer.state !== 'asked' && (
                <Badge>{shell.t.guide.states[answer.state]}</Badge>
              )}
              <div class="prose">{raw(answer.html)}</div>
            </section>
          ))}
          {freeHtml !== '' && (
            <section class="note">
              <h2 class="note-question">{t.free}</h2>
              <div class="prose">{raw(freeHtml)}</div>
            </section>
          )}
        </div>
        <InterviewAside {...props} />
      </div>
    </Shell>
  );
};
