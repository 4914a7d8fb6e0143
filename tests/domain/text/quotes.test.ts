import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, findQuoteLoosely } from '../../../src/domain/text/quotes.ts';
import { spanProblem } from '../../../src/domain/text/span.ts';
import { rawText, textWithSpan } from './texts.ts';

describe('finding a quote', () => {
  it('gives every place in order, overlapping ones too', () => {
    expect(findQuote('ananas anan', 'ana')).toEqual([
      { start: 0, end: 3 },
      { start: 2, end: 5 },
      { start: 7, end: 10 },
    ]);
  });

  it('stops at the limit', () => {
    expect(findQuote('aaaa', 'a', 2)).toHaveLength(2);
    expect(findQuoteLoosely('a  b a  b a  b', 'a b', 2)).toHaveLength(2);
  });

  it('finds nothing for an empty quote or white space', () => {
    expect(findQuote('abc', '')).toEqual([]);
    expect(findQuoteLoosely('abc', ' \n ')).toEqual([]);
  });

  it('finds no half of a character', () => {
    expect(findQuote('a👍b', '\uDC4D')).toEqual([]);
  });

  it('finds again whatever was cut from the text', () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        if (spanProblem(text, span) !== null) return;
        expect(findQuote(text, text.slice(span.start, span.end))).toContainEqual(span);
      }),
    );
  });
});

describe('finding a quote loosely', () => {
  it('takes any white space for any other and quotes the text as it is', () => {
    const text = 'they said \n the (whole) $truth.';
    const [span] = findQuoteLoosely(text, ' said the\t(whole) $truth. ');
    expect(text.slice(span?.start, span?.end)).toBe('said \n the (whole) $truth.');
  });

  it('prefers what is there exactly', () => {
    expect(findQuoteLoosely('a  b, a b', 'a b')).toEqual([{ start: 6, end: 9 }]);
  });

  it('finds a passage after its lines were broken anew', () => {
    fc.assert(
      fc.property(rawText, rawText, rawText, (before, quote, after) => {
        const words = quote.trim();
        if (
          words === '' ||
          spanProblem(`${before} ${words} ${after}`, {
            start: before.length + 1,
            end: before.length + 1 + words.length,
          }) !== null
        )
          return;
        const text = `${before} ${words.replace(/\s+/g, '\n')} ${after}`;
        const found = findQuoteLoosely(text, words.replace(/\s+/g, ' \t'));
        expect(
          found.some(
            ({ start, end }) =>
              text.slice(start, end).replace(/\s+/g, ' ') === words.replace(/\s+/g, ' '),
          ),
        ).toBe(true);
      }),
    );
  });
});
