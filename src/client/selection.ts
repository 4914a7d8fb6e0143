/**
 * Between what is selected on the page and spans of the source's text, both ways. The markup it reads
 * (made by `views/codings/segment.ts`):
 *
 *     <div id="segment-3" data-start="0" data-body-start="12" data-end="90">
 *       speaker, time, stripes: anything
 *       <p data-text>We do <mark …>good things</mark>…</p>
 *
 * The text nodes inside `data-text`, one after the other, are exactly the source's text from
 * `data-body-start` to `data-end`. All offsets are UTF-16 code units of the source's text.
 */
import { boundaryAfter, boundaryBefore } from '../domain/text/snap.ts';
import type { Span } from '../domain/text/span.ts';
import { isSpace } from '../domain/text/span.ts';
import type { SegmentText } from './cursor.ts';
import { segmentAt } from './cursor.ts';

/** A segment as the page holds it. Element, words and text are looked up when asked for: swaps replace them. */
export interface PageSegment extends SegmentText {
  readonly element: HTMLElement;
  /** The element whose text nodes are the segment's words. */
  readonly words: HTMLElement;
}

/** The page's segments in order. Reads attributes only, so it is cheap for thousands, and never has to be repeated. */
export function segmentsOf(root: HTMLElement): PageSegment[] {
  return [...root.querySelectorAll<HTMLElement>('[data-body-start]')].map(({ id, dataset }) => ({
    start: Number(dataset['bodyStart']),
    end: Number(dataset['end']),
    get element() {
      return root.ownerDocument.getElementById(id) ?? root;
    },
    get words() {
      return this.element.querySelector<HTMLElement>('[data-text]') ?? this.element;
    },
    get text() {
      return this.words.textContent ?? '';
    },
  }));
}

/** The segments that share words with a span. */
export function segmentsIn(segments: readonly PageSegment[], span: Span): PageSegment[] {
  const found: PageSegment[] = [];
  for (let at = segmentAt(segments, span.start); ; at++) {
    const segment = segments[at];
    if (!segment || segment.start >= span.end) return found;
    found.push(segment);
  }
}

/**
 * The passage a range of the page covers: labels and times left out, whole characters, no white space at the
 * ends; null when no words of the source are in it.
 */
export function spanOfRange(
  segments: readonly PageSegment[],
  range: Range,
  trims = true,
): Span | null {
  const start = offsetAtOrAfter(segments, range.startContainer, range.startOffset);
  const end = offsetAtOrBefore(segments, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end
    ? null
    : tidySpan(segments, { start, end }, trims);
}

/** As `spanOfRange`, for what the reader has selected with mouse, touch or caret. */
export function spanOfSelection(
  segments: readonly PageSegment[],
  selection: Selection | null,
  trims = true,
): Span | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  return spanOfRange(segments, selection.getRangeAt(0), trims);
}

/**
 * The page's range for a span; the two are inverse to each other for spans whose ends lie in words.
 * An end in a label or between segments moves inwards. Null when nothing of the span is on the page.
 */
export function rangeOfSpan(segments: readonly PageSegment[], span: Span): Range | null {
  const first = segments[segmentAt(segments, span.start)];
  const last = segments[segmentAt(segments, span.end - 1)] ?? segments.at(-1);
  if (!first || !last) return null;
  const endsIn = last.start < span.end ? last : segments[segments.indexOf(last) - 1];
  if (!endsIn) return null;
  const start = Math.max(span.start, first.start);
  const end = Math.min(span.end, endsIn.end);
  if (start >= end) return null;
  const range = first.words.ownerDocument.createRange();
  range.setStart(...placeIn(first, start, 'start'));
  range.setEnd(...placeIn(endsIn, end, 'end'));
  return range;
}

/**
 * The span with its ends moved off white space and onto character boundaries; null when nothing is left.
 * @param trims false keeps white space inside a segment's words
 */
