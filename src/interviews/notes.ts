import type { Ctx } from '../deps.ts';
import { fingerprint } from '../domain/guide/index.ts';
import { writeAnswers, type AnswerInput, type AnswersSaved } from '../guide/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { interviewOf } from './commands.ts';

/** The notes that belong to no question. */
export interface FreeNotesInput {
  notes: string;
  /** `fingerprint` of the notes that the person had before them. */
  seen: string;
  /** Fingerprints of what was sent earlier without an answer coming back. */
  sentBefore?: readonly string[];
}

export interface NotesInput {
  answers: readonly AnswerInput[];
  free?: FreeNotesInput | undefined;
  /** The interview is over: it counts as done, unless something conflicts. */
  isDone?: boolean | undefined;
}

/** What stands after saving; where someone else saved since, nothing of theirs was overwritten. */
export interface NotesSaved extends AnswersSaved {
  /** null when the free notes were not among what was sent. */
  free: { notes: string; isConflict: boolean } | null;
}

/**
 * Saves what one person noted in one interview, as one change; what conflicts stays out and comes back, the rest is saved.
 * Sending the same again changes nothing, so a request needs no key; and with one, it would be told that all is well when
 * somebody else has written since.
 * @throws NotFound `interviews.noSuchInterview`
 */
export async function saveNotes(
  ctx: Ctx,
  interviewId: number,
  input: NotesInput,
): Promise<Done<NotesSaved>> {
  return change(
    { ...ctx, request: undefined },
    { kind: 'notes.saved', entity: 'interview' },
    async (w) => {
      const { reference, notes } = await interviewOf(w.trx, ctx, interviewId);
      const { numbers, ...answers } = await writeAnswers(w, ctx, interviewId, input.answers);
      const free = input.free ? await writeFree(w, interviewId, notes, input.free) : null;
      const isConflict = answers.conflicts.length > 0 || free?.isConflict === true;
      const isDone = input.isDone === true && !isConflict;
      if (isDone) await w.update('interview', interviewId, { status: 'done' });
      const detail = { reference, numbers: numbers.join(', ') };
      // What ends an interview is another step than what was typed before.
      w.about(interviewId, isDone ? { ...detail, done: 1 } : detail);
      return { ...answers, free };
    },
  );
}

async function writeFree(
  w: ChangeWriter,
  id: number,
  current: string,
  input: FreeNotesInput,
): Promise<NotesSaved['free']> {
  const notes = input.notes.replaceAll(/\r\n?/g, '\n');
  const stands = fingerprint(current);
  const isStale =
    input.seen !== stands && notes !== current && input.sentBefore?.includes(stands) !== true;
  if (isStale) return { notes: current, isConflict: true };
  await w.update('interview', id, { notes });
  return { notes, isConflict: false };
}
