import type { Messages } from '../messages/index.ts';
import type { Content } from '../ui/index.ts';
import { RadioGroup, TextArea } from '../ui/index.ts';
import { NoteConflict, type State, type Theirs } from './NoteConflict.tsx';

export interface Note {
  /** The question's id, or `free` for notes that belong to no question. */
  id: string;
  state: State;
  notes: string;
  /** What saving must name, so that nothing newer is overwritten. */
  token: string | number;
  savedAt: string | null;
  savedBy: string | null;
  conflict?: Theirs | undefined;
}

/** The token of a note, in the form and in the answer to a save, which puts a newer one in its place. */
export const NoteToken = ({
  id,
  token,
  isAnswer = false,
}: {
  id: string;
  token: string | number;
  isAnswer?: boolean;
}) => (
  <input
    type="hidden"
    id={`revision-${id}`}
    name={`revision-${id}`}
    value={String(token)}
    hx-swap-oob={isAnswer ? 'true' : undefined}
  />
);

/** `saved 10:41` after a save of one's own; on a page just opened, who saved it, when it was someone else. */
export const SavedLine = ({ t, at, by }: { t: Messages; at: string | null; by: string | null }) => {
  if (at === null) return null;
  if (by === null) return <>{t.guide.notes.saved(new Date(at).toTimeString().slice(0, 5))}</>;
  return (
    <>
      {t.guide.notes.savedBy(by)}{' '}
      <time datetime={at} data-when>
        {at.slice(0, 16).replace('T', ' ')}
      </time>
    </>
  );
};

const STATES = ['asked', 'not asked', 'not reached', 'declined'] as const;

/**
 * One note that saves itself while one types, and without script is part of the form around it.
 * `src/client/notes.ts` keeps what is not acknowledged yet, under `storageKey`.
 */
export const NoteBox = (props: {
  t: Messages;
  note: Note;
  action: string;
  storageKey: string;
  /** What screen readers hear before the field: the question's number. */
  number: string;
  heading: Content;
  labelId: string;
  /** The reader's own name. */
  me: string;
}) => {
  const { t, note, action, number } = props;
  const { id } = note;
  const n = t.guide.notes;
  const isFree = id === 'free';
  return (
    <section
      class="note"
      id={`question-${id}`}
      aria-labelledby={props.labelId}
      data-note={id}
      data-key={props.storageKey}
      hx-post={action}
      hx-trigger="change, send-note"
      hx-target={`#note-state-${id}`}
      hx-swap="innerHTML"
      hx-sync="this:queue last"
    >
      {props.heading}
      {!isFree && (
        <RadioGroup
          name={`state-${id}`}
          label={n.state(number)}
          hideLabel
          value={note.state ?? undefined}
          options={STATES.map((state) => ({
            value: state,
            label: t.guide.states[state],
            tone: state === 'asked' ? ('accent' as const) : ('soft' as const),
          }))}
        />
      )}
      <TextArea
        name={`notes-${id}`}
        label={isFree ? t.interviews.notes.free : n.notes(number)}
        hideLabel
        serif
        rows={isFree ? 4 : 2}
        placeholder={n.placeholder}
        value={note.notes}
      />
      <NoteToken id={id} token={note.token} />
      <div
        class="note-preview"
        data-preview={`${action}/${id}`}
        role="region"
        aria-label={n.previewOf(number)}
        hidden
      >
        <div class="prose" data-preview-body>
          <p class="soft">{n.previewWaits}</p>
        </div>
      </div>
      <div class="note-state" id={`note-state-${id}`}>
        {note.conflict === undefined ? (
          note.savedBy !== null &&
          note.savedBy !== props.me && <SavedLine t={t} at={note.savedAt} by={note.savedBy} />
        ) : (
          <NoteConflict t={t} id={id} theirs={note.conflict} yours={note} />
        )}
      </div>
    </section>
  );
};
