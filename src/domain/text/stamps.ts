import type { Span } from './span.ts';

/** A time that stands within the words, `[inaudible 00:05:15]`. Code units; the time from the start of the recording. */
export type Stamp = Span & { timeMs: number };

/** `1:02:03`, with or without a fraction; three parts are a time of the recording wherever they stand. */
const THREE = /(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,-](\d{1,3}))?(?![\d:])/gu;
/** `[14:02]` or `[laughter 14:02]`: two parts may be a time of day, so they count in square brackets only. */
const TWO = /\[(?:[^[\]\n:]{0,40}[ \t])?(\d{1,3}):([0-5]\d)\]/gu;

/**
 * Every time stamp in the text, in order, at the start of a turn or inside it. Half-open spans of the digits alone
 * (of the bracket for two parts). Linear in the length of the text.
 */
export function stampsIn(text: string): Stamp[] {
  // Most turns have none, and these two steps are far quicker than the patterns.
  if (!text.includes(':')) return [];
  const found: Stamp[] = [];
  for (const match of text.matchAll(THREE)) {
    const [whole, hours, minutes, seconds, fraction = ''] = match;
    if (/[\p{L}\p{N}:.]/u.test(text.charAt(match.index - 1))) continue;
    const timeMs =
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 +
      Number(fraction.padEnd(3, '0'));
    found.push({ start: match.index, end: match.index + whole.length, timeMs });
  }
  for (const match of text.matchAll(TWO)) {
    const [whole, minutes, seconds] = match;
    const timeMs = (Number(minutes) * 60 + Number(seconds)) * 1000;
    found.push({ start: match.index, end: match.index + whole.length, timeMs });
  }
  return found.sort((a, b) => a.start - b.start);
}
