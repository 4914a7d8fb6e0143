import { tidyName } from '../../names.ts';
import { divide, putCells, type Divided, type RowLine } from './cells.ts';
import type { DatedLine } from './dated.ts';
import { beginsRow, isExplicitJoin, layOut, LONGEST_CELL, type Unit } from './layout.ts';
import { PARTICLES } from './lexicon.ts';
import type { Marks } from './marked.ts';
import { isNameLike, isNameLine } from './shapes.ts';
import { isDepartmentWord, isOfTheName } from './split.ts';
import { bare, goesOn, isRest, joinWrapped, openBrackets, wordsOf } from './text.ts';
import type { Cell } from './types.ts';
import { isInterviewers, type Vocabulary } from './vocabulary.ts';

interface Next {
  index: number;
  found: DatedLine;
}

const INTERVIEWERS_GO_ON = /(?:[&,/+]|\s(?:and|et|y))\s*$/iu;

/** Reads lines whose cells are told apart by nothing but their words, row by row around the dates. */
export class Wrapped {
  /** Names that something in their lines shows the end of. */
  readonly names = new Set<string>();
  /** Whether any name ended where names usually do, for want of better. */
  hasGuessed = false;
  /** The lines of the row read last; null before the first row and below a heading. */
  private row: number[] | null = null;

  constructor(
    private readonly texts: readonly string[],
    private readonly vocabulary: Vocabulary,
    private readonly marks: Marks,
  ) {}

  read(flow: readonly number[], dated: ReadonlyMap<number, DatedLine>): void {
    let gap: number[] = [];
    const rests = new Set([...dated.values()].flatMap((d) => d.rest?.index ?? []));
    for (const index of flow) {
      if (this.marks.decided(index) === 'heading') {
        this.close(gap, null);
        gap = [];
        this.row = null;
        this.marks.kind(index, 'heading');
        continue;
      }
      const found = dated.get(index);
      if (rests.has(index)) continue;
      if (found) this.close(gap, { index, found });
      else gap.push(index);
      if (found) gap = [];
    }
    this.close(gap, null);
  }

  private close(below: readonly number[], next: Next | null): void {
    const gap = this.takeRest(below);
    const rest = this.takeDecided(gap, next);
    if (rest === null) return;
    const isForced = next !== null && this.marks.decided(next.index) === 'start';
    const before = next && !isForced ? next.found.before : null;
    const layout = layOut(rest, this.texts, before, this.vocabulary, this.marks);
    layout.units.forEach((unit) => this.putUnit(unit));
    layout.lost.forEach((index) => this.marks.unknown(index));
    if (next) this.putRow(layout.row, layout.nameLines, next);
  }

  /**
   * Reads the rows that a person said begin in the gap; all but the last have no date. Gives back what is left to read,
   * or null when the row with the date was among them.
   */
  private takeDecided(gap: readonly number[], next: Next | null): readonly number[] | null {
    const starts = gap.flatMap((index, k) => (this.marks.decided(index) === 'start' ? [k] : []));
    if (starts.length === 0) return gap;
    const isOwn = next !== null && this.isOwnRow(next);
    this.before(gap.slice(0, starts[0]));
    starts.forEach((k, n) => {
      const isDated = n === starts.length - 1 && !isOwn;
      this.putRow(gap.slice(k, starts[n + 1] ?? gap.length), 0, isDated ? next : null);
    });
    return isOwn ? [] : null;
  }

  /** Whether the line with the date begins a row itself. */
  private isOwnRow({ index, found }: Next): boolean {
    return this.marks.decided(index) === 'start' || beginsRow(found.before, this.vocabulary);
  }

  private before(gap: readonly number[]): void {
    const { units, lost } = layOut(gap, this.texts, null, this.vocabulary, this.marks);
    units.forEach((unit) => this.putUnit(unit));
    lost.forEach((index) => this.marks.unknown(index));
  }

  /** The lines that go on with the row above are put there; the others are given back. */
  private takeRest(gap: readonly number[]): number[] {
    let k = 0;
    let late: number | null = null;
    for (; this.row !== null && k < Math.min(gap.length, LONGEST_CELL); k += 1) {
      const index = gap[k] ?? 0;
      const text = this.texts[index] ?? '';
      const decided = this.marks.decided(index);
      const open = this.restCell(text);
      const cell = decided === 'continues' ? (open ?? 'department') : open;
      if (cell === null || (decided !== undefined && decided !== 'continues')) break;
      this.marks.kind(index, 'continues');
      this.marks.put(index, cell, text);
      this.row.push(index);
      if (cell === 'department' && decided === undefined) late ??= index;
    }
    if (late !== null)
      this.marks.remark(late, 'department', 'after-date', {
        text: tidyName(this.texts[late] ?? ''),
        reading: this.textOf('department'),
      });
    return gap.slice(k);
  }

