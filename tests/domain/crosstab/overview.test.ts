import { describe, expect, it } from 'vitest';
import { overviewTable } from '../../../src/domain/crosstab/overview.ts';

const ROWS = [
  { key: 'w', label: 'Workers' },
  { key: 'e', label: 'Employers' },
];
const OPTIONS = {
  rows: ROWS,
  notGiven: 'not given',
  of: 'respondent',
  countDebriefs: false,
} as const;

const held = (id: number, respondentIds: number[], row = '') => ({
  id,
  isDebrief: false,
  respondentIds,
  row,
});
const person = (id: number, row: string, headCount = 1) => ({ id, row, headCount });

describe('the overview table', () => {
  it('a person interviewed three times is three interviews and one person', () => {
    const table = overviewTable(
      [held(1, [1]), held(2, [1]), held(3, [1])],
      [person(1, 'w')],
      OPTIONS,
    );
    expect(table.rows[0]).toMatchObject({ label: 'Workers', interviews: 3, participants: 1 });
    expect(table.total).toEqual({ interviews: 3, participants: 1 });
  });

  it('an unnamed group counts as many people as its head count', () => {
    const table = overviewTable(
      [held(1, [1]), held(2, [2])],
      [person(1, 'w', 6), person(2, 'w')],
      OPTIONS,
    );
    expect(table.rows[0]).toMatchObject({ interviews: 2, participants: 7 });
  });

  it('an interview with people of two groups counts in both rows and once in the total', () => {
    const table = overviewTable([held(1, [1, 2])], [person(1, 'w'), person(2, 'e')], OPTIONS);
    expect(table.rows.map((row) => row.interviews)).toEqual([1, 1]);
    expect(table.total).toEqual({ interviews: 1, participants: 2 });
  });

  it('debriefs and the people in them stand apart, unless the project counts them', () => {
    const interviews = [held(1, [1]), { id: 2, isDebrief: true, respondentIds: [1, 2] }];
    const people = [person(1, 'w'), person(2, 'e')];
    const table = overviewTable(interviews, people, OPTIONS);
    expect(table.total).toEqual({ interviews: 1, participants: 1 });
    expect(table.debriefs).toEqual({ interviews: 1, participants: 2 });
    const counted = overviewTable(interviews, people, { ...OPTIONS, countDebriefs: true });
    expect(counted.total).toEqual({ interviews: 2, participants: 2 });
    expect(counted.debriefs).toEqual({ interviews: 0, participants: 0 });
  });

  it('a row that nobody falls in stays; those whose group is not given have a row only when there are any', () => {
    const table = overviewTable([held(1, [1])], [person(1, 'w')], OPTIONS);
    expect(table.rows.map((row) => row.label)).toEqual(['Workers', 'Employers']);
    const open = overviewTable([held(1, [1]), held(2, [])], [person(1, '')], OPTIONS);
    expect(open.rows[2]).toMatchObject({ label: 'not given', interviews: 2, participants: 1 });
  });

  it('by location a person counts at each place and once in the total', () => {
    const options = {
      ...OPTIONS,
      of: 'interview',
      rows: [
        { key: 'b', label: 'Bangkok' },
        { key: 'g', label: 'Geneva' },
      ],
    } as const;
    const table = overviewTable([held(1, [1], 'b'), held(2, [1], 'g')], [person(1, 'w')], options);
    expect(table.rows.map((row) => row.participants)).toEqual([1, 1]);
    expect(table.total).toEqual({ interviews: 2, participants: 1 });
  });

  it('reckons a published table from its register: 5 interviews with governments, 10 people', () => {
    // Three officials alone, one of them again, and one meeting with a group of seven.
    const interviews = [held(1, [1]), held(2, [2]), held(3, [3]), held(4, [1]), held(5, [4])];
    const people = [person(1, 'g'), person(2, 'g'), person(3, 'g'), person(4, 'g', 7)];
    const table = overviewTable(interviews, people, {
      ...OPTIONS,
      rows: [{ key: 'g', label: 'Governments' }],
    });
    expect(table.rows[0]).toMatchObject({ interviews: 5, participants: 10 });
  });
});
