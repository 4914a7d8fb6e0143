import type { Note } from '../../views/guide/NoteBox.tsx';
import type { Theirs } from '../../views/guide/NoteConflict.tsx';
import type { AskedQuestion } from '../../views/interviews/NotesPage.tsx';
import { freeToken, type typedNotes } from './note-form.ts';
import type { NotesSaved } from './notes.ts';
import type { interviewShown } from './shown.ts';

type Shown = Awaited<ReturnType<typeof interviewShown>>;

/** An interview as the page for its notes shows it. */
export interface NotesShown extends Omit<Shown, 'questions' | 'all'> {
  questions: AskedQuestion[];
  free: Note;
}

/** The interview with its notes as they stand. */
export function notesOf({ all, ...shown }: Shown): NotesShown {
  const questions = all.map(({ question, answer, condition, isForOthers }) => ({
    number: question.number,
    section: question.section,
    text: question.text,
    prompts: question.prompts,
    guid: question.guid,
    condition,
    isForOthers,
    note: {
      id: String(question.id),
      state: answer.state,
      notes: answer.notes,
      token: answer.revision,
      savedAt: answer.updatedAt,
      savedBy: answer.updatedBy,
    },
  }));
  const { notes } = shown.interview;
  const free = {
    id: 'free',
    state: null,
    notes,
    token: freeToken(notes),
    savedAt: null,
    savedBy: null,
  };
  return { ...shown, questions, free };
}

/** The page as the person has it: what they typed in the fields, what someone else saved beside it. */
export function withConflicts(
  shown: NotesShown,
  sent: ReturnType<typeof typedNotes>,
  saved: NotesSaved,
): NotesShown {
  const mine = new Map(sent.map((note) => [note.id, note]));
  const beside = (note: Note, isConflict: boolean): Note => {
    const typed = mine.get(note.id);
    if (!isConflict || !typed) return note;
    const theirs: Theirs = {
      state: note.state,
      notes: note.notes,
      token: note.token,
      by: note.savedBy,
    };
    const state = (['asked', 'not asked', 'not reached', 'declined'] as const).find(
      (s) => s === typed.state,
    );
    return {
      ...note,
      state: state ?? null,
      notes: typed.notes,
      token: typed.token,
      conflict: theirs,
    };
  };
  const lost = new Set(saved.conflicts.map(({ questionId }) => String(questionId)));
  return {
    ...shown,
    questions: shown.questions.map((question) => ({
      ...question,
      note: beside(question.note, lost.has(question.note.id)),
    })),
    free: beside(shown.free, saved.free?.isConflict === true),
  };
}
