import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameWords } from '../../../src/domain/text/same-words.ts';

const found = (text: string, words: string) =>
  sameWords(text, words).map(({ start, end }) => text.slice(start, end));

it('finds words whatever their capitals and the white space between', () => {
  expect(found('Good\n things. good things', 'good things')).toEqual([
    'Good\n things',
    'good things',
  ]);
});
it('finds whole words only, in any script', () => {
  expect(found('goods good', 'good')).toEqual(['good']);
  expect(found('Труды труд', 'труд')).toEqual(['труд']);
  expect(found('cafe\u0301 cafe', 'cafe')).toEqual(['cafe']);
});
it('takes signs as they are', () => {
  expect(found('a+b (why?) aab', '(why?)')).toEqual(['(why?)']);
  expect(found('a+b aab', 'a+b')).toEqual(['a+b']);
  expect(found('anything', ' ')).toEqual([]);
});
it('finds what was put between spaces, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (words) => {
      fc.pre(words.trim() !== '' && !/^\p{M}/u.test(words.trim()));
      expect(sameWords(` ${words} `, words).length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});
