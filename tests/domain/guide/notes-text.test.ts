import { describe, expect, it } from 'vitest';
import { notedSections, notesText } from '../../../src/domain/guide/notes-text.ts';

const QUESTIONS = [
  { id: 11, number: '1', text: 'What is your job?' },
  { id: 12, number: '2', text: 'Where do you\nget stuck?' },
  { id: 13, number: '10a', text: 'What else?' },
];
const text = notesText([
  { number: null, title: 'Other notes', notes: 'Noisy canteen.' },
  { number: '1', title: 'What is your job?', notes: '# Head\n\nof unit' },
  { number: '2', title: 'Where do you\nget stuck?', notes: '  \n' },
  { number: '10a', title: 'What else?', notes: 'Nothing.\n' },
]);
const under = (questions = QUESTIONS) =>
  notedSections(text, questions).map(({ questionId, start, end }) => [
    questionId,
    text.slice(start, end).split('\n', 1)[0],
  ]);

describe('notes as one text', () => {
  it('have what belongs to no question first, each question above its answer, and no empty ones', () => {
    expect(text).toBe(
      '## Other notes\n\nNoisy canteen.\n\n## 1. What is your job?\n\n# Head\n\nof unit\n\n## 10a. What else?\n\nNothing.\n',
    );
    expect(notesText([{ number: '1', title: 'Why?', notes: ' ' }])).toBe('');
  });

  it('tell for each stretch which question it is under', () => {
    expect(under()).toEqual([
      [null, '## Other notes'],
      [11, '## 1. What is your job?'],
      [13, '## 10a. What else?'],
    ]);
  });

  it('also when the question was worded or numbered in another way since', () => {
    const worded = QUESTIONS.map((q) => (q.id === 11 ? { ...q, text: 'Your job?' } : q));
    const numbered = [{ id: 13, number: '11', text: 'What else?' }];
    expect(under(worded).map(([id]) => id)).toEqual([null, 11, 13]);
    expect(notedSections('## 10a. What else?\n\nx', numbered)).toEqual([
      { questionId: null, start: 0, end: 21 },
    ]);
  });

  it('leave no character out, whatever is noted', () => {
    const sections = notedSections(text, QUESTIONS);
    expect(sections.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(notedSections('', QUESTIONS)).toEqual([]);
  });
});
