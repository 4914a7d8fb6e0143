import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PALETTE, colourNumber } from '../../src/domain/colours.ts';

describe('code colours', () => {
  it('are the light colours of the style sheet, in its order', () => {
    const css = readFileSync(new URL('../../static/css/tokens.css', import.meta.url), 'utf8');
    const light = [...css.matchAll(/--code-\d: light-dark\((#\w{6}),/g)].map(
      ([, colour]) => colour,
    );
    expect([...PALETTE]).toEqual(light);
  });
  it('each is its own number, in either case', () => {
    expect(PALETTE.map(colourNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(colourNumber('#2E6DC4')).toBe(1);
  });
  it('a colour of the eight of before, which codes may still have, keeps its number', () => {
    const before = '#3b6fb6 #bd6614 #2b8a66 #8657b3 #bf4438 #1b8692 #857e1c #b9548a'.split(' ');
    expect(before.map(colourNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('any other is shown as the one that looks most like it', () => {
    expect(colourNumber('#0000ff')).toBe(1);
    expect(colourNumber('#ff8800')).toBe(2);
    expect(colourNumber('#00aa55')).toBe(3);
    expect(colourNumber('#ff0000')).toBe(5);
  });
  it('any text at all gives a number from 1 to 8', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = colourNumber(text);
        expect(number >= 1 && number <= 8).toBe(true);
      }),
    );
  });
});
