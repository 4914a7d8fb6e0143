import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyCode } from '../../../src/domain/crosstab/study.ts';
import {
  findPassages,
  queryParts,
  readQuery,
  RELATIONS,
  type Condition,
  type PassageQuery,
  type QueryCoding,
} from '../../../src/domain/query/index.ts';
import type { Span } from '../../../src/domain/text/span.ts';

/** Visibility with Capacity and Funding below it; Trust apart. */
const VISIBILITY = 1;
const CAPACITY = 2;
const FUNDING = 3;
const TRUST = 4;
const codes: StudyCode[] = [
  { id: VISIBILITY, parentId: null, name: 'Visibility', position: 1 },
  { id: CAPACITY, parentId: VISIBILITY, name: 'Capacity', position: 1 },
  { id: FUNDING, parentId: VISIBILITY, name: 'Funding', position: 2 },
  { id: TRUST, parentId: null, name: 'Trust', position: 2 },
];

/** Ten segments of ten code units each, the fourth a heading and so none. */
const SEGMENTS: Span[] = [0, 10, 20, 40, 50, 60, 70, 80, 90].map((start) => ({
  start,
  end: start + 10,
}));

const coded = (codeId: number, start: number, end: number, sourceId = 1): QueryCoding => ({
  codeId,
  sourceId,
  start,
  end,
});

function find(query: PassageQuery, codings: readonly QueryCoding[]): string[] {
  const found = findPassages(query, {
    codings,
    codes,
    segmentsOf: () => SEGMENTS,
    is: (test, { sourceId }) => test.kind === 'facet' && test.key === String(sourceId),
  });
  return found.map(({ sourceId, start, end }) => `${sourceId}: ${start}–${end}`);
}

function read(of: string | string[], ...conditions: string[]): PassageQuery {
  const query = readQuery([of].flat(), conditions);
  if ('problem' in query) throw new Error(query.problem);
  return query;
}

describe('finding passages', () => {
  it('without conditions every passage of the codes is found, once however many coded it', () => {
    const codings = [coded(CAPACITY, 5, 9), coded(CAPACITY, 5, 9), coded(TRUST, 0, 50)];
    expect(find(read('2'), codings)).toEqual(['1: 5–9']);
    expect(find(read(['2', '4']), codings)).toEqual(['1: 0–50', '1: 5–9']);
  });

  it('a code stands for those below it unless only its own passages are asked for', () => {
    const codings = [coded(VISIBILITY, 0, 4), coded(FUNDING, 6, 9)];
    expect(find(read('1'), codings)).toEqual(['1: 0–4', '1: 6–9']);
    expect(find(read('1-own'), codings)).toEqual(['1: 0–4']);
  });

  it('overlapping is to share a character: passages that touch do not, those of other sources never', () => {
    const codings = [coded(CAPACITY, 10, 20), coded(CAPACITY, 30, 40), coded(TRUST, 19, 30)];
    expect(find(read('2', 'overlaps.4'), codings)).toEqual(['1: 10–20']);
    expect(find(read('2', 'not.overlaps.4'), codings)).toEqual(['1: 30–40']);
    expect(find(read('2', 'overlaps.4'), [coded(CAPACITY, 1, 9), coded(TRUST, 1, 9, 2)])).toEqual(
      [],
    );
  });

  it('a passage is inside another, and holds another, also when the two are the same stretch', () => {
    const codings = [coded(CAPACITY, 10, 20), coded(TRUST, 10, 20), coded(CAPACITY, 8, 22)];
    expect(find(read('2', 'inside.4'), codings)).toEqual(['1: 10–20']);
    expect(find(read('2', 'holds.4'), codings)).toEqual(['1: 8–22', '1: 10–20']);
  });

  it('near counts segments between the places, headings passed over', () => {
    // Trust stands in the third segment; the fourth stretch is a heading, and the next segment begins at 40.
    const codings = [
      coded(TRUST, 22, 25),
      coded(CAPACITY, 27, 29),
      coded(CAPACITY, 41, 45),
      coded(CAPACITY, 51, 55),
    ];
    expect(find(read('2', 'near0.4'), codings)).toEqual(['1: 27–29']);
    expect(find(read('2', 'near1.4'), codings)).toEqual(['1: 27–29', '1: 41–45']);
    expect(find(read('2', 'not.near1.4'), codings)).toEqual(['1: 51–55']);
  });

  it('"and" binds before "or"', () => {
    const codings = [
      coded(CAPACITY, 0, 9, 1),
      coded(TRUST, 5, 9, 1),
      coded(CAPACITY, 0, 9, 2),
      coded(FUNDING, 50, 60, 2),
      coded(CAPACITY, 0, 9, 3),
    ];
    const query = read('2', 'overlaps.4', 'group.1', 'or', 'with.3');
    expect(find(query, codings)).toEqual(['1: 0–9', '2: 0–9']);
    expect(find(read('2', 'overlaps.4', 'group.2', 'or', 'with.3'), codings)).toEqual(['2: 0–9']);
  });
});

const span = fc
  .record({ start: fc.nat({ max: 95 }), length: fc.integer({ min: 1, max: 30 }) })
  .map(({ start, length }) => ({ start, end: Math.min(100, start + length) }));
