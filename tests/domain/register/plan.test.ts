import { describe, expect, it } from 'vitest';
import { carryOut, plan } from './build.ts';

describe('a row of the register', () => {
  it('is one interview with its respondents, interviewers and facts', () => {
    const read = plan(`
      Ref  | Date      | End date  | KIND  | Mode      | location | respondents | role     | organisation | group   | region | interviewers | language | consent | notes
      I-01 | 22.4.2013 | 25.4.2013 | group | Telephone | Bangkok  | Ann; Ben    | Director | Office       | Workers | Asia   | MS; EMcG     | en       | given   | came late`);
    expect(read.problems).toEqual([]);
    expect(read.doubts).toEqual([]);
    expect(read.interviews).toEqual([
      {
        line: 2,
        reference: 'I-01',
        date: '2013-04-22',
        endDate: '2013-04-25',
        kind: 'group',
        mode: 'phone',
        location: 'Bangkok',
        language: 'en',
        status: 'done',
        consent: 'given',
        notes: 'came late',
        respondents: [{ planned: 0 }, { planned: 1 }],
        interviewers: ['MS', 'EMcG'],
      },
    ]);
    expect(read.respondents.map((r) => [r.name, r.role, r.group, r.region])).toEqual([
      ['Ann', 'Director', 'Workers', 'Asia'],
      ['Ben', 'Director', 'Workers', 'Asia'],
    ]);
    expect([read.groups, read.regions, read.interviewers]).toEqual([
      ['Workers'],
      ['Asia'],
      ['MS', 'EMcG'],
    ]);
  });

  it('says one thing of all its respondents or, with ";", one of each', () => {
    const read = plan(`
      respondents | group              | role
      Ann; Ben    | Workers; Employers | Adviser`);
    expect(read.respondents.map((r) => [r.group, r.role])).toEqual([
      ['Workers', 'Adviser'],
      ['Employers', 'Adviser'],
    ]);
  });

  it('keeps a ";" in what it says of a single respondent', () => {
    expect(plan('respondents | role\nAnn | Director; Work').respondents[0]?.role).toBe(
      'Director; Work',
    );
  });

  it('doubts a list that is not one value per respondent', () => {
    expect(plan('respondents | role\nAnn; Ben; Cy | Director; Adviser').doubts).toMatchObject([
      { line: 2, field: 'role', reason: 'list-length' },
    ]);
  });

  it('is done when its day has come and planned when it has not, unless it says', () => {
    const read = plan(`
      date      | status
      30.6.2013 |
      1.7.2013  |
                |
      1.7.2013  | Cancelled
                | coded`);
    expect(read.interviews.map((i) => i.status)).toEqual(['done', 'planned', 'cancelled', 'coded']);
  });

  it('counts the people of a group without names', () => {
    const read = plan(`
      respondents                            | head_count
      MOL (6 people)                         |
      Trade Union Representatives (3 persons) |
      Ministry                               | 4`);
    expect(read.respondents.map((r) => [r.name, r.kind, r.headCount])).toEqual([
      ['MOL', 'group', 6],
      ['Trade Union Representatives', 'group', 3],
      ['Ministry', 'group', 4],
    ]);
    expect(read.interviews.map((i) => i.kind)).toEqual(['group', 'group', 'group']);
  });

  it('takes a head count that is the number of those named as what it is', () => {
    const read = plan('respondents | head_count\nAnn; Ben | 2\nMOL (6 people); Cy | 7');
    expect(read.doubts).toEqual([]);
    expect(read.respondents.map((r) => r.headCount)).toEqual([1, 1, 6, 1]);
  });

  it('doubts a head count that contradicts those named', () => {
    expect(plan('respondents | head_count\nAnn; Ben | 5\nMOL (6 people) | 4').doubts).toMatchObject(
      [
        { line: 2, field: 'head_count', text: '5', reading: '2', reason: 'head-count' },
        { line: 3, field: 'head_count', text: '4', reading: '6', reason: 'head-count' },
      ],
    );
  });

  it('has a respondent without a name where it says something of one but names nobody', () => {
    const read = plan('date | group | head_count\n1.5.2013 | Workers | 3\n2.5.2013 | |');
    expect(read.respondents).toMatchObject([
      { name: '', kind: 'group', headCount: 3, group: 'Workers' },
    ]);
    expect(read.interviews.map((i) => i.respondents.length)).toEqual([1, 0]);
  });

  it('makes every column it does not know a variable of its respondents', () => {
    const read = plan('respondents | Sex | Seniority\nAnn | f | high\nBen | | low');
    expect(read.variables).toEqual(['Sex', 'Seniority']);
    expect(read.respondents.map((r) => r.values)).toEqual([
      { Sex: 'f', Seniority: 'high' },
      { Seniority: 'low' },
    ]);
  });

  it('reads a variable by the type the project gave it', () => {
    const variables = [
      { name: 'Age', type: 'number' as const, options: [] },
      { name: 'Since', type: 'date' as const, options: [] },
    ];
    const read = plan('respondents | AGE | since\nAnn | 41,5 | 1.2.2010\nBen | old | 03/04/2010', {
      variables,
    });
    expect(read.respondents.map((r) => r.values)).toEqual([{ Age: '41.5', Since: '2010-02-01' }]);
    expect(read.problems).toMatchObject([
      { line: 3, column: 2, field: 'AGE', reason: 'not-a-number' },
    ]);
    expect(read.doubts).toMatchObject([{ line: 3, field: 'since', isOpen: true }]);
  });
});

