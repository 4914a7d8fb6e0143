import type { ParsedQuery, Phrase, Query } from './query.ts';
import type { Form } from './terms.ts';
import { fail, QueryError, tokensOf, type Token } from './tokens.ts';

/** Longest search, in code units, and most words in it: more is a paste that went astray. */
const LONGEST = 1000;
const MOST_TOKENS = 100;
/** Pairs that NEAR between brackets may come to: `(a OR b) NEAR (c OR d)` are four. */
const MOST_NEARS = 64;

/**
 * Reads a search: words (all of them are wanted), `"phrases"`, `begin*`, `AND`, `OR`, `NOT` or a minus before a word,
 * `NEAR` or `NEAR/5`, brackets. Operators are in capitals, so that “and” can be searched. OR binds weakest.
 * @param form how its words are compared
 */
export function parseQuery(text: string, form: Form = 'plain'): ParsedQuery {
  try {
    if (text.trim() === '') fail('empty');
    if (text.length > LONGEST) fail('tooLong');
    const tokens = tokensOf(text, form);
    if (tokens.length > MOST_TOKENS) fail('tooLong');
    return { ok: true, query: new Parser(tokens).whole() };
  } catch (error) {
    if (error instanceof QueryError) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Parser {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Query {
    const query = this.either();
    const left = this.tokens[this.at];
    if (left !== undefined) fail('closingBracket', left);
    return query;
  }

  private either(): Query {
    const parts = [this.all()];
    while (this.tokens[this.at]?.type === 'OR') {
      this.at += 1;
      if (this.excludes()) fail('orNot', this.tokens[this.at]);
      parts.push(this.all());
    }
    return joined('or', parts);
  }

  /** Everything up to the next OR or bracket: what is wanted, and what is not. */
  private all(): Query {
    const wanted: Query[] = [];
    const unwanted: Query[] = [];
    const first = this.tokens[this.at];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.type === 'OR' || token.type === ')') break;
      if (token.type === 'AND') {
        if (wanted.length + unwanted.length === 0) fail('operatorFirst', token);
        this.at += 1;
        this.needsMore(token);
        continue;
      }
      if (this.excludes()) unwanted.push(this.excluded());
      else wanted.push(this.near());
    }
    if (wanted.length === 0 && unwanted.length > 0) fail('onlyNot', first);
    if (wanted.length === 0) this.missing();
    const of = joined('and', wanted);
    return unwanted.length === 0 ? of : { op: 'not', of, without: joined('or', unwanted) };
  }

  private excludes(): boolean {
    const token = this.tokens[this.at];
    return token?.type === 'NOT' || (token?.type === 'phrase' && token.isExcluded);
  }

  private excluded(): Query {
    const token = this.tokens[this.at];
    if (token?.type === 'NOT') {
      this.at += 1;
      this.needsMore(token);
    }
    return this.one();
  }

  private near(): Query {
    const from = this.tokens[this.at];
    const parts = [this.one()];
    let distance = 0;
    for (let token = this.tokens[this.at]; token?.type === 'NEAR'; token = this.tokens[this.at]) {
      this.at += 1;
      this.needsMore(token);
      distance = Math.max(distance, token.distance);
      parts.push(this.one());
    }
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const choices = parts.map((part) => phrasesOf(part) ?? fail('nearNeedsWords', from));
    if (choices.reduce((n, { length }) => n * length, 1) > MOST_NEARS) fail('nearTooMany', from);
    const each = combinations(choices).map((phrases): Query => ({
      op: 'near',
      parts: phrases,
      distance,
    }));
    return joined('or', each);
  }

  private one(): Query {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.type === 'phrase') return token.phrase;
    if (token?.type !== '(') fail('operatorFirst', token);
    const query = this.either();
    if (this.tokens[this.at]?.type !== ')') fail('openBracket', token);
    this.at += 1;
    return query;
  }

  /** Nothing was found where words were expected: says what stands there instead. */
  private missing(): never {
    const here = this.tokens[this.at];
    const before = this.tokens[this.at - 1];
    if (before?.type === 'OR') fail('operatorLast', before);
    if (here?.type === 'OR') fail('operatorFirst', here);
    if (here?.type === ')' && before?.type !== '(') fail('closingBracket', here);
    return fail('empty', here);
  }

  private needsMore(token: Token): void {
    const next = this.tokens[this.at]?.type;
    if (next === undefined || next === ')' || next === 'OR' || next === 'AND' || next === 'NEAR')
      fail('operatorLast', token);
  }
}

function joined(op: 'and' | 'or', parts: Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { op, parts };
}

/** The phrases that a part of NEAR may be, one of them each time; null when it is more than a choice of phrases. */
function phrasesOf(query: Query): Phrase[] | null {
  if (query.op === 'phrase') return [query];
  if (query.op !== 'or') return null;
  const each = query.parts.map(phrasesOf);
  return each.every((phrases) => phrases !== null) ? each.flat() : null;
}

/** One of each list, in every way. */
function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])),
    [[]],
  );
}
