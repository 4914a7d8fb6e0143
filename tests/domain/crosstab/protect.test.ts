import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosstab, type Crosstab } from '../../../src/domain/crosstab/crosstab.ts';
import type { Classification, Study } from '../../../src/domain/crosstab/study.ts';
import { possibleValues, type Knowledge } from './attacker.ts';
import { OPEN } from './small-study.ts';

/** A study from a table of numbers: `counts[code][column]` of the column's respondents mention the code, the first ones. */
function studyOf(
  sizes: readonly number[],
  counts: readonly (readonly number[])[],
  parents: readonly number[] = [],
) {
  const people = sizes.flatMap((size, column) =>
    Array.from({ length: size }, (_, nth) => ({ id: column * 100 + nth + 1, column, nth })),
  );
  const study: Study = {
    codes: counts.map((_, at) => ({
      id: at + 1,
      parentId: (parents[at] ?? -1) >= 0 ? (parents[at] ?? 0) + 1 : null,
      name: `code ${at + 1}`,
      position: at,
    })),
    codings: counts.flatMap((line, at) =>
      people
        .filter(({ column, nth }) => nth < (line[column] ?? 0))
        .map(({ id }) => ({
          codeId: at + 1,
          sourceId: id,
          interviewId: id,
          coderId: 1,
          start: 0,
          end: 1,
        })),
    ),
    interviews: people.map(({ id }) => ({ id, isDebrief: false, respondentIds: [id] })),
    respondents: people.map(({ id }) => ({ id })),
    sources: people.map(({ id }) => ({ id, interviewId: id })),
    answers: [],
  };
  return study;
}

const columns = (sizes: readonly number[]) =>
  ({
    by: 'respondent' as const,
    columns: sizes.map((_, at) => ({ key: String(at), label: `column ${at}` })),
    notGiven: 'not given',
    of: new Map(
      sizes.flatMap((size, column) =>
        Array.from({ length: size }, (_, nth) => [column * 100 + nth + 1, [String(column)]]),
      ),
    ),
  }) satisfies Classification;

const publish = (
  sizes: readonly number[],
  counts: readonly (readonly number[])[],
  minCell: number,
  parents: readonly number[] = [],
): Crosstab => crosstab(studyOf(sizes, counts, parents), columns(sizes), { ...OPEN, minCell });

const lines = (table: Crosstab) => table.rows.map((row) => [...row.cells, row.total]);

describe('protection of small groups', () => {
  it('hides a cell below the minimum, and the next smallest with it, so that the total does not give it back', () => {
    expect(lines(publish([20, 20, 20], [[2, 9, 7]], 5))).toEqual([[null, 9, null, 18]]);
  });

  it('lets noughts stand, and hides nothing when nothing is small', () => {
    expect(lines(publish([20, 20, 20], [[0, 9, 7]], 5))).toEqual([[0, 9, 7, 16]]);
  });

  it('leaves two small cells that hide each other', () => {
    expect(lines(publish([20, 20, 20], [[2, 3, 7]], 5))).toEqual([[null, null, 7, 12]]);
  });

  it('hides a third where two small cells could only be as they are: 2 and 2 of 4, when each is below 3', () => {
    expect(lines(publish([20, 20, 20], [[2, 2, 7]], 3))).toEqual([[null, null, null, 11]]);
  });

  it('takes a nought to hide behind when there is no number left', () => {
    expect(lines(publish([20, 20, 20], [[4, 4, 0]], 5))).toEqual([[null, null, null, 8]]);
  });

  it('hides a total that is itself below the minimum', () => {
    expect(lines(publish([20, 20], [[2, 0]], 5))).toEqual([[null, 0, null]]);
  });

  it('hides a whole column of too few respondents, noughts too, and says so by its denominator', () => {
    const table = publish(
      [3, 20, 20],
      [
        [0, 9, 7],
        [3, 8, 6],
      ],
      5,
    );
    expect(table.columns[0]?.denominator).toBe(3);
    expect(table.rows.map((row) => row.cells[0])).toEqual([null, null]);
  });

  it('does not let a total of nought say that nobody in a small column mentioned it', () => {
    expect(lines(publish([3, 20], [[0, 0]], 5))).toEqual([[null, 0, null]]);
  });

  it('hides the cell of a code where it would give back a small one of its sub-codes', () => {
    // 11 under the code, 7 under one sub-code and nothing by itself: the other has 4 at least, and below 5 that is 4.
    const sizes = [20, 20, 20];
    const counts = [
      [0, 0, 0],
      [7, 8, 9],
      [4, 6, 6],
    ];
    const study = studyOf(sizes, counts, [-1, 0, 0]);
    // The second sub-code's respondents are others than the first's.
    const codings = study.codings.map((coding) =>
      coding.codeId === 3
        ? { ...coding, sourceId: coding.sourceId + 10, interviewId: (coding.interviewId ?? 0) + 10 }
        : coding,
    );
    const table = crosstab({ ...study, codings }, columns(sizes), { ...OPEN, minCell: 5 });
    expect(table.rows[2]?.cells[0]).toBeNull();
    expect(table.rows[0]?.cells[0]).toBeNull();
  });

  it("counts the respondents behind passages: one person's twelve passages stay hidden", () => {
    const study = studyOf([10, 10], [[1, 8]]);
    const [first] = study.codings;
    if (!first) throw new Error('the study has codings');
    const more = Array.from({ length: 11 }, (_, at) => ({ ...first, start: at + 1, end: at + 2 }));
    const table = crosstab({ ...study, codings: [...study.codings, ...more] }, columns([10, 10]), {
      ...OPEN,
      unit: 'passages',
      minCell: 5,
    });
    expect(table.rows[0]?.cells[0]).toBeNull();
  });

  it('does not hide what only documents say', () => {
    const study = studyOf([10], [[0]]);
    const coding = { codeId: 1, sourceId: 999, interviewId: null, coderId: 1, start: 0, end: 1 };
    const sources = [...study.sources, { id: 999, interviewId: null }];
    const table = crosstab({ ...study, codings: [coding], sources }, columns([10]), {
      ...OPEN,
      unit: 'passages',
      minCell: 5,
    });
    expect(lines(table)).toEqual([[0, 1, 1]]);
  });

  it('is off with a minimum of nought or one', () => {
    for (const minCell of [0, 1]) {
      expect(lines(publish([1, 20], [[1, 2]], minCell))).toEqual([[1, 2, 3]]);
    }
  });
});

