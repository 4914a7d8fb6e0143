import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classesOf,
  classKey,
  equalBounds,
  readBounds,
} from '../../../src/domain/crosstab/classes.ts';
import { crosstab, type CrosstabOptions } from '../../../src/domain/crosstab/crosstab.ts';
import { filterStudy, type StudyFilter } from '../../../src/domain/crosstab/filter.ts';
import type { Classification, Study } from '../../../src/domain/crosstab/study.ts';
import * as arbitrary from './arbitrary.ts';
import { limited } from './limited.ts';
import { BY_REGION, CODE, OPEN, STUDY } from './small-study.ts';

const read = (by: Classification, options: CrosstabOptions = OPEN, study: Study = STUDY) => {
  const table = crosstab(study, by, options);
  return {
    of: [...table.columns.map((column) => column.denominator), table.denominator],
    columns: table.columns.map(({ above, label }) =>
      above === null ? label : `${above}/${label}`,
    ),
    ...Object.fromEntries(table.rows.map((row) => [row.name, [...row.cells, row.total]])),
  };
};

describe('classifications', () => {
  it('by location a respondent stands where it was said, and in the denominators of every place', () => {
    // I1 and I2 in Dakar, I4 in Quito, the others nowhere recorded. R1 said Capacity in Dakar and in Quito.
    const place: Classification = {
      by: 'interview',
      columns: ['dakar', 'quito'].map((key) => ({ key, label: key })),
      notGiven: 'not given',
      of: new Map([
        [1, ['dakar']],
        [2, ['dakar']],
        [4, ['quito']],
      ]),
    };
    // Dakar: R1, R2, R3. Quito: R1. Not given: R4 (I3), R5 (I5).
    expect(read(place)).toMatchObject({
      of: [3, 1, 2, 5],
      Capacity: [3, 1, 0, 3],
      Communication: [1, 0, 0, 1],
      Visibility: [3, 1, 1, 4],
    });
  });

  it('by question what was said under it counts, over those asked it', () => {
    const codings = STUDY.codings.map((coding) =>
      coding.sourceId <= 2 && coding.start === 0 ? { ...coding, questionIds: [5] } : coding,
    );
    const question: Classification = {
      by: 'question',
      columns: [
        { key: '5', label: '5' },
        { key: '6', label: '6' },
      ],
      notGiven: 'no question',
    };
    // Question 5 was put to R1, R2 and R3, question 6 to R4. Under 5: S1 0-10 (R1), S2 0-10 (R2 and R3).
    const asked = { ...OPEN, over: 'asked' } as const;
    expect(read(question, asked, { ...STUDY, codings })).toMatchObject({
      of: [3, 1, 4, 4],
      Capacity: [3, 0, 1, 3],
      Tripartism: [0, 0, 1, 1],
    });
  });

  it('by two at once there is a column for each pair that anybody is in, under the first', () => {
    const group: Classification = {
      by: 'respondent',
      columns: ['workers', 'employers'].map((key) => ({ key, label: key })),
      notGiven: 'none',
      of: new Map([
        [1, ['workers']],
        [2, ['employers']],
        [3, ['workers']],
        [4, ['workers']],
        [5, ['workers']],
      ]),
    };
    const both = read({ by: 'both', first: group, second: BY_REGION });
    expect(both.columns).toEqual([
      'workers/Africa',
      'workers/Europe',
      'workers/not given',
      'employers/Africa',
    ]);
    // R1 | R3, R4 | R5 | R2
    expect(both).toMatchObject({ of: [1, 2, 1, 1, 5], Capacity: [1, 1, 0, 1, 3] });
  });
});

