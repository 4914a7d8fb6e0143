import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/domain/csv/read.ts';
import { toCsv } from '../../../src/domain/csv/write.ts';

const cells = (text: string): string[][] => {
  const reading = readCsv(text);
  return reading.ok ? reading.rows.map((row) => row.cells) : [];
};

describe('a table as CSV', () => {
  it('comes back as it was written', () => {
    const start = fc.constantFrom('', '=', "'=", "''-", "'", '@', '\t');
    const cell = fc
      .tuple(start, fc.string({ unit: 'grapheme' }))
      .map(([first, rest]) => first + rest);
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(tables, (rows) => {
        const filled = rows.filter((row) => row.some((text) => text !== ''));
        expect(cells(toCsv(['a', 'b', 'c', 'd'], rows)).slice(1)).toEqual(filled);
      }),
    );
  });

  it('keeps line ends, quotes and separators inside quotes', () => {
    expect(cells('a,b\r\n"one\ntwo","say ""so"", he said"\r\n')).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'say "so", he said'],
    ]);
  });

  it.each([
    ['a;b\n1;2,5', ['1', '2,5']],
    ['a\tb\n1\t2;5', ['1', '2;5']],
    ['"a;x;y",b\n1,2', ['1', '2']],
    ['\uFEFFa,b\n1,2', ['1', '2']],
    ['a,b\r1,2\r', ['1', '2']],
  ])('is read whatever program wrote it: %j', (text, second) => {
    expect(cells(text)[1]).toEqual(second);
  });

  it('has an empty last cell where its line ends with a separator', () => {
    expect(cells('a,b,c\n1,,')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
    ]);
  });

  it('is read without the apostrophe that keeps a spreadsheet from running a cell', () => {
    expect(cells("a,b\n'- a point,'=1+1")[1]).toEqual(['- a point', '=1+1']);
  });

  it('knows the line each row starts on, past blank lines and cells of several lines', () => {
    const reading = readCsv('a,b\n\n"1\n2",x\n3,y\n');
    expect(reading.ok && reading.rows.map((row) => row.line)).toEqual([1, 3, 5]);
  });

  it('says where a quote is wrong', () => {
    expect(readCsv('a,b\n1,"two')).toEqual({ ok: false, line: 2, column: 2, reason: 'quote-open' });
    expect(readCsv('a,b\n"x"y,2')).toEqual({
      ok: false,
      line: 2,
      column: 1,
      reason: 'quote-stray',
    });
  });

  it('takes a quote inside a cell that does not begin with one as it stands', () => {
    expect(cells('a,b\nthe "old" one,2')[1]).toEqual(['the "old" one', '2']);
  });
});
