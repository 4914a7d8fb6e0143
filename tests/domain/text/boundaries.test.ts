import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesIn, wordsIn } from '../../../src/domain/text/boundaries.ts';
import type { Span } from '../../../src/domain/text/span.ts';
import { rawText } from './texts.ts';

const read = (text: string, spans: Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks, without the space after', () => {
    const text = 'We met twice.  Why? Because!';
    expect(read(text, sentencesIn(text))).toEqual(['We met twice.', 'Why?', 'Because!']);
  });

  it('do not end after a title or an initial', () => {
    const text = 'Dr. Okoye and J. Smith met. Then they left.';
    expect(read(text, sentencesIn(text))).toEqual([
      'Dr. Okoye and J. Smith met.',
      'Then they left.',
    ]);
  });

  it('end after an answer that is one word', () => {
    expect(read('No. So did I. Yes.', sentencesIn('No. So did I. Yes.'))).toEqual([
      'No.',
      'So did I.',
      'Yes.',
    ]);
  });

  it('run over line ends in wrapped text and end at them in any other', () => {
    const text = 'one line\nanother line';
    expect(sentencesIn(text)).toHaveLength(1);
    expect(read(text, sentencesIn(text, { wrapped: false }))).toEqual(['one line', 'another line']);
  });

  it('are found in scripts with their own full stop', () => {
    expect(read('我们见面了。他走了。', sentencesIn('我们见面了。他走了。'))).toEqual([
      '我们见面了。',
      '他走了。',
    ]);
  });

  it('cover every character that is not white space, in order', () => {
    fc.assert(
      fc.property(rawText, fc.boolean(), (text, wrapped) => {
        const spans = sentencesIn(text, { wrapped });
        expect(read(text, spans).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        spans.forEach((span, i) => {
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('words', () => {
  it('are letters and digits; punctuation is none', () => {
    expect(read('It’s 3, no?', wordsIn('It’s 3, no?'))).toEqual(['It’s', '3', 'no']);
  });

  it('are found where the script writes no spaces', () => {
    expect(wordsIn('ผมชอบอ่านหนังสือ').length).toBeGreaterThan(2);
  });
});
