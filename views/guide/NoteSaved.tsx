import { AskedCount } from '../interviews/InterviewHead.tsx';
import type { Messages } from '../messages/index.ts';
import { NoteConflict } from './NoteConflict.tsx';
import { NoteToken, SavedLine, type Note } from './NoteBox.tsx';

/** What comes back when a note saved itself: the token for the next save and when it was saved, or both versions. */
export const NoteSaved = ({
  t,
  notes,
  asked,
  questions,
  at,
}: {
  t: Messages;
  notes: readonly Note[];
  asked: number;
  questions: number;
  /** Now, ISO 8601. */
  at: string;
}) => (
  <>
    {notes.map((note) =>
      note.conflict === undefined ? (
        <>
          <NoteToken id={note.id} token={note.token} isAnswer />
          <SavedLine t={t} at={note.savedAt ?? at} by={null} />
        </>
      ) : (
        <NoteConflict t={t} id={note.id} theirs={note.conflict} yours={note} />
      ),
    )}
    {questions > 0 && <AskedCount t={t} asked={asked} of={questions} isAnswer />}
  </>
);
