import { tidyName } from '../../names.ts';
import { headCell } from './header.ts';
import { headingOf, isTitle } from './headings.ts';
import { isExplicitJoin } from './layout.ts';
import type { Marks } from './marked.ts';
import { isNameLine } from './shapes.ts';
import { goesOn, openBrackets, wordsOf } from './text.ts';
import type { Cell } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import { findDate } from './when.ts';

export type Delimiter = '\t' | ';';

/** Lines that show what divides the cells of all. */
const LOOKED_AT = 300;

/** Half of the lines with a date must have it, and a `;` list of names is no table. */
export function delimiterOf(texts: readonly string[]): Delimiter | null {
  const some = texts.filter((text) => text.trim() !== '').slice(0, LOOKED_AT);
  const dated = some.filter((text) => findDate(text));
  const among = dated.length > 0 ? dated : some;
  const half = among.length / 2;
  const has = (mark: string, times: number): boolean =>
    among.length > 0 && among.filter((text) => text.split(mark).length > times).length > half;
  if (has('\t', 1)) return '\t';
  return has(';', 2) ? ';' : null;
}

/** A cell in quotes may go on over this many lines; a quote nothing closes is a mark like any other. */
const LONGEST_QUOTE = 20;

interface Row {
  /** For each line of the row, what each column has of it. */
  lines: { index: number; cells: Map<number, string> }[];
}

/** Rows of cells; spreadsheets put a cell with line ends in quotes. */
export function readRows(texts: readonly string[], delimiter: Delimiter): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < texts.length;) {
    const row = quotedRow(texts, index, delimiter) ?? plainRow(texts, index, delimiter);
    rows.push(row);
    index += row.lines.length;
  }
  return rows;
}

function plainRow(texts: readonly string[], index: number, delimiter: Delimiter): Row {
  const cells = (texts[index] ?? '').split(delimiter);
  return { lines: [{ index, cells: new Map(cells.map((cell, i) => [i, cell])) }] };
}

