import { foldName } from '../domain/names.ts';
import { removedRows, type ChangeWriter } from '../history/index.ts';

/** Letters of a part of a name that gives somebody away; shorter ones are small words. */
const TELLING = 3;

const wordsOf = (text: string): string[] => foldName(text).match(/[\p{L}\p{M}]+/gu) ?? [];

/** Kept questions to the project: searches, queries for passages, and views of a table, limited to a place, say, that is called after a person. */
const KEPT = ['saved_search', 'saved_view', 'saved_query'] as const;

/**
 * Takes saved searches and kept views that ask for one of these words, or for a part of a name among them, away for good; and every one
 * that was removed before, since the record has only the hash of what it asked for.
 */
export async function eraseSearches(
  w: ChangeWriter,
  projectId: number,
  words: readonly string[],
): Promise<void> {
  const telling = new Set(words.flatMap(wordsOf).filter((word) => [...word].length >= TELLING));
  for (const table of KEPT) {
    const saved = await w.trx
      .selectFrom(table)
      .select(['id', 'name', 'query'])
      .where('project_id', '=', projectId)
      .execute();
    for (const { id, name, query } of saved) {
      const asked = [name, ...new URLSearchParams(query).values()];
      if (asked.flatMap(wordsOf).some((word) => telling.has(word))) await w.erase(table, id);
    }
  }
  for (const { table, id } of await removedRows(w.trx, projectId)) {
    const kept = KEPT.find((one) => one === table);
    if (kept) w.erasing.row(kept, id);
  }
}
