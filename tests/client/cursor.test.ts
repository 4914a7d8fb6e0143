import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cursor, SegmentText } from '../../src/client/cursor.ts';
import { cursorOn, extend, move, passageOf, resize, unitsIn } from '../../src/client/cursor.ts';
import { boundaryAfter, boundaryBefore } from '../../src/domain/text/snap.ts';
import type { Unit } from '../../src/domain/workbench/keymap.ts';

/** Segments as a page has them: every body after a label, a line end between. */
function page(...bodies: string[]): { text: string; segments: SegmentText[] } {
  let text = '';
  const segments = bodies.map((body) => {
    text += 'VV: ';
    const start = text.length;
    text += `${body}\n`;
    return { start, end: start + body.length, text: body };
  });
  return { text, segments };
}
const { text, segments } = page('One two. Three four.', 'Five six. Seven 👍🏽 eight.', 'Nine.');
const read = (cursor: Cursor): string => {
  const { start, end } = passageOf(cursor);
  return text.slice(start, end);
};
const top = cursorOn({ start: 4, end: 4 });

describe('moving the passage by key', () => {
  it('begins with the unit at the top of the screen', () => {
    expect(read(move(segments, top, 'segment', 1))).toBe('One two. Three four.');
    expect(read(move(segments, top, 'sentence', 1))).toBe('One two.');
    expect(read(move(segments, top, 'word', 1))).toBe('One');
  });
  it('goes on by segment, without the labels', () => {
    const first = move(segments, top, 'segment', 1);
    const second = move(segments, first, 'segment', 1);
    expect(read(second)).toBe('Five six. Seven 👍🏽 eight.');
    expect(move(segments, second, 'segment', -1)).toEqual(first);
  });
  it('goes by sentence and by word from one segment into the next and back', () => {
    const last = cursorOn({ start: 13, end: 24 });
    expect(read(last)).toBe('Three four.');
    const on = move(segments, last, 'sentence', 1);
    expect(read(on)).toBe('Five six.');
    expect(move(segments, on, 'sentence', -1)).toEqual(last);
  });
  it('from a segment to its first or last sentence, from a word to its sentence', () => {
    const segment = move(segments, top, 'segment', 1);
    expect(read(move(segments, segment, 'sentence', 1))).toBe('One two.');
    expect(read(move(segments, segment, 'sentence', -1))).toBe('Three four.');
    const word = move(segments, top, 'word', 1);
    expect(read(move(segments, word, 'sentence', 1))).toBe('One two.');
  });
  it('stays where it is at either end of the text', () => {
    const last = cursorOn({ start: segments[2]?.start ?? 0, end: segments[2]?.end ?? 0 });
    expect(move(segments, last, 'segment', 1)).toBe(last);
    const first = move(segments, top, 'word', 1);
    expect(move(segments, first, 'word', -1)).toBe(first);
  });
});

describe('extending the passage by key', () => {
  const one = move(segments, top, 'word', 1);
  it('takes more words, then gives them back, and never the first one', () => {
    const more = extend(segments, extend(segments, one, 'word', 1), 'word', 1);
    expect(read(more)).toBe('One two. Three');
    const less = extend(segments, extend(segments, more, 'word', -1), 'word', -1);
    expect(less).toEqual(one);
  });
  it('goes backwards from the same word', () => {
    const three = cursorOn({ start: 13, end: 18 });
    const back = extend(segments, three, 'word', -1);
    expect(read(back)).toBe('two. Three');
    expect(extend(segments, back, 'word', 1)).toEqual(three);
  });
  it('to the end of the sentence, to the end of the segment, into the next', () => {
    expect(read(extend(segments, one, 'sentence', 1))).toBe('One two.');
    const turn = extend(segments, one, 'segment', 1);
    expect(read(turn)).toBe('One two. Three four.');
    expect(read(extend(segments, turn, 'sentence', 1))).toBe('One two. Three four.\nVV: Five six.');
  });
  it('after it a plain step leaves the extended passage', () => {
    const two = extend(segments, one, 'word', 1);
    expect(read(move(segments, two, 'word', 1))).toBe('Three');
  });
});

describe('resizing by key', () => {
  it('moves one end by a word and keeps at least one', () => {
    const word = { start: 8, end: 11 };
    expect(resize(segments, word, 'end', 1)).toEqual({ start: 8, end: 18 });
    expect(resize(segments, { start: 8, end: 18 }, 'end', -1)).toEqual(word);
    expect(resize(segments, word, 'end', -1)).toEqual(word);
    expect(resize(segments, word, 'start', -1)).toEqual({ start: 4, end: 11 });
    expect(resize(segments, { start: 4, end: 11 }, 'start', 1)).toEqual(word);
  });
});

describe('for any text and any keys', () => {
  const body = fc.string({
    unit: fc.constantFrom('a', 'é', 'é', ' ', '. ', 'ש', '👍🏽', '👨‍👩‍👧', '日本', '\n', '!', '🇫🇷'),
    maxLength: 30,
  });
  const keys = fc.array(
    fc.record({
      unit: fc.constantFrom<Unit>('segment', 'sentence', 'word'),
      way: fc.constantFrom<1 | -1>(1, -1),
      shift: fc.boolean(),
    }),
    { maxLength: 30 },
  );
  it('the passage lies in the text and cuts no character', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), keys, (bodies, presses) => {
        const made = page(...bodies);
        let cursor = cursorOn({ start: 4, end: 4 });
        for (const { unit, way, shift } of presses) {
          cursor = (shift ? extend : move)(made.segments, cursor, unit, way);
          const { start, end } = passageOf(cursor);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(made.text.length);
          expect(boundaryBefore(made.text, start)).toBe(start);
          expect(boundaryAfter(made.text, end)).toBe(end);
        }
      }),
    );
  });
  it('stepping forward from the top meets every unit once, in order', () => {
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Unit>('segment', 'sentence', 'word'),
        (bodies, unit) => {
          const made = page(...bodies);
          const all = made.segments.flatMap((segment) => unitsIn(segment, unit));
          const met = [];
          let cursor = cursorOn({ start: 0, end: 0 });
          for (let i = 0; i < all.length; i++) {
            cursor = move(made.segments, cursor, unit, 1);
            met.push(passageOf(cursor));
          }
          expect(met).toEqual(all);
        },
      ),
    );
  });
});
