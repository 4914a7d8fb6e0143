import { foldName, tidyName } from '../../names.ts';
import { GOES_ON } from './lexicon.ts';

export interface SourceLine {
  /** From 1. */
  line: number;
  text: string;
}

/** Lines however they end. A line end at the very end starts no further line. */
export function sourceLines(text: string): SourceLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029\f\v]/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines.map((line, i) => ({ line: i + 1, text: line }));
}

/** Hair lines PDF readers print as spaces of their own; tabs stay. */
export const plainSpaces = (text: string): string => text.replace(/[^\S\t]/gu, ' ');

/** `foldName`, which takes ten times as long where there is nothing to fold but capitals. */
export const fold = (text: string): string =>
  /^[ -~]*$/.test(text) ? text.trim().toLowerCase().replace(/ {2,}/g, ' ') : foldName(text);

const MARKS_AROUND = /^[\s"'“”‘’([,;:.–-]+|[\s"'“”‘’)\],;:.–-]+$/gu;

/** A word as it is looked up: folded, without the marks around it. */
export const bare = (word: string): string =>
  /^[A-Za-z]+$/.test(word) ? word.toLowerCase() : fold(word.replace(MARKS_AROUND, ''));

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Opening brackets that nothing closes, less closing ones that nothing opened. */
export function openBrackets(text: string): number {
  let open = 0;
  for (const c of text)
    if (c === '(') open += 1;
    else if (c === ')') open -= 1;
  return open;
}

/** Whether the cell must go on in the next line: `Berg-`, `Director, `, `University of`, `(3`. */
export function goesOn(text: string): boolean {
  const end = text.trimEnd();
  if (/[\p{L}\d][-‐–/,&]$|&$/u.test(end) || openBrackets(end) > 0) return true;
  return GOES_ON.has(fold(wordsOf(end).at(-1) ?? ''));
}

/** Whether a line cannot be the beginning of a cell: `in the region)`, `(3 persons)`. */
export const isRest = (text: string): boolean =>
  /^[\s]*(?:[)(,;&/]|\p{Ll}{2})/u.test(text) || openBrackets(text) < 0;

/** The parts joined as if the hyphens at the ends of lines only divided words; null where none may have done so. */
export function joinDivided(parts: readonly string[]): string | null {
  const isDivided = parts.some(
    (part, i) => /\p{L}[-‐]\s*$/u.test(parts[i - 1] ?? '') && /^\s*\p{Ll}/u.test(part),
  );
  if (!isDivided) return null;
  return joinWrapped(
    parts.map((part, i) =>
      /^\s*\p{Ll}/u.test(parts[i + 1] ?? '') ? part.replace(/(\p{L})[-‐]\s*$/u, '$1\u00ad') : part,
    ),
  ).replace(/\u00ad /g, '');
}

/** The parts of a cell that was wrapped. A hyphen at the end of a line stays and takes no space: `Berg-` `Holm`. */
export function joinWrapped(parts: readonly string[]): string {
  const joined = parts.reduce((all, part) => {
    const isSplit = /[\p{L}][-‐/]$/u.test(all) || all === '';
    return all + (isSplit ? '' : ' ') + part.trim();
  }, '');
  return tidyName(joined);
}
