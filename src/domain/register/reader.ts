import { tidyName } from '../names.ts';
import type { Column, Field } from './columns.ts';
import type { Doubt, Problem, TableRow } from './types.ts';
import { readWord } from './words.ts';

/** One row by the names of its columns, and what is doubtful or wrong about it. */
export class RowReader {
  readonly doubts: Doubt[] = [];
  readonly problems: Problem[] = [];
  readonly line: number;

  constructor(
    private readonly row: TableRow,
    private readonly columns: readonly Column[],
  ) {
    this.line = row.line;
  }

  /** The cell as written, without outer white space. */
  raw(field: Field): string {
    const column = this.columns.find((c) => 'field' in c && c.field === field);
    return column ? this.cell(column.column) : '';
  }

  text(field: Field): string {
    return tidyName(this.raw(field));
  }

  /** '' where the cell is empty, or is none of the words, which is a problem. */
  word<W extends string>(field: Field, words: readonly W[]): W | '' {
    const text = this.text(field);
    const word = text === '' ? '' : readWord(words, text);
    if (word === null) this.problem(field, text, 'unknown-word', words);
    return word ?? '';
  }

  /** Whether the respondent at this place, from 0, is somebody new whoever has the same name. */
  isOther(place: number): boolean {
    return this.row.others?.includes(place) ?? false;
  }

  variables(): { name: string; text: string }[] {
    return this.columns.flatMap((c) =>
      'variable' in c ? [{ name: c.variable, text: this.cell(c.column) }] : [],
    );
  }

  /** Something was made of it, and a person should look. */
  doubt(
    field: string,
    text: string,
    reading: string,
    reason: Doubt['reason'],
    isOpen = false,
  ): void {
    const column = this.columnOf(field);
    this.doubts.push({ line: this.line, column, field, text, reading, reason, isOpen });
  }

  problem(
    field: string,
    text: string,
    reason: Problem['reason'],
    allowed?: readonly string[],
  ): void {
    const { line } = this;
    const column = this.columnOf(field);
    this.problems.push({ line, column, field, text, reason, ...(allowed ? { allowed } : {}) });
  }

  /** A cell behind the last column of the header: often an unquoted comma. */
  tooMany(column: number): void {
    const text = this.cell(column);
    this.problems.push({ line: this.line, column, field: '', text, reason: 'too-many-cells' });
  }

  /** Whether the row must stay out. */
  get isStopped(): boolean {
    return this.problems.length > 0 || this.doubts.some((doubt) => doubt.isOpen);
  }

  private columnOf(field: string): number {
    const isIt = (c: Column): boolean => ('field' in c ? c.field : c.variable) === field;
    return this.columns.find(isIt)?.column ?? 1;
  }

  private cell(column: number): string {
    return (this.row.cells[column - 1] ?? '').trim();
  }
}
