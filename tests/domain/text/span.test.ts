import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps, spanProblem, trimSpan } from '../../../src/domain/text/span.ts';
import { textWithSpan } from './texts.ts';

describe('a span of a text', () => {
  it('is a passage when it holds something and cuts no character', () => {
    expect(spanProblem('a👍b', { start: 1, end: 3 })).toBeNull();
  });

  it.each([
    ['empty', { start: 1, end: 1 }],
    ['reversed', { start: 3, end: 1 }],
    ['outOfRange', { start: 0, end: 5 }],
    ['outOfRange', { start: -1, end: 2 }],
    ['notInteger', { start: 0.5, end: 2 }],
    ['notInteger', { start: Number.NaN, end: 2 }],
    ['splitsCharacter', { start: 2, end: 4 }],
    ['splitsCharacter', { start: 0, end: 2 }],
  ] as const)('is refused as %s: %o', (problem, span) => {
    expect(spanProblem('a👍b', span)).toBe(problem);
  });

  it('does not overlap the span it touches', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
  });

  it('contains itself and what lies within its ends', () => {
    expect(contains({ start: 1, end: 4 }, { start: 1, end: 4 })).toBe(true);
    expect(contains({ start: 1, end: 4 }, { start: 0, end: 2 })).toBe(false);
  });

  it('overlaps what it contains, unless that is empty', () => {
    const span = fc
      .tuple(fc.nat(20), fc.nat(20))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        if (contains(a, b) && b.start < b.end) expect(overlaps(a, b)).toBe(true);
      }),
    );
  });
});

describe('trimming a span', () => {
  it('takes white space off its ends, page breaks too', () => {
    const text = ' \f one two\n\u00a0';
    const { start, end } = trimSpan(text, { start: 0, end: text.length });
    expect(text.slice(start, end)).toBe('one two');
  });

  it('leaves the same as String.trim, and nothing of white space alone', () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const trimmed = trimSpan(text, span);
        expect(text.slice(trimmed.start, trimmed.end)).toBe(
          text.slice(span.start, span.end).trim(),
        );
        expect(contains(span, trimmed)).toBe(true);
      }),
    );
  });
});
