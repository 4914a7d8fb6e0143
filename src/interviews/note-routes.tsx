import { Hono } from 'hono';
import { NotePreview } from '../../views/guide/NotePreview.tsx';
import { NoteSaved } from '../../views/guide/NoteSaved.tsx';
import { SheetPage } from '../../views/guide/SheetPage.tsx';
import { NotesSource } from '../../views/interviews/InterviewAside.tsx';
import { AskedCount, dateOf } from '../../views/interviews/InterviewHead.tsx';
import { NoteQuestion, NotesPage, type AskedQuestion } from '../../views/interviews/NotesPage.tsx';
import { ReadPage } from '../../views/interviews/ReadPage.tsx';
import { Invalid, NotFound } from '../domain/errors.ts';
import { addQuestionIn } from '../guide/index.ts';
import { sha256 } from '../history/index.ts';
import {
  flashDone,
  fragment,
  page,
  parseForm,
  renderMarkdown,
  shellProps,
  typedForm,
  wantsFragment,
  type C,
  type Env,
} from '../http/index.ts';
import { notesNow, sourceFromNotes } from '../sources/index.ts';
import { notesInput, spontaneousForm, typedNotes } from './note-form.ts';
import { notesOf, withConflicts, type NotesShown } from './notes-shown.ts';
import { saveNotes } from './notes.ts';
import { interviewShown } from './shown.ts';

export const notePages = new Hono<Env>();

const ONE = '/projects/:projectId/interviews/:interviewId{[0-9]+}';
const base = (c: C): string => `/projects/${c.get('project').id}`;
const idOf = (c: C): number => Number(c.req.param('interviewId'));
notePages.get(ONE, async (c) => notesPage(c, notesOf(await interviewShown(c.get('ctx'), idOf(c)))));

notePages.get(`${ONE}/read`, async (c) => {
  const { all, ...shown } = await interviewShown(c.get('ctx'), idOf(c));
  const answers = all
    .filter(({ answer }) => answer.notes !== '' || answer.state !== null)
    .map(({ question, answer }) => ({
      number: question.number,
      text: question.text,
      state: answer.state,
      html: renderMarkdown(answer.notes),
    }));
  return page(
    c,
    <ReadPage
      shell={await shellProps(c)}
      base={base(c)}
      freeHtml={renderMarkdown(shown.interview.notes)}
      notesSource={await notesSource(c)}
      {...{ ...shown, answers }}
    />,
  );
});

notePages.get(`${ONE}/sheet`, async (c) => {
  const { interview, questions } = await interviewShown(c.get('ctx'), idOf(c));
  return page(
    c,
    <SheetPage
      shell={await shellProps(c)}
      base={base(c)}
      interview={{
        id: interview.id,
        reference: interview.reference,
        date: dateOf(c.get('t'), interview),
        place: interview.location,
        respondents: interview.respondents.map(({ reference }) => reference).join(', '),
        interviewers: interview.interviewers.map(({ name }) => name).join(', '),
      }}
      questions={questions.map(({ question, condition }) => ({ ...question, condition }))}
    />,
  );
});

notePages.get(`${ONE}/notes/free`, async (c) => {
  const { interview } = await interviewShown(c.get('ctx'), idOf(c));
  return preview(c, interview.notes);
});

notePages.get(`${ONE}/notes/:questionId{[0-9]+}`, async (c) => {
  const { all } = await interviewShown(c.get('ctx'), idOf(c));
  const one = all.find(({ question }) => question.id === Number(c.req.param('questionId')));
  if (!one) throw new NotFound('guide.noSuchQuestion');
  return preview(c, one.answer.notes);
});

/** A note as it was saved, to be read; its own address shows all of them. */
async function preview(c: C, notes: string): Promise<Response> {
  if (!wantsFragment(c)) return c.redirect(`${base(c)}/interviews/${idOf(c)}/read`, 302);
  return fragment(c, <NotePreview t={c.get('t')} html={renderMarkdown(notes)} />);
}

