import { findDated, type DatedLine } from './dated.ts';
import { readColumns } from './header.ts';
import { headingOf, isPageMark, isTitle } from './headings.ts';
import type { Marks } from './marked.ts';
import { delimiterOf, headerOf, readRows, Tabular } from './tabular.ts';
import type { Cell, PasteOptions } from './types.ts';
import { learn, type Vocabulary } from './vocabulary.ts';
import { findDate } from './when.ts';
import { Wrapped } from './wrapped.ts';
import { fold } from './text.ts';

const STAYS = new Set(['title', 'columns', 'aside', 'unknown']);

/** Marks the lines that are known without their neighbours; gives back those that are not, in order. */
function setApart(texts: readonly string[], marks: Marks): { flow: number[]; columns: Cell[] } {
  const heads = texts.map((text) => readColumns(text));
  const named = heads.findIndex((cells) => cells !== null);
  // Column names below the first row are those of a second page, and what is above them are rows.
  const header = texts.slice(0, named + 1).some((text) => findDate(text)) ? -1 : named;
  const titles = new Set<string>();
  const flow: number[] = [];
  let isTop = true;
  texts.forEach((text, index) => {
    const decided = marks.decided(index);
    const [first] = text.trim();
    if (first === undefined) return marks.kind(index, 'blank');
    const isAbove = isTop && index < header && headingOf(text, NOTHING_LEARNT) !== 'place';
    if (decided === 'heading') flow.push(index);
    else if (decided && STAYS.has(decided)) marks.kind(index, decided);
    else if (decided) flow.push(index);
    else if (heads[index]) marks.kind(index, 'columns');
    else if (isAbove || (isTop && isTitle(text)) || titles.has(fold(text))) {
      titles.add(fold(text));
      return marks.kind(index, 'title');
    } else if (isPageMark(text)) marks.unknown(index);
    else flow.push(index);
    isTop = isTop && index < header;
  });
  return { flow, columns: heads[named] ?? [] };
}

const NOTHING_LEARNT: Vocabulary = {
  departments: new Set(),
  names: new Set(),
  interviewers: new Set(),
  inner: new Set(),
  splits: new Map(),
  hasDepartments: true,
  hasInterviewers: true,
};

const has = (columns: readonly Cell[], cell: Cell): boolean =>
  columns.length === 0 || columns.includes(cell);

const datedTexts = (dated: ReadonlyMap<number, DatedLine>): { before: string; after: string }[] =>
  [...dated.values()].map((d) => ({ before: d.before, after: d.rest?.after ?? d.after }));

export function markDelimited(
  texts: readonly string[],
  delimiter: '\t' | ';',
  known: PasteOptions['known'],
  marks: Marks,
): void {
  const rows = readRows(texts, delimiter);
  const names = known.respondents.map((person) => person.name);
  const header = rows.map(headerOf).find((cells) => cells !== null) ?? [];
  const vocabulary = learn(
    texts.map((text) => text.replaceAll(delimiter, '  ')),
    [],
    { names, interviewers: known.interviewers },
    { hasDepartments: has(header, 'department'), hasInterviewers: has(header, 'interviewers') },
  );
  new Tabular(rows, vocabulary, marks).read();
}

/**
 * Reads the lines twice where a name's end had to be guessed: names that are certain in one row tell where they end in
 * another.
 */
export function markWrapped(
  texts: readonly string[],
  known: PasteOptions['known'],
  newMarks: () => Marks,
): Marks {
  let names = known.respondents.map((person) => person.name).filter((name) => name !== '');
  let dated: ReturnType<typeof findDated> | null = null;
  const read = (): { marks: Marks; wrapped: Wrapped } => {
    const marks = newMarks();
    const { flow, columns } = setApart(texts, marks);
    // A date in what a person said is a heading is no interview's.
    const plain = texts.map((text, i) => (marks.decided(i) === 'heading' ? '' : text));
    dated ??= findDated(plain, flow);
    const vocabulary = learn(
      flow.map((index) => texts[index] ?? ''),
      datedTexts(dated),
      { names, interviewers: known.interviewers },
      { hasDepartments: has(columns, 'department'), hasInterviewers: has(columns, 'interviewers') },
    );
    const wrapped = new Wrapped(texts, vocabulary, marks);
    wrapped.read(flow, dated);
    return { marks, wrapped };
  };
  const first = read();
  if (!first.wrapped.hasGuessed || first.wrapped.names.size === 0) return first.marks;
  names = [...names, ...first.wrapped.names];
  return read().marks;
}

/** Marks every line of a paste, as cells that a mark divides or as words around dates. */
export function markLines(
  texts: readonly string[],
  known: PasteOptions['known'],
  newMarks: () => Marks,
): Marks {
  const delimiter = delimiterOf(texts);
  if (delimiter === null) return markWrapped(texts, known, newMarks);
  const marks = newMarks();
  markDelimited(texts, delimiter, known, marks);
  return marks;
}
