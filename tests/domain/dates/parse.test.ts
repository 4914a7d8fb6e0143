import { describe, expect, it } from 'vitest';
import { parseDate, type DayOrder } from '../../../src/domain/dates/index.ts';

const read = (text: string, order: DayOrder | null = null) => parseDate(text, { order });

describe('the forms a register of interviews is written in', () => {
  it.each([
    ['15.3.2013', '2013-03-15', 'day-first'],
    ['27.3.13', '2013-03-27', 'day-first'],
    ['13,5,13', '2013-05-13', 'day-first'],
    ['16, 5, 13', '2013-05-16', 'day-first'],
    ['15. 3. 2013', '2013-03-15', 'day-first'],
    [' 15.03.13 ', '2013-03-15', 'day-first'],
    ['2013-03-15', '2013-03-15', 'year-first'],
    ['2013/3/15', '2013-03-15', 'year-first'],
    ['20130315', '2013-03-15', 'year-first'],
    ['2013-03-15T09:30:00Z', '2013-03-15', 'year-first'],
    ['2013-03-15 00:00:00', '2013-03-15', 'year-first'],
    ['15 March 2013', '2013-03-15', 'named-month'],
    ['March 15, 2013', '2013-03-15', 'named-month'],
    ['15 mars 2013', '2013-03-15', 'named-month'],
    ['1er février 2013', '2013-02-01', 'named-month'],
    ['15 de marzo de 2013', '2013-03-15', 'named-month'],
    ['Friday, 15th of March 2013', '2013-03-15', 'named-month'],
    ['vendredi 15 mars 2013', '2013-03-15', 'named-month'],
    ['15-Mar-13', '2013-03-15', 'named-month'],
    ["15 Sept. '13", '2013-09-15', 'named-month'],
    ['2013 August 2', '2013-08-02', 'named-month'],
    ['29.2.2012', '2012-02-29', 'day-first'],
  ])('%s is one day', (text, date, reading) => {
    expect(read(text)).toEqual({ kind: 'date', date, reading });
  });

  it.each([
    ['22.4.13-25.4.13', '2013-04-22', '2013-04-25'],
    ['22.4.13-\n25.4.13', '2013-04-22', '2013-04-25'],
    ['22.4.13 – 25.4.13', '2013-04-22', '2013-04-25'],
    ['22.4.-25.4.13', '2013-04-22', '2013-04-25'],
    ['22.-25.4.2013', '2013-04-22', '2013-04-25'],
    ['22-25.4.13', '2013-04-22', '2013-04-25'],
    ['22-4-13-25-4-13', '2013-04-22', '2013-04-25'],
    ['22/4/2013 to 25/4/2013', '2013-04-22', '2013-04-25'],
    ['3-5 May 2013', '2013-05-03', '2013-05-05'],
    ['May 3-5, 2013', '2013-05-03', '2013-05-05'],
    ['30 April - 2 May 2013', '2013-04-30', '2013-05-02'],
    ['28 December 2012 – 3 January 2013', '2012-12-28', '2013-01-03'],
    ['2013-04-22/2013-04-25', '2013-04-22', '2013-04-25'],
    ['2013-04-22 - 2013-04-25', '2013-04-22', '2013-04-25'],
    ['2013-04-22-2013-04-25', '2013-04-22', '2013-04-25'],
    ['3 au 5 mai 2013', '2013-05-03', '2013-05-05'],
  ])('%s is a range of days', (text, date, end) => {
    expect(read(text)).toMatchObject({ kind: 'date', date, end });
  });

  it('a range of one day is that day', () => {
    expect(read('22.4.13-22.4.13')).toEqual({
      kind: 'date',
      date: '2013-04-22',
      reading: 'day-first',
    });
  });
});

describe('numbers that can be taken both ways', () => {
  it('are a doubt with both readings until someone says which comes first', () => {
    expect(read('03/04/2013')).toEqual({
      kind: 'doubt',
      reason: 'day-or-month',
      readings: [
        { date: '2013-04-03', reading: 'day-first' },
        { date: '2013-03-04', reading: 'month-first' },
      ],
    });
    expect(read('3-4-13').kind).toBe('doubt');
    expect(read('03/04/2013-05/06/2013').kind).toBe('doubt');
  });

  it('are read in the order the project has', () => {
    expect(read('03/04/2013', 'day')).toMatchObject({ kind: 'date', date: '2013-04-03' });
    expect(read('03/04/2013', 'month')).toMatchObject({ kind: 'date', date: '2013-03-04' });
    expect(read('3.4.13', 'month')).toMatchObject({ kind: 'date', date: '2013-03-04' });
  });

  it('are no doubt where only one reading is a day, whatever the order', () => {
    for (const order of [null, 'day', 'month'] as const) {
      expect(read('15/03/2013', order)).toMatchObject({ date: '2013-03-15', reading: 'day-first' });
      expect(read('03/15/2013', order)).toMatchObject({
        date: '2013-03-15',
        reading: 'month-first',
      });
    }
  });

  it('are no doubt where both readings are the same day', () => {
    expect(read('05/05/2013')).toMatchObject({ kind: 'date', date: '2013-05-05' });
  });

  it('are no doubt between points, which stand behind the day', () => {
    expect(read('3.4.13')).toMatchObject({ kind: 'date', date: '2013-04-03' });
    expect(read('6.5.13-7.5.13')).toMatchObject({ date: '2013-05-06', end: '2013-05-07' });
  });

  it('are no doubt where one of the readings runs backwards', () => {
    expect(read('03/04/2013-05/03/2013')).toMatchObject({ date: '2013-03-04', end: '2013-05-03' });
  });

  it('are not turned round because a range in the known order runs backwards', () => {
    const backwards = { kind: 'unknown', reason: 'backwards' };
    expect(read('01/02/2013-02/01/2013', 'day')).toEqual(backwards);
    expect(read('1.2.13-2.1.13')).toEqual(backwards);
  });
});

describe('what is no date', () => {
  it.each([
    '31.2.2013',
    '29.2.2013',
    '32.1.13',
    '0.5.13',
    '15.13.2013',
    '2013-02-30',
    '31 June 2013',
    '15.3.0213',
  ])('%s is refused: no calendar has it', (text) => {
    expect(read(text)).toEqual({ kind: 'unknown', reason: 'not-a-day' });
  });

  it.each(['25.4.13-22.4.13', '2013-04-25/2013-04-22', '5-3 May 2013'])(
    '%s is refused: it runs backwards',
    (text) => {
      expect(read(text)).toEqual({ kind: 'unknown', reason: 'backwards' });
    },
  );

  it.each([
    '',
    '  ',
    'soon',
    'March 2013',
    '15.3',
    '2013',
    '15 jui 2013',
    '1234',
    '-',
    '15.3.2013 (tbc)',
    'MS & VvdV',
  ])('"%s" is not read as one', (text) => {
    expect(read(text)).toEqual({ kind: 'unknown', reason: 'not-a-date' });
  });

  it('no part of a text is read: what stands beside a date is not lost silently', () => {
    expect(read('15.3.2013 and 16.3.2013').kind).toBe('unknown');
  });
});

describe('two-digit years', () => {
  it('are of this century up to 69 and of the last from 70 on', () => {
    expect(read('1.2.00')).toMatchObject({ date: '2000-02-01' });
    expect(read('1.2.69')).toMatchObject({ date: '2069-02-01' });
    expect(read('1.2.70')).toMatchObject({ date: '1970-02-01' });
    expect(read('1.2.99')).toMatchObject({ date: '1999-02-01' });
  });
});
