import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { odt } from '../http/sources/files.ts';
import { column, LETTER, pdf, type Words } from './pdf.ts';

/** One small document, in every format as the programs that make them write it. */

const LONG =
  'We went to the office in the morning, and the people there told us how the work of the year had gone for them';
const HEBREW = 'המילים (טובות) בשנת 2013';

/** How it comes out of each. */
export const CANONICAL = [
  '# Visit',
  '## Morning',
  `${LONG}, and why it was so hard.[1]`,
  'Line one\nLine two',
  '- one',
  '- two',
  '1. first',
  '2. second',
  'Ana\tYes, we do\tMay',
  'Bo\tNo\tJune',
  HEBREW,
  'Łódź, Ωμέγα & Да <so>.',
  '[1] Not all of them.',
].join('\n\n');

const TABLE = [
  ['Ana', 'Yes, we do', 'May'],
  ['Bo', 'No', 'June'],
];

export const asMarkdown = (): Buffer =>
  Buffer.from(
    [
      'Visit\n=====',
      '## Morning',
      `${LONG}, and why it was so hard.[^a]`,
      'Line one  \nLine two',
      '* one',
      '* two',
      '1. first',
      '2. second',
      `| ${TABLE[0]?.join(' | ')} |\n| --- | :-: | --- |\n| ${TABLE[1]?.join(' | ')} |`,
      HEBREW,
      'Łódź, Ωμέγα & Да <so>.',
      '[^a]: Not all of them.',
    ].join('\n\n'),
  );

export const asHtml = (): Buffer =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body><h1>Visit</h1><h2>Morning</h2>
<p>${LONG}, and <em>why</em> it was
so hard.<sup><a href="#note" id="ref">1</a></sup></p><p>Line one<br>Line two</p><ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
<table><tbody>${TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>
<p dir="rtl">${HEBREW}</p><p>Łódź, Ωμέγα &amp; Да &lt;so&gt;.</p>
<section><hr><ol><li id="note"><p>Not all of them. <a href="#ref">↩</a></p></li></ol></section></body></html>`,
  );

export function asDocx(): Promise<Buffer> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    numbering: {
      config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
    },
    footnotes: { 1: { children: [new Paragraph('Not all of them.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Visit', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ text: 'Morning', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new TextRun(`${LONG}, and `),
              new TextRun({ text: 'why', italics: true }),
              new TextRun(' it was so hard.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({
            children: [new TextRun('Line one'), new TextRun({ text: 'Line two', break: 1 })],
          }),
          new Paragraph({ text: 'one', bullet: { level: 0 } }),
          new Paragraph({ text: 'two', bullet: { level: 0 } }),
          ...['first', 'second'].map(
            (text) => new Paragraph({ text, numbering: { reference: 'steps', level: 0 } }),
          ),
          new Table({ rows: TABLE.map((row) => new TableRow({ children: row.map(cell) })) }),
          new Paragraph({
            bidirectional: true,
            children: [new TextRun({ text: HEBREW, rightToLeft: true })],
          }),
          new Paragraph('Łódź, Ωμέγα & Да <so>.'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

export const asOdt = (): Promise<Buffer> =>
  odt(
    `<office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles>` +
      `<text:h text:outline-level="1">Visit</text:h><text:h text:outline-level="2">Morning</text:h>` +
      `<text:p>${LONG}, and <text:span>why</text:span> it was so hard.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>` +
      `<text:note-body><text:p>Not all of them.</text:p></text:note-body></text:note></text:p>` +
      `<text:p>Line one<text:line-break/>Line two</text:p>` +
      `<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>` +
      `<text:list text:style-name="L1"><text:list-item><text:p>first</text:p></text:list-item><text:list-item><text:p>second</text:p></text:list-item></text:list>` +
      `<table:table>${TABLE.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>` +
      `<text:p>${HEBREW}</text:p><text:p>Łódź, Ωμέγα &amp; Да &lt;so&gt;.</text:p>`,
  );

export function asRtf(): Buffer {
  const escaped = (text: string): string =>
    [...text].map((one) => (one > '\x7f' ? `\\u${one.charCodeAt(0)}?` : one)).join('');
  const item = (text: string): string =>
    `\\pard\\plain\\ls1{\\listtext\\f2 \\'b7\\tab}${text}\\par`;
  const row = (cells: readonly string[]): string =>
    `\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl ${cells.map((cell) => `${cell}\\cell`).join(' ')}\\row`;
  const body = [
    '\\pard\\plain\\s1\\outlinelevel0 Visit\\par',
    '\\pard\\plain\\s2\\outlinelevel1 Morning\\par',
    `\\pard\\plain ${LONG}, and {\\i why} it was so hard.{\\super\\chftn{\\footnote\\pard {\\super\\chftn} Not all of them.}}\\par`,
    'Line one\\line Line two\\par',
    item('one'),
    item('two'),
    '\\pard\\plain\\ls2{\\listtext 1.\\tab}first\\par',
    '\\pard\\plain\\ls2{\\listtext 2.\\tab}second\\par',
    ...TABLE.map(row),
    `\\pard\\plain\\rtlpar ${escaped(HEBREW)}\\par`,
    `\\pard\\ltrpar ${escaped('Łódź, Ωμέγα & Да <so>.')}\\par`,
  ].join('\n');
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}{\\f2\\fcharset2 Symbol;}}{\\stylesheet{\\s1\\outlinelevel0 heading 1;}}\n${body}}`,
    'latin1',
  );
}

export function asPdf(): Buffer {
  const wide = (text: string): number => text.length * 10 * LETTER;
  const second = 'for them, and why it was so hard.';
  const words: Words[] = [
    { x: 72, y: 740, size: 20, text: 'Visit' },
    { x: 72, y: 705, size: 14, text: 'Morning' },
    { x: 72, y: 680, text: LONG.slice(0, LONG.indexOf(' for them')) },
    { x: 72, y: 668, text: second },
    { x: 72 + wide(second), y: 672, size: 6, text: '1' },
    ...column(['Line one', 'Line two', '', '• one', '• two', '', '1. first', '2. second'], {
      top: 645,
    }),
    ...TABLE.flatMap((row, n) =>
      row.map((text, at) => ({ x: 72 + at * 100, y: 534 - n * 20, text })),
    ),
    ...[...HEBREW]
      .reverse()
      .join('')
      .replace('3102', '2013')
      .split('')
      .map((sign, n) => ({
        x: 400 + n * 5,
        y: 485,
        text: sign === '(' ? ')' : sign === ')' ? '(' : sign,
      })),
    { x: 72, y: 460, text: 'Łódź, Ωμέγα & Да <so>.' },
    { x: 72, y: 103, size: 6, text: '1' },
    { x: 78, y: 100, size: 8, text: 'Not all of them.' },
  ];
  return pdf([words]);
}