describe('the same respondent again', () => {
  it('is joined by exactly the same name and by reference, in the file and in the project', () => {
    const known = carryOut(plan('respondents\nAnn'));
    const read = plan('respondents\nR-01\nAnn\nBen\nBen\nr-01', known);
    expect(read.respondents.map((r) => r.name)).toEqual(['Ben']);
    expect(read.interviews.map((i) => i.respondents)).toEqual([
      [{ known: 1 }],
      [{ planned: 0 }],
      [{ planned: 0 }],
      [{ known: 1 }],
    ]);
  });

  it('is one person when "(2nd)" stands behind the name, and a doubt to look at', () => {
    const read = plan('respondents\nAnn\nAnn (2nd)\nBen (second interview)');
    expect(read.respondents.map((r) => r.name)).toEqual(['Ann', 'Ben']);
    expect(read.interviews.map((i) => i.kind)).toEqual(['individual', 'follow-up', 'follow-up']);
    expect(read.doubts).toMatchObject([
      { line: 3, text: 'Ann (2nd)', reading: 'Ann', reason: 'second-interview' },
      { line: 4, text: 'Ben (second interview)', reading: '', reason: 'second-interview' },
    ]);
  });

  it('is kept apart when the name is spelt otherwise, and that is a doubt', () => {
    const read = plan(
      'respondents\nKathrine Landuyt\nKatherine Landuyt\nANN BO\nAnn Bo\nWorker 1\nWorker 2',
    );
    expect(read.respondents).toHaveLength(6);
    expect(read.doubts.map((d) => [d.line, d.reason])).toEqual([
      [3, 'name-alike'],
      [5, 'name-alike'],
    ]);
  });

  it('of the project is named in a doubt by reference only', () => {
    const known = carryOut(plan('respondents\nAnn Bo'));
    expect(plan('respondents\nAnn Boo', known).doubts).toMatchObject([
      { text: 'Ann Boo', reading: 'R-01' },
    ]);
  });

  it('takes new facts where nothing was said and keeps what was said where they contradict', () => {
    const known = carryOut(plan('date | respondents | group\n1.1.2013 | Ann | Workers'));
    const read = plan(
      'date | respondents | group | role\n2.1.2013 | Ann | Employers | Adviser',
      known,
    );
    expect(read.additions).toMatchObject([{ id: 1, role: 'Adviser', group: '' }]);
    expect(read.doubts).toMatchObject([
      { field: 'group', text: 'Employers', reading: 'Workers', reason: 'differs' },
    ]);
    expect(read.groups).toEqual([]);
  });

  it('cannot be in one interview twice', () => {
    expect(plan('respondents\nAnn; Ann').problems).toMatchObject([
      { line: 2, reason: 'respondent-twice' },
    ]);
  });
});

