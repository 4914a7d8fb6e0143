import { NoteBox, type Note } from '../guide/NoteBox.tsx';
import { Shell } from '../layout/Shell.tsx';
import type { ShellProps } from '../layout/types.ts';
import { Button, DefinitionList, Disclosure, Kbd, Notice, TextArea } from '../ui/index.ts';
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
  notesSource?: 'none' | 'current' | 'older' | undefined;
  asked: number;
  error?: string | undefined;
}

/** One question with its note. */
export const NoteQuestion = ({
  shell,
  base,
  interview,
  question: q,
  level,
}: {
  shell: Pick<ShellProps, 't' | 'user'>;
  base: string;
  interview: Pick<InterviewShown, 'id' | 'guid'>;
  question: AskedQuestion;
  level: 2 | 3;
}) => {
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
          <NoteQuestion {...props} question={question} level={level} />
        </>
      ))}
      {others.length > 0 && (
        <Disclosure
          class="notes-others"
          summary={shell.t.interviews.notes.forOthers(others.length)}
        >
          {others.map((question) => (
            <NoteQuestion {...props} question={question} level={level} />
          ))}
        </Disclosure>
      )}
    </>
  );
};

/** Adds a question in the middle of the conversation, without leaving the page. */
const AddQuestion = ({ shell, base, interview }: Props) => {
  const n = shell.t.interviews.notes;
  const action = `${base}/interviews/${interview.id}/questions`;
  return (
    <Disclosure id="new-question" class="notes-new" summary={n.addQuestion}>
      <form
        class="form"
        id="add-question"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#notes-added"
        hx-swap="beforeend"
        autocomplete="off"
      >
        <TextArea
          name="text"
          label={n.newQuestion}
          hint={n.newQuestionHint}
          rows={2}
          serif
          required
        />
        <Button>{n.addQuestion}</Button>
      </form>
    </Disclosure>
  );
};

const Keys = ({ t }: { t: ShellProps['t'] }) => (
  <Disclosure class="notes-keys needs-script" summary={t.interviews.notes.keys}>
    <DefinitionList
      items={t.interviews.notes.keysOf.map(([key = '', does = '']) => ({
        term: <Kbd>{key}</Kbd>,
        value: does,
      }))}
    />
  </Disclosure>
);

/** The buttons at the foot of the window: what the keys do, for a thumb. */
const NoteBar = ({ shell, interview }: Props) => {
  const n = shell.t.interviews.notes;
  const act = (code: string) => ({ type: 'button' as const, 'data-note-act': code });
  return (
    <div class="note-bar">
      <Button kind="quiet" class="needs-script" aria-label={n.previous} {...act('ArrowUp')}>
        ↑
      </Button>
      <Button kind="quiet" class="needs-script" aria-label={n.next} {...act('ArrowDown')}>
        ↓
      </Button>
      <Button kind="quiet" class="needs-script" aria-label={n.timeStampLabel} {...act('KeyT')}>
        {n.timeStamp}
      </Button>
      <Button kind="quiet" class="needs-script" {...act('KeyP')}>
        {n.preview}
      </Button>
      <span class="note-kept needs-script" id="note-kept">
        {n.allSaved}
      </span>
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
        <div class="notes-main">
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
            <div id="notes-added" />
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
          <AddQuestion {...props} />
          <Keys t={shell.t} />
        </div>
        <InterviewAside {...props} />
      </div>
      <NoteBar {...props} />
    </Shell>
  );
};
