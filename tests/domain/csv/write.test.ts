import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, toCsv } from '../../../src/domain/csv/write.ts';

const read = (text: string): string[][] =>
  parse(text, { relax_column_count: true, record_delimiter: '\r\n' });

describe('a table as CSV', () => {
  it('has a header row and ends every line, the last one too, with CRLF', () => {
    expect(toCsv(['code', 'n'], [['Capacity', 3]])).toBe('code,n\r\nCapacity,3\r\n');
  });

  it('quotes a field with a comma, a quote or a line end, and doubles the quotes inside', () => {
    expect(toCsv(['a'], [['x,y'], ['say "so"'], ['one\ntwo']])).toBe(
      'a\r\n"x,y"\r\n"say ""so"""\r\n"one\ntwo"\r\n',
    );
  });

  it('prefixes text that a spreadsheet would run with an apostrophe', () => {
    const cells = ['=1+1', '+41 22', '-2', '@name', '\tx', '\rx'];
    for (const cell of cells) {
      expect(read(toCsv(['a'], [[cell]]))[1]).toEqual([`'${cell}`]);
    }
  });

  it('does so in the header too, where a variable may be called anything', () => {
    expect(toCsv(['=cmd()'], [])).toBe("'=cmd()\r\n");
  });

  it('keeps numbers numbers, negative ones too, and leaves out what is no number', () => {
    expect(toCsv(['a', 'b', 'c'], [[-2, 0.5, Number.NaN]])).toBe('a,b,c\r\n-2,0.5,\r\n');
  });

  it('writes a hidden cell as an empty field, and yes and no as true and false', () => {
    expect(toCsv(['a', 'b', 'c'], [[null, true, false]])).toBe('a,b,c\r\n,true,false\r\n');
  });

  it('never writes a blank line, which readers skip', () => {
    expect(toCsv(['a'], [[null], ['']])).toBe('a\r\n""\r\n""\r\n');
  });

  it('gives back every text that a spreadsheet would leave alone', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((s) => !/^'*[=+\-@\t\r]/.test(s));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(read(toCsv(['a', 'b'], rows)).slice(1)).toEqual(rows);
      }),
    );
  });

  it('never lets a text cell begin like a formula', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', "'", 'a', '');
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const cell = read(toCsv(['a', 'b'], [[first + rest, 1]]))[1]?.[0];
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('gives the same text line by line', () => {
    const rows = [['x', 1] as const, ['y', 2] as const];
    expect([...csvLines(['a', 'b'], rows)].join('')).toBe(toCsv(['a', 'b'], rows));
  });
});