describe('out of whom', () => {
  it('everyone in the register takes in those who were never interviewed', () => {
    const respondents = [...STUDY.respondents, { id: 9 }];
    const of = new Map([...BY_REGION.of, [9, ['europe']]]);
    const everyone = { ...OPEN, over: 'everyone' } as const;
    expect(read({ ...BY_REGION, of }, everyone, { ...STUDY, respondents })).toMatchObject({
      of: [2, 3, 1, 6],
      Capacity: [2, 1, 0, 3],
    });
  });

  it('code by code over those asked the questions tied to it, to the code above, or else all', () => {
    const ties = new Map([
      [CODE.visibility, [5]],
      [CODE.communication, [6]],
    ]);
    const { rows } = crosstab(STUDY, BY_REGION, { ...OPEN, over: 'tied', ties });
    // Question 5: R1, R2 | R3. Question 6: R4, who said nothing. Capacity has those of Visibility; Tripartism all.
    expect(Object.fromEntries(rows.map((row) => [row.name, [row.total, row.of.at(-1)]]))).toEqual({
      Visibility: [3, 3],
      Capacity: [3, 3],
      Communication: [0, 1],
      Tripartism: [1, 5],
    });
  });

  it('heads count for whatever one of a group said', () => {
    const respondents = STUDY.respondents.map((one) =>
      one.id === 5 ? { id: 5, headCount: 6 } : one,
    );
    const people = { ...OPEN, unit: 'people' } as const;
    expect(read(BY_REGION, people, { ...STUDY, respondents })).toMatchObject({
      of: [2, 2, 6, 10],
      Visibility: [2, 1, 6, 9],
    });
  });
});

describe('part of the study', () => {
  const only = (filter: Partial<StudyFilter>) => limited(STUDY, filter);

  it('coders limit what is counted, respondents and sources what could be as well', () => {
    expect(read(BY_REGION, OPEN, only({ coders: new Set([2]) }))).toMatchObject({
      of: [2, 2, 1, 5],
      Capacity: [1, 0, 0, 1],
    });
    expect(read(BY_REGION, OPEN, only({ respondents: new Set([2, 3]) }))).toMatchObject({
      of: [1, 1, 2],
      Capacity: [1, 1, 2],
      Tripartism: [0, 1, 1],
    });
    expect(read(BY_REGION, OPEN, only({ sources: new Set([1]) }))).toMatchObject({
      of: [1, 0, 1],
      Capacity: [1, 0, 1],
    });
  });

  it('words known to be of somebody left out are nobody else’s', () => {
    // S2 50-60 is R3's; of I2 only R2 is left.
    expect(read(BY_REGION, OPEN, only({ respondents: new Set([2]) }))).toMatchObject({
      Tripartism: [0, 0, 0],
    });
  });

  it('never has a larger number than the whole', () => {
    const some = fc.option(
      fc.subarray([1, 2, 3, 4, 5, 6]).map((ids) => new Set(ids)),
      { nil: null },
    );
    const filter = fc.record({
      respondents: some,
      interviews: some,
      sources: some,
      coders: some,
      questions: some,
    });
    fc.assert(
      fc.property(arbitrary.study, arbitrary.options, filter, (study, options, chosen) => {
        const open = { ...options, minCell: 0 };
        const whole = crosstab(study, BY_REGION, open);
        const part = crosstab(filterStudy(study, chosen), BY_REGION, open);
        part.rows.forEach(({ total, of }, at) => {
          expect(total).toBeLessThanOrEqual(whole.rows[at]?.total ?? -1);
          expect(of.at(-1)).toBeLessThanOrEqual(whole.rows[at]?.of.at(-1) ?? -1);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('classes of numbers', () => {
  it('are equal and begin at round numbers, unless there are few numbers', () => {
    expect(equalBounds([1, 2, 3])).toEqual([]);
    expect(equalBounds([0, 3, 7, 11, 12, 18, 22, 24, 31])).toEqual([10, 20, 30]);
  });

  it('each number falls in the one class whose bounds it lies between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer(), (bounds, value) => {
        const classes = classesOf(bounds);
        const inside = classes.filter(
          ({ from, to }) => (from === null || value >= from) && (to === null || value < to),
        );
        expect(inside.map(({ key }) => key)).toEqual([classKey(classes, value)]);
      }),
    );
  });

  it('bounds are read as people type them, and refused when one is no number', () => {
    expect(readBounds('10; 5, 20 20')).toEqual([5, 10, 20]);
    expect(readBounds('')).toEqual([]);
    expect(readBounds('5, many')).toBeNull();
  });
});
