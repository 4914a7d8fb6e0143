import { randomBytes } from 'node:crypto';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { previewsOf } from '../../../src/sources/reading/previews.ts';
import { readFile } from '../../../src/sources/reading/read.ts';
import { messages } from '../../../views/messages/index.ts';
import { docx, docxParts, odt, paragraph, zipOf } from './files.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

async function refusal(name: string, content: Buffer): Promise<DomainError> {
  const outcome = await readFile(name, content).catch((error: unknown) => error);
  if (!(outcome instanceof DomainError)) throw new Error(`${name} was not refused`);
  return outcome;
}

const codeOf = async (name: string, content: Buffer): Promise<string> =>
  (await refusal(name, content)).code;

describe('a text file', () => {
  it.each([
    ['UTF-8', bytes('Zoë')],
    ['UTF-8', bytes('\uFEFFZoë')],
    ['UTF-16LE', iconv.encode('Zoë', 'utf16-le', { addBOM: true })],
    ['UTF-16BE', iconv.encode('Zoë', 'utf16-be', { addBOM: true })],
  ])('is read by its mark, or as UTF-8 when every byte fits: %s', async (encoding, content) => {
    expect(await readFile('a.txt', content)).toMatchObject({ text: 'Zoë', encoding, notices: [] });
  });

  it.each([
    [
      'windows-1252',
      'Les élèves étaient très déçus de l’école fermée. “Oui”, a-t-elle répondu à la fin de l’été.',
    ],
    ['windows-1251', 'Мы обсуждали трудовую миграцию и права рабочих в разных странах региона.'],
    ['Shift_JIS', '労働移民についての会議が開催されました。多くの人が参加しました。'],
    [
      'windows-1253',
      'Οι εργαζόμενοι συζήτησαν για τη μετανάστευση και τα δικαιώματα στην περιοχή.',
    ],
  ])('in %s is recognised, and it is said that this was assumed', async (encoding, text) => {
    const reading = await readFile('a.txt', iconv.encode(text, encoding));
    expect(reading).toMatchObject({ text, encoding });
    expect(reading.notices).toContainEqual({ code: 'encodingAssumed', params: { encoding } });
  });

  it('in UTF-16 without a mark is read, and it is said that this was assumed', async () => {
    const text = 'We met in the regional office, and nobody took notes.';
    const reading = await readFile('a.txt', iconv.encode(text, 'utf16-le', { addBOM: false }));
    expect(reading.text).toBe(text);
    expect(reading.notices.map(({ code }) => code)).toContain('encodingAssumed');
  });

  it('says how many places are damaged', async () => {
    const reading = await readFile(
      'a.txt',
      Buffer.concat([bytes('\uFEFFa'), Buffer.from([0xff, 0x62])]),
    );
    expect(reading.notices).toEqual([{ code: 'damaged', params: { count: 1, encoding: 'UTF-8' } }]);
  });

  it('has LF line ends and no NUL, whatever it had', async () => {
    expect((await readFile('a.txt', bytes('a\r\nb\rc'))).text).toBe('a\nb\nc');
  });

  it('with Markdown’s ending is Markdown', async () => {
    expect((await readFile('notes.md', bytes('# Visit'))).type).toBe('text/markdown');
  });

  it('can be read in the encoding that someone chose', async () => {
    const content = iconv.encode('Łódź', 'windows-1250');
    expect((await readFile('a.txt', content, { encoding: 'windows-1250' })).text).toBe('Łódź');
  });

  it('is shown at its doubtful passages in each encoding in which they make sense, the present one first', () => {
    const content = iconv.encode(
      `${'plain '.repeat(100)}Łódź${' more'.repeat(200)} świat is near`,
      'windows-1250',
    );
    const readings = previewsOf(content, 'windows-1252');
    expect(readings[0]?.encoding).toBe('windows-1252');
    const polish = readings.find(({ encoding }) => encoding === 'windows-1250')?.passages;
    expect(polish).toEqual([
      expect.stringContaining('plain Łódź more'),
      expect.stringContaining('more świat is near'),
    ]);
    expect(readings.map(({ encoding }) => encoding)).not.toContain('UTF-8');
  });
});

