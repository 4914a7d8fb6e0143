/** Keeping passages in place when the same bytes are read in another encoding. Code units of each reading. */
import type { Carried } from './carry.ts';
import { difference, type Change } from './difference.ts';
import { redactedSpan } from './redaction.ts';
import { snapSpan } from './snap.ts';
import type { Span } from './span.ts';

/**
 * Carries passages over to another reading of the same bytes. Words with other letters are the same words, so that nothing
 * is lost as long as there are letters: what reads otherwise is `changed`.
 */
export function rereadCarrier(before: string, after: string): (passage: Span) => Carried {
  // A letter for a letter, as between encodings of one byte each: then every place is known exactly.
  const changes =
    before.length === after.length ? lettersChanged(before, after) : difference(before, after);
  return (passage) => {
    const carried = redactedSpan(changes, passage);
    if (carried.state !== 'changed') return carried;
    const span = snapSpan(after, carried.span);
    return span.start < span.end ? { state: 'changed', span } : { state: 'lost' };
  };
}

function lettersChanged(before: string, after: string): Change[] {
  const changes: Change[] = [];
  for (let start = 0; start < before.length; start += 1) {
    let end = start;
    while (end < before.length && before[end] !== after[end]) end += 1;
    if (end === start) continue;
    changes.push({ before: { start, end }, after: { start, end } });
    start = end;
  }
  return changes;
}
