import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notesCarrier } from '../../../src/domain/guide/notes-carry.ts';
import { notesText } from '../../../src/domain/guide/notes-text.ts';

const questions = [
  { id: 1, number: '1', text: 'Job?' },
  { id: 2, number: '2', text: 'Stuck?' },
];
const made = (...notes: string[]) =>
  notesText(
    notes.map((one, n) => ({ number: `${n + 1}`, title: questions[n]?.text ?? '', notes: one })),
  );

/** What stands under the first place of the words afterwards. */
function carried(before: string, words: string, after: string): [string, string?] {
  const start = before.lastIndexOf(words);
  const found = notesCarrier(before, after, questions)({ start, end: start + words.length });
  return found.state === 'lost'
    ? ['lost']
    : [found.state, after.slice(found.span.start, found.span.end)];
}

describe('a passage of notes that are made again', () => {
  it('stays under its question, also when the same words stand under another', () => {
    const after = made('It takes long. A year.', 'Says it takes long.');
    expect(carried(made('A year.', 'It takes long.'), 'It takes long', after)[0]).toBe('changed');
    expect(carried(made('A year.', 'A year.'), 'A year', made('A year.', ''))).toEqual(['lost']);
  });

  it('is found where it was moved within the answer', () => {
    const before = made('', 'Nobody answers. Permits take a year. Fees are high.');
    const after = made('', 'Permits take a year. Fees are high. Nobody answers.');
    expect(carried(before, 'Nobody answers.', after)).toEqual(['kept', 'Nobody answers.']);
  });

  it('is not put on the same words that somebody said elsewhere before', () => {
    const before = made('', 'Yes. A year passed by. Yes.');
    expect(carried(before, 'Yes.', made('', 'Yes. A year passed by.'))).toEqual(['lost']);
  });

  it('that is called kept reads exactly as before, whatever the notes', () => {
    const words = fc.array(fc.constantFrom('a', 'year', 'no', '👍', '\n\n'), { maxLength: 12 });
    const notes = fc.tuple(words, words).map(([one, two]) => made(one.join(' '), two.join(' ')));
    fc.assert(
      fc.property(notes, notes, fc.nat(), fc.nat(), (before, after, a, b) => {
        fc.pre(before.length > 0);
        const [start, end] = [a % before.length, (b % before.length) + 1];
        fc.pre(start < end);
        const found = notesCarrier(before, after, questions)({ start, end });
        if (found.state === 'kept')
          expect(after.slice(found.span.start, found.span.end)).toBe(before.slice(start, end));
      }),
      { numRuns: 50 },
    );
  });
});