describe('a web page', () => {
  const page = (body: string): Buffer => bytes(`<!doctype html><title>T</title><body>${body}`);

  it('keeps headings, paragraphs, lists, line breaks and table rows, and no script', async () => {
    const { text, type, notices } = await readFile(
      'a.html',
      page(
        '<h2>Visit</h2><script>x()</script><p hidden>no</p><p>We  <b>know</b>\nthem.<br>Well. <img src=x>' +
          '<ul><li>one<li><p>two</ul><ol start=3><li>three</ol>' +
          '<table><tr><td>Ana<td>Yes,<br>we do<tr><td>Bo<td>No</table><pre>\n a\n  b\n</pre>',
      ),
    );
    expect(text.split('\n\n')).toEqual([
      '## Visit',
      'We know them.\nWell.',
      '- one',
      '- two',
      '3. three',
      'Ana\tYes,\nwe do',
      'Bo\tNo',
      ' a\n  b',
    ]);
    expect(type).toBe('text/html');
    expect(notices).toEqual([{ code: 'left_pictures', params: { count: 1 } }]);
  });

  it('is read in the encoding that it names', async () => {
    const html = '<html><meta charset="iso-8859-2"><p>Łódź';
    const { text, encoding } = await readFile('a.htm', iconv.encode(html, 'ISO-8859-2'));
    expect({ text, encoding }).toEqual({ text: 'Łódź', encoding: 'ISO-8859-2' });
  });
});

