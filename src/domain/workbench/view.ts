/** What of a text's structure a reader may hide: who speaks, the interviewer's questions, time stamps. */
export const HIDEABLE = ['speakers', 'questions', 'times'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** @param names as an address or a cookie has them; others are left out */
export const readHidden = (names: readonly string[]): Hideable[] =>
  HIDEABLE.filter((part) => names.includes(part));
