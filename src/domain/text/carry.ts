/** Keeping a passage on its words when the text around and in it changes. Code units of each version. */
import type { Change } from './difference.ts';
import { snapSpan } from './snap.ts';
import { overlaps, trimSpan, type Span } from './span.ts';

/**
 * - `kept`: reads exactly as before.
 * - `changed`: some of its words are others now; someone should look.
 * - `lost`: nothing of it is left.
 */
export type Carried =
  { state: 'kept'; span: Span } | { state: 'changed'; span: Span } | { state: 'lost' };

/** Carries passages of one text over to another version of it. `changes` as `difference` gives them. */
export function carrier(
  before: string,
  after: string,
  changes: readonly Change[],
): (passage: Span) => Carried {
  return (passage) => {
    const touching = changesTouching(changes, passage);
    const start = placeOf(changes, passage.start, 'start');
    const end = placeOf(changes, passage.end, 'end');
    if (touching.length === 0) return { state: 'kept', span: { start, end } };
    if (start >= end || isGone(before, passage, touching)) return { state: 'lost' };
    const words = trimSpan(after, { start, end });
    if (words.start === words.end) return { state: 'lost' };
    return { state: 'changed', span: snapSpan(after, words) };
  };
}

/** Where what stood at an offset of the earlier text stands now, or stood. */
export const placeAfter = (changes: readonly Change[], offset: number): number =>
  placeOf(changes, offset, 'start');

function changesTouching(changes: readonly Change[], passage: Span): Change[] {
  const touching: Change[] = [];
  for (let at = firstEndingFrom(changes, passage.start); at < changes.length; at += 1) {
    const change = changes[at];
    if (!change || change.before.start >= passage.end) break;
    if (overlaps(change.before, passage) || isInside(passage, change.before)) touching.push(change);
  }
  return touching;
}

/** Words that only came, between the passage's first word and its last. */
const isInside = (passage: Span, { start, end }: Span): boolean =>
  start === end && passage.start < start && start < passage.end;

/**
 * Whether no word of the passage is left. Words replaced in place, as a name by `[name]`, are not gone: what stands there
 * now is what was coded. Words in the midst of a larger stretch that was rewritten are.
 */
function isGone(text: string, passage: Span, changes: readonly Change[]): boolean {
  let left = text.slice(passage.start, passage.end);
  for (const { before } of changes.toReversed()) {
    const from = Math.max(0, before.start - passage.start);
    left = left.slice(0, from) + left.slice(Math.max(from, before.end - passage.start));
  }
  if (left.trim() !== '') return false;
  return changes.every(
    ({ before, after }) =>
      after.start === after.end || before.start < passage.start || before.end > passage.end,
  );
}

/**
 * Where an end of a passage stands now. An end inside a change goes to that change's edge, so that the passage keeps all
 * that may be its own; what was written just before or after it is not taken in.
 */
function placeOf(changes: readonly Change[], offset: number, end: 'start' | 'end'): number {
  const at = firstEndingFrom(changes, offset);
  const last = changes[at - 1];
  const change = changes[at];
  if (!change || change.before.start > offset)
    return offset + (last ? last.after.end - last.before.end : 0);
  const { before, after } = change;
  const isOutside = end === 'start' ? before.end === offset : before.start === offset;
  if (isOutside) return end === 'start' ? after.end : after.start;
  return end === 'start' ? after.start : after.end;
}

/** Index of the first change that ends at the offset or after it. */
function firstEndingFrom(changes: readonly Change[], offset: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.before.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
