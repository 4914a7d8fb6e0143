import { describe, expect, it } from 'vitest';
import { accounts } from '../../../../src/domain/register/paste/index.ts';
import { departments, interview, kinds, names, read } from './build.ts';

const TABS = [
  'People we met',
  'Name\tUnit\tDate of interview\tInterviewers\tRemarks',
  'Kenya',
  'Ann Lee\tHealth things\t15.3.2013\tMS & AB\tby phone',
  '\tand more\t\t\t',
  'Bob Ray',
  'Cara Poe (2nd)\tWATER\t22.4.13-\tMS\t',
  '\t\t25.4.13\t\t',
  '"Dan',
  'Roe"\tWATER\t13,5,13\tMS\t',
].join('\n');

describe('cells divided by a mark', () => {
  it('are told apart by it, whatever their words', () => {
    const reading = read(TABS);
    expect(kinds(reading)).toEqual([
      'title',
      'columns',
      'heading',
      'start',
      'continues',
      'joins',
      'start',
      'continues',
      'start',
      'continues',
    ]);
    expect(names(reading)).toEqual([['Ann Lee', 'Bob Ray'], ['Cara Poe'], ['Dan Roe']]);
    expect(departments(reading)).toEqual(['Health things and more', 'WATER', 'WATER']);
    expect(interview(reading)).toMatchObject({ location: 'Kenya', note: 'by phone' });
    expect(interview(reading, 1)).toMatchObject({ date: '2013-04-22', endDate: '2013-04-25' });
    expect(accounts(reading).isComplete).toBe(true);
  });

  it('may be in any order, with a header or without', () => {
    const rows = '15.3.2013;Ann Lee;Health;MS\n16.3.2013;Bob Ray;Water;AB';
    const headed = read(`Date;Respondent;Organisation;Interviewer\n${rows}`);
    for (const reading of [headed, read(rows)]) {
      expect(names(reading)).toEqual([['Ann Lee'], ['Bob Ray']]);
      expect(departments(reading)).toEqual(['Health', 'Water']);
      expect(reading.interviews.map((i) => i.interviewers)).toEqual([['MS'], ['AB']]);
    }
  });

  it('may have a place of their own', () => {
    const reading = read('Name\tPlace\tDate\nAnn Lee\tAccra\t15.3.2013');
    expect(interview(reading).location).toBe('Accra');
  });

  it('a quote that nothing closes is a mark like any other', () => {
    const reading = read('"Ann Lee\tHealth\t15.3.2013\tMS\nBob Ray\tWater\t16.3.2013\tMS');
    expect(reading.interviews).toHaveLength(2);
    expect(accounts(reading).isComplete).toBe(true);
  });
});
