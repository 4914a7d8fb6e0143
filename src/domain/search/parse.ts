import type { ParsedQuery, Phrase, Query } from './query.ts';
import { fail, QueryError, tokensOf, type Token } from './tokens.ts';

/** Longest search, in code units, and most words in it: more is a paste that went astray. */
const LONGEST = 1000;
const MOST_TOKENS = 100;

/**
 * Reads a search: words (all of them are wanted), `"phrases"`, `begin*`, `AND`, `OR`, `NOT` or a minus before a word,
 * `NEAR` or `NEAR/5`, brackets. Operators are in capitals, so that “and” can be searched. OR binds weakest.
 */
export function parseQuery(text: string): ParsedQuery {
  try {
    if (text.trim() === '') fail('empty');
    if (text.length > LONGEST) fail('tooLong');
    const tokens = tokensOf(text);
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
    if (left !== undefined) fail('closingBracket', left.text);
    return query;
  }

  private either(): Query {
    const parts = [this.all()];
    while (this.tokens[this.at]?.type === 'OR') {
      this.at += 1;
      if (this.excludes()) fail('orNot');
      parts.push(this.all());
    }
    return joined('or', parts);
  }

  /** Everything up to the next OR or bracket: what is wanted, and what is not. */
  private all(): Query {
    const wanted: Query[] = [];
    const unwanted: Query[] = [];
    for (;;) {
      const token = this.tokens[this.at];
      if (token === undefined || token.type === 'OR' || token.type === ')') break;
      if (token.type === 'AND') {
        if (wanted.length + unwanted.length === 0) fail('operatorFirst', token.text);
        this.at += 1;
        this.needsMore(token);
        continue;
      }
      if (this.excludes()) unwanted.push(this.excluded());
      else wanted.push(this.near());
    }
    if (wanted.length === 0 && unwanted.length > 0) fail('onlyNot');
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
    const first = this.one();
    const parts = [first];
    let distance = 0;
    for (let token = this.tokens[this.at]; token?.type === 'NEAR'; token = this.tokens[this.at]) {
      this.at += 1;
      this.needsMore(token);
      distance = Math.max(distance, token.distance);
      parts.push(this.one());
    }
    if (parts.length === 1) return first;
    const phrases = parts.filter((part): part is Phrase => part.op === 'phrase');
    if (phrases.length < parts.length) fail('nearNeedsWords');
    return { op: 'near', parts: phrases, distance };
  }

  private one(): Query {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.type === 'phrase') return token.phrase;
    if (token?.type !== '(') fail('operatorFirst', token?.text);
    const query = this.either();
    if (this.tokens[this.at]?.type !== ')') fail('openBracket');
    this.at += 1;
    return query;
  }

  /** Nothing was found where words were expected: says what stands there instead. */
  private missing(): never {
    const here = this.tokens[this.at];
    const before = this.tokens[this.at - 1];
    if (before?.type === 'OR') fail('operatorLast', before.text);
    if (here?.type === 'OR') fail('operatorFirst', here.text);
    if (here?.type === ')' && before?.type !== '(') fail('closingBracket', here.text);
    return fail('empty');
  }

  private needsMore({ text }: Token): void {
    const next = this.tokens[this.at]?.type;
    if (next === undefined || next === ')' || next === 'OR' || next === 'AND' || next === 'NEAR')
      fail('operatorLast', text);
  }
}

function joined(op: 'and' | 'or', parts: Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { op, parts };
}
