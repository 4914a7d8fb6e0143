import type { CsvRow } from '../csv/read.ts';
import { tidyName } from '../names.ts';
import type { CountedRow } from './compare.ts';

export interface PublishedProblem {
  line: number;
  text: string;
}

/** `1 234` and `1,234` as reports print them; null for what is no whole number. */
function readCount(text: string): number | null {
  const digits = text.trim().replace(/(?<=\d)[\s,.’'](?=\d{3}(?:\D|$))/gu, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/**
 * Reads a published overview table: a label, interviews and people in each row. A first row without numbers is the
 * header; everything before the last two cells is the label.
 */
export function readPublished(rows: readonly CsvRow[]): {
  rows: CountedRow[];
  problems: PublishedProblem[];
} {
  const found: CountedRow[] = [];
  const problems: PublishedProblem[] = [];
  rows.forEach(({ line, cells }, n) => {
    const filled = cells.map((cell) => cell.trim());
    while (filled.at(-1) === '') filled.pop();
    const [interviews = null, participants = null] = filled.slice(-2).map(readCount);
    const label = tidyName(filled.slice(0, -2).join(', '));
    if (interviews !== null && participants !== null && label !== '')
      found.push({ label, interviews, participants });
    else if (n > 0 || filled.some((cell) => readCount(cell) !== null))
      problems.push({ line, text: filled.join(', ') });
  });
  return { rows: found, problems };
}
