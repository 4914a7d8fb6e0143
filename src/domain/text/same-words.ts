import type { Span } from './span.ts';

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Where the same words stand in a text, whatever their capitals and the white space between them; whole words only, in order,
 * without overlap. Code units.
 * @param words at least one that is not white space, else nothing is found
 */
export function sameWords(text: string, words: string): Span[] {
  const parts = words.split(/\s+/u).filter((word) => word !== '');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (first === '') return [];
  const before = LETTER.test([...first][0] ?? '') ? '(?<![\\p{L}\\p{M}\\p{N}])' : '';
  const after = LETTER.test([...last].at(-1) ?? '') ? '(?![\\p{L}\\p{M}\\p{N}])' : '(?!\\p{M})';
  const pattern = new RegExp(before + parts.map(literally).join('\\s+') + after, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

const literally = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
