import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCalendar, type DayEvent } from '../../../src/domain/ics/write.ts';

const event = (values: Partial<DayEvent> = {}): DayEvent => ({
  uid: 'a-guid',
  stamp: '2026-01-05T09:00:01.000Z',
  first: '2026-02-27',
  last: '2026-02-28',
  summary: 'Interview I-07',
  location: 'Lima',
  ...values,
});

/** Lines as a calendar reads them: unfolded. */
const read = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('has an event of whole days whose end is the day after the last', () => {
    const lines = read(writeCalendar('A study', [event()]));
    for (const line of [
      'UID:a-guid',
      'DTSTAMP:20260105T090001Z',
      'DTSTART;VALUE=DATE:20260227',
      'DTEND;VALUE=DATE:20260301',
      'SUMMARY:Interview I-07',
      'LOCATION:Lima',
    ])
      expect(lines).toContain(line);
  });

  it('escapes what would end a value, and ends every line with CRLF', () => {
    const text = writeCalendar('A', [event({ location: 'a,b;c\\d\ne' })]);
    expect(text).toContain('LOCATION:a\\,b\\;c\\\\d\\ne\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('folds lines at 75 octets, never inside a character, and reads back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (location) => {
        const text = writeCalendar('A', [event({ location, summary: `é👍${location}` })]);
        for (const line of text.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain('\uFFFD'.repeat(2));
        expect(read(text).filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1);
      }),
    );
  });
});
