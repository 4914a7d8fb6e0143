import type { Span } from './span.ts';
import { splitsPair } from './span.ts';
import { segmenter } from './segmenter.ts';

/** Code units looked at on each side of an offset at first; enough for every emoji and accent in use. */
const WINDOW = 64;
/** A "character" longer than this (stacked marks) is cut rather than searched further. */
const WIDEST = 4096;

/**
 * The span widened so that it cuts no character as a reader sees it: surrogate pairs, letters with
 * combining marks, joined emoji, flags. Costs a small window around each end, whatever the length
 * of the text. Code units. Throws RangeError when the span does not lie in the text.
 */
export function snapSpan(text: string, { start, end }: Span): Span {
  if (
    !Number.isInteger(start) ||
    !Number.isInteger(end) ||
    start < 0 ||
    end > text.length ||
    start > end
  ) {
    throw new RangeError(`No span of the text: ${start} to ${end}`);
  }
  return { start: boundaryBefore(text, start), end: boundaryAfter(text, end) };
}

/** The nearest character boundary at or before the offset (code units). */
export function boundaryBefore(text: string, offset: number): number {
  return clusterAround(text, offset)?.start ?? offset;
}

/** The nearest character boundary at or after the offset (code units). */
export function boundaryAfter(text: string, offset: number): number {
  return clusterAround(text, offset)?.end ?? offset;
}

/** The character that the offset falls inside of; null when the offset is a boundary. */
function clusterAround(text: string, offset: number): Span | null {
  if (offset <= 0 || offset >= text.length || betweenPlainCharacters(text, offset)) return null;
  for (let reach = WINDOW; ; reach *= 4) {
    const from = windowStart(text, offset - reach);
    const to = Math.min(text.length, offset + reach);
    const cluster = segmenter('grapheme')
      .segment(text.slice(from, to))
      .containing(offset - from);
    if (cluster === undefined) return null;
    const start = from + cluster.index;
    const end = start + cluster.segment.length;
    const cut = (start === from && from > 0) || (end === to && to < text.length);
    if (!cut || reach >= WIDEST) return start === offset ? null : { start, end };
  }
}

/** Most offsets stand between two letters of a plain script; those need no segmenter. */
function betweenPlainCharacters(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before < 0x300 && after < 0x300 && !(before === 13 && after === 10);
}

/**
 * Where a window may begin: not inside a pair, and not inside a run of regional indicators, whose
 * pairing into flags depends on where the run began.
 */
function windowStart(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  let from = splitsPair(text, wanted) ? wanted - 1 : wanted;
  const floor = Math.max(0, from - WIDEST);
  while (from > floor && isRegionalIndicator(text, from - 2)) from -= 2;
  return from;
}

function isRegionalIndicator(text: string, offset: number): boolean {
  const second = text.charCodeAt(offset + 1);
  return text.charCodeAt(offset) === 0xd83c && second >= 0xdde6 && second <= 0xddff;
}
