/** Comments and tracked changes of a document, apart from its text. */
import { canonicalText } from '../domain/text/canonical.ts';

/** How tracked changes are taken: as the text reads once all are accepted, or as it was before. */
export type Tracked = 'accepted' | 'rejected';

/** A comment on a passage of the text. */
export interface DocumentComment {
  author: string;
  /** `2026-03-12`; '' when the document does not say. */
  day: string;
  words: string;
  /** Code units of the text; empty where the document marks a place and no passage. */
  start: number;
  end: number;
}

/** What people left in a document while they worked on it. */
export interface Review {
  comments: DocumentComment[];
  insertions: number;
  deletions: number;
  /** Who inserted and deleted, as the document says. */
  authors: string[];
}

export const NO_REVIEW: Review = { comments: [], insertions: 0, deletions: 0, authors: [] };

/** What the ends of a comment's passage are called in the model of a document: with its number behind. */
export const COMMENT_START = 'earmark-comment-start-';
export const COMMENT_END = 'earmark-comment-end-';

// No XML holds these two characters, so they can stand in a text for a moment.
const [OPEN, CLOSE] = ['\u0001', '\u0002'];
const MARK = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'gu');
const EDGES = new RegExp(
  `^(?:\\s|${OPEN}[^${CLOSE}]*${CLOSE})+|(?:\\s|${OPEN}[^${CLOSE}]*${CLOSE})+$`,
  'gu',
);
const BOTH = new RegExp(`[${OPEN}${CLOSE}]`, 'gu');

/** Stands in the text where a comment's passage begins or ends, until `withoutMarks` takes it out. */
export const markFor = (name: string): string => `${OPEN}${name}${CLOSE}`;

/** Words of a document, which hold no such mark. */
export const unmarked = (words: string): string => words.replace(BOTH, '');

const marksIn = (text: string): string => (text.match(MARK) ?? []).join('');

/** Whether there are words, marks aside. */
export const hasWords = (text: string): boolean => text.replace(MARK, '').trim() !== '';

/** `trim()` that leaves marks where words begin and end. */
export const trimmed = (text: string): string =>
  hasWords(text) ? text.replace(EDGES, marksIn) : marksIn(text);

/** Pieces with words; marks of one without go to the one that follows, or to the last. */
export function withWords(pieces: readonly string[]): string[] {
  const kept: string[] = [];
  let waiting = '';
  for (const piece of pieces)
    if (hasWords(piece)) {
      kept.push(waiting + piece);
      waiting = '';
    } else waiting += marksIn(piece);
  const last = kept.pop();
  return last === undefined ? [] : [...kept, last + waiting];
}

/** The canonical text, and where each mark stood in it, in code units. */
export function withoutMarks(marked: string): { text: string; places: Map<string, number> } {
  const places = new Map<string, number>();
  let text = '';
  let from = 0;
  for (const match of canonicalText(marked).matchAll(MARK)) {
    text += canonicalText(marked).slice(from, match.index);
    from = match.index + match[0].length;
    if (match[1] !== undefined && !places.has(match[1])) places.set(match[1], text.length);
  }
  return { text: text + canonicalText(marked).slice(from), places };
}

/** Comments at their passages; one that marks no passage stands where the document refers to it, else at the beginning. */
export function placed(
  comments: readonly { id: string; author: string; day: string; words: string }[],
  places: ReadonlyMap<string, number>,
): DocumentComment[] {
  return comments.map(({ id, ...comment }) => {
    const end = places.get(COMMENT_END + id);
    const start = places.get(COMMENT_START + id) ?? end ?? 0;
    return { ...comment, start, end: Math.max(start, end ?? start) };
  });
}
