import type { By, Filter } from '../../views/analysis/types.ts';
import { NotFound } from '../domain/errors.ts';
import type { StudyFilter } from '../domain/crosstab/filter.ts';
import { countsDocuments } from '../domain/crosstab/shares.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';
import type { Classification, CountOptions, OneClassification } from '../domain/crosstab/study.ts';
import { loadFacets, type Facet, type Facets, type Words } from './facets.ts';
import type { HeldInterview, Reader } from './study.ts';

interface SourceLine {
  id: number;
  interviewId: number | null;
}

/** What there is to be counted, and how. */
export interface Counting {
  options: CountOptions;
  sources: readonly SourceLine[];
  interviews: readonly Pick<HeldInterview, 'id' | 'isDebrief'>[];
}

/**
 * The columns of a table by one or two classifications.
 * @throws NotFound `analysis.noVariable` when the project has no such variable
 */
export function classificationOf(
  facets: Facets,
  { by, and }: { by: By; and: By | null },
  counting: Counting,
  words: Words,
): Classification {
  const first = oneOf(facets, by, counting, words);
  if (and === null) return first;
  return { by: 'both', first, second: oneOf(facets, and, counting, words) };
}

/**
 * The columns that respondents fall in, for tables that count nothing by codes.
 * @throws NotFound `analysis.noVariable`
 */
export async function loadClassification(
  reader: Reader,
  by: Exclude<By, 'source' | 'kind'>,
  words: Words,
): Promise<OneClassification> {
  const options = {
    unit: 'respondents',
    over: 'all',
    withSubcodes: true,
    countDebriefs: false,
  } as const;
  const facets = await loadFacets(reader, words);
  return oneOf(facets, by, { options, sources: [], interviews: [] }, words);
}

function oneOf(facets: Facets, by: By, counting: Counting, words: Words): OneClassification {
  const facet = facets.get(by);
  if (!facet) throw new NotFound('analysis.noVariable', { name: by });
  const { of, columns, keys } = facet;
  if (of === 'passage') return { by: 'question', columns, notGiven: words.underNone };
  if (of === 'source') return sourcesIn(facet, counting);
  if (of === 'coding' || of === 'found') throw new NotFound('analysis.noVariable', { name: by });
  return { by: of, columns, notGiven: words.notGiven, of: keys };
}

/** Columns of sources in which something can be counted: documents only where passages are, no debriefs. */
function sourcesIn(
  { columns, keys }: Facet,
  { options, sources, interviews }: Counting,
): OneClassification {
  const counted = new Set(
    interviews.filter((one) => options.countDebriefs || !one.isDebrief).map((one) => one.id),
  );
  const isCounted = ({ interviewId }: SourceLine): boolean =>
    interviewId === null
      ? countsDocuments(options)
      : options.unit !== 'documents' && counted.has(interviewId);
  const left = sources.filter(isCounted);
  const used = new Set(left.flatMap(({ id }) => keys.get(id) ?? []));
  return {
    by: 'source',
    columns: columns.filter(({ key }) => used.has(key)),
    of: new Map(left.map(({ id }) => [id, keys.get(id) ?? []])),
  };
}

/** What there is to choose from: of whom nothing is recorded are those of these that a facet does not name. */
export interface Whole {
  respondents: readonly { id: number }[];
  interviews: readonly Pick<HeldInterview, 'id' | 'date'>[];
  sources: readonly SourceLine[];
}

/** The ids that a chosen filter leaves; several choices of one facet mean any of them, those of two facets both. */
export function studyFilter(facets: Facets, { only, from, to }: Filter, whole: Whole): StudyFilter {
  const { interviews } = whole;
  const chosen = new Map<Facet, Set<string>>();
  for (const { facet: name, key } of only) {
    const facet = facets.get(name);
    if (!facet) throw new NotFound('analysis.noVariable', { name });
    chosen.set(facet, (chosen.get(facet) ?? new Set()).add(key));
  }
  const idsOf = (...of: Facet['of'][]): ReadonlySet<number>[] =>
    [...chosen]
      .filter(([facet]) => of.includes(facet.of))
      .map(([facet, keys]) => having(facet, keys, whole));
  const inRange = new Set(
    interviews
      .filter(
        ({ date }) => date !== null && (from === '' || date >= from) && (to === '' || date <= to),
      )
      .map(({ id }) => id),
  );
  return {
    respondents: inAll(idsOf('respondent')),
    interviews: inAll([...idsOf('interview'), ...(from === '' && to === '' ? [] : [inRange])]),
    sources: inAll(idsOf('source', 'document')),
    coders: inAll(idsOf('coding')),
    questions: inAll(idsOf('passage')),
  };
}

/** Ids of those with one of the keys; of coders and questions the keys themselves. */
function having(
  { of, keys }: Facet,
  wanted: ReadonlySet<string>,
  whole: Whole,
): ReadonlySet<number> {
  // Of a passage under no question the key is empty, which is the number 0.
  if (of === 'coding' || of === 'passage') return new Set([...wanted].map(Number));
  const ids = new Set<number>();
  for (const [id, own] of keys) if (own.some((key) => wanted.has(key))) ids.add(id);
  if (!wanted.has(NOT_GIVEN)) return ids;
  const things = {
    respondent: whole.respondents,
    interview: whole.interviews,
    source: whole.sources,
    document: whole.sources.filter(({ interviewId }) => interviewId === null),
    // A passage is found by a query or it is not; nothing of it can be missing.
    found: [],
  }[of];
  for (const { id } of things) if ((keys.get(id) ?? []).length === 0) ids.add(id);
  return ids;
}

function inAll(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> | null {
  const [first, ...more] = sets;
  if (!first) return null;
  return new Set([...first].filter((id) => more.every((set) => set.has(id))));
}
