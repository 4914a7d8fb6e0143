import type { CellState } from '../../src/domain/framework/grid.ts';
import { NoteConflict, type Theirs } from '../guide/NoteConflict.tsx';
import { NoteToken, SavedLine } from '../guide/NoteBox.tsx';
import type { Messages } from '../messages/index.ts';
import { Button, Notice, TextArea } from '../ui/index.ts';
import { StateBadge } from './StateBadge.tsx';

/** The id of the one note of the page, as `src/client/note-section.ts` knows notes that have no question. */
export const ID = 'free';

export interface Written {
  body: string;
  /** What saving must name, so that nothing newer is overwritten. */
  token: string;
  savedAt: string | null;
  savedBy: string | null;
  conflict?: Theirs | undefined;
  error?: string | undefined;
}

/** How the cell stands; a save puts the new state in its place. */
export const CellBadge = ({
  t,
  state,
  isAnswer = false,
}: {
  t: Messages;
  state: CellState;
  isAnswer?: boolean;
}) => (
  <span id="cell-state" hx-swap-oob={isAnswer ? 'true' : undefined}>
    <StateBadge t={t} state={state} />
  </span>
);

/**
 * A summary that saves itself while one types, as notes do, and without script is a form. `src/client/notes.ts` keeps what
 * is not acknowledged yet, under `storageKey`.
 */
export const SummaryBox = (props: {
  t: Messages;
  written: Written;
  state: CellState;
  action: string;
  storageKey: string;
  /** The reader's own name. */
  me: string;
  hasNext: boolean;
}) => {
  const { t, written, state, action } = props;
  const words = t.framework.cell;
  return (
    <form
      id="notes"
      class="framework-form"
      method="post"
      action={action}
      data-notes
      autocomplete="off"
    >
      <p
        class="connection"
        id="connection"
        role="status"
        data-words={JSON.stringify(t.interviews.browser)}
        hidden
      />
      {written.error !== undefined && (
        <div role="alert">
          <Notice>{written.error}</Notice>
        </div>
      )}
      <section
        class="note"
        aria-labelledby="summary-title"
        data-note={ID}
        data-key={props.storageKey}
        hx-post={action}
        hx-trigger="change, send-note"
        hx-target={`#note-state-${ID}`}
        hx-swap="innerHTML"
        hx-sync="this:queue last"
      >
        <h2 id="summary-title">
          {words.summary} <CellBadge t={t} state={state} />
        </h2>
        <TextArea
          name={`notes-${ID}`}
          label={words.summary}
          hideLabel
          hint={words.hint}
          serif
          rows={10}
          value={written.body}
        />
        <NoteToken id={ID} token={written.token} />
        <div class="note-state" id={`note-state-${ID}`}>
          <SummaryState {...props} />
        </div>
      </section>
      {state === 'newer' && (
        <div class="framework-holds">
          <p class="soft">{words.holdsHint}</p>
          <Button name="holds" value="1">
            {words.holds}
          </Button>
        </div>
      )}
      <div class="framework-save">
        <span class="note-kept needs-script" id="note-kept" />
        <span class="actions row-end">
          {props.hasNext && (
            <Button name="then" value="next">
              {words.saveNext}
            </Button>
          )}
          <Button kind="primary">{words.save}</Button>
        </span>
      </div>
    </form>
  );
};

const SummaryState = ({ t, written, me }: { t: Messages; written: Written; me: string }) => {
  if (written.conflict !== undefined)
    return (
      <NoteConflict
        t={t}
        id={ID}
        title={t.framework.cell.conflict}
        theirs={written.conflict}
        yours={{ state: null, notes: written.body }}
      />
    );
  return written.savedBy !== null && written.savedBy !== me ? (
    <SavedLine t={t} at={written.savedAt} by={written.savedBy} />
  ) : null;
};

/** The answer to a summary that saved itself: its new token, when it was saved and how the cell stands; or both versions. */
export const SummarySaved = ({
  t,
  written,
  state,
  at,
}: {
  t: Messages;
  written: Written;
  state: CellState;
  /** Now, ISO 8601. */
  at: string;
}) =>
  written.conflict === undefined ? (
    <>
      <NoteToken id={ID} token={written.token} isAnswer />
      <SavedLine t={t} at={at} by={null} />
      <CellBadge t={t} state={state} isAnswer />
    </>
  ) : (
    <SummaryState t={t} written={written} me="" />
  );
