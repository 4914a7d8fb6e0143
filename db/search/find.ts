import type { Query } from '../../src/domain/search/query.ts';
import type { Db } from '../schema.ts';
import { partsWithin } from './narrow.ts';
import { notedPlaces, textsIn } from './notes.ts';
import { segmentsIn, sourcePlaces } from './segments.ts';
import type { Match, Place, Scope } from './types.ts';

/**
 * Where texts stand that fit, with how many there are: sources by name, then notes by interview, then memos, codes and
 * respondents. Call `refresh` before.
 * @param most segments whose places are kept for `find`, which otherwise looks for them again
 */
export async function placesOf(
  db: Db,
  query: Query,
  scope: Scope,
  { most }: { most?: number } = {},
): Promise<Place[]> {
  const parts = partsWithin(scope);
  const sources = parts.includes('segment') ? await sourcePlaces(db, query, scope, most) : [];
  return [...sources, ...(await notedPlaces(db, query, scope, parts))];
}

/**
 * One page of what fits, in the order of the places: within a source by position, within an interview its own notes and
 * then the questions in order, of memos the latest first.
 * @param places what `placesOf` says of the same search
 */
export async function find(
  db: Db,
  query: Query,
  scope: Scope,
  places: readonly Place[],
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Match[]> {
  const page = placesOn(places, offset, limit);
  const sources = page.places.filter(({ kind }) => kind === 'source');
  const others = page.places.filter(({ kind }) => kind !== 'source');
  const { skipped } = page;
  const found =
    sources.length === 0 ? [] : await segmentsIn(db, query, scope, sources, { skipped, limit });
  if (others.length === 0) return found;
  const rest = { skipped: sources.length === 0 ? skipped : 0, limit: limit - found.length };
  return [...found, ...(await textsIn(db, query, scope, others, rest))];
}

/** The places that a page shows something of, and how many texts of the first stand on pages before. */
function placesOn(places: readonly Place[], offset: number, limit: number) {
  let before = 0;
  let skipped = 0;
  const shown: Place[] = [];
  for (const place of places) {
    if (before >= offset + limit) break;
    if (before + place.matches > offset) {
      if (shown.length === 0) skipped = offset - before;
      shown.push(place);
    }
    before += place.matches;
  }
  return { places: shown, skipped };
}
