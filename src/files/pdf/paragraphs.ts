import type { Column, Line } from './columns.ts';

export interface Paragraph {
  /** Lines that flow into each other; between two parts the line was ended on purpose. */
  parts: string[][];
  size: number;
  isRow: boolean;
  isItem: boolean;
  /** The first of its column, so that it may go on from the column before. */
  opensColumn: boolean;
  /** Its last line reaches the edge of the column. */
  endsFull: boolean;
}

/** A step from line to line this much larger than usual is a gap between paragraphs. */
const GAP = 1.25;
/** Sizes that differ by more than this are different kinds of text. */
const OTHER_SIZE = 0.06;
/** A first line set in by this many letter sizes begins a paragraph. */
const INDENT = 0.9;
const ITEM = /^(?:[•◦▪‣●○■□▸►·*–—-]|\(?(?:\d{1,3}|[a-z])[.)])\s/u;

/** What the document says of itself, which one column does not show. */
export interface Document {
  /** Size of most letters, in points. */
  body: number;
  /** Who speaks: what stands before a colon at the beginning of several lines. */
  labels: ReadonlySet<string>;
}

const LABEL =
  /^(?:\[?[\d:.]{4,11}\]?\s+)?(\p{Lu}[\p{L}\p{N}.’'-]*(?: [\p{L}\p{N}.’'-]+){0,3}):(?:\s|$)/u;

/** What may be the name of a speaker, before the first colon of a line. */
export const labelOf = (line: string): string | null => LABEL.exec(line)?.[1] ?? null;

/** The paragraphs, list items and rows of a column, from the top. */
export function paragraphsOf(
  { lines, left, right }: Column,
  { body, labels }: Document,
): Paragraph[] {
  const step = usualStep(lines, body);
  const paragraphs: Paragraph[] = [];
  let last: Line | null = null;
  for (const row of rowsOf(lines)) {
    if (row.cells.length > 1) {
      paragraphs.push(rowParagraph(row));
      last = null;
      continue;
    }
    const [text = ''] = row.cells;
    const { line } = row;
    const current = paragraphs.at(-1);
    const isEarly = last !== null && endsEarly(last, line, { left, right });
    const joint = { last, line, left, step, text, isEarly, before: current?.parts[0]?.[0] ?? '' };
    const label = labelOf(text);
    if (current === undefined || (label !== null && labels.has(label)) || startsParagraph(joint))
      paragraphs.push({
        parts: [[text]],
        size: line.size,
        isRow: false,
        isItem: ITEM.test(text),
        opensColumn: paragraphs.length === 0,
        endsFull: false,
      });
    else if (isEarly) current.parts.push([text]);
    else current.parts.at(-1)?.push(text);
    last = row.last;
    const made = paragraphs.at(-1);
    if (made) made.endsFull = last.right > right - last.size * 3;
  }
  return paragraphs;
}

interface Joint {
  /** Null after the row of a table. */
  last: Line | null;
  line: Line;
  left: number;
  step: number;
  text: string;
  isEarly: boolean;
  /** How the paragraph so far begins. */
  before: string;
}

function startsParagraph({ last, line, left, step, text, isEarly, before }: Joint): boolean {
  if (last === null) return true;
  if (Math.abs(line.size - last.size) > last.size * OTHER_SIZE) return true;
  if (line.y - last.y > step * GAP * (line.size / last.size)) return true;
  if (
    ITEM.test(text) &&
    (isEarly || !/^\(?\d/u.test(text) || numberOf(text) === numberOf(before) + 1)
  )
    return true;
  // Set in while the line before began at the edge.
  return line.x - last.x > line.size * INDENT && last.x - left < line.size * 0.3 && isEarly;
}

const numberOf = (text: string): number => Number(/^\(?(\d+)/u.exec(text)?.[1]);

/** Whether the first word of the line would have fitted on the one before: it was ended on purpose. */
function endsEarly(
  last: Line,
  line: Line,
  { left, right }: Pick<Column, 'left' | 'right'>,
): boolean {
  const text = line.cells[0]?.text ?? '';
  if (/\p{L}[-\u00AD\u2010]$/u.test(last.cells[0]?.text ?? '') && /^\p{Ll}/u.test(text))
    return false;
  const word = /^\S+/u.exec(text)?.[0] ?? '';
  const perLetter = (line.right - line.x) / Math.max(1, text.length);
  const room = right - last.right - (word.length + 1.5) * perLetter;
  // A small letter rarely begins anything, so there it takes a line that is clearly short.
  return room > (/^\p{Ll}/u.test(text) ? (right - left) * 0.3 : 0);
}

/** The step between most lines that follow each other. */
function usualStep(lines: readonly Line[], body: number): number {
  const steps = lines
    .slice(1)
    .map((line, n) => line.y - (lines[n]?.y ?? 0))
    .filter((step) => step > body * 0.8 && step < body * 2.2)
    .sort((a, b) => a - b);
  // Lines within paragraphs are the closer ones, so not the middle: a list of short paragraphs has more gaps than lines.
  const common = steps[Math.floor(steps.length / 4)] ?? body * 1.2;
  return Math.max(common, body * 1.05);
}

interface Row {
  cells: string[];
  line: Line;
  last: Line;
}

/** Lines, with what a cell says over several lines put together. */
function rowsOf(lines: readonly Line[]): Row[] {
  const rows: (Row & { places: number[] })[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const places = row && goesOnIn(row, line);
    if (row && places) {
      line.cells.forEach(({ text }, n) => {
        const at = places[n] ?? 0;
        row.cells[at] = `${row.cells[at] ?? ''}\n${text}`;
      });
      row.last = line;
    } else
      rows.push({
        cells: line.cells.map(({ text }) => text),
        places: line.cells.map(({ x }) => x),
        line,
        last: line,
      });
  }
  return rows;
}

/** The cells of the row that the line goes on in; null when it does not: a line that says nothing in the first cell does. */
function goesOnIn(row: Row & { places: number[] }, line: Line): number[] | null {
  if (row.cells.length < 2 || line.y - row.last.y > line.size * 1.6) return null;
  const at = line.cells.map(({ x }) =>
    row.places.findIndex((place) => Math.abs(place - x) < line.size * 0.5),
  );
  return at.every((place) => place > 0) ? at : null;
}

function rowParagraph({ cells, line }: Row): Paragraph {
  return {
    parts: [[cells.join('\t')]],
    size: line.size,
    isRow: true,
    isItem: false,
    opensColumn: false,
    endsFull: false,
  };
}
