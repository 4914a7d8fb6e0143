import { describe, expect, it } from 'vitest';
import { accounts } from '../../../../src/domain/register/paste/index.ts';
import { departments, doubts, interview, kinds, LIST, names, read } from './build.ts';

describe('a list copied out of a report', () => {
  const reading = read(LIST);

  it('has every line accounted for, and none that is not understood', () => {
    const { isComplete, kinds: count } = accounts(reading);
    expect(isComplete).toBe(true);
    expect(count).toMatchObject({ title: 1, columns: 1, heading: 4, joins: 2, unknown: 0 });
    expect(count.start).toBe(reading.interviews.length);
  });

  it('tells names from departments however both are wrapped', () => {
    expect(names(reading)).toEqual([
      ['Tora Melk'],
      ['Ilse Brandvik'],
      ["Friends of the Farmers' group"],
      ['Odd Rasmusgard'],
      ['Wenche Solbakk-Dahl'],
      ['Pia Quist', 'Liv Mona Aasen Torvald'],
      ['Nora Fjeld'],
      ['Inga Holt', 'Runa Vik'],
      ['Marit Bakke'],
      ['Wenche Solbakk-Dahl'],
      ['Pia Quist'],
      ['Sol Ness'],
      ['FHB KLM'],
      ['Lars de Boer'],
      ['MOF'],
      ['Fish Union Delegates'],
      ['Nora Fjeld'],
      ['senior officers'],
      ['Ola Nordby'],
      ['Siri Moe'],
      ['Kari Lund'],
    ]);
    expect(departments(reading).slice(3, 5)).toEqual([
      'Technical Adviser and Norms (Nairobi)',
      'HARVEST',
    ]);
    expect(departments(reading).slice(-3)).toEqual([
      'Deputy Director Fair Harvest Team for Eastern and Southern Africa.',
      'Chief of the Planning Services in the Regional Office (The East)',
      'Director of Research, ABC',
    ]);
  });

  it('gives each interview the heading above it as its location', () => {
    expect([...new Set(reading.interviews.map((i) => i.location))]).toEqual([
      'Nairobi',
      'Accra',
      'Africa',
      'Outside Interviews',
    ]);
  });

  it('says of each interview which lines it was read from', () => {
    expect(interview(reading, 4).lines).toEqual([12, 13, 14]);
    expect(interview(reading, 5).lines).toEqual([15, 16, 17]);
  });
});

describe('kinds of lines', () => {
  it('a name without a date below a complete row joins its interview, and is a doubt', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 MS\nBob Ray\nCara Poe HEALTH 16.3.2013 MS');
    expect(kinds(reading)).toEqual(['start', 'joins', 'start']);
    expect(doubts(reading, 'joins-above')).toMatchObject([
      { line: 2, text: 'Bob Ray', reading: 'Ann Lee' },
    ]);
  });

  it('a name that says so itself joins without a doubt', () => {
    const reading = read('Ann Lee HEALTH 15.3.2013 MS\nand Bob Ray\nwith Cara Poe');
    expect(names(reading)).toEqual([['Ann Lee', 'Bob Ray', 'Cara Poe']]);
    expect(doubts(reading, 'joins-above')).toEqual([]);
  });

  it('a place is a heading; one word that is no known place is one too, in doubt', () => {
    const reading = read(
      'Kenya\nAnn Lee HEALTH 15.3.2013 MS\nBrisk\nBob Ray HEALTH 16.3.2013 MS\nOther visits:\nCara Poe HEALTH 17.3.2013 MS',
    );
    expect(kinds(reading)).toEqual(['heading', 'start', 'heading', 'start', 'heading', 'start']);
    expect(reading.interviews.map((i) => i.location)).toEqual(['Kenya', 'Brisk', 'Other visits']);
    expect(doubts(reading, 'heading-unsure')).toMatchObject([{ line: 3, text: 'Brisk' }]);
    expect(doubts(reading, 'heading-not-a-place')).toMatchObject([{ line: 5 }]);
  });

  it('a heading that rows below use for where people are is one, though it is no known place', () => {
    const reading = read('Old Mill\nAnn Lee OLD MILL 15.3.2013 MS\nBob Ray OLD MILL 16.3.2013 MS');
    expect(kinds(reading)).toEqual(['heading', 'start', 'start']);
  });

  it('a sentence and a page number are listed as not understood, and stop nothing', () => {
    const reading = read(
      'Ann Lee HEALTH 15.3.2013 MS\nWhat nobody can place, whatever it is\nPage 2 of 3\nBob Ray HEALTH 16.3.2013 MS',
    );
    expect(kinds(reading)).toEqual(['start', 'unknown', 'unknown', 'start']);
    expect(doubts(reading, 'not-understood').map((doubt) => doubt.line)).toEqual([2, 3]);
  });

  it('the title and the columns of a second page are not rows', () => {
    const page = 'List of interviews\nName Unit Date Interviewer\n';
    const reading = read(
      `${page}Ann Lee HEALTH 15.3.2013 MS\n\n${page}Bob Ray HEALTH 16.3.2013 MS`,
    );
    expect(kinds(reading)).toEqual([
      'title',
      'columns',
      'start',
      'blank',
      'title',
      'columns',
      'start',
    ]);
  });

  it('what stands below the date and must belong to the department does, in doubt', () => {
    const reading = read('Ann Lee Chief of the 15.3.2013 MS\n Harvest Services\nin the North');
    expect(departments(reading)).toEqual(['Chief of the Harvest Services in the North']);
    expect(doubts(reading, 'after-date')).toHaveLength(1);
  });
});
