import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/domain/text/markdown.ts';

describe('Markdown', () => {
  it.each([
    ['Visit\n=====\n\nMorning\n---', '# Visit\n\n## Morning'],
    ['* one\n  + two\n- three\n* * *', '- one\n  - two\n- three\n* * *'],
    ['Line one  \nLine two\\\nLine three  \n', 'Line one\nLine two\nLine three  \n'],
    ['a | b\n--|--\nc \\| d | e\n\nEnd', 'a\tb\n\nc | d\te\n\nEnd'],
    [
      'b[^x] and a[^1].\n\n[^1]: One.\n[^x]: Two,\n    and more.',
      'b[1] and a[2].\n\n[1] Two,\nand more.\n\n[2] One.',
    ],
    ['```\n* a  \nb[^1]\n```\n\n[^1]: n', '```\n* a  \nb[^1]\n```\n\n[1] n'],
    ['---\ntitle: x\n---', '---\ntitle: x\n---'],
    ['a[^none] **bold** _it_ > x', 'a[^none] **bold** _it_ > x'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(plainMarkdown(typed)).toBe(kept);
  });

  it('loses no letter', () => {
    const letters = (text: string): string => [...text.replace(/[^\p{L}]/gu, '')].sort().join('');
    const piece = fc.constantFrom(
      'a',
      'Bé',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '|',
      '---',
      '* ',
      '```',
      '=',
      '# ',
      'x.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(letters(plainMarkdown(text))).toBe(letters(text));
      }),
    );
  });
});
