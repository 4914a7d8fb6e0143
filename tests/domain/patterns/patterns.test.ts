import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverage,
  jaccard,
  saturation,
  stopWords,
  togetherInText,
  togetherInUnits,
  WordCounter,
  wordsSaid,
  type RowPassage,
} from '../../../src/domain/patterns/index.ts';

const at = (row: number, start: number, end: number, people: number[] = [1]): RowPassage => ({
  row,
  start,
  end,
  people,
});

const passages = fc.array(
  fc
    .record({
      row: fc.nat({ max: 3 }),
      start: fc.nat({ max: 40 }),
      length: fc.integer({ min: 1, max: 12 }),
      person: fc.nat({ max: 2 }),
    })
    .map(({ row, start, length, person }) => at(row, start, start + length, [person])),
  { maxLength: 20 },
);

describe('codes that overlap', () => {
  it('every pair of passages that share text is one, and Jaccard is text under both out of text under either', () => {
    // A: 0–10 and 20–30; B: 5–25. Both of A’s meet B; shared 5 + 5, either 10 + 10 + 20 − 10.
    const found = togetherInText(2, [[at(0, 0, 10), at(0, 20, 30), at(1, 5, 25)]]);
    expect([...found.counts]).toEqual([2, 2, 2, 1]);
    expect(jaccard(found, 0, 1)).toBeCloseTo(10 / 30, 12);
    expect(jaccard(found, 0, 0)).toBe(1);
  });

  it('passages that only touch do not overlap', () => {
    const found = togetherInText(2, [[at(0, 0, 10), at(1, 10, 20)]]);
    expect(found.counts[1]).toBe(0);
    expect(jaccard(found, 0, 1)).toBe(0);
  });

  it('a passage coded alike by two people is one passage', () => {
    const found = togetherInText(2, [[at(0, 0, 10), at(0, 0, 10), at(1, 3, 4)]]);
    expect([...found.counts]).toEqual([1, 1, 1, 1]);
  });

  it('passages of different sources never meet', () => {
    expect(togetherInText(2, [[at(0, 0, 10)], [at(1, 0, 10)]]).counts[1]).toBe(0);
  });

  it('a respondent stands behind two codes once, however often they met in their words', () => {
    const found = togetherInText(2, [
      [at(0, 0, 10, [7]), at(1, 0, 5, [7]), at(1, 6, 9, [7])],
      [at(0, 0, 10, [8]), at(1, 0, 5, [8])],
    ]);
    expect(found.people[1]).toBe(2);
    expect(found.people[2]).toBe(2);
  });

  it('numbers agree with going through every two passages and every place', () => {
    fc.assert(
      fc.property(passages, (all) => {
        const found = togetherInText(4, [all]);
        const distinct = all.filter(
          (one, i) =>
            all.findIndex(
              (o) => o.row === one.row && o.start === one.start && o.end === one.end,
            ) === i,
        );
        const under = (row: number) =>
          new Set(
            all
              .filter((one) => one.row === row)
              .flatMap((one) =>
                Array.from({ length: one.end - one.start }, (_, i) => one.start + i),
              ),
          );
        for (let a = 0; a < 4; a += 1) {
          for (let b = 0; b < 4; b += 1) {
            const pairs = distinct
              .filter((one) => one.row === a)
              .flatMap((one) =>
                distinct.filter((o) => o.row === b && o.start < one.end && one.start < o.end),
              );
            const own = distinct.filter((one) => one.row === a).length;
            expect(found.counts[a * 4 + b]).toBe(a === b ? own : pairs.length);
            const either = new Set([...under(a), ...under(b)]).size;
            const both = [...under(a)].filter((place) => under(b).has(place)).length;
            expect(jaccard(found, a, b)).toBe(either === 0 ? null : both / either);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('codes in the same segment or interview', () => {
  it('a unit with both codes counts once for the two', () => {
    const found = togetherInUnits(3, [
      { rows: [0, 1], people: [1] },
      { rows: [0], people: [2] },
      { rows: [0, 1, 2], people: [1] },
    ]);
    expect([...found.counts]).toEqual([3, 2, 1, 2, 2, 1, 1, 1, 1]);
    expect(jaccard(found, 0, 1)).toBeCloseTo(2 / 3, 12);
    expect([...found.people]).toEqual([2, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('codes that nobody used have no index', () => {
    expect(jaccard(togetherInUnits(2, []), 0, 1)).toBeNull();
  });
});

describe('saturation', () => {
  it('a code is new in the first interview in which it was used, in the order chosen', () => {
    const codings = [
      { codeId: 1, interviewId: 10 },
      { codeId: 2, interviewId: 10 },
      { codeId: 1, interviewId: 11 },
      { codeId: 3, interviewId: 12 },
      { codeId: 3, interviewId: 12 },
    ];
    const steps = saturation([10, 11, 12], codings);
    expect(steps.map((step) => step.newCodes)).toEqual([[1, 2], [], [3]]);
    expect(steps.map((step) => step.codesSoFar)).toEqual([2, 2, 3]);
    expect(steps.map((step) => step.codings)).toEqual([2, 1, 2]);
    expect(steps.map((step) => step.codingsSoFar)).toEqual([2, 3, 5]);
    expect(saturation([12, 11, 10], codings).map((step) => step.newCodes)).toEqual([[3], [1], [2]]);
  });

  it('whatever the order, the last step has met every code', () => {
    const coding = fc.record({ codeId: fc.nat({ max: 9 }), interviewId: fc.nat({ max: 5 }) });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(fc.array(coding), order, (codings, ids) => {
        const last = saturation(ids, codings).at(-1);
        expect(last?.codesSoFar).toBe(new Set(codings.map(({ codeId }) => codeId)).size);
        expect(last?.codingsSoFar).toBe(codings.length);
      }),
    );
  });
});

describe('coverage', () => {
  const segments = [
    { start: 0, bodyStart: 3, end: 10, said: false },
    { start: 11, bodyStart: 14, end: 20, said: true },
    { start: 21, bodyStart: 21, end: 30, said: true },
  ];

  it('two passages over the same words cover them once', () => {
    const { rows, whole } = coverage(1, [
      { length: 30, segments, passages: [at(0, 0, 10), at(0, 5, 16)] },
    ]);
    expect(whole).toEqual({ text: 30, segments: 3, said: 6 + 9 });
    // 0–16; the first two segments; of the respondent’s words 14–16.
    expect(rows).toEqual([{ text: 16, segments: 2, said: 2 }]);
  });

  it('two passages in one segment touch it once', () => {
    const { rows } = coverage(1, [
      { length: 30, segments, passages: [at(0, 21, 23), at(0, 25, 28)] },
    ]);
    expect(rows).toEqual([{ text: 5, segments: 1, said: 5 }]);
  });

  it('a code never covers more than there is', () => {
    fc.assert(
      fc.property(passages, (all) => {
        const { rows, whole } = coverage(4, [{ length: 60, segments, passages: all }]);
        for (const row of rows) {
          expect(row.text).toBeLessThanOrEqual(whole.text);
          expect(row.segments).toBeLessThanOrEqual(whole.segments);
          expect(row.said).toBeLessThanOrEqual(whole.said);
        }
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['Labour-market policies, 2013!', ['labour-market', 'policies']],
    ['They don’t', ['they', "don't"]],
    ['l’emploi, qu’il', ['emploi', 'il']],
    ['移民労働者 works', ['移民', '労働', '者', 'works']],
    ['e\u0301tude', ['étude']],
  ])('the words of %j are %j', (text, words) => {
    expect(wordsSaid(text)).toEqual(words);
  });

  it('words are counted by column, with the respondents who said them, stop words left out', () => {
    const without = stopWords(['en']);
    const counter = new WordCounter({ columns: 2, without, shortest: 2, most: 10 });
    counter.add({ text: 'The visa and the visa office', columns: [0], people: [1] });
    counter.add({ text: 'A visa', columns: [0, 1], people: [2] });
    const table = counter.table();
    expect(table.rows).toEqual([
      { word: 'visa', cells: [3, 1, 3], people: [2, 1, 2] },
      { word: 'office', cells: [1, 0, 1], people: [1, 0, 1] },
    ]);
    expect(table.words).toEqual([4, 1, 4]);
    expect(table.distinct).toBe(2);
  });

  it('stop words are written as words are compared', () => {
    for (const language of ['en', 'fr', 'es'] as const) {
      const words = [...stopWords([language])].filter((word) => !word.includes("'"));
      expect(words.filter((word) => wordsSaid(word).join(' ') !== word)).toEqual([]);
    }
  });
});
