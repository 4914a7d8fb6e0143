import { termsOf } from './terms.ts';
import type { Phrase, QueryProblem } from './query.ts';

/** A piece of what was typed. `text` as typed, for sentences about it. */
export type Token =
  | { type: 'phrase'; text: string; phrase: Phrase; isExcluded: boolean }
  | { type: 'AND' | 'OR' | 'NOT' | '(' | ')'; text: string }
  | { type: 'NEAR'; text: string; distance: number };

/** Words between two others that still count as near, when nothing else is said. */
const NEAR_DISTANCE = 10;

/** Quotation marks of several languages, since word processors put them in by themselves. */
const OPENING = '"“”„«';
const CLOSING = '"“”»';

export class QueryError extends Error {
  override name = 'QueryError';
  constructor(readonly problem: QueryProblem) {
    super(problem.code);
  }
}

export function fail(code: QueryProblem['code'], text = ''): never {
  throw new QueryError({ code, text });
}

/** @throws QueryError */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const [token, length] = nextToken(rest);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function nextToken(rest: string): [Token, number] {
  const first = rest.charAt(0);
  if (first === '(' || first === ')') return [{ type: first, text: first }, 1];
  const isExcluded = /^[-−][^\s-]/u.test(rest);
  const from = isExcluded ? 1 : 0;
  if (OPENING.includes(rest.charAt(from))) return quoted(rest, from, isExcluded);
  const word = /^[^\s()"“”„«»]+/u.exec(rest.slice(from))?.[0] ?? '';
  const near = /^NEAR(?:\/(\d{1,3}))?$/u.exec(word);
  if (near)
    return [{ type: 'NEAR', text: word, distance: Number(near[1] ?? NEAR_DISTANCE) }, word.length];
  if (word === 'AND' || word === 'OR' || word === 'NOT')
    return [{ type: word, text: word }, word.length];
  const length = from + Math.max(1, word.length);
  return [{ type: 'phrase', text: word, phrase: phraseOf(word || first), isExcluded }, length];
}

function quoted(rest: string, from: number, isExcluded: boolean): [Token, number] {
  const inside = new RegExp(`^[^${CLOSING}]*`, 'u').exec(rest.slice(from + 1))?.[0] ?? '';
  const end = from + 1 + inside.length;
  if (end >= rest.length) fail('openQuote', rest);
  const star = rest.charAt(end + 1) === '*' ? '*' : '';
  const text = rest.slice(0, end + 1 + star.length);
  return [{ type: 'phrase', text, phrase: phraseOf(inside + star), isExcluded }, text.length];
}

/** What punctuation joins (`labour-market`, `don’t`) is searched as words side by side. */
function phraseOf(text: string): Phrase {
  const isPrefix = text.endsWith('*');
  const words = isPrefix ? text.slice(0, -1) : text;
  if (words.includes('*')) fail('star', text);
  const terms = termsOf(words).map(({ term }) => term);
  if (terms.length === 0) fail(isPrefix ? 'star' : 'noWord', text);
  return { op: 'phrase', terms, isPrefix };
}
