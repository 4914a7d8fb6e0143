import type { Typed } from '../http/index.ts';
import { DomainError } from '../domain/errors.ts';
import type { SpeakersSaid } from './structure.ts';
import {
  readTurnQuestion,
  readTurnWho,
  type TurnQuestion,
  type TurnSaid,
  type TurnWho,
} from './turns.ts';
import { readWho, type Who } from './who.ts';

/**
 * The form that says who speaks. `speaker-12` says who, `seen-12` what the page showed; `label-0` and `label-0-who` a
 * label that was not taken for a speaker; `everywhere` that it holds in other sources too.
 * @throws Invalid `structure.badWho`
 */
export function speakersForm(typed: Typed): SpeakersSaid {
  const who = new Map<number, Who>();
  const seen = new Map<number, Who>();
  const added = new Map<string, Who>();
  for (const [field, value] of Object.entries(typed)) {
    if (typeof value !== 'string') continue;
    const [, what, id] = /^(speaker|seen)-(\d{1,15})$/u.exec(field) ?? [];
    if (what !== undefined) (what === 'speaker' ? who : seen).set(Number(id), readWho(value));
    const said = typed[`${field}-who`];
    if (/^label-\d+$/u.test(field) && typeof said === 'string') added.set(value, readWho(said));
  }
  // Only what was changed on the page is asked for, so that what others said meanwhile about other labels stays.
  for (const [id, was] of seen)
    if (JSON.stringify(was) === JSON.stringify(who.get(id))) {
      who.delete(id);
      seen.delete(id);
    }
  return { who, seen, added, everywhere: typed['everywhere'] === 'yes' };
}

/** `question-120` says which question begins at that place, `seen-120` what the page showed; unchanged ones are left out. */
export function questionsForm(typed: Typed): Map<number, TurnSaid> {
  const turns = new Map<number, TurnSaid>();
  for (const [field, value] of Object.entries(typed)) {
    const start = /^question-(\d{1,12})$/u.exec(field)?.[1];
    if (start === undefined || typeof value !== 'string' || typed[`seen-${start}`] === value)
      continue;
    turns.set(Number(start), { question: readTurnQuestion(value) });
  }
  return turns;
}

export interface TurnForm {
  at: number;
  who: TurnWho | undefined;
  question: TurnQuestion | undefined;
}

/** One turn's form; a choice that is as the page showed it is none. @throws Invalid `structure.badWho`, `structure.badQuestion` */
export function turnForm(typed: Typed): TurnForm {
  const { at, who, question, seen_who, seen_question } = typed;
  return {
    at: typeof at === 'string' && /^\d{1,12}$/u.test(at) ? Number(at) : -1,
    who: typeof who === 'string' && who !== seen_who ? readTurnWho(who) : undefined,
    question:
      typeof question === 'string' && question !== seen_question
        ? readTurnQuestion(question)
        : undefined,
  };
}

export const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.field !== null;
