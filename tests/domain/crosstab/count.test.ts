import { describe, expect, it } from 'vitest';
import { crosstab, type Crosstab } from '../../../src/domain/crosstab/crosstab.ts';
import type { Study } from '../../../src/domain/crosstab/study.ts';
import { BY_REGION, BY_SOURCE, OPEN, REGION_OF, STUDY } from './small-study.ts';

/** The table as one reads it: denominators first, then the rows by name with the total last. */
function read(table: Crosstab) {
  return {
    of: [...table.columns.map((column) => column.denominator), table.denominator],
    ...Object.fromEntries(table.rows.map((row) => [row.name, [...row.cells, row.total]])),
  };
}

describe('respondents by region (columns Africa, Europe, not given, all)', () => {
  it('a respondent counts once, however many interviews, coders and sub-codes', () => {
    // Capacity: R1 (S1 and S4, once), R2 and R3 (S2, said by one of them, nobody knows which).
    // Communication: R1. Visibility: those of both, and R5 by its own coding.
    // Tripartism: R3 only, since R3 is known to have said it; R2's is in a debrief.
    expect(read(crosstab(STUDY, BY_REGION, OPEN))).toEqual({
      of: [2, 2, 1, 5],
      Visibility: [2, 1, 1, 4],
      Capacity: [2, 1, 0, 3],
      Communication: [1, 0, 0, 1],
      Tripartism: [0, 1, 0, 1],
    });
  });

  it('without sub-codes a code counts only what it was itself given to', () => {
    const table = read(crosstab(STUDY, BY_REGION, { ...OPEN, withSubcodes: false }));
    expect(table).toMatchObject({ Visibility: [0, 0, 1, 1], Capacity: [2, 1, 0, 3] });
  });

  it('a debrief counts only when the project says so', () => {
    // Then R2 of Africa mentions Tripartism too; the denominators stay, as R2 was interviewed anyway.
    const table = read(crosstab(STUDY, BY_REGION, { ...OPEN, countDebriefs: true }));
    expect(table).toMatchObject({ of: [2, 2, 1, 5], Tripartism: [1, 1, 0, 2] });
  });

  it('over those asked, only they are counted: asked and declined are, not asked and not reached are not', () => {
    // Question 5: I1 asked (R1), I2 declined (R2, R3). R4, not asked, and R5, not reached, are out.
    const table = crosstab(STUDY, BY_REGION, { ...OPEN, over: 'asked', questionIds: [5] });
    expect(read(table)).toEqual({
      of: [2, 1, 3],
      Visibility: [2, 1, 3],
      Capacity: [2, 1, 3],
      Communication: [1, 0, 1],
      Tripartism: [0, 1, 1],
    });
    expect(table.columns.map((column) => column.label)).toEqual(['Africa', 'Europe']);
  });

  it('several questions mean any of them, and none named means any question at all', () => {
    // Question 6 brings R4 in: asked are R1, R2 | R3, R4.
    const both = read(crosstab(STUDY, BY_REGION, { ...OPEN, over: 'asked', questionIds: [5, 6] }));
    expect(both.of).toEqual([2, 2, 4]);
    expect(read(crosstab(STUDY, BY_REGION, { ...OPEN, over: 'asked' }))).toEqual(both);
  });

  it('who was asked in one interview and said it in another was asked and did say it', () => {
    // R1 was asked question 7 in I4 only; Communication comes from I1.
    const study: Study = {
      ...STUDY,
      answers: [{ interviewId: 4, questionId: 7, state: 'asked' }],
    };
    const table = read(crosstab(study, BY_REGION, { ...OPEN, over: 'asked', questionIds: [7] }));
    expect(table).toMatchObject({ of: [1, 0, 1], Communication: [1, 0, 1] });
  });

  it('a speaker who is not one of the interview is nobody we know: all in it count', () => {
    const codings = STUDY.codings.map((coding) => ({ ...coding, respondentIds: [4] }));
    const table = read(crosstab({ ...STUDY, codings }, BY_REGION, OPEN));
    expect(table).toMatchObject({ Capacity: [2, 1, 0, 3], Tripartism: [1, 1, 0, 2] });
  });

  it('a respondent in two columns counts in both and once in the total', () => {
    const of = new Map([...REGION_OF, [1, ['africa', 'europe']]]);
    const table = read(crosstab(STUDY, { ...BY_REGION, of }, OPEN));
    expect(table).toMatchObject({ of: [2, 3, 1, 5], Communication: [1, 1, 0, 1] });
  });

  it('documents and debriefs that are left out are named', () => {
    const study = { ...STUDY, sources: STUDY.sources.filter(({ id }) => id !== 3) };
    expect(crosstab(study, BY_REGION, OPEN).leftOut).toEqual({
      documents: 1,
      debriefs: 1,
      withoutSource: 1,
    });
  });
});

