import { expect, it } from 'vitest';
import { readDocxHere } from '../../src/files/docx-read.ts';
import { readOdtHere } from '../../src/files/odt-read.ts';
import { docx, odt } from '../http/sources/files.ts';

/** Numbers of list items, which stand in no paragraph: the program counts them as Word and LibreOffice do. */

const item = (text: string, list: number, level = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const level = (n: number, format: string, start = 1): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const NUMBERING = {
  'word/numbering.xml':
    `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 3)}${level(1, 'lowerLetter')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
    `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
    `<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
};

it('Word: a list begins where it says, goes on after other words, and begins anew where it says so', async () => {
  const body =
    item('a', 1) +
    item('b', 1) +
    item('b1', 1, 1) +
    item('b2', 1, 1) +
    '<w:p><w:r><w:t>Between.</w:t></w:r></w:p>' +
    item('c', 1) +
    item('c1', 1, 1) +
    item('again', 2) +
    item('again 2', 2) +
    item('dash', 3);
  const { text } = await readDocxHere(await docx(body, NUMBERING));
  expect(text.split('\n\n')).toEqual([
    '3. a',
    '4. b',
    '1. b1',
    '2. b2',
    'Between.',
    '5. c',
    '1. c1',
    '1. again',
    '2. again 2',
    '- dash',
  ]);
  const outline = await readDocxHere(await docx(item('a', 1), NUMBERING), { keepsLayout: true });
  expect(outline.text).toBe('- a');
});

it('LibreOffice: a list begins anew unless it goes on, and its lists within count for themselves', async () => {
  const p = (text: string): string => `<text:p>${text}</text:p>`;
  const li = (inside: string, start = ''): string =>
    `<text:list-item ${start}>${inside}</text:list-item>`;
  const list = (inside: string, more = ''): string =>
    `<text:list text:style-name="L1" ${more}>${inside}</text:list>`;
  const style =
    '<office:automatic-styles><text:list-style style:name="L1">' +
    '<text:list-level-style-number text:level="1" style:num-format="1"/>' +
    '<text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles>';
  const body =
    style +
    list(li(p('a') + p('more of a')) + li(p('b') + `<text:list>${li(p('dash'))}</text:list>`)) +
    p('Between.') +
    list(li(p('c')), 'text:continue-numbering="true"') +
    list(li(p('anew')) + li(p('nine'), 'text:start-value="9"'));
  expect((await readOdtHere(await odt(body))).text.split('\n\n')).toEqual([
    '1. a',
    'more of a',
    '2. b',
    '- dash',
    'Between.',
    '3. c',
    '1. anew',
    '9. nine',
  ]);
});
