import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/domain/text/context.ts';
import { spanProblem } from '../../../src/domain/text/span.ts';
import { textWithSpan } from './texts.ts';

describe('a passage in its context', () => {
  const text = 'The office in Bangkok was larger than the one in Budapest.';
  const span = { start: 14, end: 21 };

  it('has whole words on both sides', () => {
    expect(contextOf(text, span, 8, 9)).toEqual({ before: 'in ', match: 'Bangkok', after: ' was' });
  });

  it('reaches to the ends of a short text', () => {
    expect(contextOf(text, span, 999, 999)).toEqual({
      before: 'The office in ',
      match: 'Bangkok',
      after: ' was larger than the one in Budapest.',
    });
  });

  it('is cut between characters where the script has no spaces', () => {
    expect(contextOf('国際労働機関の事務所', { start: 4, end: 6 }, 2, 2)).toEqual({
      before: '労働',
      match: '機関',
      after: 'の事',
    });
    expect(contextOf('👍👍👍x👍👍👍', { start: 6, end: 7 }, 3, 3)).toEqual({
      before: '👍',
      match: 'x',
      after: '👍',
    });
  });

  it('reads as the text does around the passage and keeps to its bounds', () => {
    fc.assert(
      fc.property(
        textWithSpan,
        fc.nat(30),
        fc.nat(30),
        ({ text: any, span: passage }, left, right) => {
          if (spanProblem(any, passage) !== null) return;
          const { before, match, after } = contextOf(any, passage, left, right);
          expect(match).toBe(any.slice(passage.start, passage.end));
          expect(any.slice(0, passage.start).endsWith(before)).toBe(true);
          expect(any.slice(passage.end).startsWith(after)).toBe(true);
          expect(before.length).toBeLessThanOrEqual(left);
          expect(after.length).toBeLessThanOrEqual(right);
        },
      ),
    );
  });
});
