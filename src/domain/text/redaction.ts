/** Words taken out of a text for good, something else in their place. Offsets in code units. */
import type { Carried } from './carry.ts';
import type { Change } from './difference.ts';
import type { Span } from './span.ts';

/** Words as someone wrote them, and what is to stand in their place. */
export interface Redaction {
  words: string;
  replacement: string;
}

/** One place where words are to go. */
export interface RedactedPlace extends Span {
  replacement: string;
}

/** Scripts without blanks between words: a name in them may touch any letter. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = '[\\p{L}\\p{M}\\p{N}]';

/**
 * Every place where the words stand by themselves: as written or in capitals, with any white space between them, whether
 * their accents are of one piece or two. Where one of the words holds another, the longer wins.
 * @param anyCase also in small letters where they were written with a capital, and the other way round
 */
export function redactedPlaces(
  text: string,
  redactions: readonly Redaction[],
  anyCase = false,
): RedactedPlace[] {
  const replacements = new Map<string, string>();
  const forms = new Set<string>();
  for (const { words, replacement } of redactions)
    for (const form of formsOf(words, anyCase)) {
      forms.add(form);
      const key = keyOf(form, anyCase);
      if (!replacements.has(key)) replacements.set(key, replacement);
    }
  if (forms.size === 0) return [];
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join('|'), anyCase ? 'giu' : 'gu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    replacement: replacements.get(keyOf(found, anyCase)) ?? '',
  }));
}

function formsOf(words: string, anyCase: boolean): string[] {
  const tidy = words.trim().replace(/\s+/gu, ' ');
  if (tidy === '') return [];
  const cased = anyCase ? [tidy] : [tidy, tidy.toUpperCase()];
  return cased.map((form) => form.normalize('NFC'));
}

const keyOf = (words: string, anyCase: boolean): string => {
  const tidy = words.replace(/\s+/gu, ' ').normalize('NFC');
  return anyCase ? tidy.toLowerCase() : tidy;
};

function patternOf(form: string): string {
  const inside = form
    .split(' ')
    .map((word) => [...word].map(signPattern).join(''))
    .join('\\s+');
  const [first = '', last = ''] = [[...form][0], [...form].at(-1)];
  const before = isWord(first) ? `(?<!${LETTER})` : '';
  const after = isWord(last) ? `(?!${LETTER})` : '';
  return `${before}${inside}${after}`;
}

const isWord = (sign: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign) && !UNSPACED.test(sign);

/** A letter with its accent in one piece or in two. */
const signPattern = (sign: string): string => {
  const apart = sign.normalize('NFD');
  return apart === sign ? literal(sign) : `(?:${literal(sign)}|${literal(apart)})`;
};

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** The text without the words, and what changed in it. */
export function redact(
  text: string,
  places: readonly RedactedPlace[],
): { text: string; changes: Change[] } {
  const changes: Change[] = [];
  let [done, at] = ['', 0];
  for (const { start, end, replacement } of places) {
    done += text.slice(at, start);
    changes.push({
      before: { start, end },
      after: { start: done.length, end: done.length + replacement.length },
    });
    done += replacement;
    at = end;
  }
  return { text: done + text.slice(at), changes };
}

/**
 * Where a passage stands after words were taken out: what stands in their place belongs to every passage that held some of
 * them, so that none is lost.
 */
export function redactedSpan(changes: readonly Change[], passage: Span): Carried {
  let [start, end] = [passage.start, passage.end];
  let isTouched = false;
  for (const { before, after } of changes) {
    if (before.start >= passage.end) break;
    const moved = after.end - before.end;
    if (before.end <= passage.start) {
      start = passage.start + moved;
      end = passage.end + moved;
      continue;
    }
    if (!isTouched && before.start <= passage.start) start = after.start;
    end = before.end >= passage.end ? after.end : passage.end + moved;
    isTouched = true;
  }
  return { state: isTouched ? 'changed' : 'kept', span: { start, end } };
}

/** Words that may be a name, and how often they stand in the text. */
export interface OfferedName {
  words: string;
  count: number;
}

/** Small words inside a name. */
const PARTICLE = String.raw`(?:[ \u00a0](?:al|bin|bint|d[aeiou]s?|de la|del|den|der|di|du|el|la|le|ter|van|van de|van den|van der|von|y))?`;
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`;
const NAME = new RegExp(
  String.raw`(?<!${LETTER})${CAPITALISED}(?:${PARTICLE}[ \u00a0]${CAPITALISED})*(?!${LETTER})`,
  'gu',
);

/**
 * Capitalised words, alone or in a row, the most frequent first: to choose from, and no more than that. Words that the text
 * also has in small letters are left out, since they only began a sentence; so are single letters.
 * @param limit the most that are offered
 */
export function offeredNames(text: string, limit = 200): OfferedName[] {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(NAME)) {
    const words = found.normalize('NFC');
    if ([...words].length > 1) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const small = new Set<string>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu))
    small.add(word.normalize('NFC'));
  return [...counts]
    .filter(([words]) => !small.has(words.toLowerCase()))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([words, count]) => ({ words, count }));
}
