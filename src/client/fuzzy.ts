/**
 * Finds codes by a few letters of their full path ("vis cap" finds Visibility > Capacity). Pure: no
 * document, no state. Ranking is by kind of match first, so that what a coder learns to type for a code
 * keeps finding it however many codes join the book.
 */

export interface Candidate {
  /** Names from the theme down: ['Visibility', 'Capacity']. */
  path: readonly string[];
  /** 0 for the code used last, 1 for the one before; Infinity or absent when never used here. */
  recency?: number;
}

export interface Match<T extends Candidate> {
  item: T;
  /** Per name of the path, half-open `[start, end)` code units of the letters that matched. */
  hits: [start: number, end: number][][];
}

/** How well one word matches one name; higher is better. The gaps leave room for the own-name bonus. */
const WHOLE_NAME = 50;
const NAME_PREFIX = 40;
const WORD_PREFIX = 30;
const INSIDE = 20;
const SCATTERED = 10;
/** A match in the code's own name beats the same kind of match in one of its ancestors. */
const OWN_NAME = 5;

interface Found {
  score: number;
  hits: [number, number][];
}

/** Lower case without accents, letter by letter so that positions in the name stay known. */
function fold(text: string): { folded: string; origin: number[] } {
  const origin: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const plain = char
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase();
    for (let i = 0; i < plain.length; i++) origin.push(at);
    folded += plain;
    at += char.length;
  }
  origin.push(at);
  return { folded, origin };
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');

function inside(word: string, folded: string): { at: number; score: number } | null {
  let found: { at: number; score: number } | null = null;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (at === 0) return { at, score: word.length === folded.length ? WHOLE_NAME : NAME_PREFIX };
    if (isWordStart(folded, at)) return { at, score: WORD_PREFIX };
    found ??= { at, score: INSIDE };
  }
  return found;
}

/**
 * The letters of `word` in order, the first of them at the start of a word, each next one at the start of a later
 * word or further on in the same: "cpc" in Capacity, "sw" in Social work, but no letters picked from all over.
 */
function scattered(word: string, folded: string): number[] | null {
  const follow = (from: number, at: number): number[] | null => {
    if (at === word.length) return [];
    let sameWord = true;
    for (let place = from; place < folded.length; place++) {
      const starts = isWordStart(folded, place);
      if (starts && place > from) sameWord = false;
      if (folded[place] !== word[at] || !(starts || (sameWord && at > 0))) continue;
      const rest = follow(place + 1, at + 1);
      if (rest) return [place, ...rest];
    }
    return null;
  };
  return follow(0, 0);
}

function matchName(word: string, name: string): Found | null {
  const { folded, origin } = fold(name);
  const place = (from: number, to: number): [number, number] => [
    origin[from] ?? 0,
    origin[to] ?? 0,
  ];
  const run = inside(word, folded);
  if (run) return { score: run.score, hits: [place(run.at, run.at + word.length)] };
  const letters = word.length > 1 ? scattered(word, folded) : null;
  return letters && { score: SCATTERED, hits: letters.map((at) => place(at, at + 1)) };
}

/** Words of a query; `>` and `/` part names as in a written path, and count as spaces here. */
export const queryWords = (query: string): string[] =>
  fold(query)
    .folded.split(/[\s>›/]+/u)
    .filter((word) => word !== '');

interface InPath {
  /** Which name of the path. */
  at: number;
  score: number;
  hits: [number, number][];
}

/** The best place for one word in a path; of equal ones the deeper. */
function matchWord(word: string, path: readonly string[]): InPath | null {
  let best: InPath | null = null;
  for (const [at, name] of path.entries()) {
    const found = matchName(word, name);
    if (!found) continue;
    const score = found.score + (at === path.length - 1 ? OWN_NAME : 0);
    if (!best || score >= best.score) best = { at, score, hits: found.hits };
  }
  return best;
}

function matchPath<T extends Candidate>(
  words: readonly string[],
  item: T,
): { match: Match<T>; score: number } | null {
  const hits: [number, number][][] = item.path.map(() => []);
  let score = 0;
  let ownName = words.length === 0;
  for (const word of words) {
    const found = matchWord(word, item.path);
    if (!found) return null;
    score += found.score / words.length;
    ownName ||= found.at === item.path.length - 1;
    hits[found.at]?.push(...found.hits);
  }
  // "visibility" lists what lies under it too, but whatever is called so itself comes before that.
  return { match: { item, hits }, score: ownName ? score : score - WHOLE_NAME };
}

const letters = (path: readonly string[]): number =>
  path.reduce((sum, name) => sum + name.length, 0);

/**
 * The candidates that match every word of the query, best first: kind of match, then used most recently,
 * then the shorter path, then the given order. An empty query gives all, recent ones first.
 */
export function search<T extends Candidate>(query: string, items: readonly T[]): Match<T>[] {
  const words = queryWords(query);
  const recency = (item: T): number => item.recency ?? Infinity;
  const shorter = (a: T, b: T): number => (words.length ? letters(a.path) - letters(b.path) : 0);
  return items
    .flatMap((item, order) => {
      const found = matchPath(words, item);
      return found ? [{ ...found, order }] : [];
    })
    .sort((a, b) => {
      if (a.score !== b.score) return b.score - a.score;
      const [x, y] = [recency(a.match.item), recency(b.match.item)];
      if (x !== y) return x - y;
      return shorter(a.match.item, b.match.item) || a.order - b.order;
    })
    .map((found) => found.match);
}
