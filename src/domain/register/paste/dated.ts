import { findDate, restOfDate } from './when.ts';

/** A line that holds an interview's date, in its parts. `rest`: the line below ends the date. */
export interface DatedLine {
  before: string;
  date: string;
  after: string;
  rest: { index: number; date: string; after: string } | null;
}

/** The lines of an array of texts that hold dates, by their index; `flow` are the indices to look at, in order. */
export function findDated(
  texts: readonly string[],
  flow: readonly number[],
): Map<number, DatedLine> {
  const dated = new Map<number, DatedLine>();
  for (let k = 0; k < flow.length; k += 1) {
    const index = flow[k] ?? 0;
    const found = readLine(texts, index, flow[k + 1]);
    if (!found) continue;
    dated.set(index, found);
    if (found.rest) k += 1;
  }
  return dated;
}

function readLine(
  texts: readonly string[],
  index: number,
  next: number | undefined,
): DatedLine | null {
  const text = texts[index] ?? '';
  const found = findDate(text);
  const below = next === undefined ? '' : (texts[next] ?? '');
  // Only a line that ends in the date can have the rest of it below.
  const open = found ? text.slice(found.end) : '';
  const isOpen = found
    ? /^ ?[-–—]?\s*$|^ to\s*$/.test(open)
    : /\d[\s\p{L}.]*(?:[-–—]|to)?\s*$/u.test(text);
  const rest = isOpen && next !== undefined ? restOfDate(text, below) : null;
  const tail =
    rest && next !== undefined ? { index: next, date: rest.text, after: rest.after } : null;
  if (found)
    return {
      before: text.slice(0, found.start),
      date: tail ? text.slice(found.start) : found.text,
      after: tail ? '' : text.slice(found.end),
      rest: tail,
    };
  const begun = tail ? /\S*\d\S*(?: \p{L}{3,10}\.?)?(?: ?[-–—]| to)?\s*$/iu.exec(text) : null;
  if (!begun) return null;
  const before = text.slice(0, begun.index);
  return { before, date: begun[0], after: '', rest: tail };
}