describe('interviews by region', () => {
  it('an interview with respondents of two columns counts in both and once in the total', () => {
    // Held: I1 A, I2 A+E, I3 E, I4 A, I5 not given. Capacity in I1, I2, I4. Tripartism in I2, by R3 of Europe.
    expect(read(crosstab(STUDY, BY_REGION, { ...OPEN, unit: 'interviews' }))).toEqual({
      of: [3, 2, 1, 5],
      Visibility: [3, 1, 1, 4],
      Capacity: [3, 1, 0, 3],
      Communication: [1, 0, 0, 1],
      Tripartism: [0, 1, 0, 1],
    });
  });

  it('over those asked counts the interviews in which the question was put', () => {
    // Question 5 in I1 and I2. I4 is R1's too, but nobody was asked there.
    const options = { ...OPEN, unit: 'interviews', over: 'asked', questionIds: [5] } as const;
    expect(read(crosstab(STUDY, BY_REGION, options))).toMatchObject({
      of: [2, 1, 2],
      Capacity: [2, 1, 2],
    });
  });

  it('an interview with nobody recorded in it falls in "not given"', () => {
    const interviews = STUDY.interviews.map((interview) =>
      interview.id === 1 ? { ...interview, respondentIds: [] } : interview,
    );
    const table = read(
      crosstab({ ...STUDY, interviews }, BY_REGION, { ...OPEN, unit: 'interviews' }),
    );
    expect(table).toMatchObject({ of: [2, 2, 2, 5], Communication: [0, 0, 1, 1] });
  });
});

describe('passages by region', () => {
  it('the same span is one passage whoever coded it, and once under two sub-codes; documents count', () => {
    // Passages: S1 0-10, S1 20-30, S4 0-10 (Africa); S2 0-10 (both); S2 50-60 (Europe, R3); S5 0-10, S7 0-10 (not given).
    // Capacity: all but S2 50-60 and S5. Visibility adds S5 and counts S1 0-10 once.
    expect(read(crosstab(STUDY, BY_REGION, { ...OPEN, unit: 'passages' }))).toEqual({
      of: [4, 2, 2, 7],
      Visibility: [4, 1, 2, 6],
      Capacity: [4, 1, 1, 5],
      Communication: [1, 0, 0, 1],
      Tripartism: [0, 1, 0, 1],
    });
  });

  it('over those asked, passages of the interviews in which it was asked; documents were not asked', () => {
    const options = { ...OPEN, unit: 'passages', over: 'asked', questionIds: [5] } as const;
    expect(read(crosstab(STUDY, BY_REGION, options))).toMatchObject({
      of: [3, 2, 4],
      Capacity: [3, 1, 3],
    });
  });
});

describe('by source', () => {
  it('passages stand under the source they are in, documents too', () => {
    const table = read(crosstab(STUDY, BY_SOURCE, { ...OPEN, unit: 'passages' }));
    expect(table).toMatchObject({
      of: [2, 2, 0, 1, 1, 0, 1, 7],
      Capacity: [2, 1, 0, 1, 0, 0, 1, 5],
    });
  });

  it('respondents stand under each source they said it in, and once in the total', () => {
    const table = read(crosstab(STUDY, BY_SOURCE, OPEN));
    expect(table).toMatchObject({
      of: [1, 2, 1, 1, 1, 0, 0, 5],
      Capacity: [1, 2, 0, 1, 0, 0, 0, 3],
      Communication: [1, 0, 0, 0, 0, 0, 0, 1],
    });
  });

  it('those interviewed of whom there is no source count in the total denominator only', () => {
    const without = STUDY.sources.filter(({ id }) => id !== 3);
    const columns = BY_SOURCE.columns.filter(({ key }) => key !== '3');
    const table = read(crosstab({ ...STUDY, sources: without }, { ...BY_SOURCE, columns }, OPEN));
    expect(table.of).toEqual([1, 2, 1, 1, 0, 0, 5]);
  });
});

describe('rows', () => {
  it('stand in the order of the tree, with path and depth', () => {
    const { rows } = crosstab(STUDY, BY_REGION, OPEN);
    expect(rows.map(({ path, depth }) => [path, depth])).toEqual([
      ['Visibility', 0],
      ['Visibility > Capacity', 1],
      ['Visibility > Communication', 1],
      ['Tripartism', 0],
    ]);
  });

  it('a code whose parent is missing, or that is its own ancestor, still has its row', () => {
    const codes = [
      { id: 1, parentId: 9, name: 'a', position: 1 },
      { id: 2, parentId: 3, name: 'b', position: 1 },
      { id: 3, parentId: 2, name: 'c', position: 1 },
    ];
    const { rows } = crosstab({ ...STUDY, codes, codings: [] }, BY_REGION, OPEN);
    expect(rows.map((row) => row.path)).toEqual(['a', 'b', 'b > c']);
  });
});
