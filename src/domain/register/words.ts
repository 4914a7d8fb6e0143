import { foldName } from '../names.ts';

/** The words the register is kept in; the database holds the same. */
export const KINDS = ['individual', 'group', 'follow-up', 'debrief'] as const;
export const MODES = ['in person', 'video', 'phone', 'written'] as const;
export const STATUSES = ['planned', 'done', 'transcribed', 'coded', 'cancelled'] as const;
export const CONSENTS = ['given', 'given with conditions', 'not recorded', 'withdrawn'] as const;

export type Kind = (typeof KINDS)[number];
export type Mode = (typeof MODES)[number] | '';
export type Status = (typeof STATUSES)[number];
export type Consent = (typeof CONSENTS)[number];

/** What people also write, each meaning one of our words and no other. */
const ALSO: Readonly<Record<string, string>> = {
  followup: 'follow-up',
  'face to face': 'in person',
  telephone: 'phone',
  online: 'video',
  email: 'written',
  canceled: 'cancelled',
};

const plain = (word: string): string => foldName(word).replaceAll(/[-_ ]+/g, ' ');

/** The word of the list that the text means, whatever its case and hyphens; null when it means none. */
export function readWord<W extends string>(words: readonly W[], text: string): W | null {
  const meant = plain(ALSO[plain(text)] ?? text);
  return words.find((word) => plain(word) === meant) ?? null;
}
