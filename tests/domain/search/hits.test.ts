import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptsOf } from '../../../src/domain/search/excerpts.ts';
import { fits, hitsIn } from '../../../src/domain/search/hits.ts';
import { parseQuery } from '../../../src/domain/search/parse.ts';
import { termsOf } from '../../../src/domain/search/terms.ts';
import { rawText } from '../text/texts.ts';

function found(text: string, search: string): string[] {
  const parsed = parseQuery(search);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return hitsIn(termsOf(text), parsed.query).map(({ start, end }) => text.slice(start, end));
}

describe('words', () => {
  it('are compared without regard to case, accents and width', () => {
    expect(
      termsOf('Élan ELAN ｅｌａｎ straße STRASSE ΣΊΣΥΦΟΣ σίσυφος').map(({ term }) => term),
    ).toEqual(['elan', 'elan', 'elan', 'strasse', 'strasse', 'σισυφοσ', 'σισυφοσ']);
  });

  it('are compared without vowel points, where people leave them out', () => {
    expect(termsOf('שָׁלוֹם مُحَمَّد')).toMatchObject([{ term: 'שלום' }, { term: 'محمد' }]);
    expect(termsOf('हिन्दी')).toHaveLength(1);
  });

  it('are single characters in scripts without spaces', () => {
    expect(termsOf('ILO国際が').map(({ term }) => term)).toHaveLength(4);
  });

  it('stand in the text where they say, and in order', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        let reached = 0;
        for (const { start, end, term } of termsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(term).not.toMatch(/[\s"*()]/u);
          reached = end;
        }
      }),
    );
  });

  it('cut from a text are found in it', () => {
    fc.assert(
      fc.property(rawText, fc.nat(), (text, n) => {
        const terms = termsOf(text);
        const term = terms[n % Math.max(1, terms.length)];
        if (term === undefined) return;
        const hits = hitsIn(terms, { op: 'phrase', terms: [term.term], isPrefix: false });
        expect(hits.some(({ start, end }) => start <= term.start && term.end <= end)).toBe(true);
      }),
    );
  });
});

describe('hits', () => {
  const text = 'Migrants move; migration moves migrants. Labour-market migration, no labour camp.';

  it.each([
    ['migrants', ['Migrants', 'migrants']],
    ['migra*', ['Migrants', 'migration', 'migrants', 'migration']],
    ['"moves migrants"', ['moves migrants']],
    ['"labour market"', ['Labour-market']],
    ['labour NOT camp', ['Labour', 'labour']],
    ['move OR camp', ['move', 'camp']],
    ['labour NEAR/1 migration', ['Labour', 'migration', 'labour']],
    ['"migrants move" move', ['Migrants move']],
  ])('of %s are %j', (search, expected) => {
    expect(found(text, search)).toEqual(expected);
  });

  it('are found inside of what is written without spaces', () => {
    expect(found('国際労働機関の報告', '労働')).toEqual(['労働']);
    expect(found('ผมชอบอ่านหนังสือ', 'อ่าน')).toEqual(['อ่าน']);
  });
});

describe('a text', () => {
  it.each([
    ['visa permit', 'A permit, no visa', true],
    ['visa permit', 'A permit', false],
    ['visa OR permit', 'A permit', true],
    ['work NOT permit', 'They work', true],
    ['work NOT permit', 'They work with a permit', false],
    ['work NEAR/1 visa', 'To work there a visa', false],
    ['work NEAR/1 visa', 'Work visa', true],
    ['"work visa"', 'A visa to work', false],
  ])('fits %s or not as a whole: %s', (search, text, expected) => {
    const parsed = parseQuery(search);
    expect(parsed.ok && fits(termsOf(text), parsed.query)).toBe(expected);
  });
});

describe('lines of keyword in context', () => {
  const long = 'one two three four five six seven eight nine ten eleven twelve ';

  it('join hits that stand close together, and part those that do not', () => {
    const text = `alpha beta alpha ${long.repeat(4)} alpha`;
    const hits = found(text, 'alpha').length;
    const lines = excerptsOf(
      text,
      hitsIn(termsOf(text), { op: 'phrase', terms: ['alpha'], isPrefix: false }),
    );
    expect(hits).toBe(3);
    expect(lines.map(({ pieces }) => pieces.map(({ text: piece }) => piece).join(''))).toEqual([
      'alpha beta alpha',
      'alpha',
    ]);
    expect(lines[0]?.pieces.map(({ isHit }) => isHit)).toEqual([true, false, true]);
  });

  it('read as the text does', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        const hits = termsOf(text).map(({ start, end }) => ({ start, end }));
        for (const { before, pieces, after, start, end } of excerptsOf(text, hits, 9)) {
          const middle = pieces.map((piece) => piece.text).join('');
          expect(text.slice(start, end)).toBe(middle);
          expect(text).toContain(before + middle + after);
        }
      }),
    );
  });
});
