import { foldName } from '../domain/names.ts';
import { removedRows, type ChangeWriter } from '../history/index.ts';

/** Letters of a part of a name that gives somebody away; shorter ones are small words. */
const TELLING = 3;

const wordsOf = (text: string): string[] => foldName(text).match(/[\p{L}\p{M}]+/gu) ?? [];

/**
 * Takes saved searches that ask for one of these words, or for a part of a name among them, away for good; and every one
 * that was removed before, since the record has only the hash of what it asked for.
 */
export async function eraseSearches(
  w: ChangeWriter,
  projectId: number,
  words: readonly string[],
): Promise<void> {
  const telling = new Set(words.flatMap(wordsOf).filter((word) => [...word].length >= TELLING));
  const saved = await w.trx
    .selectFrom('saved_search')
    .select(['id', 'name', 'query'])
    .where('project_id', '=', projectId)
    .execute();
  for (const { id, name, query } of saved) {
    const asked = [name, ...new URLSearchParams(query).values()];
    if (asked.flatMap(wordsOf).some((word) => telling.has(word))) await w.erase('saved_search', id);
  }
  for (const { table, id } of await removedRows(w.trx, projectId))
    if (table === 'saved_search') w.erasing.row('saved_search', id);
}