notePages.post(`${ONE}/questions`, async (c) => {
  const ctx = c.get('ctx');
  const form = await parseForm(c, spontaneousForm);
  if (!form.ok) throw new Invalid('guide.long', {}, 'text');
  const done = await addQuestionIn(ctx, idOf(c), form.value.text);
  const { questions } = notesOf(await interviewShown(ctx, idOf(c)));
  const question = questions.find(({ note }) => note.id === String(done.value));
  if (wantsFragment(c) && question) return newQuestion(c, question, questions);
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/interviews/${idOf(c)}#question-${done.value}`, 303);
});

notePages.post(`${ONE}/source`, async (c) => {
  const { free, sourceName } = c.get('t').interviews.notes;
  const done = await sourceFromNotes(c.get('ctx'), idOf(c), { free, source: sourceName });
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/sources/${done.value.id}`, 303);
});

/** Whether the notes of an interview are a source. */
async function notesSource(c: C): Promise<'none' | 'current' | 'older' | undefined> {
  const { db, projectId } = c.get('ctx');
  const { text, made } = await notesNow(db, projectId, idOf(c), c.get('t').interviews.notes.free);
  if (text === '') return undefined;
  if (made === null) return 'none';
  return made.text_sha256 === sha256(text) ? 'current' : 'older';
}

/** The question as it stands on the page, and how many there are now. */
async function newQuestion(c: C, question: AskedQuestion, all: readonly AskedQuestion[]) {
  const { interview, asked } = await interviewShown(c.get('ctx'), idOf(c));
  const shell = { t: c.get('t'), user: c.get('user') };
  const level = all.some(({ section }) => section !== '') ? 3 : 2;
  return fragment(
    c,
    <>
      <NoteQuestion {...{ shell, interview, question, level }} base={base(c)} />
      <AskedCount t={c.get('t')} asked={asked} of={all.length} isAnswer />
    </>,
  );
}

notePages.post(`${ONE}/notes`, async (c) => {
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const sent = typedNotes(typed);
  const isChosen = sent.some(({ choice }) => choice !== null);
  const standing = isChosen ? await notesStanding(c) : new Map<string, string>();
  const done = await saveNotes(ctx, idOf(c), {
    ...notesInput(sent, standing),
    isDone: typed['then'] === 'done',
  });
  const hasConflict = done.value.conflicts.length > 0 || done.value.free?.isConflict === true;
  const after = notesOf(await interviewShown(ctx, idOf(c)));
  const shown = hasConflict ? withConflicts(after, sent, done.value) : after;
  if (wantsFragment(c)) return savedNotes(c, shown, new Set(sent.map(({ id }) => id)), hasConflict);
  if (hasConflict) return notesPage(c, shown, c.get('t').errorSentence('history.stale', {}), 409);
  flashDone(c, done.changeId);
  const [one] = sent.filter(({ choice }) => choice !== null);
  return c.redirect(`${base(c)}/interviews/${idOf(c)}${one ? `#question-${one.id}` : ''}`, 303);
});

/** The notes as they stand, by question or `free`: what a choice between two versions is made with. */
async function notesStanding(c: C): Promise<Map<string, string>> {
  const { interview, all } = await interviewShown(c.get('ctx'), idOf(c));
  return new Map([
    ['free', interview.notes],
    ...all.map(({ answer }): [string, string] => [String(answer.questionId), answer.notes]),
  ]);
}

/** The answer to a note that saved itself: its new token, or both versions. */
async function savedNotes(c: C, shown: NotesShown, ids: ReadonlySet<string>, hasConflict: boolean) {
  const notes = [...shown.questions.map(({ note }) => note), shown.free].filter(({ id }) =>
    ids.has(id),
  );
  return fragment(
    c,
    <>
      <NoteSaved
        t={c.get('t')}
        notes={notes}
        asked={shown.asked}
        questions={shown.questions.length}
        at={c.get('ctx').now()}
      />
      <NotesSource
        t={c.get('t')}
        action={`${base(c)}/interviews/${idOf(c)}/source`}
        stands={await notesSource(c)}
        isAnswer
      />
    </>,
    hasConflict ? 409 : 200,
  );
}

async function notesPage(c: C, shown: NotesShown, error?: string, status: 200 | 409 = 200) {
  return page(
    c,
    <NotesPage
      shell={await shellProps(c)}
      base={base(c)}
      error={error}
      notesSource={await notesSource(c)}
      {...shown}
    />,
    status,
  );
}
