import { isIsoDate, type IsoDate } from './calendar.ts';

/** Whoever reads English here writes the day first. */
const LOCALES: Record<string, string> = { en: 'en-GB' };

const written = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, month: 'long' | 'short'): Intl.DateTimeFormat {
  const key = `${language} ${month}`;
  let found = written.get(key);
  if (!found) {
    const locale = LOCALES[language] ?? language;
    found = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month,
      year: 'numeric',
      timeZone: 'UTC',
    });
    written.set(key, found);
  }
  return found;
}

export type FormatOptions = { language?: string; month?: 'long' | 'short' };

/**
 * `15 March 2013`, or with an end `22–25 April 2013`; with `month: 'short'`, `15 Mar 2013`.
 * Text that is not an ISO date comes back as it is, so that a damaged row can still be seen.
 */
export function formatDate(
  date: IsoDate,
  end: IsoDate | null = null,
  { language = 'en', month = 'long' }: FormatOptions = {},
): string {
  if (!isIsoDate(date)) return date;
  const format = formatter(language, month);
  if (end === null || end === date || !isIsoDate(end)) return format.format(day(date));
  // What Intl puts around its dash differs from version to version; days of one month stand close, longer dates apart.
  const dash = date.slice(0, 7) === end.slice(0, 7) ? '–' : ' – ';
  return format.formatRange(day(date), day(end)).replace(/\s*–\s*/, dash);
}

const day = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/** `Tuesday 3 November`: a day of a month that is already named. */
export const formatDay = (date: IsoDate, language = 'en'): string =>
  named(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(day(date));

/** `November 2026`, of a month as ISO 8601 text (`2026-11`). */
export const formatMonth = (month: string, language = 'en'): string =>
  named(language, { month: 'long', year: 'numeric' }).format(day(`${month}-01`));

/** Monday to Sunday, in full and as short as a narrow column has room for. */
export function weekdayNames(language = 'en'): { long: string; short: string }[] {
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, n) => {
    const date = day(`2024-01-0${n + 1}`);
    return {
      long: named(language, { weekday: 'long' }).format(date),
      short: named(language, { weekday: 'short' }).format(date),
    };
  });
}

function named(language: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(parts)}`;
  let found = written.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...parts, timeZone: 'UTC' });
    written.set(key, found);
  }
  return found;
}
