import { describe, expect, it } from 'vitest';
import { crosstab } from '../../../src/domain/crosstab/crosstab.ts';
import type { Classification, Study, StudyCoding } from '../../../src/domain/crosstab/study.ts';

const CODE = 1;
const PART = -1;

/** Twenty respondents, each interviewed alone; the first so many have the code, and of them the first so many the part. */
function studyOf(withCode: number, withPart: number): Study {
  const ids = Array.from({ length: 20 }, (_, at) => at + 1);
  const coded = (codeId: number, n: number): StudyCoding[] =>
    ids
      .slice(0, n)
      .map((id) => ({ codeId, sourceId: id, interviewId: id, coderId: 1, start: 0, end: 9 }));
  return {
    codes: [
      { id: CODE, parentId: null, name: 'Capacity', position: 1 },
      { id: PART, parentId: CODE, name: 'Query', position: 2, isPart: true },
    ],
    codings: [...coded(CODE, withCode), ...coded(PART, withPart)],
    interviews: ids.map((id) => ({ id, isDebrief: false, respondentIds: [id] })),
    respondents: ids.map((id) => ({ id })),
    sources: ids.map((id) => ({ id, interviewId: id })),
    answers: [],
  };
}

const by: Classification = {
  by: 'respondent',
  columns: [{ key: 'all', label: 'All' }],
  notGiven: 'not given',
  of: new Map(Array.from({ length: 20 }, (_, at) => [at + 1, ['all']])),
};

const shown = (withCode: number, withPart: number) => {
  const table = crosstab(studyOf(withCode, withPart), by, {
    unit: 'respondents',
    over: 'all',
    withSubcodes: true,
    countDebriefs: false,
    minCell: 5,
  });
  return table.rows.map(({ cells, total, small }) => ({ cells, total, small }));
};

describe('the row of a query in a protected table', () => {
  it('is shown where it and what the code has besides are both large enough', () => {
    expect(shown(16, 9).map(({ total }) => total)).toEqual([16, 9]);
    expect(shown(16, 16).map(({ total }) => total)).toEqual([16, 16]);
  });

  it('is hidden where the code less the query would tell of fewer respondents than the minimum', () => {
    const [code, part] = shown(16, 14);
    expect(code?.total).toBe(16);
    expect(part?.cells).toEqual([null]);
    expect(part?.total).toBeNull();
    // It is not small itself, and is not said to be.
    expect(part?.small).toEqual([false, false]);
  });

  it('is hidden where it is small itself, and the code above with it stays', () => {
    const [code, part] = shown(16, 3);
    expect(code?.total).toBe(16);
    expect(part?.total).toBeNull();
  });
});
