import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search } from '../../src/client/fuzzy.ts';

const code = (path: string, recency?: number) => ({
  path: path.split(' > '),
  ...(recency === undefined ? {} : { recency }),
});
const found = (query: string, ...codes: ReturnType<typeof code>[]): string[] =>
  search(query, codes).map(({ item }) => item.path.join(' > '));

describe('finding a code by a few letters', () => {
  it('puts a name that is typed whole before one that only begins so', () => {
    expect(found('cap', code('Capacity'), code('Cap'))).toEqual(['Cap', 'Capacity']);
  });
  it('puts the beginning of a name before a later word, and a word before the middle of one', () => {
    expect(found('work', code('Teamwork'), code('Social work'), code('Workers'))).toEqual([
      'Workers',
      'Social work',
      'Teamwork',
    ]);
  });
  it('puts letters in a row before letters scattered', () => {
    expect(found('cpc', code('Capacity'), code('The CPC'))).toEqual(['The CPC', 'Capacity']);
  });
  it('puts a match in its own name before any match in a parent', () => {
    expect(
      found('vis', code('Visibility > People'), code('Provisions'), code('Visibility')),
    ).toEqual(['Visibility', 'Provisions', 'Visibility > People']);
  });
  it('finds a code by words from anywhere in its path', () => {
    expect(found('vis cap', code('Capacity'), code('Visibility > Capacity'))).toEqual([
      'Visibility > Capacity',
    ]);
    expect(found('vis > cap', code('Visibility > Capacity'))).toEqual(['Visibility > Capacity']);
  });
  it('puts the code used last first among equal matches, and only among those', () => {
    expect(found('cap', code('Capacity', 3), code('Capital', 0), code('Recap', 1))).toEqual([
      'Capital',
      'Capacity',
      'Recap',
    ]);
  });
  it('with nothing typed lists the recent ones, then the book in its order', () => {
    expect(found('', code('B'), code('A'), code('C', 1), code('D', 0))).toEqual([
      'D',
      'C',
      'B',
      'A',
    ]);
  });
  it('does not mind case and accents, in the query or in the name', () => {
    expect(found('EMPLOYE', code('Employés'))).toEqual(['Employés']);
    expect(found('éta', code('Etats'))).toEqual(['Etats']);
  });
  it('takes initials of words, but not letters picked from all over', () => {
    expect(found('sw', code('Social work'))).toEqual(['Social work']);
    expect(found('cap', code('A code with a long wrap'))).toEqual([]);
  });
  it('leaves out what does not match', () => {
    expect(found('xyz', code('Capacity'))).toEqual([]);
  });
  it('says which letters matched, also after letters that fold to more than one', () => {
    const [match] = search('cap', [code('Ænd Capacity')]);
    expect(match?.hits).toEqual([[[4, 7]]]);
  });
});

describe('for any codebook and any query', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const codes = fc.array(
    fc.record({ path: fc.array(name, { minLength: 1, maxLength: 3 }), recency: fc.nat(9) }),
    { maxLength: 12 },
  );
  it('each code is found at most once, and every hit is inside its name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), codes, (query, items) => {
        const matches = search(query, items);
        expect(new Set(matches.map(({ item }) => item)).size).toBe(matches.length);
        for (const { item, hits } of matches)
          for (const [depth, places] of hits.entries())
            for (const [start, end] of places) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(item.path[depth]?.length ?? 0);
            }
      }),
    );
  });
  it('a code is found by its own name', () => {
    fc.assert(
      fc.property(codes, (items) => {
        for (const item of items) {
          const own = item.path.at(-1) ?? '';
          expect(search(own, items).some((match) => match.item === item)).toBe(true);
        }
      }),
    );
  });
});
