import type { Db, Trx } from '../../db/schema.ts';
import { foldName } from '../domain/names.ts';
import { redactedPlaces, type Redaction } from '../domain/text/redaction.ts';
import { removedRows, type ChangeWriter } from '../history/index.ts';

/** Letters of a part of a name that gives somebody away; shorter ones are small words. */
const TELLING = 3;

/** Accents aside, since a search finds words without them. */
export const folded = (text: string): string =>
  foldName(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC');

/** The words whole, and each part of them that may be a name: a capital letter, three letters and more. */
export function tellingParts(redactions: readonly Redaction[]): Redaction[] {
  const parts = redactions.flatMap(({ words }) => [
    words,
    ...words
      .split(/[\s,]+/u)
      .filter((part) => /^\p{Lu}/u.test(part) && [...part].length >= TELLING),
  ]);
  return parts.map((words) => ({ words: folded(words), replacement: '' }));
}

/** What people keep by its question: searches, queries for passages, and views of a table, which may be limited to a place called after someone. */
const KEPT = ['saved_search', 'saved_view', 'saved_query'] as const;

interface Asking {
  table: (typeof KEPT)[number];
  id: number;
  name: string;
}

/** Saved searches and kept views of the project whose name or question holds one of the words, in any case. */
export async function searchesFor(
  db: Db | Trx,
  projectId: number,
  redactions: readonly Redaction[],
): Promise<Asking[]> {
  const telling = tellingParts(redactions);
  const asking: Asking[] = [];
  for (const table of KEPT) {
    const saved = await db
      .selectFrom(table)
      .select(['id', 'name', 'query'])
      .where('project_id', '=', projectId)
      .orderBy('name')
      .orderBy('id')
      .execute();
    for (const { id, name, query } of saved) {
      const asked = [name, ...new URLSearchParams(query).values()];
      if (asked.some((one) => redactedPlaces(folded(one), telling, true).length > 0))
        asking.push({ table, id, name });
    }
  }
  return asking;
}

/**
 * Takes these saved searches and kept views away for good; and every one that was removed before, since the record has
 * only the hash of what it asked for.
 * @returns how many there were
 */
export async function redactSearches(
  w: ChangeWriter,
  projectId: number,
  redactions: readonly Redaction[],
): Promise<number> {
  const going = await searchesFor(w.trx, projectId, redactions);
  for (const { table, id } of going) await w.erase(table, id);
  for (const { table, id } of await removedRows(w.trx, projectId)) {
    const kept = KEPT.find((one) => one === table);
    if (kept) w.erasing.row(kept, id);
  }
  return going.length;
}
