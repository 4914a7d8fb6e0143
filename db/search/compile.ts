import type { Phrase, Query } from '../../src/domain/search/query.ts';

/** A search in FTS5's language. Terms are letters and digits by how they are made; they are quoted nevertheless. */
export function toFts5(query: Query): string {
  switch (query.op) {
    case 'phrase':
      return phrase(query);
    case 'near':
      return `NEAR(${query.parts.map(phrase).join(' ')}, ${query.distance})`;
    case 'not':
      return `(${toFts5(query.of)} NOT ${toFts5(query.without)})`;
    default:
      return `(${query.parts.map(toFts5).join(query.op === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function phrase({ terms, isPrefix }: Phrase): string {
  return `"${terms.join(' ').replaceAll('"', '""')}"${isPrefix ? '*' : ''}`;
}
