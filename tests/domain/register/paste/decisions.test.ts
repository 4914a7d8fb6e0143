import { describe, expect, it } from 'vitest';
import { accounts } from '../../../../src/domain/register/paste/index.ts';
import { decided, doubts, interview, kinds, LIST, names, read } from './build.ts';

const THREE = 'Ann Lee HEALTH 15.3.2013 MS\nBrisk\nBob Ray HEALTH 16.3.2013 MS';

describe('corrections', () => {
  it.each([
    ['heading', [['Ann Lee'], ['Bob Ray']]],
    ['joins', [['Ann Lee', 'Brisk'], ['Bob Ray']]],
    ['aside', [['Ann Lee'], ['Bob Ray']]],
    ['unknown', [['Ann Lee'], ['Bob Ray']]],
    ['title', [['Ann Lee'], ['Bob Ray']]],
    ['continues', [['Ann Lee'], ['Bob Ray']]],
  ] as const)('a line is what a person says: %s', (kind, expected) => {
    const reading = decided(THREE, { lines: { 2: { kind } } });
    expect(kinds(reading)[1]).toBe(kind);
    expect(names(reading)).toEqual(expected);
    expect(doubts(reading, 'heading-unsure')).toEqual([]);
    expect(accounts(reading).isComplete).toBe(true);
  });

  it('a row without a date begins where a person says', () => {
    const reading = decided('Ann Lee HEALTH MS\nBob Ray HEALTH 16.3.2013 MS', {
      lines: { 1: { kind: 'start', cells: { date: '15.3.2013', interviewers: 'MS' } } },
    });
    expect(reading.interviews.map((i) => i.date)).toEqual(['2013-03-15', '2013-03-16']);
    expect(accounts(reading).isComplete).toBe(true);
  });

  it('cells are what a person writes, for the respondent of the line', () => {
    const reading = decided('Ann Lee HEALTH 15.3.2013 MS\nBob Ray\nCara Poe HEALTH 16.3.2013 MS', {
      lines: {
        1: { cells: { department: 'Fish', interviewers: 'AB; CD', location: 'Accra' } },
        2: { cells: { name: 'Bobby Ray' }, confirmed: ['joins-above'] },
      },
    });
    expect(interview(reading)).toMatchObject({
      location: 'Accra',
      interviewers: ['AB', 'CD'],
      respondents: [
        { name: 'Ann Lee', department: 'Fish' },
        { name: 'Bobby Ray', department: '' },
      ],
    });
    expect(reading.doubts).toEqual([]);
  });

  it('a head count that a person gives ends the doubt about it', () => {
    const text = 'Members of the\nGrowers\n 15.3.2013 MS';
    const reading = decided(text, { lines: { 1: { headCount: 7 } } });
    expect(interview(reading).respondents).toMatchObject([{ headCount: 7, kind: 'group' }]);
    expect(reading.doubts).toEqual([]);
  });

  it('a doubt that was looked at is not raised again', () => {
    const first = read(LIST);
    const lines = Object.fromEntries(
      first.lines.map(({ line }) => [
        line,
        { confirmed: first.doubts.filter((d) => d.line === line).map((d) => d.reason) },
      ]),
    );
    const interviewers = Object.fromEntries(
      first.doubts.filter((d) => d.field === 'interviewers').map((d) => [d.text, d.text]),
    );
    expect(first.doubts.length).toBeGreaterThan(5);
    expect(decided(LIST, { lines, interviewers }).doubts).toEqual([]);
  });

  it('names that are also words of the language are names', () => {
    const reading = decided('Ann Lee HEALTH 15.3.2013 valueOf & constructor', { interviewers: {} });
    expect(interview(reading).interviewers).toEqual(['valueOf', 'constructor']);
  });
});
