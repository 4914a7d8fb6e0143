import { tidyName } from '../names.ts';

/** The parts of a `;` list, tidied; an empty cell has none. Empty parts stay: a list may be one value per respondent. */
export function splitList(text: string): string[] {
  return text.trim() === '' ? [] : text.split(';').map(tidyName);
}

/** Interviewers are also written `MS & VvdV`; nobody's name has an ampersand in it. */
export function splitInterviewers(text: string): string[] {
  return [...new Set(text.split(/[;&]/).map(tidyName))].filter((name) => name !== '');
}

/** What one entry of the `respondents` column says. */
export interface Mention {
  /** As written, tidied. */
  text: string;
  /** A reference or a name; '' when only a head count was written. */
  who: string;
  /** From `(6 people)`; null when nothing was said. */
  headCount: number | null;
  /** `(2nd)` or `(second interview)`: they were interviewed before. */
  isRepeat: boolean;
  /** Somebody new, whoever has the same name. */
  isOther?: boolean;
}

const PEOPLE =
  /\(\s*(\d{1,4})\s*(?:people|persons?|participants?|members?|personnes?|personas?)\s*\)/iu;
const REPEAT =
  /\(\s*(?:(?:2nd|3rd|\d?\dth|second|third|fourth)(?:\s+interview)?|follow[- ]?up|2e|2ème|segunda)\s*\)/iu;

export function readMention(text: string): Mention {
  const count = Number(PEOPLE.exec(text)?.[1] ?? 0);
  return {
    text: tidyName(text),
    who: tidyName(text.replace(PEOPLE, ' ').replace(REPEAT, ' ')),
    headCount: count > 0 ? count : null,
    isRepeat: REPEAT.test(text),
  };
}

/** Whole people, 1 to 9999; null for anything else. */
export function readHeadCount(text: string): number | null {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return count > 0 ? count : null;
}

/** `R-07`, as this program gives them out; other references are known only once someone has them. */
export function isReference(text: string): boolean {
  return /^R-\d+$/i.test(text);
}
