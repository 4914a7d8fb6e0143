/** A search as a tree. `terms` are folded in the search's form, see `foldTerm`. */
export type Query =
  | Phrase
  | { op: 'and' | 'or'; parts: Query[] }
  | { op: 'not'; of: Query; without: Query }
  | { op: 'near'; parts: Phrase[]; distance: number };

/** Words side by side; with `isPrefix` the last is only the beginning of a word. */
export type Phrase = { op: 'phrase'; terms: string[]; isPrefix: boolean };

/** Why a search cannot be run; its sentence stands in the messages under `search.problems`. */
export type QueryProblem = {
  code:
    | 'empty'
    | 'tooLong'
    | 'openQuote'
    | 'openBracket'
    | 'closingBracket'
    | 'operatorFirst'
    | 'operatorLast'
    | 'onlyNot'
    | 'orNot'
    | 'nearNeedsWords'
    | 'nearTooMany'
    | 'noWord'
    | 'star';
  /** What was typed at that place; empty when it is the search as a whole. */
  text: string;
  /** Where that stands in what was typed, in code units. */
  start: number;
};

export type ParsedQuery = { ok: true; query: Query } | { ok: false; problem: QueryProblem };
