import type { PassageBehind } from '../domain/crosstab/behind.ts';
import type { PassageQuery } from '../domain/query/index.ts';
import { getSettings } from '../projects/index.ts';
import { loadFacets, type Facets, type Words } from './facets.ts';
import { codesAsked, find } from './finding.ts';
import { readCodings } from './read-codings.ts';
import { loadCodes, loadInterviews, loadSources, type Coding, type Reader } from './study.ts';
import { minimumOf } from './themes.ts';

/** What a query finds now, and how much of it. */
export interface Found {
  passages: readonly PassageBehind<Coding>[];
  counts: { passages: number; respondents: number; interviews: number; sources: number };
  /** Whether too few respondents stand behind it for it to be shown. */
  isHidden: boolean;
  /** The same by the project's own minimum, which a person may have set aside. */
  isSmall: boolean;
}

/** What a query can be made of, and the words for it. */
export interface Offer {
  codes: Awaited<ReturnType<typeof loadCodes>>;
  facets: Facets;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** The project's own minimum. */
  minCell: number;
}

export async function loadOffer(reader: Reader, words: Words): Promise<Offer> {
  const [codes, facets, { withdrawn }, settings] = await Promise.all([
    loadCodes(reader),
    loadFacets(reader, words),
    loadInterviews(reader),
    getSettings(reader),
  ]);
  return { codes, facets, withdrawn, minCell: settings.min_cell };
}

/**
 * Finds passages, at the cost of the codings of the codes that the query names.
 * @param minCell chosen instead of the project's
 */
export async function findNow(
  reader: Reader,
  query: PassageQuery,
  { codes, facets, minCell: ofProject }: Offer,
  minCell: number | null,
): Promise<Found> {
  const [{ held }, sources] = await Promise.all([loadInterviews(reader), loadSources(reader)]);
  const codings = await readCodings(reader, sources, held, [...codesAsked(query, codes)]);
  const passages = await find(reader, query, codings, { codes, facets, held });
  const people = new Set<number>();
  const interviews = new Set<number>();
  const respondents = new Set<number>();
  for (const { codings, respondentIds } of passages) {
    const interviewId = codings[0]?.interviewId ?? null;
    if (interviewId === null) continue;
    interviews.add(interviewId);
    for (const id of respondentIds) respondents.add(id);
    // Of whom nobody is recorded, an interview stands for its people.
    for (const id of respondentIds.length > 0 ? respondentIds : [-interviewId]) people.add(id);
  }
  const isBelow = (minimum: number) =>
    people.size > 0 && (people.size < minimum || passages.length < minimum);
  return {
    passages,
    counts: {
      passages: passages.length,
      respondents: respondents.size,
      interviews: interviews.size,
      sources: new Set(passages.map(({ sourceId }) => sourceId)).size,
    },
    isHidden: isBelow(minimumOf(minCell, ofProject)),
    isSmall: isBelow(ofProject),
  };
}
