/**
 * The keyboard's passage: where it is and how the keys move it. Pure; the page gives it segments whose text
 * it reads only when a key comes near them. Offsets are code units of the source's text.
 */
import { sentencesIn, wordsIn } from '../domain/text/boundaries.ts';
import { boundaryAfter, boundaryBefore } from '../domain/text/snap.ts';
import type { Span } from '../domain/text/span.ts';
import { contains, trimSpan } from '../domain/text/span.ts';
import type { Unit } from '../domain/workbench/keymap.ts';

/** A segment's words, without its speaker's label: `text` is the source's text from `start` to `end`. */
export interface SegmentText {
  start: number;
  end: number;
  readonly text: string;
}

export interface Cursor {
  /** What was chosen first; extending never leaves it out. */
  anchor: Span;
  /** The end that extending moves: at or before `anchor.start`, or at or after `anchor.end`. */
  edge: number;
}

export type Way = 1 | -1;

/** A cursor on a passage that came from elsewhere: a mouse selection, a coding, the top of the screen. */
export const cursorOn = (span: Span): Cursor => ({ anchor: { ...span }, edge: span.end });

/** The passage the cursor covers. */
export function passageOf({ anchor, edge }: Cursor): Span {
  return { start: Math.min(anchor.start, edge), end: Math.max(anchor.end, edge) };
}

/** The units of a segment in order, as spans of the source without outer white space; graphemes stay whole. */
export function unitsIn(segment: SegmentText, unit: Unit): Span[] {
  const { text, start } = segment;
  const found =
    unit === 'segment'
      ? [trimSpan(text, { start: 0, end: text.length })]
      : unit === 'sentence'
        ? sentencesIn(text)
        : wordsIn(text);
  return found
    .filter((span) => span.start < span.end)
    .map((span) => ({
      start: start + boundaryBefore(text, span.start),
      end: start + boundaryAfter(text, span.end),
    }));
}

/**
 * The passage one unit on. Changing to another unit first takes the one at hand (a word's sentence, a
 * segment's first sentence); from there each press moves by one. At either end of the text nothing moves.
 */
export function move(
  segments: readonly SegmentText[],
  cursor: Cursor,
  unit: Unit,
  way: Way,
): Cursor {
  const here = passageOf(cursor);
  const extended = cursor.edge !== cursor.anchor.end;
  const target =
    (extended ? null : unitAtHand(segments, here, unit, way)) ??
    neighbour(segments, here, unit, way);
  return target === null ? cursor : cursorOn(target);
}

/** The same passage with its moving end taken on to the next edge of a unit, or back towards the anchor. */
export function extend(
  segments: readonly SegmentText[],
  cursor: Cursor,
  unit: Unit,
  way: Way,
): Cursor {
  const { anchor, edge } = cursor;
  const before = edge < anchor.end;
  if (before || (edge === anchor.end && way === -1)) {
    const next = nextEdge(segments, before ? edge : anchor.start, unit, 'start', way);
    if (next === null) return cursor;
    return { anchor, edge: next < anchor.start ? next : anchor.end };
  }
  const next = nextEdge(segments, edge, unit, 'end', way);
  return next === null ? cursor : { anchor, edge: Math.max(anchor.end, next) };
}

/** A passage with one end moved by a word; it keeps at least one word. */
export function resize(
  segments: readonly SegmentText[],
  span: Span,
  side: 'start' | 'end',
  way: Way,
): Span {
  const to = nextEdge(segments, span[side], 'word', side, way);
  if (to === null) return span;
  const resized = { ...span, [side]: to };
  return resized.start < resized.end ? resized : span;
}

/** Index of the segment that holds the offset, or of the first one after it; `segments.length` past the end. */
export function segmentAt(segments: readonly SegmentText[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The unit the passage stands in, or the first (last) of those it holds; null when it is one already. */
function unitAtHand(
  segments: readonly SegmentText[],
  here: Span,
  unit: Unit,
  way: Way,
): Span | null {
  const units = unitsAt(segments, segmentAt(segments, here.start), unit);
  if (units.some((span) => same(span, here))) return null;
  const around = units.find((span) => contains(span, here) && span.end > here.start);
  if (around) return around;
  const held = units.filter((span) => contains(here, span));
  return (way === 1 ? held[0] : held.at(-1)) ?? null;
}

function neighbour(
  segments: readonly SegmentText[],
  here: Span,
  unit: Unit,
  way: Way,
): Span | null {
  const from = segmentAt(segments, way === 1 ? Math.max(here.start, here.end - 1) : here.start);
  for (let at = Math.min(from, segments.length - 1); at >= 0 && at < segments.length; at += way) {
    const units = unitsAt(segments, at, unit);
    const found =
      way === 1
        ? units.find((span) => span.start >= here.end)
        : units.findLast((span) => span.end <= here.start);
    if (found) return found;
  }
  return null;
}

/** The next start (or end) of a unit beyond the offset in the direction given. */
function nextEdge(
  segments: readonly SegmentText[],
  offset: number,
  unit: Unit,
  side: 'start' | 'end',
  way: Way,
): number | null {
  const from = Math.min(segmentAt(segments, offset), segments.length - 1);
  for (let at = from; at >= 0 && at < segments.length; at += way) {
    const edges = unitsAt(segments, at, unit).map((span) => span[side]);
    const next =
      way === 1 ? edges.find((edge) => edge > offset) : edges.findLast((edge) => edge < offset);
    if (next !== undefined) return next;
  }
  return null;
}

function unitsAt(segments: readonly SegmentText[], at: number, unit: Unit): Span[] {
  const segment = segments[at];
  return segment ? unitsIn(segment, unit) : [];
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
