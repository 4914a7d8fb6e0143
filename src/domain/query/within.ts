import type { Span } from '../text/span.ts';
import type { QueryCoding } from './find.ts';
import { standingTo } from './places.ts';

interface Place extends Span {
  readonly sourceId: number;
}

/** Tells of a coding whether it belongs to the passages of a query. */
export type Belongs = (coding: QueryCoding) => boolean;

/**
 * What belongs to the passages that a query found: they themselves, under whatever code, and of all codes that the query
 * does not look for what shares text with one of them. A passage of a code looked for that was not found does not belong,
 * although it may overlap one that was.
 * @param subject the codes looked for
 */
export function belongingTo(found: readonly Place[], subject: ReadonlySet<number>): Belongs {
  const bySource = new Map<number, Place[]>();
  for (const place of found) {
    const own = bySource.get(place.sourceId);
    if (own) own.push(place);
    else bySource.set(place.sourceId, [place]);
  }
  const overlapsIn = new Map(
    [...bySource].map(([id, places]) => [
      id,
      standingTo({ relation: 'overlaps', within: 0 }, places, []),
    ]),
  );
  const spanOf = ({ sourceId, start, end }: Place) => `${sourceId} ${start} ${end}`;
  const spans = new Set(found.map(spanOf));
  return (coding) =>
    subject.has(coding.codeId)
      ? spans.has(spanOf(coding))
      : overlapsIn.get(coding.sourceId)?.(coding) === true;
}
