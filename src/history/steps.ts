import type { ChangeEntry } from './queries.ts';

/**
 * What one types is saved as one goes, so that nothing is lost, and each save is a change of its own in the record. For
 * people that is one step: shown as one, undone as one. The record itself stays as it was written.
 */
const TYPED: readonly string[] = ['notes.saved', 'summary.saved'];

/** The longest step, from its first save to its last, in milliseconds: undoing takes back minutes, never an hour. */
const LONGEST_MS = 300_000;

/** A change as far as it says whether it goes on with the one before. */
export interface Saved {
  at: string;
  kind: string;
  entityId: number | null;
  /** JSON: the same words stand for the same answer. */
  about: string;
  /** An undoing is a step of its own, however many saves it takes back. */
  undoDepth: number;
  isReversed: boolean;
}

/** Whether a change belongs to the same step as a later one of the same person, with none of theirs in between. */
export function isSameStep(newest: Saved, older: Saved): boolean {
  return (
    TYPED.includes(newest.kind) &&
    older.kind === newest.kind &&
    older.entityId === newest.entityId &&
    older.about === newest.about &&
    older.undoDepth === 0 &&
    newest.undoDepth === 0 &&
    older.isReversed === newest.isReversed &&
    Date.parse(newest.at) - Date.parse(older.at) <= LONGEST_MS
  );
}

/** One line of the activity: the newest change of a step, and how many changes it is. */
export interface Step extends ChangeEntry {
  saves: number;
}

/** Changes, newest first, put together into steps; each stands where its newest change does. */
export function stepsOf(entries: readonly ChangeEntry[]): Step[] {
  const steps: Step[] = [];
  const lastOf = new Map<string, Step>();
  for (const entry of entries) {
    const open = lastOf.get(entry.actor);
    if (open && isSameStep(asSaved(open), asSaved(entry))) open.saves += 1;
    else {
      const step = { ...entry, saves: 1 };
      steps.push(step);
      lastOf.set(entry.actor, step);
    }
  }
  return steps;
}

const asSaved = ({ detail, ...entry }: ChangeEntry): Saved => ({
  ...entry,
  about: JSON.stringify(detail),
});
