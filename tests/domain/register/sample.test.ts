import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/domain/csv/read.ts';
import { readPublished } from '../../../src/domain/register/published.ts';
import { balanceOf, readPlan } from '../../../src/domain/register/sample.ts';

const rowsOf = (text: string) => {
  const reading = readCsv(text);
  return reading.ok ? reading.rows : [];
};

describe('how far a plan is reached', () => {
  const people = [
    { groupId: 1, regionId: 1, people: 1 },
    { groupId: 1, regionId: 2, people: 6 },
    { groupId: 2, regionId: null, people: 1 },
  ];
  const done = (groupId: number | null, regionId: number | null, planned = 4) =>
    balanceOf([{ groupId, regionId, planned }], people)[0];

  it('counts people, a group without names by its head count', () => {
    expect(done(1, 2)).toMatchObject({ done: 6, short: 0 });
    expect(done(1, 1)).toMatchObject({ done: 1, short: 3 });
  });

  it('counts everyone where the plan does not tell groups or regions apart', () => {
    expect(done(1, null, 9)).toMatchObject({ done: 7, short: 2 });
    expect(done(null, 1)).toMatchObject({ done: 1, short: 3 });
  });

  it('counts nobody whose region is not known in a region', () => {
    expect(done(2, 1)).toMatchObject({ done: 0, short: 4 });
  });
});

describe('the table of a plan', () => {
  it('has its columns in any order and case, and one of group and region may be missing', () => {
    expect(readPlan(rowsOf('Planned;Group\n6;Employers\n')).lines).toEqual([
      { line: 2, group: 'Employers', region: '', planned: 6 },
    ]);
    expect(readPlan(rowsOf('region\tplanned\nAfrica\t\n')).lines).toEqual([
      { line: 2, group: '', region: 'Africa', planned: 0 },
    ]);
  });

  it.each([
    ['group,number\nA,1', 'noColumns', 1],
    ['group,planned\nA,many', 'notANumber', 2],
    ['group,planned\nA,-1', 'notANumber', 2],
    ['group,planned\nA,1.5', 'notANumber', 2],
    ['group,planned\n,1', 'ofNothing', 2],
    ['group,planned\nA,1\na,2', 'twice', 3],
  ])('is refused with the line: %j', (text, reason, line) => {
    expect(readPlan(rowsOf(text)).problems).toMatchObject([{ reason, line }]);
  });
});

describe('a published table', () => {
  it('has a label, interviews and people in each row, with or without a header', () => {
    const row = { label: 'Headquarters, Geneva', interviews: 34, participants: 1026 };
    expect(
      readPublished(rowsOf('group,interviews,people\n"Headquarters, Geneva",34,1026')),
    ).toEqual({ rows: [row], problems: [] });
    expect(readPublished(rowsOf('Headquarters, Geneva\t34\t1 026\n')).rows).toEqual([row]);
  });

  it('says which line it cannot read', () => {
    expect(readPublished(rowsOf('a,1,2\nb,few,2')).problems).toEqual([
      { line: 2, text: 'b, few, 2' },
    ]);
  });
});
