/**
 * A PDF's pages as text. A PDF knows letters and their places only, so lines, columns, paragraphs, rows of tables and
 * headings are found by where and how large the letters are. The result is written like that of a Word document
 * (`docx-text.ts`): a blank line between paragraphs, `#` before headings, a dash before list items, a tab between cells, and
 * footnotes at the end under their number.
 */
import { columnsOf, type Column, type Line } from './columns.ts';
import { createJoiner, type Joiner } from './hyphens.ts';
import { marginsOf } from './margins.ts';
import { labelOf, paragraphsOf, type Paragraph } from './paragraphs.ts';
import { fragmentsOf, withRaised, type PdfPage } from './pieces.ts';

export interface PdfText {
  text: string;
  /** What was left out or changed, by kind and number. */
  left: { margins: number; hyphens: number };
}

/** Letters this much larger than those of the text make a heading. */
const HEADING = 1.13;
const LONGEST_HEADING = 200;
/** Letters this much smaller than those of the text make a footnote of what begins with its number. */
const NOTE = 0.95;

export function pdfText(pages: readonly PdfPage[]): PdfText {
  const read = pages.map((page) => ({ page, fragments: fragmentsOf(page) }));
  const margins = marginsOf(read);
  const columns = equallyWide(
    read.map(({ fragments }) => columnsOf(fragments.filter((one) => !margins.has(one)))),
  );
  const lines = columns.flat().flatMap((column) => column.lines);
  const joiner = createJoiner(lines.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const body = bodySize(lines);
  const document = { body, labels: labelsOf(lines) };
  const found = columns.map((page) => page.map((column) => paragraphsOf(column, document)));
  const separates = separatesParagraphs(found.flat(2));
  const notes: string[] = [];
  const paragraphs: Paragraph[] = [];
  for (const page of found) {
    const own = notesOf(page.flat(), body);
    const taken = new Map<string, number>();
    const numberOf = (label: string): string => {
      const note = own.get(label);
      if (note === undefined) return label;
      if (!taken.has(label)) taken.set(label, notes.push(''));
      return `[${taken.get(label) ?? ''}]`;
    };
    for (const column of page) {
      const said = column.filter((one) => ![...own.values()].includes(one));
      for (const paragraph of said)
        addTo(
          paragraphs,
          mapText(paragraph, (text) => withRaised(text, numberOf)),
        );
    }
    for (const [label, note] of own) {
      if (!taken.has(label)) taken.set(label, notes.push(''));
      const words = asWritten(note, joiner, ' ').replace(/^\uE000.*?\uE001\s*|^\d{1,3}\s+/u, '');
      notes[(taken.get(label) ?? 1) - 1] =
        `[${taken.get(label) ?? ''}] ${withRaised(words, String)}`;
    }
  }
  const levels = headingLevels(paragraphs, body);
  const blocks = paragraphs.flatMap((one) => {
    const level = levels.get(sizeKey(one.size));
    const isHeading = level !== undefined && isShort(one);
    const words = asWritten(one, joiner, isHeading ? ' ' : separates ? '\n' : '\n\n');
    return words.trim() === '' ? [] : [isHeading ? `${'#'.repeat(level)} ${words}` : words];
  });
  return {
    text: [...blocks, ...notes].join('\n\n'),
    left: { margins: margins.size, hyphens: joiner.rejoined() },
  };
}

/** Pages of one column have the same width, which a page of a few short lines does not show. */
function equallyWide(pages: readonly Column[][]): Column[][] {
  const single = pages.flatMap((page) => (page.length === 1 ? page : []));
  const right = Math.max(...single.map((column) => column.right));
  return pages.map((page) => (page.length === 1 ? page.map((one) => ({ ...one, right })) : page));
}

/** What stands before the colon at the beginning of more than one line. */
function labelsOf(lines: readonly Line[]): Set<string> {
  const found = lines.flatMap(({ cells }) => labelOf(cells[0]?.text ?? '') ?? []);
  return new Set(found.filter((label, n) => found.indexOf(label) !== n));
}

/** The size that most letters have. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, cells } of lines) {
    const count = cells.reduce((sum, { text }) => sum + text.length, 0);
    letters.set(sizeKey(size), (letters.get(sizeKey(size)) ?? 0) + count);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? 10;
}

const sizeKey = (size: number): number => Math.round(size * 2) / 2;

/** Whether gaps part the paragraphs; where they do not, a line that ends early is all that does. */
function separatesParagraphs(paragraphs: readonly Paragraph[]): boolean {
  const early = paragraphs.reduce((sum, { parts }) => sum + parts.length - 1, 0);
  return paragraphs.length * 3 > early;
}

/** A paragraph goes on over the end of its column or page when its last line is full and ends no sentence. */
function addTo(paragraphs: Paragraph[], next: Paragraph): void {
  const last = paragraphs.at(-1);
  const before = last?.parts.at(-1)?.at(-1);
  const after = next.parts[0]?.[0];
  const goesOn =
    last !== undefined &&
    before !== undefined &&
    after !== undefined &&
    next.opensColumn &&
    !last.isRow &&
    !next.isRow &&
    !next.isItem &&
    sizeKey(last.size) === sizeKey(next.size) &&
    (/^\p{Ll}/u.test(after) || (last.endsFull && !/[.!?:;…。！？]["'”’»)\]]*$/u.test(before)));
  if (!goesOn) paragraphs.push(next);
  else {
    const [first = [], ...rest] = next.parts;
    const parts = [...last.parts.slice(0, -1), [...(last.parts.at(-1) ?? []), ...first], ...rest];
    paragraphs[paragraphs.length - 1] = { ...last, parts, endsFull: next.endsFull };
  }
}

/** Small print at the end of a page that begins with a number, by that number. */
function notesOf(paragraphs: readonly Paragraph[], body: number): Map<string, Paragraph> {
  const notes = new Map<string, Paragraph>();
  for (const paragraph of paragraphs) {
    if (paragraph.size > body * NOTE || paragraph.isRow) continue;
    const label = /^(?:\uE000(\d{1,3})\uE001|(\d{1,3})\s)/u.exec(paragraph.parts[0]?.[0] ?? '');
    const number = label?.[1] ?? label?.[2];
    if (number !== undefined && refersTo(paragraphs, number, paragraph))
      notes.set(number, paragraph);
  }
  return notes;
}

const refersTo = (paragraphs: readonly Paragraph[], label: string, note: Paragraph): boolean =>
  paragraphs.some(
    (one) => one !== note && one.parts.flat().some((line) => line.includes(`\uE000${label}\uE001`)),
  );

const mapText = (paragraph: Paragraph, write: (text: string) => string): Paragraph => ({
  ...paragraph,
  parts: paragraph.parts.map((part) => part.map(write)),
});

function asWritten({ parts, isItem }: Paragraph, joiner: Joiner, between: string): string {
  const words = parts
    .map((part) => part.reduce((text, line) => joiner.join(text, line)))
    .join(between);
  return isItem ? words.replace(/^[•◦▪‣●○■□▸►·*–—-]\s+/u, '- ') : words;
}

const isShort = ({ parts, isRow }: Paragraph): boolean =>
  !isRow && parts.flat().join(' ').length <= LONGEST_HEADING;

/** The largest letters are those of the first level. */
function headingLevels(paragraphs: readonly Paragraph[], body: number): Map<number, number> {
  const sizes = paragraphs
    .filter((one) => one.size >= body * HEADING && isShort(one))
    .map(({ size }) => sizeKey(size));
  const sorted = [...new Set(sizes)].sort((a, b) => b - a);
  return new Map(sorted.map((size, n) => [size, Math.min(6, n + 1)]));
}
