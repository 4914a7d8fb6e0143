import { fullYear, isoDate, type IsoDate } from './calendar.ts';
import { monthNumber } from './months.ts';

export type DayOrder = 'day' | 'month';
/** How a date was understood: year first, or by the order of its numbers, or by a month's name. */
export type Reading = 'year-first' | 'day-first' | 'month-first' | 'named-month';

/** `date` is null for a day the calendar does not have. */
export type Day = { date: IsoDate | null; reading: Reading };

/** The time of day some programs write after a date; it is no part of the day an interview was held. */
const TIME = String.raw`(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Points and commas are one separator: people who mean `13.5.13` type `13,5,13`. */
const NUMERIC = new RegExp(
  String.raw`^(\d{1,2})(?:([-/])(\d{1,2})\2|[.,](\d{1,2})[.,])(\d{4}|\d{2})${TIME}$`,
);
const DAY_MONTH = /^(\d{1,2})[\s.\-/]*(\p{L}+)\.?[\s\-/,]*(\d{4}|'?\d{2})$/u;
const MONTH_DAY = /^(\p{L}+)\.?[\s-]*(\d{1,2})(?:[\s,-]+)(\d{4})$/u;
const YEAR_MONTH = /^(\d{4})[\s-]+(\p{L}+)\.?[\s-]+(\d{1,2})$/u;

function numbered(year: string, month: string, day: string, reading: Reading): Day {
  return { date: isoDate(fullYear(year), Number(month), Number(day)), reading };
}

function named(year: string, month: string, day: string): Day | null {
  const number = monthNumber(month);
  if (number === null) return null;
  const date = isoDate(fullYear(year.replace("'", '')), number, Number(day));
  return { date, reading: 'named-month' };
}

function readNamed(text: string): Day | null {
  const [, d1 = '', m1 = '', y1 = ''] = DAY_MONTH.exec(text) ?? [];
  if (d1) return named(y1, m1, d1);
  const [, m2 = '', d2 = '', y2 = ''] = MONTH_DAY.exec(text) ?? [];
  if (d2) return named(y2, m2, d2);
  const [, y3 = '', m3 = '', d3 = ''] = YEAR_MONTH.exec(text) ?? [];
  return d3 ? named(y3, m3, d3) : null;
}

/** One whole day, its numbers taken in the order given; null for a text that has not the form of a date. `text` is plain: see `plainDate`. */
export function readDay(text: string, order: DayOrder): Day | null {
  const [, year = '', , month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year) return numbered(year, month, day, 'year-first');
  const [, y = '', m = '', d = ''] = COMPACT.exec(text) ?? [];
  if (y) return numbered(y, m, d, 'year-first');
  const [, first = '', , slashed = '', dotted = '', last = ''] = NUMERIC.exec(text) ?? [];
  if (!first) return readNamed(text);
  const second = slashed || dotted;
  return order === 'day'
    ? numbered(last, second, first, 'day-first')
    : numbered(last, first, second, 'month-first');
}

const WEEKDAYS =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,\s]+|^(?:lun|mar|mercre|jeu|vendre|same)di[.,\s]+|^dimanche[.,\s]+|^(?:lunes|martes|miercoles|miércoles|jueves|viernes|sabado|sábado|domingo)[.,\s]+/;

/** The text without what does not matter: weekdays, `15th`, `1er`, `of`, `de`, spaces beside points, kinds of dash. */
export function plainDate(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(WEEKDAYS, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th|er|º|°)(?=$|[^\p{L}])/gu, '$1')
    .replace(/ (?:of|de|del) /g, ' ')
    .replace(/ ?([./]) ?(?=\d)/g, '$1')
    .replace(/(?<=^|-)(\d{1,2}) ?, ?(\d{1,2}) ?, ?(?=\d)/g, '$1,$2,');
}