  private textOf(cell: Cell): string {
    const pieces = (this.row ?? []).flatMap((index) => this.marks.lines[index]?.pieces ?? []);
    return joinWrapped(pieces.filter((piece) => piece.cell === cell).map((piece) => piece.text));
  }

  /** Which cell of the row above the line goes on with, or null. */
  private restCell(text: string): Cell | null {
    const interviewers = this.textOf('interviewers');
    const [name, department] = [this.textOf('name'), this.textOf('department')];
    if (INTERVIEWERS_GO_ON.test(interviewers)) return 'interviewers';
    if (interviewers === '' && this.vocabulary.hasInterviewers && !this.isDepartment(text))
      if (isInterviewers(text, this.vocabulary)) return 'interviewers';
    if (openBrackets(name) > 0) return 'name';
    if (openBrackets(department) > 0 || (department !== '' && goesOn(department)))
      return 'department';
    if (!isRest(text) || isExplicitJoin(text)) return null;
    if (PARTICLES.has(bare(wordsOf(text)[0] ?? '')) && isNameLine(text)) return null;
    return isOfTheName(text.trim()) || department === '' ? 'name' : 'department';
  }

  private isDepartment = (text: string): boolean =>
    isDepartmentWord(wordsOf(text)[0] ?? '', this.vocabulary);

  private putUnit(unit: Unit): void {
    const [first = 0] = unit.indices;
    const text = tidyName(unit.text);
    const isShort = wordsOf(text).length === 1 && !unit.isJoin;
    if (unit.kind === 'heading' || (isShort && this.row !== null))
      this.putHeading(unit, first, text);
    else if (this.row === null) unit.indices.forEach((index) => this.marks.unknown(index));
    else {
      unit.indices.forEach((index, i) => {
        this.marks.kind(index, i === 0 ? 'joins' : 'continues');
        this.marks.put(index, 'name', this.texts[index] ?? '');
      });
      const parts = unit.indices.map((index) => this.texts[index] ?? '');
      if (!isExplicitJoin(text) && this.marks.decided(first) !== 'joins')
        this.marks.remark(first, 'line', 'joins-above', {
          text: joinWrapped(parts),
          reading: this.textOf('name'),
        });
    }
  }

  private putHeading(unit: Unit, index: number, text: string): void {
    this.marks.kind(index, 'heading');
    this.row = null;
    if (unit.heading === 'place') return;
    const reason = unit.heading === 'says' ? 'heading-not-a-place' : 'heading-unsure';
    this.marks.remark(index, 'line', reason, { text, reading: text.replace(/:$/, '') });
  }

  private putRow(above: readonly number[], nameLines: number, dated: Next | null): void {
    const lines = above.map((index): RowLine => ({ index, text: this.texts[index] ?? '' }));
    const before = dated?.found.before.trim() ?? '';
    if (dated && before !== '') lines.push({ index: dated.index, text: dated.found.before });
    const divided = divide(lines, nameLines, before !== '', this.vocabulary);
    putCells(lines, divided, this.marks);
    this.row = [...above, ...(dated ? [dated.index] : [])];
    this.row.forEach((index, i) => this.marks.kind(index, i === 0 ? 'start' : 'continues'));
    if (dated) this.putDate(dated.index, dated.found);
    this.remarkName(lines, divided);
  }

  private putDate(index: number, { date, after, rest }: DatedLine): void {
    this.marks.put(index, 'date', date);
    this.marks.put(index, 'interviewers', after);
    if (rest) {
      this.marks.kind(rest.index, 'continues');
      this.marks.put(rest.index, 'date', rest.date);
      this.marks.put(rest.index, 'interviewers', rest.after);
      this.row?.push(rest.index);
    }
  }

  private remarkName(lines: readonly RowLine[], { isSure, split, whole }: Divided): void {
    const name = this.textOf('name');
    const [first] = lines;
    if (isSure && isNameLike(wordsOf(name)) && wordsOf(name).length > 1) this.names.add(name);
    if (isSure || !first) return;
    this.hasGuessed = true;
    const words = split?.words ?? [];
    const others = split && whole === 0 ? [split.at - 1, split.at + 1] : [];
    this.marks.remark(first.index, 'name', 'name-end', {
      text: joinWrapped(lines.map((line) => line.text)),
      reading: name,
      alternatives: others
        .filter((at) => at > 0 && at <= words.length)
        .map((at) => words.slice(0, at).join(' ')),
    });
  }
}
