import type { Db, Trx } from '../../db/schema.ts';
import type { Source } from '../sources/index.ts';

/** Code units kept per database: six 1 MB transcripts. */
const MOST = 6_000_000;

/** Texts by their SHA-256, oldest use first. What a hash names never changes, so nothing here goes stale. */
type Kept = Map<string, string>;

const keptFor = new WeakMap<object, Kept>();

/**
 * The current text of a source. A coder works in one text for an hour, and reading 1 MB from the database for each
 * passage costs several times all the rest of applying a code; so the last few texts are kept.
 * @param root what the texts are kept for: the database handle, not a transaction
 */
export async function textOf(
  root: Db,
  db: Db | Trx,
  source: Pick<Source, 'id' | 'version' | 'textSha256'>,
): Promise<string> {
  const kept = keptFor.get(root) ?? new Map<string, string>();
  keptFor.set(root, kept);
  const known = kept.get(source.textSha256);
  if (known !== undefined) {
    kept.delete(source.textSha256);
    kept.set(source.textSha256, known);
    return known;
  }
  const { text } = await db
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', source.id)
    .where('version', '=', source.version)
    .executeTakeFirstOrThrow();
  kept.set(source.textSha256, text);
  let size = [...kept.values()].reduce((sum, each) => sum + each.length, 0);
  for (const [sha256, each] of kept) {
    if (size <= MOST || kept.size === 1) break;
    kept.delete(sha256);
    size -= each.length;
  }
  return text;
}
