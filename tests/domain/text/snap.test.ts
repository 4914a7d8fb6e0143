import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapSpan } from '../../../src/domain/text/snap.ts';
import { contains, spanProblem } from '../../../src/domain/text/span.ts';
import { rawText, textWithSpan } from './texts.ts';

/** Every boundary the whole text has, found the slow way. */
function boundaries(text: string): Set<number> {
  const parts = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return new Set([...[...parts].map(({ index }) => index), text.length]);
}

function snapped(text: string, start: number, end: number): string {
  const span = snapSpan(text, { start, end });
  return text.slice(span.start, span.end);
}

describe('snapping a selection to whole characters', () => {
  it.each([
    ['an emoji of two units', 'a👍b', 2, 2, '👍'],
    ['a letter and its accent', 'xe\u0301y', 1, 2, 'e\u0301'],
    ['an accent alone', 'xe\u0301y', 2, 3, 'e\u0301'],
    ['a family joined by ZWJ', 'x👩‍👩‍👧‍👦y', 4, 5, '👩‍👩‍👧‍👦'],
    ['a flag', '🇫🇷🇧🇪', 6, 7, '🇧🇪'],
    ['a skin tone', 'a👍🏽b', 1, 3, '👍🏽'],
  ])('takes in the whole of %s', (_what, text, start, end, expected) => {
    expect(snapped(text, start, end)).toBe(expected);
  });

  it('leaves a span between whole characters as it is', () => {
    expect(snapSpan('שלום עולם', { start: 5, end: 9 })).toEqual({ start: 5, end: 9 });
  });

  it('refuses what does not lie in the text', () => {
    expect(() => snapSpan('abc', { start: 0, end: 4 })).toThrow(RangeError);
    expect(() => snapSpan('abc', { start: 2, end: 1 })).toThrow(RangeError);
  });

  it('only ever widens, to boundaries of the whole text, and never splits a character', () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const wide = snapSpan(text, span);
        const all = boundaries(text);
        expect(contains(wide, span)).toBe(true);
        expect(all.has(wide.start) && all.has(wide.end)).toBe(true);
        if (wide.start < wide.end) expect(spanProblem(text, wide)).toBeNull();
        expect(snapSpan(text, wide)).toEqual(wide);
      }),
    );
  });

  it('does not depend on what lies far away', () => {
    fc.assert(
      fc.property(rawText, fc.nat(40), (middle, at) => {
        const text = `.\n${middle}\n.`;
        const offset = Math.min(2 + at, text.length - 2);
        const near = snapSpan(text, { start: offset, end: offset });
        const padding = 'plain words. '.repeat(40);
        const moved = padding.length + offset;
        const far = snapSpan(padding + text + padding, { start: moved, end: moved });
        expect({ start: far.start - padding.length, end: far.end - padding.length }).toEqual(near);
      }),
    );
  });

  it('finds the start of a long run of flags', () => {
    const text = `${'🇫🇷'.repeat(300)}`;
    expect(snapSpan(text, { start: 802, end: 802 })).toEqual({ start: 800, end: 804 });
  });
});
