import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOffsetIndex, toCodePoints, toCodeUnits } from '../../../src/domain/text/offsets.ts';
import { rawText } from './texts.ts';

/** Long enough for several checkpoints, which may fall inside a character. */
const longText = fc
  .tuple(rawText, fc.nat(700), rawText)
  .map(([a, n, b]) => a + 'x'.repeat(n % 3) + '👍é'.repeat(n) + b);

describe('offsets at the borders', () => {
  it('count an emoji as two units inside and one code point outside', () => {
    expect(toCodePoints('a👍b', 3)).toBe(2);
    expect(toCodeUnits('a👍b', 2)).toBe(3);
  });

  it('agree with the number of code points before them', () => {
    fc.assert(
      fc.property(longText, fc.nat(), (text, n) => {
        const points = [...text];
        const offset = n % (points.length + 1);
        const units = points.slice(0, offset).join('').length;
        const index = createOffsetIndex(text);
        expect(index.codePointLength).toBe(points.length);
        expect(index.toCodeUnits(offset)).toBe(units);
        expect(index.toCodePoints(units)).toBe(offset);
        expect(toCodeUnits(text, offset)).toBe(units);
        expect(toCodePoints(text, units)).toBe(offset);
      }),
    );
  });

  it('refuse an offset outside the text, in either direction', () => {
    for (const text of ['abc', 'a👍b', '']) {
      const index = createOffsetIndex(text);
      for (const bad of [-1, text.length + 1, 0.5, Number.NaN]) {
        expect(() => toCodePoints(text, bad)).toThrow(RangeError);
        expect(() => toCodeUnits(text, bad)).toThrow(RangeError);
        expect(() => index.toCodePoints(bad)).toThrow(RangeError);
        expect(() => index.toCodeUnits(bad)).toThrow(RangeError);
      }
      expect(() => index.toCodeUnits(index.codePointLength + 1)).toThrow(RangeError);
    }
  });

  it('refuse an offset that cuts a character in two', () => {
    fc.assert(
      fc.property(rawText, rawText, (before, after) => {
        const text = `${before}👍${after}`;
        const cut = before.length + 1;
        expect(() => createOffsetIndex(text).toCodePoints(cut)).toThrow(RangeError);
        expect(() => toCodePoints(text, cut)).toThrow(RangeError);
      }),
    );
  });
});
