import type { Span } from '../text/span.ts';
import type { Phrase, Query } from './query.ts';
import type { Term } from './terms.ts';

/** Marked in one passage at most; a passage with more is about nothing else. */
const MOST_HITS = 500;

/**
 * Where the words searched for stand in a text that the search has found, in order and without overlap; code units of
 * the text that `terms` was made from. What must not occur (NOT) is not looked for.
 */
export function hitsIn(terms: readonly Term[], query: Query): Span[] {
  return merged(found(terms, query).map(({ first, last }) => spanOf(terms, first, last)));
}

/** Whether a text is one that the search finds: `AND`, `OR` and `NOT` speak of a text as a whole. */
export function fits(terms: readonly Term[], query: Query): boolean {
  switch (query.op) {
    case 'and':
      return query.parts.every((part) => fits(terms, part));
    case 'or':
      return query.parts.some((part) => fits(terms, part));
    case 'not':
      return fits(terms, query.of) && !fits(terms, query.without);
    default:
      return found(terms, query).length > 0;
  }
}

/** By the number of its first and last word. */
type Hit = { first: number; last: number };

function found(terms: readonly Term[], query: Query): Hit[] {
  switch (query.op) {
    case 'phrase':
      return phraseHits(terms, query);
    case 'not':
      return found(terms, query.of);
    case 'near':
      return nearHits(
        query.parts.map((part) => phraseHits(terms, part)),
        query.distance,
      );
    default:
      return query.parts.flatMap((part) => found(terms, part));
  }
}

function phraseHits(terms: readonly Term[], { terms: wanted, isPrefix }: Phrase): Hit[] {
  const hits: Hit[] = [];
  const end = wanted.length - 1;
  for (let at = 0; at + end < terms.length && hits.length < MOST_HITS; at += 1) {
    const isThere = wanted.every((term, n) => {
      const here = terms[at + n]?.term;
      return n === end && isPrefix ? here?.startsWith(term) : here === term;
    });
    if (isThere) hits.push({ first: at, last: at + end });
  }
  return hits;
}

/** Of each phrase the places that have all the others within reach. */
function nearHits(groups: readonly Hit[][], distance: number): Hit[] {
  const isNear = (a: Hit, b: Hit): boolean =>
    Math.max(a.first, b.first) - Math.min(a.last, b.last) - 1 <= distance;
  return groups.flatMap((group, n) =>
    group.filter((hit) =>
      groups.every((others, m) => m === n || others.some((other) => isNear(hit, other))),
    ),
  );
}

function spanOf(terms: readonly Term[], first: number, last: number): Span {
  return { start: terms[first]?.start ?? 0, end: terms[last]?.end ?? 0 };
}

function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result.slice(0, MOST_HITS);
}
