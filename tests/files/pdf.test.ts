import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/domain/errors.ts';
import { readPdfHere, type PdfReading } from '../../src/files/pdf/read.ts';
import { readFile } from '../../src/sources/reading/read.ts';
import { column, LETTER, pdf, type Words } from './pdf.ts';

/** As in the process apart, without starting one for each. */
const read = (pages: readonly (readonly Words[])[]): Promise<PdfReading> => readPdfHere(pdf(pages));
const textOf = async (pages: readonly (readonly Words[])[]): Promise<string> =>
  (await read(pages)).text;
const paragraphsOf = async (pages: readonly (readonly Words[])[]): Promise<string[]> =>
  (await textOf(pages)).split('\n\n');

/** Ends the page's text at the same edge: a line of the full width, 80 letters. */
const FULL = 'They went from office to office all day long and asked the people there why so';

describe('the text of a PDF', () => {
  it('flows over the ends of lines, and a gap begins a paragraph', async () => {
    const page = column([FULL, 'few came.', '', FULL, FULL, 'many came.']);
    expect(await paragraphsOf([page])).toEqual([`${FULL} few came.`, `${FULL} ${FULL} many came.`]);
  });

  it('keeps the end of a line that was ended on purpose', async () => {
    expect(await textOf([column([FULL, 'few.', '', 'Line one', 'Line two', '', 'End.'])])).toBe(
      `${FULL} few.\n\nLine one\nLine two\n\nEnd.`,
    );
  });

  it('takes each line for a paragraph where no gaps part them', async () => {
    const turns = [
      'Interviewer: Shall we?',
      'R-07: Yes.',
      `R-07: ${FULL}`,
      'Interviewer: Good.',
      'R-07: So.',
    ];
    expect(await paragraphsOf([column(turns)])).toEqual(turns);
  });

  it('takes lines that end early for paragraphs where no gaps part any', async () => {
    const lines = [FULL, 'and so on.', 'Then we left.', 'Nobody came.', 'We went home.'];
    expect(await paragraphsOf([column(lines)])).toEqual([`${FULL} and so on.`, ...lines.slice(2)]);
  });

  it('has headings where letters are larger, and list items', async () => {
    const page = [
      { x: 72, y: 740, size: 20, text: 'Visit' },
      { x: 72, y: 700, size: 14, text: 'Morning' },
      ...column(['We met.', '', '• one', '• two', '', '1. first', '2. second'], { top: 670 }),
    ];
    expect(await paragraphsOf([page])).toEqual([
      '# Visit',
      '## Morning',
      'We met.',
      '- one',
      '- two',
      '1. first',
      '2. second',
    ]);
  });

  it('has the rows of a table with their cells apart, also where a cell goes on', async () => {
    const page = [
      { x: 72, y: 700, text: 'Ana' },
      { x: 150, y: 700, text: 'Yes, and' },
      { x: 300, y: 700, text: 'May' },
      { x: 150, y: 688, text: 'they do' },
      { x: 72, y: 670, text: 'Bo' },
      { x: 150, y: 670, text: 'No' },
      { x: 300, y: 670, text: 'June' },
    ];
    expect(await paragraphsOf([page])).toEqual(['Ana\tYes, and\nthey do\tMay', 'Bo\tNo\tJune']);
  });

  it('reads column after column, and what stands over both first', async () => {
    const half = (word: string): string[] =>
      Array.from({ length: 8 }, (_, n) => `${word} ${n} and so on until the line ends there`);
    const left = { x: 72, top: 680 };
    const right = { x: 330, top: 680 };
    const page = [
      // The right one is set first: what counts is where it stands.
      ...column(half('right'), right),
      ...column(half('left'), left),
      { x: 72, y: 740, size: 18, text: 'A heading that goes over both of the columns' },
    ];
    const text = await textOf([page]);
    expect(text).toMatch(/^# A heading that goes over both of the columns\n\nleft 0/u);
    expect(text.indexOf('left 7')).toBeLessThan(text.indexOf('right 0'));
    expect(text).toContain('left 7 and so on until the line ends there right 0');
  });

  it('leaves out headers, footers and page numbers, and says so', async () => {
    const pages = [1, 2, 3].map((n) => [
      { x: 72, y: 770, text: `Report of the year, page ${n}` },
      ...column([`What stands on page ${n} is unlike the others.`], { top: 600 }),
      { x: 300, y: 30, text: `– ${n} –` },
    ]);
    const { text, left } = await read(pages);
    expect(text.split('\n\n')).toEqual(
      [1, 2, 3].map((n) => `What stands on page ${n} is unlike the others.`),
    );
    expect(left.margins).toBe(6);
  });

  it('puts divided words together, except where the document writes a hyphen', async () => {
    const page = column([
      'We spoke of the labour-related rules and of the long way that people go for labour-',
      'related work, and of the migra-',
      'tion of workers.',
    ]);
    const { text, left } = await read([page]);
    expect(text).toContain('for labour-related work, and of the migration of workers.');
    expect(left.hyphens).toBe(1);
  });

  it('goes on over the end of a page in the middle of a sentence', async () => {
    expect(await textOf([column([FULL]), column(['few came.'])])).toBe(`${FULL} few came.`);
  });

  it('has footnotes at the end under their number', async () => {
    const page = [
      { x: 72, y: 700, text: 'They do' },
      { x: 72 + 7 * 10 * LETTER, y: 704, size: 6, text: '7' },
      { x: 72 + 7 * 10 * LETTER + 3, y: 700, text: ', and more of this follows here.' },
      { x: 72, y: 80, size: 6, text: '7' },
      { x: 78, y: 77, size: 8, text: 'Not all of them.' },
    ];
    expect(await paragraphsOf([page])).toEqual([
      'They do[1], and more of this follows here.',
      '[1] Not all of them.',
    ]);
  });

  it('is read from the right where it is written so', async () => {
    // As it is set: letter by letter from the left, so the words stand in the file back to front.
    const seen = [...'המילים (טובות) בשנת 2013'].reverse().join('').replace('3102', '2013');
    const mirrored = seen.replace(/[()]/gu, (sign) => (sign === '(' ? ')' : '('));
    const words = [...mirrored].map((text, n) => ({ x: 72 + n * 5, y: 700, text }));
    expect(await textOf([words])).toBe('המילים (טובות) בשנת 2013');
  });

  it('holds letters of every script, and the letters of ligatures', async () => {
    const text = 'Łódź Да ναι efﬁcient';
    expect(await textOf([[{ x: 72, y: 700, text }]])).toBe('Łódź Да ναι efficient');
  });

  it('has no words set upwards, and says so', async () => {
    const page = [
      { x: 72, y: 700, text: 'Kept.' },
      { x: 30, y: 300, text: 'DRAFT', isTurned: true },
    ];
    const { text, left } = await read([page]);
    expect(text).toBe('Kept.');
    expect(left.turned).toBe(1);
  });
});

describe('a PDF that is added', () => {
  it('is read in a process apart, and what was left out or changed is said', async () => {
    const page = column([FULL.replace(/so$/u, 'migra-'), 'tion was so.']);
    const { type, encoding, notices } = await readFile('report.pdf', pdf([page]));
    expect({ type, encoding }).toEqual({ type: 'application/pdf', encoding: null });
    expect(notices).toEqual([{ code: 'left_hyphens', params: { count: 1 } }]);
  });

  it('needs no ending to its name', async () => {
    expect((await readFile('report', pdf([column(['Words.'])]))).text).toBe('Words.');
  });
});

describe('a PDF is refused with its reason', () => {
  const cases: [string, string, () => Buffer][] = [
    ['it has no text layer', 'noText', () => pdf([[], []])],
    ['its letters have no meaning', 'noText', () => pdf([column([FULL])], { hasMeaning: false })],
    [
      'it is locked with a password',
      'locked',
      () =>
        pdf([column([FULL])], {
          trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`,
        }),
    ],
    ['it is damaged', 'broken', () => Buffer.from('%PDF-1.7\nnothing of a PDF')],
  ];

  it.each(cases)('when %s', async (_what, reason, make) => {
    const error = await readFile('a.pdf', make()).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe(`sources.document_${reason}`);
  });
});