/** null where no cell is quoted over the end of a line. */
function quotedRow(texts: readonly string[], first: number, delimiter: Delimiter): Row | null {
  const begins = new RegExp(`(?:^|${delimiter})"`);
  if (!begins.test(texts[first] ?? '')) return null;
  const lines: Row['lines'] = [];
  let column = 0;
  let isQuoted = false;
  for (let index = first; index < Math.min(texts.length, first + LONGEST_QUOTE); index += 1) {
    const cells = new Map<number, string>();
    let cell = '';
    for (const c of texts[index] ?? '') {
      if (c === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
      else if (c === delimiter && !isQuoted) {
        cells.set(column, cell);
        cell = '';
        column += 1;
      } else cell += c;
    }
    cells.set(column, cell);
    lines.push({ index, cells });
    if (!isQuoted) return { lines };
  }
  return null;
}

const filled = (row: Row): [number, string][] => {
  const all = new Map<number, string>();
  for (const { cells } of row.lines)
    for (const [column, text] of cells)
      if (text.trim() !== '') all.set(column, `${all.get(column) ?? ''} ${text}`.trim());
  return [...all];
};

/** The columns a header row names; null when the row is none. */
export function headerOf(row: Row): Cell[] | null {
  const cells = filled(row);
  const heads = cells.flatMap(([column, text]) => {
    const cell = text.length < 40 && !findDate(text) ? headCell(text) : null;
    return cell ? [[column, cell] as const] : [];
  });
  if (heads.length < 2 || heads.length * 2 < cells.length) return null;
  const width = Math.max(...cells.map(([column]) => column)) + 1;
  const found = new Map(heads);
  return Array.from({ length: width }, (_, i) => found.get(i) ?? 'note');
}

/** Without a header: the column with most dates is the date, the first other the name; interviewers stand after the date. */
export function guessColumns(rows: readonly Row[]): Cell[] {
  const cells = rows.flatMap(filled);
  const width = cells.reduce((most, [column]) => Math.max(most, column + 1), 0);
  const counts = new Array<number>(width).fill(0);
  for (const [column, text] of cells)
    if (findDate(text)) counts[column] = (counts[column] ?? 0) + 1;
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const date = counts.indexOf(most);
  const name = date === 0 ? 1 : 0;
  return counts.map((_, i) => {
    if (i === date) return 'date';
    if (i === name) return 'name';
    if (date > 0) return i < date ? 'department' : i === date + 1 ? 'interviewers' : 'note';
    return i === 2 ? 'department' : i === 3 ? 'interviewers' : 'note';
  });
}

/** Reads lines whose cells a tab or a `;` tells apart. */
export class Tabular {
  private columns: readonly Cell[];
  private last: Partial<Record<Cell, string>> | null = null;
  private hasBegun = false;
  private readonly hasHeader: boolean;

  constructor(
    private readonly rows: readonly Row[],
    private readonly vocabulary: Vocabulary,
    private readonly marks: Marks,
  ) {
    this.columns = guessColumns(rows);
    this.hasHeader = rows.some((row) => headerOf(row) !== null);
  }

  read(): void {
    for (const row of this.rows) this.readRow(row);
  }

  private readRow(row: Row): void {
    const [first] = row.lines;
    if (!first) return;
    const decided = this.marks.decided(first.index);
    const cells = filled(row);
    if (cells.length === 0) return this.mark(row, 'blank');
    if (decided && !['start', 'continues', 'joins'].includes(decided)) {
      if (decided === 'heading') this.last = null;
      return this.mark(row, decided);
    }
    const header = headerOf(row);
    if (header && decided === undefined) {
      this.columns = header;
      this.hasBegun = true;
      return this.mark(row, 'columns');
    }
    this.readCells(
      row,
      new Map(cells.map(([column, text]) => [this.cellAt(column), text])),
      decided,
    );
  }

  private cellAt = (column: number): Cell => this.columns[column] ?? 'note';

  private readCells(row: Row, said: Map<Cell, string>, decided: string | undefined): void {
    const name = said.get('name') ?? '';
    const index = row.lines[0]?.index ?? 0;
    const text = [...said.values()].join(' ');
    if (decided === 'continues' || (decided === undefined && this.goesOn(said)))
      return this.put(row, this.last ? 'continues' : 'unknown');
    if (decided === 'start' || /\d/.test(said.get('date') ?? '')) {
      this.hasBegun = true;
      this.last = {};
      return this.put(row, 'start');
    }
    const heading = said.size === 1 && !decided ? this.headingOf(text) : null;
    const isAbove = said.size === 1 && !this.hasBegun && (this.hasHeader || isTitle(text));
    if (isAbove && heading !== 'place') return this.mark(row, 'title');
    if (heading) return this.heading(row, heading, text);
    if (this.last && name !== '' && !said.has('interviewers')) {
      this.put(row, 'joins');
      if (decided === undefined && !isExplicitJoin(name) && isNameLine(name))
        this.marks.remark(index, 'line', 'joins-above', {
          text: tidyName(name),
          reading: this.last.name ?? '',
        });
      return;
    }
    if (name !== '' && said.size > 2) {
      this.last = {};
      return this.put(row, 'start');
    }
    this.mark(row, 'unknown');
    this.marks.unknown(index);
  }

  private goesOn(said: Map<Cell, string>): boolean {
    const { last } = this;
    if (!last) return false;
    const name = said.get('name') ?? '';
    const above = last.name ?? '';
    const isDateRest = said.has('date') && /[-–—]\s*$/.test(last.date ?? '');
    if (name === '') return !said.has('date') || isDateRest;
    if (said.has('date') && !isDateRest) return false;
    return goesOn(above) || openBrackets(above) > 0 || /^\(/.test(name);
  }

  /** A word alone is rather a place than a person, and below a heading there is no interview to join. */
  private headingOf(text: string): ReturnType<typeof headingOf> {
    const heading = headingOf(text, this.vocabulary);
    const isShort = isNameLine(text) && (wordsOf(text).length === 1 || this.last === null);
    return heading ?? (isShort && this.hasBegun ? 'unsure' : null);
  }

  private heading(row: Row, heading: string, text: string): void {
    this.mark(row, 'heading');
    this.last = null;
    if (heading === 'place') return;
    const reason = heading === 'says' ? 'heading-not-a-place' : 'heading-unsure';
    const tidy = tidyName(text);
    this.marks.remark(row.lines[0]?.index ?? 0, 'line', reason, {
      text: tidy,
      reading: tidy.replace(/:$/, ''),
    });
  }

  private mark(row: Row, kind: Parameters<Marks['kind']>[1]): void {
    for (const { index } of row.lines) this.marks.kind(index, kind);
  }

  private put(row: Row, kind: 'start' | 'continues' | 'joins' | 'unknown'): void {
    if (kind === 'unknown') return this.marks.unknown(row.lines[0]?.index ?? 0);
    row.lines.forEach(({ index, cells }, i) => {
      this.marks.kind(index, i === 0 ? kind : 'continues');
      for (const [column, text] of cells) {
        const cell = this.cellAt(column);
        this.marks.put(index, cell, text);
        if (this.last && text.trim() !== '') this.last[cell] = text.trim();
      }
    });
  }
}
