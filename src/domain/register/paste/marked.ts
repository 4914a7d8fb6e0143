import { tidyName } from '../../names.ts';
import type { SourceLine } from './text.ts';
import type { Cell, Decisions, LineKind, PasteDoubt, Piece } from './types.ts';

/** A line while the paste is read: what it is and what of it belongs to which cell. */
export interface Marked {
  line: number;
  text: string;
  kind: LineKind;
  pieces: Piece[];
}

export type Remark = Omit<PasteDoubt, 'isOpen'>;

/** What both ways of reading, by wrapped lines and by delimited cells, leave behind. */
export class Marks {
  readonly lines: Marked[];
  readonly remarks: Remark[] = [];

  constructor(
    source: readonly SourceLine[],
    private readonly decisions: Decisions,
  ) {
    this.lines = source.map(({ line, text }) => ({ line, text, kind: 'unknown', pieces: [] }));
  }

  /** What a person said the line at this index is. */
  decided(index: number): LineKind | undefined {
    return this.decisions.lines?.[index + 1]?.kind;
  }

  kind(index: number, kind: LineKind): void {
    const line = this.lines[index];
    if (line) line.kind = kind;
  }

  put(index: number, cell: Cell, text: string): void {
    const tidy = tidyName(text);
    if (tidy !== '') this.lines[index]?.pieces.push({ cell, text: tidy });
  }

  remark(
    index: number,
    field: Remark['field'],
    reason: Remark['reason'],
    said: { text: string; reading: string; alternatives?: readonly string[] },
  ): void {
    this.remarks.push({ line: index + 1, field, reason, alternatives: [], ...said });
  }

  unknown(index: number): void {
    this.kind(index, 'unknown');
    const text = tidyName(this.lines[index]?.text ?? '');
    this.remark(index, 'line', 'not-understood', { text, reading: '' });
  }
}
