import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/domain/search/parse.ts';
import type { Query } from '../../../src/domain/search/query.ts';

/** The search as brackets say it, to be read at a glance. */
function shown(query: Query): string {
  switch (query.op) {
    case 'phrase':
      return query.terms.join('_') + (query.isPrefix ? '*' : '');
    case 'not':
      return `(${shown(query.of)} - ${shown(query.without)})`;
    case 'near':
      return `near${query.distance}(${query.parts.map(shown).join(' ')})`;
    default:
      return `(${query.parts.map(shown).join(query.op === 'and' ? ' & ' : ' | ')})`;
  }
}

const read = (text: string): string => {
  const parsed = parseQuery(text);
  return parsed.ok ? shown(parsed.query) : `? ${parsed.problem.code}`;
};

const ORS = `(${Array.from({ length: 9 }, (_, n) => `a${n}`).join(' OR ')})`;

describe('a search', () => {
  it.each([
    ['capacity', 'capacity'],
    ['Capacity BUILDING', '(capacity & building)'],
    ['"capacity building"', 'capacity_building'],
    ['“capacity building”', 'capacity_building'],
    ['«renforcement des capacités»', 'renforcement_des_capacites'],
    ['migra*', 'migra*'],
    ['"labour migra"*', 'labour_migra*'],
    ['"labour migra*"', 'labour_migra*'],
    ['a AND b', '(a & b)'],
    ['a OR b c', '(a | (b & c))'],
    ['(a OR b) c', '((a | b) & c)'],
    ['a NOT b', '(a - b)'],
    ['a -b c', '((a & c) - b)'],
    ['a AND NOT b', '(a - b)'],
    ['a NOT (b OR c)', '(a - (b | c))'],
    ['a -"b c"', '(a - b_c)'],
    ['a NEAR b', 'near10(a b)'],
    ['a NEAR/3 "b c"', 'near3(a b_c)'],
    ['a NEAR (b OR "c d")', '(near10(a b) | near10(a c_d))'],
    ['(a OR b) NEAR/2 (c OR d)', '(near2(a c) | near2(a d) | near2(b c) | near2(b d))'],
    ['a and b or not', '(a & and & b & or & not)'],
    ['labour-migration', 'labour_migration'],
    ['don’t', 'don_t'],
    ['R-07', 'r_07'],
    ['労働移民', '労_働_移_民'],
  ])('“%s” is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['()', 'empty'],
    ['"capacity', 'openQuote'],
    ['(a OR b', 'openBracket'],
    ['a)', 'closingBracket'],
    ['OR a', 'operatorFirst'],
    ['AND a', 'operatorFirst'],
    ['NEAR a', 'operatorFirst'],
    ['a OR', 'operatorLast'],
    ['a AND', 'operatorLast'],
    ['a NOT', 'operatorLast'],
    ['a OR OR b', 'operatorLast'],
    ['a AND AND b', 'operatorLast'],
    ['NOT a', 'onlyNot'],
    ['-a', 'onlyNot'],
    ['a OR NOT b', 'orNot'],
    ['a NEAR (b c)', 'nearNeedsWords'],
    ['a NEAR (b NOT c)', 'nearNeedsWords'],
    [`${ORS} NEAR ${ORS}`, 'nearTooMany'],
    ['!!!', 'noWord'],
    ['""', 'noWord'],
    ['*', 'star'],
    ['mi*gra', 'star'],
    ['*migra', 'star'],
    ['x '.repeat(101), 'tooLong'],
    ['x'.repeat(1001), 'tooLong'],
  ])('“%s” is explained: %s', (text, problem) => {
    expect(read(text)).toBe(`? ${problem}`);
  });

  it.each([
    ['work OR', 'OR', 5],
    ['work (visa', '(', 5],
    ['work ) visa', ')', 5],
    ['work “visa', '“visa', 5],
    ['work OR NOT visa', 'NOT', 8],
    ['work mi*gra', 'mi*gra', 5],
    ['work visa NEAR (a b)', 'visa', 5],
    ['work () visa', ')', 6],
  ])('says of “%s” that %s is wrong, and where', (text, here, start) => {
    const parsed = parseQuery(text);
    if (parsed.ok) throw new Error('read');
    expect([parsed.problem.text, parsed.problem.start]).toEqual([here, start]);
    expect(text.startsWith(here, start)).toBe(true);
  });

  it.each([
    ['plain', 'resume'],
    ['cased', 'Resume'],
    ['accented', 'résumé'],
    ['exact', 'Résumé'],
  ] as const)('compares words %s', (form, word) => {
    const parsed = parseQuery('Résumé', form);
    expect(parsed).toMatchObject({ ok: true, query: { terms: [word] } });
  });

  it('is read or explained, whatever was typed, and never fails otherwise', () => {
    const piece = fc.constantFrom(
      'a',
      'b*',
      '"',
      '“',
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'NEAR/2',
      '-',
      '*',
      '日本',
      '👍',
      '\uD83D',
      ':',
      '^',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const parsed = parseQuery(pieces.join(' '));
        if (parsed.ok) expect(shown(parsed.query)).not.toBe('');
        else expect(parsed.problem.code).toMatch(/^[a-zA-Z]+$/);
      }),
      { numRuns: 500 },
    );
  });
});
