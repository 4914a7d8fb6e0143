import { termsOf, type Form } from './terms.ts';
import type { Phrase, QueryProblem } from './query.ts';

/** A piece of what was typed. `text` as typed, and where (code units), for sentences about it. */
export type Token = { text: string; start: number } & Kind;
type Kind =
  | { type: 'phrase'; phrase: Phrase; isExcluded: boolean }
  | { type: 'AND' | 'OR' | 'NOT' | '(' | ')' }
  | { type: 'NEAR'; distance: number };

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

export type Place = { text: string; start: number };

export function fail(
  code: QueryProblem['code'],
  { text, start }: Place = { text: '', start: 0 },
): never {
  throw new QueryError({ code, text, start });
}

/** @throws QueryError */
export function tokensOf(typed: string, form: Form): Token[] {
  const tokens: Token[] = [];
  for (let start = skipped(typed, 0); start < typed.length;) {
    const token = nextToken(typed.slice(start), start, form);
    tokens.push(token);
    start = skipped(typed, start + token.text.length);
  }
  return tokens;
}

function skipped(typed: string, from: number): number {
  return typed.length - typed.slice(from).trimStart().length;
}

function nextToken(rest: string, start: number, form: Form): Token {
  const first = rest.charAt(0);
  if (first === '(' || first === ')') return { type: first, text: first, start };
  const isExcluded = /^[-−][^\s-]/u.test(rest);
  const from = isExcluded ? 1 : 0;
  if (OPENING.includes(rest.charAt(from))) return quoted(rest, start, isExcluded, form);
  const word = /^[^\s()"“”„«»]+/u.exec(rest.slice(from))?.[0] ?? '';
  const near = /^NEAR(?:\/(\d{1,3}))?$/u.exec(word);
  if (near) return { type: 'NEAR', text: word, start, distance: Number(near[1] ?? NEAR_DISTANCE) };
  if (word === 'AND' || word === 'OR' || word === 'NOT') return { type: word, text: word, start };
  const text = rest.slice(0, from + Math.max(1, word.length));
  const phrase = phraseOf(text.slice(from), { text, start }, form);
  return { type: 'phrase', text, start, phrase, isExcluded };
}

function quoted(rest: string, start: number, isExcluded: boolean, form: Form): Token {
  const from = isExcluded ? 1 : 0;
  const inside = new RegExp(`^[^${CLOSING}]*`, 'u').exec(rest.slice(from + 1))?.[0] ?? '';
  const end = from + 1 + inside.length;
  if (end >= rest.length) fail('openQuote', { text: rest, start });
  const star = rest.charAt(end + 1) === '*' ? '*' : '';
  const text = rest.slice(0, end + 1 + star.length);
  const phrase = phraseOf(inside + star, { text, start }, form);
  return { type: 'phrase', text, start, phrase, isExcluded };
}

/** What punctuation joins (`labour-market`, `don’t`) is searched as words side by side. */
function phraseOf(text: string, place: Place, form: Form): Phrase {
  const isPrefix = text.endsWith('*');
  const words = isPrefix ? text.slice(0, -1) : text;
  if (words.includes('*')) fail('star', place);
  const terms = termsOf(words, form).map(({ term }) => term);
  if (terms.length === 0) fail(isPrefix ? 'star' : 'noWord', place);
  return { op: 'phrase', terms, isPrefix };
}
