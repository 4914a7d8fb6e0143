import type { Messages } from '../messages/index.ts';
import { Button } from '../ui/index.ts';

export type State = 'asked' | 'not asked' | 'not reached' | 'declined' | null;

export interface Version {
  state: State;
  notes: string;
}

/** What someone else saved meanwhile: `token` is what saving over it must name. */
export interface Theirs extends Version {
  token: string | number;
  by: string | null;
}

const Side = ({
  t,
  title,
  version,
  isFree,
}: {
  t: Messages;
  title: string;
  version: Version;
  isFree: boolean;
}) => (
  <div class="note-version">
    <h3>{title}</h3>
    {!isFree && (
      <p class="note-prompt">
        {version.state === null ? t.guide.notes.noState : t.guide.states[version.state]}
      </p>
    )}
    <p class="verbatim">{version.notes === '' ? t.guide.notes.noNotes : version.notes}</p>
  </div>
);

/** Two versions of one note beside each other, and what can be done about it; works without script as part of the form. */
export const NoteConflict = ({
  t,
  id,
  title,
  theirs,
  yours,
}: {
  t: Messages;
  /** The question's id, or `free`. */
  id: string;
  /** What happened, where it is no answer that was saved. */
  title?: string;
  theirs: Theirs;
  yours: Version;
}) => {
  const n = t.guide.notes;
  const isFree = id === 'free';
  return (
    <div
      class="note-conflict"
      role="alert"
      data-theirs-state={theirs.state ?? ''}
      data-theirs-notes={theirs.notes}
      data-token={theirs.token}
    >
      <p>
        <strong>{title ?? n.conflictTitle}.</strong> {n.conflict}
      </p>
      <div class="note-versions">
        <Side
          {...{ t, isFree }}
          title={theirs.by === null ? n.savedVersion : n.theirs(theirs.by)}
          version={theirs}
        />
        <Side {...{ t, isFree }} title={n.yours} version={yours} />
      </div>
      <input type="hidden" name={`token-${id}`} value={String(theirs.token)} />
      <div class="actions">
        <Button size="small" name={`resolve-${id}`} value="both">
          {n.keepBoth}
        </Button>
        <Button size="small" name={`resolve-${id}`} value="mine">
          {n.keepMine}
        </Button>
        <Button size="small" name={`resolve-${id}`} value="theirs">
          {n.takeTheirs}
        </Button>
      </div>
    </div>
  );
};