export function tidySpan(segments: readonly PageSegment[], span: Span, trims = true): Span | null {
  let { start, end } = span;
  for (let at = segmentAt(segments, start); at < segments.length; at++) {
    const segment = segments[at];
    if (!segment || segment.start >= end) return null;
    const { text } = segment;
    let local = Math.max(0, start - segment.start);
    while (trims && local < text.length && isSpace(text, local)) local++;
    if (local === text.length) continue;
    start = segment.start + boundaryBefore(text, local);
    break;
  }
  for (let at = Math.min(segmentAt(segments, end - 1), segments.length - 1); at >= 0; at--) {
    const segment = segments[at];
    if (!segment || segment.end <= start) return null;
    const { text } = segment;
    let local = Math.min(text.length, end - segment.start);
    while (trims && local > 0 && isSpace(text, local - 1)) local--;
    if (local <= 0) continue;
    end = segment.start + boundaryAfter(text, local);
    break;
  }
  return start < end ? { start, end } : null;
}

/** The offset nearest to a point of the window, px; null when it is not over the segments' words. */
export function offsetAtPoint(
  segments: readonly PageSegment[],
  document: Document,
  x: number,
  y: number,
): number | null {
  const place = caretAt(document, x, y);
  if (!place) return null;
  const segment = segments[firstAfter(segments, ...place) - 1];
  return (segment && offsetInside(segment, ...place)) ?? null;
}

function caretAt(document: Document, x: number, y: number): [Node, number] | null {
  // Safari has only the older of the two.
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && [caret.offsetNode, caret.offset];
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && [range.startContainer, range.startOffset];
}

function offsetAtOrAfter(
  segments: readonly PageSegment[],
  node: Node,
  offset: number,
): number | null {
  const at = firstAfter(segments, node, offset);
  const before = segments[at - 1];
  const inside = before && offsetInside(before, node, offset);
  return inside ?? segments[at]?.start ?? null;
}

function offsetAtOrBefore(
  segments: readonly PageSegment[],
  node: Node,
  offset: number,
): number | null {
  const before = segments[firstAfter(segments, node, offset) - 1];
  if (!before) return null;
  const inside = offsetInside(before, node, offset);
  // A triple click ends at the very start of the next paragraph: that is the end of this one.
  return inside ?? before.end;
}

/** Index of the first segment whose words begin after the place. */
function firstAfter(segments: readonly PageSegment[], node: Node, offset: number): number {
  const range = (node.ownerDocument ?? (node as Document)).createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const isAfter = (at: number): boolean => {
    const words = segments[at]?.words;
    return words !== undefined && range.comparePoint(words, 0) > 0;
  };
  const inside = around(segments, node);
  if (inside !== null) return isAfter(inside) ? inside : inside + 1;
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The segment that a node is in. Asked first: comparing places far apart costs more the longer the text is. */
function around(segments: readonly PageSegment[], node: Node): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const turn = element?.closest<HTMLElement>('[data-body-start]');
  if (!turn) return null;
  const at = segmentAt(segments, Number(turn.dataset['bodyStart']));
  // An empty turn begins where the next one does, so it may be another.
  return segments[at]?.element === turn ? at : null;
}

/** The place's offset when it lies in the segment's words, else null. */
function offsetInside(segment: PageSegment, node: Node, offset: number): number | null {
  const { words } = segment;
  if (!words.contains(node)) return null;
  const range = words.ownerDocument.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return segment.start + range.toString().length;
}

/**
 * Where an offset is in the segment's text nodes. Between two runs a start belongs to the later and an end to
 * the earlier, so that a range never touches a run it does not cover.
 */
function placeIn(segment: PageSegment, offset: number, side: 'start' | 'end'): [Node, number] {
  const { words } = segment;
  const walker = words.ownerDocument.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = offset - segment.start;
  let last: [Node, number] = [words, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (length === 0) continue;
    if (side === 'start' ? left < length : left <= length) return [node, left];
    left -= length;
    last = [node, length];
  }
  return last;
}
