import { LINE_KINDS, type LineKind, type PastedReading } from './types.ts';

export interface Accounts {
  /** Lines of the paste. */
  lines: number;
  kinds: Record<LineKind, number>;
  /** Line numbers that are not read, or read more than once, or whose words are not all in some cell. */
  missing: number[];
  twice: number[];
  unspent: number[];
  isComplete: boolean;
}

const OF_INTERVIEWS = new Set<LineKind>(['start', 'continues', 'joins']);
const letters = (text: string): string[] =>
  [...text.replace(/[\s\t;"]/gu, '').normalize('NFC')].sort();

/**
 * Whether a reading spends every line of the paste exactly once: each has one kind, each line of an interview is in that
 * interview alone and all its words are in cells, and no other line is in any.
 */
export function accounts(reading: PastedReading): Accounts {
  const kinds = Object.fromEntries(LINE_KINDS.map((kind) => [kind, 0])) as Record<LineKind, number>;
  const uses = new Map<number, number>();
  const use = (line: number): unknown => uses.set(line, (uses.get(line) ?? 0) + 1);
  const unspent: number[] = [];
  for (const interview of reading.interviews) interview.lines.forEach(use);
  for (const { line, kind, text, pieces } of reading.lines) {
    kinds[kind] += 1;
    if (!OF_INTERVIEWS.has(kind)) use(line);
    else if (letters(pieces.map((p) => p.text).join('')).join('') !== letters(text).join(''))
      unspent.push(line);
  }
  const lines = reading.lines.length;
  const numbers = Array.from({ length: lines }, (_, i) => i + 1);
  const missing = numbers.filter((line) => !uses.has(line));
  const twice = [...uses].flatMap(([line, n]) => (n > 1 || line < 1 || line > lines ? [line] : []));
  const isComplete = missing.length + twice.length + unspent.length === 0;
  return { lines, kinds, missing, twice, unspent, isComplete };
}
