/**
 * Full-text search behind five functions, so that another engine can take SQLite's place: what is compared is decided by
 * `src/domain/search`, and only this folder speaks FTS5.
 */
export { countMatches, find } from './find.ts';
export { forgetRemoved, rebuildIndex, refresh } from './refresh.ts';
export type { Match, Part, Scope, Totals } from './types.ts';
