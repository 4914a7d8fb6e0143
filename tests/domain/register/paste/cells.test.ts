import { describe, expect, it } from 'vitest';
import { departments, doubts, interview, names, read } from './build.ts';

const rows = (...before: string[]): string =>
  before.map((text, i) => `${text} ${15 + i}.3.2013 MS`).join('\n');

describe('where the name ends', () => {
  it('is shown by a unit in capitals, a role, a body or a place', () => {
    const reading = read(
      rows(
        'Ann Min Lee HEALTH',
        'Bob Ray Senior Adviser',
        'Cara Poe European Bureau',
        'Dan Roe Kenya, Head of Office',
        'Eva de la Pena Director of Fish',
      ),
    );
    expect(names(reading).flat()).toEqual([
      'Ann Min Lee',
      'Bob Ray',
      'Cara Poe',
      'Dan Roe',
      'Eva de la Pena',
    ]);
    expect(doubts(reading, 'name-end')).toEqual([]);
  });

  it('is shown by a department that other rows have', () => {
    const reading = read(rows('Ann Lee Pia Finance', 'Bob Ray Finance', 'Cara Poe Finance'));
    expect(names(reading).flat()).toEqual(['Ann Lee Pia', 'Bob Ray', 'Cara Poe']);
    expect(doubts(reading, 'name-end')).toEqual([]);
  });

  it('is shown by a respondent the project has', () => {
    const known = {
      respondents: [{ id: 4, reference: 'R-04', name: 'Ann Min Lee' }],
      interviewers: [],
    };
    const reading = read(rows('Ann Min Lee Water Users'), { known });
    expect(departments(reading)).toEqual(['Water Users']);
    expect(interview(reading).respondents[0]?.earlier).toEqual({ known: 4, reference: 'R-04' });
  });

  it('is shown by the same name in a row where it is certain', () => {
    const reading = read(rows('Ann Min Lee HEALTH', 'Ann Min Lee Water Users'));
    expect(departments(reading)).toEqual(['HEALTH', 'Water Users']);
  });

  it('is the usual length of a name where nothing shows it, with the others as alternatives', () => {
    const reading = read(rows('Ann Lee Water Things'));
    expect(names(reading).flat()).toEqual(['Ann Lee']);
    expect(doubts(reading, 'name-end')).toMatchObject([
      { reading: 'Ann Lee', alternatives: ['Ann', 'Ann Lee Water'] },
    ]);
  });

  it('is the end of the cell in a list without departments', () => {
    const reading = read(`Name Date Interviewers\n${rows('Ann Lee Poe', 'Bob Ray Poe')}`);
    expect(names(reading).flat()).toEqual(['Ann Lee Poe', 'Bob Ray Poe']);
    expect(doubts(reading, 'name-end')).toEqual([]);
  });

  it('is not the surname in capitals', () => {
    const reading = read(rows('Ann LEE HEALTH', 'Bob RAY HEALTH'));
    expect(names(reading).flat()).toEqual(['Ann LEE', 'Bob RAY']);
  });
});

describe('what is said in a name', () => {
  it('a hyphen at the end of a line stays before a capital, and is a doubt before a small letter', () => {
    expect(names(read('Ann Berg-\nHolm\nHEALTH 15.3.2013 MS'))).toEqual([['Ann Berg-Holm']]);
    const divided = read('Ann Berg-\nholm\nHEALTH 15.3.2013 MS');
    expect(names(divided)).toEqual([['Ann Bergholm']]);
    expect(doubts(divided, 'hyphen')).toMatchObject([{ alternatives: ['Ann Berg-holm'] }]);
  });

  it('an honorific is kept beside the name', () => {
    const [respondent] = interview(read('Dr.\nAnn Lee\nHEALTH 15.3.2013 MS')).respondents;
    expect(respondent).toMatchObject({ name: 'Ann Lee', honorific: 'Dr.' });
  });

  it.each([
    ['Growers (6 people) HEALTH 15.3.2013 MS', 'Growers', 6],
    ['FGH (3 representatives) HEALTH 15.3.2013 MS', 'FGH', 3],
    ['Growers (two women) HEALTH 15.3.2013 MS', 'Growers', 2],
    ['Growers (n = 12) HEALTH 15.3.2013 MS', 'Growers', 12],
    ['Fish Union\nDelegates (3\npersons)\nHEALTH 15.3.2013 MS', 'Fish Union Delegates', 3],
    ['Fish Union\nDelegates (3\nHEALTH 15.3.2013 MS\n persons)', 'Fish Union Delegates', 3],
  ])('a head count is read, also over the ends of lines: %j', (text, name, headCount) => {
    const reading = read(text);
    expect(interview(reading).respondents).toMatchObject([{ name, headCount, kind: 'group' }]);
    expect(doubts(reading, 'group-size')).toEqual([]);
  });

  it('a group whose size is not said counts as one person, in doubt', () => {
    const reading = read('Members of the\nGrowers\n 15.3.2013 MS\nKLM NOP HEALTH 16.3.2013 MS');
    expect(reading.interviews.map((i) => i.kind)).toEqual(['group', 'group']);
    expect(doubts(reading, 'group-size').map((doubt) => doubt.line)).toEqual([1, 4]);
  });

  it('a role where a name should be is one person, in doubt', () => {
    const reading = read('FGH Senior Expert ACCRA 15.3.2013 MS\nAnn Lee ACCRA 16.3.2013 MS');
    expect(interview(reading).respondents).toMatchObject([
      { name: 'FGH Senior Expert', kind: 'person', headCount: 1 },
    ]);
    expect(doubts(reading, 'unnamed')).toHaveLength(1);
  });

  it('a debrief is one, with those it was held with', () => {
    const reading = read('Debrief with senior\nofficers\n  8.5.13 MS');
    expect(interview(reading)).toMatchObject({
      kind: 'debrief',
      respondents: [{ name: 'senior officers' }],
    });
  });

  it('two full names in one cell are two respondents; a shared surname is left to a person', () => {
    expect(names(read('Ann Lee & Bob Ray HEALTH 15.3.2013 MS'))).toEqual([['Ann Lee', 'Bob Ray']]);
    const shared = read('Ann and Bob Ray HEALTH 15.3.2013 MS');
    expect(names(shared)).toEqual([['Ann and Bob Ray']]);
    expect(doubts(shared, 'joint-unsure')).toHaveLength(1);
  });

  it('what an interview was about is a note', () => {
    const reading = read('Ann Lee\n(INTERVIEW ABOUT\nACCRA)\nHEALTH 15.3.2013 MS');
    expect(interview(reading)).toMatchObject({
      note: 'INTERVIEW ABOUT ACCRA',
      respondents: [{ name: 'Ann Lee', department: 'HEALTH' }],
    });
  });
});
