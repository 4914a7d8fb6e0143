import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegister, registerHeader, registerRow } from '../../../src/domain/register/index.ts';
import type { Known, TableRow } from '../../../src/domain/register/index.ts';
import { carryOut, NOTHING_KNOWN, plan } from './build.ts';

const REGISTER = `
  date            | respondents    | group   | interviewers | Sex
  15.3.2013       | Ann            | Workers | MS & VvdV    | f
  22.4.13-25.4.13 | MOL (6 people) | Asia    | VVdV         |
  16.5.13         | Ann (2nd)      | Workers | MS           | f
                  | Ann            |         |              |
  16.5.13         |                | Europe  | MS           |
  16.5.13         |                | Europe  | MS           |`;

/** The project's register as `interviews export` writes it. */
function written(known: Known): TableRow[] {
  const names = known.variables.map((variable) => variable.name);
  const rows = known.interviews.map((interview) => {
    const respondents = known.respondents.filter(({ id }) => interview.respondentIds.includes(id));
    return registerRow({ ...interview, respondents }, names);
  });
  return [registerHeader(names), ...rows].map((cells, i) => ({ line: i + 1, cells }));
}

describe('importing the same file twice', () => {
  it('adds nothing, also of respondents without a name and of the same row twice', () => {
    const known = carryOut(plan(REGISTER));
    const again = plan(REGISTER, known);
    expect([again.interviews, again.respondents, again.additions]).toEqual([[], [], []]);
    expect([again.groups, again.variables, again.interviewers]).toEqual([[], [], []]);
    expect(again.unchanged).toBe(6);
  });

  it('after one row was added to it adds that row', () => {
    const known = carryOut(plan(REGISTER));
    expect(plan(`${REGISTER}\n17.5.13 | Ben | | |`, known).interviews).toMatchObject([
      { date: '2013-05-17' },
    ]);
  });

  it('leaves an interview that stands otherwise as it stands, and says so', () => {
    const known = carryOut(plan('ref | date | location | notes\nI-01 | 1.1.13 | Geneva | long'));
    const read = plan('ref | date | location | notes\nI-01 | 2.1.13 | Bern | short', known);
    expect(read.interviews).toEqual([]);
    expect(read.doubts).toMatchObject([
      { field: 'location', text: 'Bern', reading: 'Geneva', reason: 'differs' },
      { field: 'notes', text: '', reading: '', reason: 'differs' },
      { field: 'date', text: '2.1.13', reading: '2013-01-01', reason: 'differs' },
    ]);
  });

  it('adds to known respondents what a new column says of them', () => {
    const known = carryOut(plan(REGISTER));
    const read = plan('date | respondents | Rank\n15.3.2013 | Ann | high', known);
    expect(read.interviews).toEqual([]);
    expect(read.additions).toMatchObject([{ id: 1, values: { Rank: 'high' } }]);
    expect(read.variables).toEqual(['Rank']);
  });

  it('remarks two rows that say the same, and imports both', () => {
    const read = plan('date | respondents\n1.1.13 | Ann\n1.1.13 | Ann');
    expect(read.interviews).toHaveLength(2);
    expect(read.doubts).toMatchObject([{ line: 3, reason: 'same-twice' }]);
  });
});

describe('an exported register', () => {
  const options = { order: null, today: '2013-06-30' };

  it('has no names in it', () => {
    expect(JSON.stringify(written(carryOut(plan(REGISTER))))).not.toMatch(/Ann|MOL/);
  });

  it('read back into its project adds nothing and doubts nothing', () => {
    const known = carryOut(plan(REGISTER));
    const again = readRegister(written(known), known, options);
    expect(again).toMatchObject({
      interviews: [],
      respondents: [],
      additions: [],
      doubts: [],
      problems: [],
    });
  });

  it('read into an empty project is written the same from there', () => {
    const word = fc
      .stringMatching(/^[A-Za-z;, ]{0,12}$/)
      .map((text) => text.trim().replace(/\s+/g, ' '));
    const name = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
    const row = fc.record({
      date: fc.constantFrom('', '2013-04-22', '2013-04-22/2013-04-25'),
      respondents: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
      head: fc.integer({ min: 1, max: 9 }),
      role: word,
      group: name,
      interviewers: fc.uniqueArray(name, { maxLength: 3 }),
      notes: fc.string(),
      other: word,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const cells = rows.map((r) => [
          r.date,
          r.respondents.map((n) => `R-0${n}`).join(';'),
          r.respondents.length === 1 ? String(r.head) : '',
          r.respondents.length === 1 ? r.role : r.role.replaceAll(';', ','),
          r.group,
          r.interviewers.join(';'),
          r.notes,
          r.other.replaceAll(';', ','),
        ]);
        const header = [
          'date',
          'respondents',
          'head_count',
          'role',
          'group',
          'interviewers',
          'notes',
          'Other',
        ];
        const numbered = [header, ...cells].map((c, i) => ({ line: i + 1, cells: c }));
        const first = carryOut(readRegister(numbered, NOTHING_KNOWN, options));
        const copy = carryOut(readRegister(written(first), NOTHING_KNOWN, options));
        const again = carryOut(readRegister(written(copy), NOTHING_KNOWN, options));
        expect(written(again)).toEqual(written(copy));
        expect(copy.interviews).toHaveLength(first.interviews.length);
      }),
      { numRuns: 200 },
    );
  });
});
