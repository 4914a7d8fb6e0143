import { carrier, placeAfter } from '../domain/text/carry.ts';
import { difference } from '../domain/text/difference.ts';
import { spanProblem, type Span } from '../domain/text/span.ts';
import { readText, type Reader } from './queries.ts';

/** Where a passage of an older version stands in the text as it is now. */
export type PlaceNow =
  | { state: 'kept' | 'changed'; span: Span }
  /** All its words are gone; `near` is where they stood. Code units. */
  | { state: 'lost'; near: number };

/**
 * @param seen a passage of that version, in code units
 * @returns null when the source has no such version, or the version no such passage
 */
export async function placeNow(
  ctx: Reader,
  sourceId: number,
  version: number,
  seen: Span,
): Promise<PlaceNow | null> {
  const old = await ctx.db
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', sourceId)
    .where('version', '=', version)
    .executeTakeFirst();
  const { text } = await readText(ctx, sourceId);
  if (!old || spanProblem(old.text, seen) !== null) return null;
  const changes = difference(old.text, text);
  const carried = carrier(old.text, text, changes)(seen);
  if (carried.state !== 'lost') return carried;
  return { state: 'lost', near: Math.min(placeAfter(changes, seen.start), text.length) };
}
