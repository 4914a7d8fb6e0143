import { describe, expect, it } from 'vitest';
import { decided, doubts, interview, read } from './build.ts';

const list = (...dates: string[]): string =>
  dates.map((date, i) => `Ann Lee${'abcdef'[i] ?? ''} HEALTH ${date} MS`).join('\n');

describe('dates of a pasted list', () => {
  it.each([
    ['15.3.2013', '2013-03-15', null],
    ['27.3.13', '2013-03-27', null],
    ['13,5,13', '2013-05-13', null],
    ['22.4.13-25.4.13', '2013-04-22', '2013-04-25'],
    ['22.4.13-\n25.4.13\n', '2013-04-22', '2013-04-25'],
    ['22.-25.4.13', '2013-04-22', '2013-04-25'],
    ['15 March\n2013', '2013-03-15', null],
    ['2013-03-15', '2013-03-15', null],
    ['30 April - 2 May 2013', '2013-04-30', '2013-05-02'],
  ])('%j is read', (text, date, endDate) => {
    expect(interview(read(`Ann Lee HEALTH ${text} MS`))).toMatchObject({
      date,
      endDate,
      dateReason: 'only-way',
      interviewers: ['MS'],
    });
  });

  it('one with two readings is an open doubt with both, and no date', () => {
    const reading = read(list('03/04/2013'));
    expect(interview(reading)).toMatchObject({ date: null, dateReason: null });
    expect(doubts(reading, 'day-or-month')).toMatchObject([
      { text: '03/04/2013', alternatives: ['2013-04-03', '2013-03-04'], isOpen: true },
    ]);
  });

  it('one with two readings is read in the order given', () => {
    const text = list('03/04/2013');
    expect(interview(read(text, { order: 'day' }))).toMatchObject({
      date: '2013-04-03',
      dateReason: 'order-given',
    });
    expect(interview(read(text, { order: 'month' })).date).toBe('2013-03-04');
  });

  it('one with two readings is settled by another that has only one, and says so', () => {
    const reading = read(list('03/04/2013', '05/25/2013'));
    expect(interview(reading)).toMatchObject({ date: '2013-03-04', dateReason: 'list-settles' });
    expect(reading.settled).toEqual({ order: 'month', line: 2, text: '05/25/2013' });
    expect(reading.doubts.filter((doubt) => doubt.field === 'date')).toEqual([]);
  });

  it('nothing is settled by a list that shows both orders', () => {
    const reading = read(list('03/04/2013', '05/25/2013', '25/05/2013'));
    expect(reading.settled).toBeNull();
    expect(doubts(reading, 'day-or-month').map((doubt) => doubt.line)).toEqual([1]);
    expect(doubts(read(list('3.4.13', '5.25.13', '25.5.13')), 'day-or-month')).toHaveLength(1);
  });

  it('points alone have the day first, which is a doubt that blocks nothing', () => {
    const reading = read(list('3.4.13'));
    expect(interview(reading)).toMatchObject({ date: '2013-04-03', dateReason: 'points' });
    expect(doubts(reading, 'points-day-first')).toMatchObject([
      { alternatives: ['2013-03-04'], isOpen: false },
    ]);
  });

  it.each([
    ['31.2.2013', 'not-a-day'],
    ['16.3.2013-12.3.2013', 'backwards'],
    ['13.4.13, 15.4.13', 'two-dates'],
  ] as const)('%s is an open doubt and no date', (text, reason) => {
    const reading = read(list(text));
    expect(interview(reading).date).toBeNull();
    expect(doubts(reading, reason)).toMatchObject([{ isOpen: true }]);
  });

  it('a date in brackets is part of what somebody is', () => {
    const reading = read('Ann Lee HEALTH (since 1.2.2001) 15.3.2013 MS');
    expect(interview(reading).date).toBe('2013-03-15');
  });

  it('a date that a person wrote is theirs', () => {
    const reading = decided(list('03/04/2013'), {
      lines: { 1: { cells: { date: '2013-04-03' } } },
    });
    expect(interview(reading)).toMatchObject({ date: '2013-04-03', dateReason: 'decided' });
    expect(reading.doubts).toEqual([]);
  });
});
