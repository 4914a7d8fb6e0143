/**
 * Text whose lines were broken because they were full (e-mail, transcripts of the nineties, text
 * taken from a PDF). Its line ends mean nothing, except where a line was not full.
 */
import type { Line } from './lines.ts';
import { headingMark, isItem } from './lines.ts';

/** Lines on either side that show how wide the text was set just here. */
const NEIGHBOURS = 6;
/** Narrower than this is verse or a list; wider is a text with one paragraph per line. */
const NARROWEST = 40;
const WIDEST = 140;
/** A line this close to the width counts as full: setters leave a little. */
const SLACK = 0.93;
/** Line ends that must have been forced before the text is taken for wrapped, and their least share. */
const LEAST_EVIDENCE = 3;
const LEAST_SHARE = 0.6;
/** A text with more lines than this between two blank lines does not separate its paragraphs by them. */
const LONG_BLOCK = 12;

export type Wrapping = {
  wrapped: boolean;
  /** Whether line `i` was so full that the first word of the next did not fit. */
  isFull(i: number): boolean;
  /** Whether line `i` begins a paragraph although no blank line stands before it. */
  startsParagraph(i: number): boolean;
};

/** `opensTurn(i)`: whether line `i` begins with a speaker or a time stamp, so that the break before it proves nothing. */
export function readWrapping(
  text: string,
  lines: readonly Line[],
  opensTurn: (i: number) => boolean,
): Wrapping {
  const widths = localWidths(lines);
  const length = (i: number): number => lengthOf(lines[i]);
  const isFull = (i: number): boolean =>
    length(i) + 1 + firstWordLength(text, lines[i + 1]) > (widths[i] ?? 0) * SLACK;
  const isStructure = (i: number): boolean => {
    const line = lines[i];
    return line === undefined || headingMark(text, line) > 0 || isItem(text, line) || opensTurn(i);
  };

  let joints = 0;
  let forced = 0;
  let blocks = 0;
  for (let i = 0; i < lines.length; i += 1) {
    if (lines[i]?.afterBlank === true) blocks += 1;
    else if (!isStructure(i)) {
      joints += 1;
      if (isFull(i - 1)) forced += 1;
    }
  }
  const width = percentile(lines.map(lengthOf), 0.95);
  const wrapped =
    width >= NARROWEST &&
    width <= WIDEST &&
    forced >= LEAST_EVIDENCE &&
    forced / joints >= LEAST_SHARE;
  const unseparated = wrapped && lines.length / blocks > LONG_BLOCK;

  return {
    wrapped,
    isFull,
    startsParagraph(i) {
      const line = lines[i];
      const previous = lines[i - 1];
      if (!unseparated || line === undefined || previous === undefined) return false;
      if (isSectionNumber(text, line)) return length(i) < WIDEST / 2;
      if (isFull(i - 1) || !startsAfresh(text, line)) return false;
      return endsSentence(text, previous) || length(i - 1) < (widths[i - 1] ?? 0) * 0.7;
    },
  };
}

function lengthOf(line: Line | undefined): number {
  return line === undefined ? 0 : line.end - line.start;
}

/** The longest line within NEIGHBOURS of each. */
function localWidths(lines: readonly Line[]): Uint32Array {
  const lengths = Uint32Array.from(lines, lengthOf);
  return lengths.map((_, i) => {
    let widest = 0;
    const last = Math.min(lengths.length - 1, i + NEIGHBOURS);
    for (let k = Math.max(0, i - NEIGHBOURS); k <= last; k += 1)
      widest = Math.max(widest, lengths[k] ?? 0);
    return widest;
  });
}

function firstWordLength(text: string, line: Line | undefined): number {
  if (line === undefined) return 0;
  const head = text.slice(line.start, Math.min(line.end, line.start + WIDEST));
  const space = head.search(/\s/);
  return space < 0 ? head.length : space;
}

function endsSentence(text: string, line: Line): boolean {
  return /[.!?:;…。！？]["'”’»)\]]*\d{0,3}$/.test(
    text.slice(Math.max(line.start, line.end - 6), line.end),
  );
}

function startsAfresh(text: string, line: Line): boolean {
  return /^["'“‘«([]*[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(line.start, line.start + 4));
}

function isSectionNumber(text: string, line: Line): boolean {
  return /^\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}/u.test(
    text.slice(line.start, Math.min(line.end, line.start + 16)),
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = Uint32Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