const anyCoding = fc
  .record({ span, codeId: fc.constantFrom(1, 2, 3, 4), sourceId: fc.constantFrom(1, 2) })
  .map(({ span: { start, end }, codeId, sourceId }) => coded(codeId, start, end, sourceId));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({
      relation: fc.constantFrom(...RELATIONS),
      codeId: fc.constantFrom(1, 2, 3, 4),
      withSubcodes: fc.boolean(),
      far: fc.nat({ max: 3 }),
      not: fc.boolean(),
    })
    .map(({ relation, far, not, ...code }) => ({
      kind: 'code' as const,
      relation,
      code,
      within: relation === 'near' ? far : 0,
      not,
    })),
  fc.record({
    kind: fc.constant('facet' as const),
    facet: fc.constantFrom('group', 'variable-3'),
    key: fc.constantFrom('1', '2', '>=5', 'a.b'),
    not: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('words' as const),
    whose: fc.constantFrom('respondents' as const, 'interviewers' as const),
    not: fc.boolean(),
  }),
);
const query: fc.Arbitrary<PassageQuery> = fc.record({
  of: fc.uniqueArray(
    fc.record({ codeId: fc.constantFrom(1, 2, 3, 4), withSubcodes: fc.boolean() }),
    { minLength: 1, maxLength: 2, selector: JSON.stringify },
  ),
  ways: fc.array(
    fc.uniqueArray(condition, { minLength: 1, maxLength: 3, selector: JSON.stringify }),
    { maxLength: 3 },
  ),
});

/** The same by looking at every two passages, and at every code unit of them. */
function slowly({ of, ways }: PassageQuery, codings: readonly QueryCoding[]): Set<string> {
  const isOf = (coding: QueryCoding, named: { codeId: number; withSubcodes: boolean }) =>
    coding.codeId === named.codeId ||
    (named.withSubcodes && named.codeId === VISIBILITY && [2, 3].includes(coding.codeId));
  const units = ({ start, end }: Span) =>
    Array.from({ length: end - start }, (_, at) => start + at);
  const segments = (one: Span) =>
    SEGMENTS.flatMap((segment, at) =>
      units(one).some((unit) => unit >= segment.start && unit < segment.end) ? [at] : [],
    );
  /** In units of half a segment: what lies under the heading alone stands between the third and the next. */
  const places = (one: Span) =>
    segments(one).length > 0 ? segments(one).map((at) => at * 2) : [2 * 2 + 1];
  const share = (a: Span, b: Span) => units(a).some((unit) => units(b).includes(unit));
  const holdsAll = (outer: Span, inner: Span) =>
    units(inner).every((unit) => units(outer).includes(unit));
  const holds = (one: QueryCoding, test: Condition): boolean => {
    if (test.kind === 'words') return false;
    if (test.kind === 'facet') return test.key === String(one.sourceId);
    return codings
      .filter((other) => other.sourceId === one.sourceId && isOf(other, test.code))
      .some((other) => {
        if (test.relation === 'with') return true;
        if (test.relation === 'overlaps') return share(one, other);
        if (test.relation === 'inside') return holdsAll(other, one);
        if (test.relation === 'holds') return holdsAll(one, other);
        const distances = places(one).flatMap((a) => places(other).map((b) => Math.abs(a - b)));
        const far = Math.min(...distances);
        const isBetween = segments(one).length === 0 && segments(other).length === 0;
        return share(one, other) || (far <= test.within * 2 && !(isBetween && test.within === 0));
      });
  };
  const found = codings.filter(
    (one) =>
      of.some((named) => isOf(one, named)) &&
      (ways.length === 0 || ways.some((way) => way.every((test) => holds(one, test) !== test.not))),
  );
  return new Set(found.map(({ sourceId, start, end }) => `${sourceId}: ${start}–${end}`));
}

describe('any query', () => {
  it('finds what looking at every two passages finds', () => {
    fc.assert(
      fc.property(query, fc.array(anyCoding, { maxLength: 14 }), (asked, codings) => {
        expect(new Set(find(asked, codings))).toEqual(slowly(asked, codings));
      }),
      { numRuns: 400 },
    );
  });

  it('and the same query with "not" on its only condition part the passages of the code in two', () => {
    fc.assert(
      fc.property(condition, fc.array(anyCoding, { maxLength: 14 }), (only, codings) => {
        const of = [{ codeId: VISIBILITY, withSubcodes: true }];
        const one = find({ of, ways: [[only]] }, codings);
        const other = find({ of, ways: [[{ ...only, not: !only.not }]] }, codings);
        expect([...one, ...other].sort()).toEqual(find({ of, ways: [] }, codings).sort());
      }),
    );
  });

  it('is read back from its address as it was written', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const parts = queryParts(asked);
        const of = parts.flatMap(([name, value]) => (name === 'of' ? [value] : []));
        const conditions = parts.flatMap(([name, value]) => (name === 'if' ? [value] : []));
        expect(readQuery(of, conditions)).toEqual(asked);
      }),
    );
  });
});

describe('an address that says something wrong', () => {
  it.each([
    [['0'], [], { problem: 'unreadable', text: '0' }],
    [['2'], ['overlaps.x'], { problem: 'unreadable', text: 'overlaps.x' }],
    [['2'], ['near.4'], { problem: 'unreadable', text: 'near.4' }],
    [['2'], ['overlaps2.4'], { problem: 'unreadable', text: 'overlaps2.4' }],
    [['2'], ['words.nobody'], { problem: 'unreadable', text: 'words.nobody' }],
    [['2'], ['found.3'], { problem: 'unreadable', text: 'found.3' }],
    [['2'], ['query-3.1'], { problem: 'unreadable', text: 'query-3.1' }],
    [[], ['group.1'], { problem: 'noCode' }],
    [Array.from({ length: 21 }, (_, at) => String(at + 1)), [], { problem: 'tooMany' }],
  ])('is not guessed at: %j %j', (of, conditions, problem) => {
    expect(readQuery(of, conditions)).toEqual(problem);
  });
});