describe('interviewers', () => {
  it('stand between ";" or "&"', () => {
    expect(
      plan('respondents | interviewers\nAnn | MS & VvdV; EMcG').interviews[0]?.interviewers,
    ).toEqual(['MS', 'VvdV', 'EMcG']);
  });

  it('in another case are one person, almost alike are two, and both are doubts once', () => {
    const read = plan(`
      respondents | interviewers
      Ann         | MS & VvdV
      Ben         | VVdV
      Cy          | VVdV & MS
      Dee         | VVdB & BF`);
    expect(read.interviewers).toEqual(['MS', 'VvdV', 'VVdB', 'BF']);
    expect(read.doubts).toMatchObject([
      { line: 3, text: 'VVdV', reading: 'VvdV', reason: 'interviewer-same' },
      { line: 5, text: 'VVdB', reading: 'VvdV', reason: 'interviewer-alike' },
    ]);
    expect(read.doubts).toHaveLength(2);
  });
});

describe('dates', () => {
  it('that can be read twice are a doubt, and their row waits for a decision', () => {
    const read = plan('date | respondents\n03/04/2013 | Ann\n15/04/2013 | Ben');
    expect(read.doubts).toEqual([
      {
        line: 2,
        column: 1,
        field: 'date',
        text: '03/04/2013',
        reading: '2013-04-03 or 2013-03-04',
        reason: 'day-or-month',
        isOpen: true,
      },
    ]);
    expect(read.interviews.map((i) => i.date)).toEqual(['2013-04-15']);
    expect(read.respondents.map((r) => r.name)).toEqual(['Ben']);
  });

  it('are read in the order that was given', () => {
    const dateOf = (order: 'day' | 'month') =>
      plan('date\n03/04/2013', {}, { order }).interviews[0]?.date;
    expect([dateOf('day'), dateOf('month')]).toEqual(['2013-04-03', '2013-03-04']);
  });

  it('of two columns make one range', () => {
    const read = plan(
      'date | end_date\n22.4.13 | 25.4.13\n22.4.13-25.4.13 | 25.4.13\n22.4.13 | 22.4.13',
    );
    expect(read.interviews.map((i) => [i.date, i.endDate])).toEqual([
      ['2013-04-22', '2013-04-25'],
      ['2013-04-22', '2013-04-25'],
      ['2013-04-22', null],
    ]);
  });
});

describe('what cannot be imported says line, column and why', () => {
  it.each([
    ['date\nsoon', { line: 2, column: 1, field: 'date', text: 'soon', reason: 'not-a-date' }],
    ['ref | date\nI-1 | 31.2.13', { line: 2, column: 2, reason: 'not-a-day' }],
    ['date\n25.4.13-22.4.13', { reason: 'backwards' }],
    ['date | end_date\n25.4.13 | 22.4.13', { column: 2, reason: 'backwards' }],
    ['date | end_date\n22.4.13-25.4.13 | 27.4.13', { column: 2, reason: 'end-twice' }],
    ['date | end_date\n | 22.4.13', { column: 2, reason: 'end-without-date' }],
    [
      'kind\nchat',
      {
        field: 'kind',
        text: 'chat',
        reason: 'unknown-word',
        allowed: expect.arrayContaining(['debrief']),
      },
    ],
    ['respondents | head_count\nAnn | some', { column: 2, reason: 'not-a-count' }],
    ['respondents | head_count\nAnn | 0', { column: 2, reason: 'not-a-count' }],
    ['ref\nI-01\ni-01', { line: 3, column: 1, reason: 'reference-twice' }],
    [
      'ref | date\nI-01 | 1.1.13 | Geneva',
      { line: 2, column: 3, text: 'Geneva', reason: 'too-many-cells' },
    ],
    ['date | Date\n1.1.13 | 1.1.13', { line: 1, column: 2, reason: 'column-twice' }],
    ['date |\n1.1.13 | x', { line: 1, column: 2, reason: 'column-unnamed' }],
    ['name\nAnn', { line: 1, reason: 'no-column-known' }],
    ['', { line: 1, reason: 'no-header' }],
  ])('%j', (text, problem) => {
    const read = plan(text);
    expect(read.problems).toMatchObject([problem]);
    expect(read.interviews.some((i) => i.line === read.problems[0]?.line)).toBe(false);
  });

  it('and every such line is named, not only the first', () => {
    expect(plan('date | kind\nsoon | chat\n1.1.13 | talk').problems.map((p) => p.line)).toEqual([
      2, 2, 3,
    ]);
  });
});
