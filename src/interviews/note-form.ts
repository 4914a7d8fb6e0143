import { z } from 'zod';
import { Invalid } from '../domain/errors.ts';
import { ANSWER_STATES, fingerprint } from '../domain/guide/index.ts';
import type { AnswerInput } from '../guide/index.ts';
import type { Typed } from '../http/index.ts';
import type { NotesInput } from './notes.ts';

/** Most characters of one note; a longer text is a source. */
const MOST = 500_000;

/** A question that came up in the conversation. */
export const spontaneousForm = z.object({ text: z.string().max(20_000, 'guide.long').default('') });

/** What the person chose where someone else had saved meanwhile. */
type Choice = 'mine' | 'theirs' | 'both';

interface TypedNote {
  id: string;
  state: string;
  notes: string;
  token: string;
  /** What stood when both versions were shown. */
  shown: string;
  choice: Choice | null;
  sentBefore: string[];
}

const text = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** Each note the form sent: of a question by its id, or `free`. */
export function typedNotes(typed: Typed): TypedNote[] {
  return Object.keys(typed).flatMap((name) => {
    const id = /^revision-(\d+|free)$/.exec(name)?.[1];
    if (id === undefined) return [];
    const notes = text(typed, `notes-${id}`);
    if (notes.length > MOST) throw new Invalid('interviews.notesLong');
    const choice = text(typed, `resolve-${id}`);
    const note: TypedNote = {
      id,
      state: text(typed, `state-${id}`),
      notes,
      token: text(typed, name),
      shown: text(typed, `token-${id}`),
      choice: choice === 'mine' || choice === 'theirs' || choice === 'both' ? choice : null,
      sentBefore: text(typed, `sent-${id}`).split(' ').filter(Boolean),
    };
    return [note];
  });
}

/**
 * The notes as the command takes them. Where the person chose between two versions, the choice is carried out here.
 * @param standing the notes in the database, by question id or `free`
 * @throws Invalid `guide.unknownState`
 */
export function notesInput(
  notes: readonly TypedNote[],
  standing: ReadonlyMap<string, string>,
): NotesInput {
  const chosen = notes
    .filter((note) => note.choice !== 'theirs')
    .map((note) => resolved(note, standing));
  const free = chosen.find((note) => note.id === 'free');
  return {
    answers: chosen.filter((note) => note.id !== 'free').map(answer),
    free: free && { notes: free.notes, seen: free.token, sentBefore: free.sentBefore },
  };
}

function resolved(note: TypedNote, standing: ReadonlyMap<string, string>): TypedNote {
  if (note.choice === null) return note;
  const token = note.shown;
  if (note.choice === 'mine') return { ...note, token };
  return { ...note, token, notes: bothNotes(standing.get(note.id) ?? '', note.notes) };
}

/** Two versions one below the other; what stands first. */
export const bothNotes = (theirs: string, mine: string): string =>
  [theirs, mine].filter((part) => part.trim() !== '').join('\n\n');

function answer(note: TypedNote): AnswerInput {
  const state = ANSWER_STATES.find((one) => one === note.state) ?? null;
  if (state === null && note.state !== '') throw new Invalid('guide.unknownState');
  return {
    questionId: Number(note.id),
    state,
    notes: note.notes,
    revision: Number(note.token) || 0,
    sentBefore: note.sentBefore,
  };
}

export const freeToken = fingerprint;