/** Tables of up to three codes in a tree and three columns, small enough for the attacker to try everything. */
const published = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 3 }),
    shares: fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
    isTree: fc.boolean(),
    minCell: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ sizes, shares, isTree, minCell }) => {
    const counts = shares.map((line) => sizes.map((size, at) => Math.min(size, line[at] ?? 0)));
    const parents = counts.map((_, at) => (isTree && at > 0 ? 0 : -1));
    return { sizes, counts, parents, minCell };
  });

type Drawn = typeof published extends fc.Arbitrary<infer T> ? T : never;

function attack({ sizes, counts, parents, minCell }: Drawn) {
  const study = studyOf(sizes, counts, parents);
  const by = columns(sizes);
  const open = lines(crosstab(study, by, OPEN));
  const own = lines(crosstab(study, by, { ...OPEN, withSubcodes: false }));
  const table = crosstab(study, by, { ...OPEN, minCell });
  const people = [
    ...table.columns.map((column) => column.denominator ?? 0),
    table.denominator ?? 0,
  ];
  const isSmallColumn = (column: number) => (people[column] ?? 0) < minCell;
  const isSecret = (row: number, column: number) => {
    const value = open[row]?.[column] ?? 0;
    return isSmallColumn(column) || (value > 0 && value < minCell);
  };
  const known: Knowledge = {
    table,
    parents,
    ownHigh: own.map((line) =>
      line.map((n) => (n !== null && n > 0 && n < minCell ? minCell - 1 : (n ?? 0))),
    ),
    range: (_row, column) => [0, people[column] ?? 0],
  };
  /** Knows besides which of the hidden cells are the small ones. */
  const informed: Knowledge = {
    ...known,
    range: (row, column) =>
      isSecret(row, column) && !isSmallColumn(column) && minCell > 2
        ? [1, minCell - 1]
        : [0, people[column] ?? 0],
  };
  return { table: lines(table), open, known, informed, isSecret };
}

describe('what a reader can work out', () => {
  it('no hidden cell that is small, in 1,000 tables, with every whole number tried', () => {
    fc.assert(
      fc.property(published, (drawn) => {
        const { table, known, isSecret } = attack(drawn);
        table.forEach((line, row) => {
          line.forEach((cell, column) => {
            if (!isSecret(row, column)) return;
            expect(cell).toBeNull();
            expect(possibleValues(known, row, column).length).toBeGreaterThan(1);
          });
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('not even what a code has over its sub-code when it can have it in one column only', () => {
    // 3 under the code, 2 under its sub-code: the one between them can only be in the second column.
    const { table, known, isSecret } = attack({
      sizes: [2, 1, 1],
      counts: [
        [0, 1, 0],
        [2, 0, 0],
      ],
      parents: [-1, 0],
      minCell: 2,
    });
    table.forEach((line, row) => {
      line.forEach((_, column) => {
        if (isSecret(row, column))
          expect(possibleValues(known, row, column).length).toBeGreaterThan(1);
      });
    });
  });

  it('nor by knowing which of them are the small ones, unless the whole row is hidden', () => {
    fc.assert(
      fc.property(published, (drawn) => {
        const { table, informed, isSecret } = attack(drawn);
        table.forEach((line, row) => {
          if (line.every((cell) => cell === null)) return;
          line.forEach((_, column) => {
            if (!isSecret(row, column)) return;
            expect(possibleValues(informed, row, column).length).toBeGreaterThan(1);
          });
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never shows another number than the true one', () => {
    fc.assert(
      fc.property(published, (drawn) => {
        const { table, open } = attack(drawn);
        table.forEach((line, row) => {
          line.forEach((cell, column) => {
            if (cell !== null) expect(cell).toBe(open[row]?.[column]);
          });
        });
      }),
    );
  });
});
