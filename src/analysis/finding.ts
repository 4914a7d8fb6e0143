import { speakersOf } from '../domain/crosstab/shares.ts';
import type { StudyCode } from '../domain/crosstab/study.ts';
import type { PassageBehind } from '../domain/crosstab/behind.ts';
import {
  allNamed,
  codesNamed,
  findPassages,
  type FacetTest,
  type FoundPassage,
  type PassageQuery,
  type WordsTest,
} from '../domain/query/index.ts';
import { readAsked } from './asked.ts';
import type { Facets } from './facets.ts';
import { readSegments } from './segments.ts';
import type { Coding, HeldInterview, Reader } from './study.ts';
import { readUnder } from './under.ts';

/** What a query is asked of, besides the codings. */
export interface Finding {
  codes: readonly StudyCode[];
  facets: Facets;
  held: readonly HeldInterview[];
}

/** Nobody, for a document. */
const NOBODY: readonly number[] = [];

/** Ids of every code that a query needs the codings of. */
export const codesAsked = (query: PassageQuery, codes: readonly StudyCode[]) =>
  codesNamed(allNamed(query), codes);

/**
 * The passages that a query finds now, source by source, with the respondents whose words they are. Who speaks, and under
 * which question, is read for the sources of these codings alone.
 * @param codings of all codes the query names, at least; they may be of more
 */
export async function find(
  reader: Reader,
  query: PassageQuery,
  codings: readonly Coding[],
  finding: Finding,
): Promise<PassageBehind<Coding>[]> {
  const { codes, held } = finding;
  const named = codesAsked(query, codes);
  const asked = codings.filter(({ codeId }) => named.has(codeId));
  const tests = await testsFor(reader, query, asked, finding);
  const found = findPassages(query, { codings: asked, codes, ...tests });
  const respondentsOf = new Map(held.map((one) => [one.id, one.respondentIds]));
  return found.map((passage) => ({
    ...passage,
    respondentIds: speakersIn(passage, respondentsOf),
  }));
}

function speakersIn(
  { codings: [first] }: FoundPassage<Coding>,
  respondentsOf: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  return speakersOf(first, respondentsOf.get(first.interviewId ?? 0) ?? NOBODY);
}

async function testsFor(
  reader: Reader,
  query: PassageQuery,
  codings: readonly Coding[],
  { facets, held }: Finding,
) {
  const conditions = query.ways.flat();
  const sourceIds = [...new Set(codings.map(({ sourceId }) => sourceId))];
  const isAbout = (facet: string) =>
    conditions.some((one) => one.kind === 'facet' && one.facet === facet);
  const [under, isAsked, segments] = await Promise.all([
    isAbout('question') ? readUnder(reader, sourceIds) : () => NOBODY,
    conditions.some(({ kind }) => kind === 'words') ? readAsked(reader, sourceIds) : () => false,
    conditions.some((one) => one.kind === 'code' && one.relation === 'near')
      ? readSegments(reader, sourceIds)
      : new Map<number, never[]>(),
  ]);
  const respondentsOf = new Map(held.map((one) => [one.id, one.respondentIds]));
  const keysOf = (test: FacetTest, passage: FoundPassage<Coding>): readonly string[] => {
    const [first] = passage.codings;
    const facet = facets.get(test.facet as Parameters<Facets['get']>[0]);
    if (!facet) return [];
    if (facet.of === 'coding') return passage.codings.map(({ coderId }) => String(coderId));
    if (facet.of === 'passage') return under(first).map(String);
    if (facet.of === 'respondent')
      return speakersIn(passage, respondentsOf).flatMap((id) => facet.keys.get(id) ?? []);
    const id = facet.of === 'interview' ? first.interviewId : first.sourceId;
    return facet.keys.get(id ?? -1) ?? [];
  };
  return {
    segmentsOf: (sourceId: number) => segments.get(sourceId) ?? [],
    is: (test: FacetTest | WordsTest, passage: FoundPassage<Coding>): boolean =>
      test.kind === 'words'
        ? isAsked(passage.codings[0]) === (test.whose === 'interviewers')
        : keysOf(test, passage).includes(test.key),
  };
}