describe('a Word document', () => {
  it('keeps paragraphs, line breaks and table rows', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const content = await docx(
      `${paragraph('Interviewer: Shall we?')}<w:p><w:r><w:t>R-07: Yes</w:t><w:br/><w:t>please.</w:t></w:r></w:p>` +
        `<w:tbl><w:tr>${cell('Place')}${cell('Geneva')}</w:tr></w:tbl>`,
    );
    expect((await readFile('a.docx', content)).text).toBe(
      'Interviewer: Shall we?\n\nR-07: Yes\nplease.\n\nPlace\tGeneva',
    );
  });

  it('says what was left out', async () => {
    const content = await docx(
      `${paragraph('Kept.')}<w:p><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
      { 'word/header1.xml': '<w:hdr><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>' },
    );
    const { text, notices } = await readFile('a.docx', content);
    expect(text).toBe('Kept.');
    expect(notices.map(({ code }) => code).sort()).toEqual(['left_margins']);
  });

  it('that is damaged is refused', async () => {
    const whole = await docx(paragraph('Some words that are packed.'.repeat(20)));
    expect(await codeOf('a.docx', whole.subarray(0, whole.length / 2))).toBe(
      'sources.document_broken',
    );
    expect(
      await codeOf('a.docx', await zipOf({ ...docxParts(''), 'word/document.xml': '<w:document' })),
    ).toBe('sources.document_broken');
  });
});

describe('an OpenDocument text', () => {
  it('keeps headings, lists, spaces, line breaks, table rows and footnotes', async () => {
    const content = await odt(
      '<text:h text:outline-level="2">Visit</text:h>' +
        '<text:p>We  <text:span>know</text:span><text:s text:c="2"/>them.<text:line-break/>Well' +
        '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>They do.</text:p></text:note-body></text:note></text:p>' +
        '<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>' +
        '<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Ana</text:p></table:table-cell>' +
        '<table:table-cell><text:p>Yes</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>',
    );
    expect((await readFile('a.odt', content)).text.split('\n\n')).toEqual([
      '## Visit',
      'We know  them.\nWell[1]',
      '- one',
      'Ana\tYes',
      '[1] They do.',
    ]);
  });

  it('says what was left out, and takes neither deletions nor comments as words', async () => {
    const content = await odt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:p>Kept<office:annotation><text:p>why?</text:p></office:annotation><draw:frame><draw:image/></draw:frame></text:p>',
    );
    const { text, notices } = await readFile('a.odt', content);
    expect(text).toBe('Kept');
    expect(notices.map(({ code }) => code).sort()).toEqual(['left_pictures']);
  });

  it.each([
    [
      'a document type with entities',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
      '',
    ],
    ['elements nested beyond any document', '', '<text:span>'.repeat(10_000)],
    ['XML cut short', '', '<text:p>'],
  ])('with %s is refused', async (_what, before, inside) => {
    expect(await codeOf('a.odt', await odt(inside, before))).toMatch(
      /^sources\.document_(?:unsafe|broken)$/u,
    );
  });

  it('is no spreadsheet or presentation', async () => {
    const sheet = await odt('<text:p>x</text:p>', '', 'spreadsheet');
    expect(await codeOf('a.odt', sheet)).toBe('sources.document_otherKind');
  });
});

describe('rich text', () => {
  const rtf = (body: string): Buffer =>
    Buffer.from(
      String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f1\fcharset204 A;}}` + `${body}}`,
      'latin1',
    );
  const r = String.raw;

  it('keeps paragraphs, line breaks, table rows and footnotes, in every code page', async () => {
    const content = rtf(
      r`First: caf\'e9 \u322?\'f3d\'9f {\b bold}\par{\f1 \'c4\'e0}\line x\emdash y \u-10179?\u-8704?\par ` +
        r`They do{\footnote Not all.}.\par Ana\cell Yes\cell\row \{as is\}\par`,
    );
    const { text, type } = await readFile('a.rtf', content);
    expect(text.split('\n\n')).toEqual([
      'First: café łódź bold',
      'Да\nx—y 😀',
      'They do[1].',
      'Ana\tYes',
      '{as is}',
      '[1] Not all.',
    ]);
    expect(type).toBe('application/rtf');
  });

  it('says what was left out', async () => {
    const content = rtf(
      r`{\header Draft}{\*\unknown x}Kept{\deleted gone}{\pict\wmetafile8 0102}{\*\annotation why?}\par`,
    );
    const { text, notices } = await readFile('a.doc', content);
    expect(text).toBe('Kept');
    expect(notices.map(({ code }) => code).sort()).toEqual([
      'left_comments',
      'left_deletions',
      'left_margins',
      'left_pictures',
    ]);
  });

  it.each([
    ['is cut short', r`{\rtf1 They know`],
    ['is nested beyond any document', `{\\rtf1 ${'{'.repeat(10_000)}x${'}'.repeat(10_001)}`],
    ['has more ends than beginnings', r`{\rtf1 They} know}`],
  ])('is refused when it %s', async (_what, content) => {
    expect(await codeOf('a.rtf', Buffer.from(content, 'latin1'))).toMatch(
      /^sources\.document_(?:broken|unsafe)$/u,
    );
  });
});

describe('a file that is not what its name says', () => {
  const png = Buffer.concat([Buffer.from([0x89]), bytes('PNG\r\n\x1a\n'), Buffer.alloc(40)]);
  const cases: [string, string, () => Buffer | Promise<Buffer>][] = [
    ['a picture as text', 'a.txt', () => png],
    ['a picture as Word', 'a.docx', () => png],
    ['a JPEG as Markdown', 'a.md', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    [
      'a GIF with an archive behind it',
      'a.docx',
      async () => Buffer.concat([bytes('GIF89a\x01\x00'), await docx(paragraph('x'))]),
    ],
    ['a web page as Word', 'a.docx', () => bytes('<!DOCTYPE html><p>hello')],
    ['a web page as text', 'a.txt', () => bytes('  <html><body>hello')],
    ['a web page behind a byte order mark', 'a.txt', () => bytes('\uFEFF<html>hello')],
    ['a script in a page', 'a.md', () => bytes('<script>alert(1)</script>')],
    [
      'a drawing with script',
      'a.txt',
      () => bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
    ],
    ['a PDF as text', 'a.txt', () => bytes('%PDF-1.7\n%âãÏÓ\n')],
    ['a PDF behind a line of text', 'a.txt', () => bytes('notes\n%PDF-1.4\n')],
    ['a PDF as Word', 'a.docx', () => bytes('%PDF-1.7\n')],
    ['RTF as text', 'a.txt', () => bytes('{\\rtf1\\ansi hello}')],
    ['RTF as Word', 'a.docx', () => bytes('{\\rtf1\\ansi hello}')],
    ['an old Word file', 'a.docx', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['an old Word file as text', 'a.txt', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a Windows program', 'a.txt', () => bytes('MZ\x90\x00\x03\x00\x00')],
    ['a Windows program as Word', 'a.docx', () => bytes('MZ\x90\x00\x03\x00\x00')],
    ['a Linux program', 'a.txt', () => bytes('\x7fELF\x02\x01\x01\x00')],
    ['a shell script', 'a.txt', () => bytes('#!/bin/sh\nrm -rf /\n')],
    ['a program of Java’s', 'a.txt', () => Buffer.from('cafebabe00000034', 'hex')],
    ['a database', 'a.txt', () => bytes('SQLite format 3\0')],
    ['a sound', 'a.txt', () => bytes('ID3\x04\x00\x00')],
    ['a WAV', 'a.txt', () => bytes('RIFF\x24\x00\x00\x00WAVEfmt ')],
    ['a film', 'a.txt', () => bytes('\x00\x00\x00\x18ftypmp42')],
    ['a packed file', 'a.txt', () => Buffer.from('1f8b0800', 'hex')],
    ['random bytes', 'a.txt', () => randomBytes(5000)],
    ['zeros', 'a.txt', () => Buffer.alloc(5000)],
    ['an archive that is no Word document', 'a.docx', () => zipOf({ 'a.txt': 'hello' })],
    [
      'a spreadsheet as Word',
      'a.docx',
      () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }),
    ],
    ['a Word document as text', 'a.txt', () => docx(paragraph('x'))],
    ['plain text as Word', 'a.docx', () => bytes('hello')],
    ['an empty file', 'a.txt', () => Buffer.alloc(0)],
    ['white space', 'a.txt', () => bytes(' \n\t\n')],
  ];

  it.each(cases)('is refused with a sentence that names it: %s', async (_what, name, make) => {
    const { code, params } = await refusal(name, await make());
    const sentence = messages('en').errorSentence(code, params);
    expect(sentence).toContain(name);
    expect(sentence).not.toBe(code);
  });

  it.each(['a.pptx', 'a.docm'])('%s is said not to be read yet', async (name) => {
    expect(await codeOf(name, bytes('plain words'))).toBe('sources.notYet');
  });

  it('read again in another encoding is read as what it is', async () => {
    const vtt = iconv.encode('WEBVTT\n\n00:01.000 --> 00:02.000\nŁódź.', 'windows-1250');
    const { text } = await readFile('a.vtt', vtt, { encoding: 'windows-1250' });
    expect(text).toBe('[00:00:01] Łódź.');
  });

  it('holds captions whatever it is called, and says how they were joined', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>They\n\n00:02.000 --> 00:03.000\nknow.';
    for (const name of ['a.vtt', 'a.txt']) {
      const { text, notices } = await readFile(name, bytes(vtt));
      expect(text).toBe('[00:00:01] Ana: They know.');
      expect(notices).toContainEqual({ code: 'captions', params: { cues: 2, turns: 1 } });
    }
    expect((await readFile('a.srt', bytes('plain words'))).text).toBe('plain words');
  });

  it('is too large above 20 MB, whatever it holds', async () => {
    expect(await codeOf('a.txt', Buffer.alloc(20_000_001, 97))).toBe('sources.fileTooLarge');
  });

  it.each([
    ['begins with letters that are also a signature', 'MZ is how she signs.'],
    ['begins with BZh', 'BZh. That is what he said.'],
    ['mentions a page', 'She wrote <html> on the board.'],
  ])('is not suspected because it %s', async (_what, text) => {
    expect((await readFile('a.txt', bytes(text))).text).toBe(text);
  });
});
