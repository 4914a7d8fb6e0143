import type { StudyCode } from '../crosstab/study.ts';
import { codeWithSubcodes } from '../crosstab/tree.ts';
import type { Span } from '../text/span.ts';
import { standingTo } from './places.ts';
import type {
  CodeNamed,
  CodeTest,
  Condition,
  FacetTest,
  FoundPassage,
  PassageQuery,
  WordsTest,
} from './types.ts';

export interface QueryCoding extends Span {
  readonly codeId: number;
  readonly sourceId: number;
}

/** What a query is asked of. */
export interface QueryMaterial<C extends QueryCoding> {
  /** The codings of all codes the query names, at least. */
  readonly codings: readonly C[];
  readonly codes: readonly StudyCode[];
  /** The segments of a source in order, headings left out; asked for `near` alone. */
  readonly segmentsOf: (sourceId: number) => readonly Span[];
  /** Whether a passage is so: of one value of a classification, or of somebody's words. */
  readonly is: (test: FacetTest | WordsTest, passage: FoundPassage<C>) => boolean;
}

/** The ids of the codes named, with those below where the query says so; a code that is not among `codes` is none. */
export function codesNamed(
  named: readonly CodeNamed[],
  codes: readonly StudyCode[],
): ReadonlySet<number> {
  const known = new Set(codes.map(({ id }) => id));
  const ids = named.flatMap(({ codeId, withSubcodes }) => [
    ...codeWithSubcodes(codes, codeId, withSubcodes),
  ]);
  return new Set(ids.filter((id) => known.has(id)));
}

/** Every code a query names: those looked for, then those of its conditions. */
export const allNamed = ({ of, ways }: PassageQuery): CodeNamed[] => [
  ...of,
  ...ways.flat().flatMap((condition) => (condition.kind === 'code' ? [condition.code] : [])),
];

/**
 * The passages a query finds, source by source in the order of their text. A condition with `not` holds where it does not
 * hold without. Cost: the codings given, times the logarithm of those in one source, for each condition.
 */
export function findPassages<C extends QueryCoding>(
  query: PassageQuery,
  material: QueryMaterial<C>,
): FoundPassage<C>[] {
  const bySource = grouped(material.codings, ({ sourceId }) => sourceId);
  const subject = codesNamed(query.of, material.codes);
  const codesOf = new Map(
    query.ways
      .flat()
      .filter((condition) => condition.kind === 'code')
      .map((condition) => [condition as CodeTest, codesNamed([condition.code], material.codes)]),
  );
  const found: FoundPassage<C>[] = [];
  for (const [sourceId, codings] of bySource) {
    const passages = passagesOf(codings.filter(({ codeId }) => subject.has(codeId)));
    if (passages.length === 0) continue;
    const ways = query.ways.map((way) =>
      way.map((condition) => testIn(condition, { sourceId, codings, codesOf, material })),
    );
    const isFound = (passage: FoundPassage<C>) =>
      ways.length === 0 || ways.some((way) => way.every((test) => test(passage)));
    found.push(...passages.filter(isFound));
  }
  return found;
}

interface InSource<C extends QueryCoding> {
  sourceId: number;
  codings: readonly C[];
  codesOf: ReadonlyMap<CodeTest, ReadonlySet<number>>;
  material: QueryMaterial<C>;
}

function testIn<C extends QueryCoding>(
  condition: Condition,
  { sourceId, codings, codesOf, material }: InSource<C>,
): (passage: FoundPassage<C>) => boolean {
  const { not } = condition;
  if (condition.kind !== 'code') return (passage) => material.is(condition, passage) !== not;
  const codes = codesOf.get(condition);
  const spans = codings.filter(({ codeId }) => codes?.has(codeId));
  const segments = condition.relation === 'near' ? material.segmentsOf(sourceId) : [];
  const stands = standingTo(condition, spans, segments);
  return (passage) => stands(passage) !== not;
}

/** The codings of one source as passages: those of one span together. */
function passagesOf<C extends QueryCoding>(codings: readonly C[]): FoundPassage<C>[] {
  const bySpan = grouped(codings, ({ start, end }) => `${start} ${end}`);
  return [...bySpan.values()]
    .map((own) => {
      const { sourceId, start, end } = own[0];
      return { sourceId, start, end, codings: own };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function grouped<C, K>(list: readonly C[], keyOf: (one: C) => K): Map<K, [C, ...C[]]> {
  const groups = new Map<K, [C, ...C[]]>();
  for (const one of list) {
    const key = keyOf(one);
    const own = groups.get(key);
    if (own) own.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
