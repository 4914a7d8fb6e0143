import { writeXlsx as writeRaw } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { writeXlsx } from '../../../src/files/index.ts';
import { readTableFile } from '../../../src/register/upload.ts';
import { messages } from '../../../views/messages/index.ts';
import { patched, uint32, zipOf } from '../sources/files.ts';

/** Promises 8, 9 and 12 for workbooks, and what a workbook's cells are read as. */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A workbook of one sheet; `before` stands where a document type would. */
function xlsxParts(cells: string, { before = '' } = {}): Record<string, string> {
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${before}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
}
const textCell = (text: string): string => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;

async function codeOf(name: string, content: Buffer): Promise<string> {
  const outcome = await readTableFile(name, content).catch((error: unknown) => error);
  if (!(outcome instanceof DomainError)) throw new Error(`${name} was not refused`);
  const sentence = messages('en').errorSentence(outcome.code, outcome.params);
  expect(sentence).toContain(name);
  return outcome.code;
}

describe('the cells of a workbook', () => {
  it('are read as text, a date as its day whatever it looks like, with the line they stand on', async () => {
    const rows = [
      ['date', 'n', 'text', 'yes'],
      [new Date(Date.UTC(2013, 3, 3)), 12.5, '03/04/2013', true],
      [],
      [new Date(Date.UTC(2013, 3, 4, 9, 30)), 1, '=1+1', false],
    ];
    const content = Buffer.from(await writeRaw({ sheets: [{ name: 'S', rows }] }));
    const { sheets } = await readTableFile('a.xlsx', content);
    expect(sheets).toEqual([
      {
        name: 'S',
        rows: [
          { line: 1, cells: ['date', 'n', 'text', 'yes'] },
          { line: 2, cells: ['2013-04-03', '12.5', '03/04/2013', 'yes'] },
          { line: 3, cells: ['', '', '', ''] },
          { line: 4, cells: ['2013-04-04 09:30', '1', '=1+1', 'no'] },
        ],
      },
    ]);
  });

  it('are judged by content: a workbook by another name is read as one', async () => {
    const content = Buffer.from(await writeXlsx([{ name: 'S', header: ['date'], rows: [] }]));
    expect((await readTableFile('a.csv', content)).sheets[0]?.name).toBe('S');
  });

  it('are never written as formulas', async () => {
    const cells = ['=1+1', '+1', '-1', '@x', '\tx'];
    const content = Buffer.from(await writeXlsx([{ name: 'S', header: cells, rows: [cells] }]));
    const { sheets } = await readTableFile('a.xlsx', content);
    expect(sheets[0]?.rows.map((row) => row.cells)).toEqual([cells, cells]);
    expect(content.includes('<f>')).toBe(false);
  });
});

describe('a workbook made to do harm', () => {
  it('with an external entity is refused and nothing is read', async () => {
    const before = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    const content = await zipOf(xlsxParts(textCell('&e;'), { before }));
    expect(await codeOf('a.xlsx', content)).toBe('register.xlsx_unsafe');
  });

  it('with entities that multiply is refused', async () => {
    const before =
      '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const content = await zipOf(xlsxParts(textCell('&c;'), { before }));
    expect(await codeOf('a.xlsx', content)).toBe('register.xlsx_unsafe');
  });

  it.each([
    ['unpacks to hundreds of megabytes', { 'xl/x.xml': Buffer.alloc(101_000_000, 32) }],
    ['is packed far too well', { 'xl/x.xml': Buffer.alloc(2_000_000, 32) }],
    [
      'has thousands of entries',
      Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`xl/x${n}`, Buffer.alloc(0)])),
    ],
  ])('is refused before anything is unpacked when it %s', async (_how, extra) => {
    const content = await zipOf({ ...xlsxParts(textCell('x')), ...extra });
    const before = process.memoryUsage().rss;
    expect(await codeOf('a.xlsx', content)).toBe('register.xlsx_bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('is refused when its directory lies about a size', async () => {
    const parts = xlsxParts(textCell('y'.repeat(900_000)));
    const size = Buffer.byteLength(parts['xl/worksheets/sheet1.xml'] ?? '');
    const lying = patched(await zipOf(parts), uint32(size), uint32(1000));
    expect(await codeOf('a.xlsx', lying)).toBe('register.xlsx_bomb');
  });

  it('that puts one cell at the end of the world is refused, not unfolded', async () => {
    const far = '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>';
    const parts = xlsxParts('');
    const sheet = `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData><row r="1048576">${far}</row></sheetData></worksheet>`;
    const content = await zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet });
    expect(await codeOf('a.xlsx', content)).toBe('register.xlsx_slow');
  });

  it('with macros is refused', async () => {
    const content = await zipOf({ ...xlsxParts(textCell('x')), 'xl/vbaProject.bin': 'x' });
    expect(await codeOf('a.xlsx', content)).toBe('register.xlsx_macros');
  });

  it.each([
    ['leaves its folder', 'aa/aa/evil', '../../evil'],
    ['is absolute', 'aetc/passwd', '/etc/passwd'],
    ['stands there twice', 'xl/workbooX.xml', 'xl/workbook.xml'],
  ])('is refused when a name %s', async (_how, innocent, evil) => {
    const content = await zipOf({ ...xlsxParts(textCell('x')), [innocent]: 'x' });
    const hostile = patched(content, bytes(innocent), bytes(evil));
    expect(await codeOf('a.xlsx', hostile)).toBe('register.xlsx_unsafe');
  });
});

describe('a file that is no table', () => {
  it.each([
    ['a picture', Buffer.concat([Buffer.from([0x89]), bytes('PNG\r\n\x1a\n'), Buffer.alloc(40)])],
    ['a PDF', bytes('%PDF-1.7\n')],
    ['a web page', bytes('<html><table><tr><td>date')],
    ['a workbook from before 2007', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a program', bytes('MZ\x90\x00\x03\x00\x00')],
    ['a database', bytes('SQLite format 3\0')],
  ])('is refused with a sentence that says what it is: %s', async (_what, content) => {
    for (const name of ['a.xlsx', 'a.csv'])
      expect(await codeOf(name, content)).toBe('register.notTable');
  });

  it('is refused when it is an archive of something else', async () => {
    expect(await codeOf('a.xlsx', await zipOf({ 'a.txt': 'x' }))).toBe('register.xlsx_otherKind');
    const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' };
    expect(await codeOf('a.xlsx', await zipOf(word))).toBe('register.xlsx_otherKind');
  });

  it('is refused when it is cut off', async () => {
    const content = await zipOf(xlsxParts(textCell('x')));
    expect(await codeOf('a.xlsx', content.subarray(0, content.length / 2))).toBe(
      'register.xlsx_broken',
    );
  });
});
