/**
 * Full-text search behind a few functions, so that another engine can take SQLite's place: what is compared is decided by
 * `src/domain/search`, and only this folder speaks FTS5.
 */
export { find, placesOf } from './find.ts';
export { forgetRemoved, rebuildIndex, refresh } from './refresh.ts';
export { codeTexts, respondentTexts } from './texts.ts';
export type { Match, Narrowing, Part, Place, Scope } from './types.ts';
