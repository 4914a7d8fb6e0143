import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  offeredNames,
  redact,
  redactedPlaces,
  redactedSpan,
} from '../../../src/domain/text/redaction.ts';

const without = (text: string, words: string[], anyCase = false) =>
  redact(
    text,
    redactedPlaces(
      text,
      words.map((one) => ({ words: one, replacement: '[name]' })),
      anyCase,
    ),
  ).text;

describe('words are taken out', () => {
  it('where they stand by themselves, also before a possessive and across a line end', () => {
    expect(without('Ana, Anabel and Ana’s; Ana\nRuiz', ['Ana', 'Ana Ruiz'])).toBe(
      '[name], Anabel and [name]’s; [name]',
    );
  });
  it('as written and in capitals; in any letters when asked', () => {
    expect(without('May saw MAY in may', ['May'])).toBe('[name] saw [name] in may');
    expect(without('May saw MAY in may', ['May'], true)).toBe('[name] saw [name] in [name]');
  });
  it('whether an accent is of one piece or two', () => {
    expect(without('Zo\u00eb met Zoe\u0308.', ['Zo\u00eb'])).toBe('[name] met [name].');
  });
  it('inside a run of letters in scripts without blanks', () => {
    expect(without('私は田中です', ['田中'])).toBe('私は[name]です');
  });
  it('the longer where one holds the other', () => {
    const places = redactedPlaces('Ana Ruiz', [
      { words: 'Ana', replacement: '[a]' },
      { words: 'Ana Ruiz', replacement: '[b]' },
    ]);
    expect(places).toEqual([{ start: 0, end: 8, replacement: '[b]' }]);
  });
  it('until none is left, in any text', () => {
    const word = fc.constantFrom(
      'Ana',
      'ANA',
      'ana',
      'Ruiz',
      'e\u0301t\u00e9',
      '👍',
      '田中',
      ',',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        const left = without(text, ['Ana', 'Ruiz', '田中', 'été'], true);
        expect(left.normalize('NFC')).not.toMatch(/ana|ruiz|田中|été/iu);
      }),
    );
  });
});

describe('passages', () => {
  it('keep every word of their own that stays, and what stands in the place of those that go', () => {
    const name = fc.constantFrom('Ana', 'Ruiz', 'we', 'go', '👍', 'home');
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        fc.constantFrom('[n]', '[name]', 'X'),
        (words, a, b, replacement) => {
          const [first, last] = [a % words.length, b % words.length].sort((x, y) => x - y);
          const lengthTo = (n: number) => words.slice(0, n).join(' ').length;
          const start = first === 0 ? 0 : lengthTo(first ?? 0) + 1;
          const end = lengthTo((last ?? 0) + 1);
          const text = words.join(' ');
          const redactions = ['Ana', 'Ruiz'].map((one) => ({ words: one, replacement }));
          const done = redact(text, redactedPlaces(text, redactions));
          const carried = redactedSpan(done.changes, { start, end });
          if (carried.state === 'lost') throw new Error('a redaction loses nothing');
          const wanted = words
            .slice(first, (last ?? 0) + 1)
            .map((one) => (one === 'Ana' || one === 'Ruiz' ? replacement : one))
            .join(' ');
          expect(done.text.slice(carried.span.start, carried.span.end)).toBe(wanted);
          expect(carried.state === 'changed').toBe(wanted !== text.slice(start, end));
        },
      ),
    );
  });
  it('inside a name that goes stand on what is in its place', () => {
    const { changes } = redact('Ana Ruiz came', [{ start: 0, end: 8, replacement: '[name]' }]);
    expect(redactedSpan(changes, { start: 4, end: 8 })).toEqual({
      state: 'changed',
      span: { start: 0, end: 6 },
    });
  });
});

describe('names offered', () => {
  it('are capitalised words and rows of them, the most frequent first', () => {
    const text =
      'Ana Ruiz and Jan van der Berg met Ana Ruiz. They left. Then they, Mr. Okoro, left.';
    expect(offeredNames(text)).toEqual([
      { words: 'Ana Ruiz', count: 2 },
      { words: 'Jan van der Berg', count: 1 },
      { words: 'Mr', count: 1 },
      { words: 'Okoro', count: 1 },
      { words: 'Then', count: 1 },
    ]);
  });
});
