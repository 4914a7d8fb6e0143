import { sql, type RawBuilder } from 'kysely';
import type { Phrase, Query } from '../../src/domain/search/query.ts';
import type { Form } from '../../src/domain/search/terms.ts';

/** The table that holds the words in a form. */
export const indexOf = (form: Form): RawBuilder<unknown> => sql.ref(`search_${form}`);

/** A search in FTS5's language. */
export function toFts5(query: Query): string {
  return expression(query);
}

/**
 * A word as the index holds it. The tokenizer makes small letters of A to Z; wide letters it leaves alone, and folding
 * leaves none of those in a text.
 */
export function indexed(term: string): string {
  return term.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** Terms are letters and digits by how they are made; they are quoted nevertheless. */
function expression(query: Query): string {
  switch (query.op) {
    case 'phrase':
      return phrase(query);
    case 'near':
      return `NEAR(${query.parts.map(phrase).join(' ')}, ${query.distance})`;
    case 'not':
      return `(${expression(query.of)} NOT ${expression(query.without)})`;
    default:
      return `(${query.parts.map(expression).join(query.op === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function phrase({ terms, isPrefix }: Phrase): string {
  return `"${indexed(terms.join(' ')).replaceAll('"', '""')}"${isPrefix ? '*' : ''}`;
}
