import { NoteBox, type Note } from '../guide/NoteBox.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, ButtonLink, Disclosure, Notice } from '../ui/index.ts';
import { InterviewAside } from './InterviewAside.tsx';
import { InterviewHead, type InterviewShown } from './InterviewHead.tsx';

export interface AskedQuestion {
  number: string;
  section: string;
  text: string;
  prompts: string;
  /** The condition in words, where only the interviewer can judge it. */
  condition: string;
  /** Meant for other respondents, and nothing noted yet. */
  isForOthers: boolean;
  /** With the interview's guid, what the browser keeps unsent notes under. */
  guid: string;
  note: Note;
}

interface Props {
  shell: ShellProps;
  base: string;
  interview: InterviewShown;
  questions: readonly AskedQuestion[];
  free: Note;
  sources: readonly { id: number; name: string; kind: 'transcript' | 'notes' | 'document' }[];
  asked: number;
  error?: string | undefined;
}

const Question = ({
  shell,
  base,
  interview,
  question: q,
  level,
}: Props & { question: AskedQuestion; level: 2 | 3 }) => {
  const labelId = `label-${q.note.id}`;
  const prompts = q.prompts.split('\n').filter((prompt) => prompt.trim() !== '');
  const look = { class: 'note-question', id: labelId };
  return (
    <NoteBox
      t={shell.t}
      note={q.note}
      action={`${base}/interviews/${interview.id}/notes`}
      storageKey={`${interview.guid}/${q.guid}`}
      number={q.number}
      labelId={labelId}
      me={shell.user?.name ?? ''}
      heading={
        <>
          <span class="note-number">{q.number}</span>
          {level === 2 ? <h2 {...look}>{q.text}</h2> : <h3 {...look}>{q.text}</h3>}
          {prompts.length > 0 && (
            <ul class="note-prompts">
              {prompts.map((prompt) => (
                <li>{prompt}</li>
              ))}
            </ul>
          )}
          {q.condition !== '' && <p class="note-prompt">{shell.t.guide.forWhom(q.condition)}</p>}
        </>
      }
    />
  );
};

const Questions = (props: Props) => {
  const { questions, shell } = props;
  const offered = questions.filter((question) => !question.isForOthers);
  const others = questions.filter((question) => question.isForOthers);
  const level = questions.some(({ section }) => section !== '') ? 3 : 2;
  return (
    <>
      {offered.map((question, i) => (
        <>
          {question.section !== '' && question.section !== offered[i - 1]?.section && (
            <h2 class="question-section">{question.section}</h2>
          )}
          <Question {...props} question={question} level={level} />
        </>
      ))}
      {others.length > 0 && (
        <Disclosure
          class="notes-others"
          summary={shell.t.interviews.notes.forOthers(others.length)}
        >
          {others.map((question) => (
            <Question {...props} question={question} level={level} />
          ))}
        </Disclosure>
      )}
    </>
  );
};

/** What an interviewer has open during the conversation: the questions, what was said, and whether it was asked. */
export const NotesPage = (props: Props) => {
  const { shell, base, interview, questions, free, error } = props;
  const n = shell.t.interviews.notes;
  const action = `${base}/interviews/${interview.id}/notes`;
  return (
    <Shell shell={shell} title={interview.reference} current="interviews">
      <p
        class="connection"
        id="connection"
        role="status"
        data-words={JSON.stringify(shell.t.interviews.browser)}
        hidden
      />
      <div class="notes notes-beside">
        <form id="notes" method="post" action={action} data-notes autocomplete="off">
          <InterviewHead {...props} current="notes" />
          {error !== undefined && (
            <div role="alert">
              <Notice>{error}</Notice>
            </div>
          )}
          {questions.length === 0 && (
            <p class="soft">
              {n.noGuide} <a href={`${base}/guide`}>{n.writeGuide}</a>
            </p>
          )}
          <Questions {...props} />
          <NoteBox
            t={shell.t}
            note={free}
            action={action}
            storageKey={`${interview.guid}/free`}
            number=""
            labelId="label-free"
            me={shell.user?.name ?? ''}
            heading={
              <>
                <h2 class="note-question" id="label-free">
                  {n.free}
                </h2>
                <p class="note-prompt">{n.freeHint}</p>
              </>
            }
          />
        </form>
        <InterviewAside {...props} />
      </div>
      <div class="note-bar">
        <Button kind="quiet" class="needs-script" type="button" data-time-stamp>
          {n.timeStamp}
        </Button>
        <ButtonLink kind="quiet" href={`${base}/guide#new`}>
          {n.addQuestion}
        </ButtonLink>
        <span class="actions row-end">
          {interview.status === 'planned' && (
            <Button kind="quiet" form="notes" name="then" value="done" aria-label={n.doneLabel}>
              {n.done}
            </Button>
          )}
          <Button form="notes" kind="primary">
            {n.save}
          </Button>
        </span>
      </div>
    </Shell>
  );
};
