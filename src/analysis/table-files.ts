import { hasIntervals, intervalOf } from '../../views/analysis/interval.ts';
import { shareOf } from '../../views/analysis/share.ts';
import type { Choices } from '../../views/analysis/types.ts';
import type { Messages } from '../../views/messages/index.ts';
import {
  arrange,
  type Arranged,
  type ArrangedCell,
  type Head,
} from '../domain/crosstab/arrange.ts';
import type { Crosstab } from '../domain/crosstab/crosstab.ts';
import { toCsv, type CsvValue } from '../domain/csv/write.ts';
import { writeXlsx } from '../files/index.ts';

/** The table as the choices lay it out: what the page, the command line and files print. */
export const arranged = (table: Crosstab, choices: Choices): Arranged =>
  arrange(table, {
    order: choices.order,
    hidesEmpty: choices.hideEmpty,
    pins: choices.pins,
    isTurned: choices.turn,
  });

/** A table of cells, its first row the header: numbers, words, and `null` for what is hidden or does not apply. */
export interface Sheet {
  header: string[];
  rows: CsvValue[][];
}

type Shown = Pick<Choices, 'show' | 'interval'>;

/** What each number is written as: itself, its share and the ends of that, and out of how many where rows differ. */
type Part = 'count' | 'of' | 'share' | 'low' | 'high' | 'coded';

function partsOf(table: Crosstab, { show, interval }: Shown): Part[] {
  const isShare = show !== 'coded' && hasIntervals(table.unit);
  const ends: Part[] = interval && isShare ? ['low', 'high'] : [];
  const parts: Record<Choices['show'], Part[]> = {
    count: ['count'],
    percent: ['share'],
    both: ['count', 'share'],
    coded: ['coded'],
  };
  const [first = 'count', ...more] = parts[show];
  return [first, ...(table.over === 'tied' ? (['of'] as const) : []), ...more, ...ends];
}

/**
 * The table as a sheet: a line for each code (or each column, when it lies the other way), a column for each column and
 * `total`, and `denominator`, a line or a column, saying out of how many. Shares are fractions from 0 to 1, in columns of
 * their own, and so are the ends of intervals.
 */
export function themesSheet(table: Crosstab, view: Arranged, shown: Shown): Sheet {
  const parts = partsOf(table, shown);
  const isTurned = view.rows.every(({ kind }) => kind !== 'code') && view.rows.length > 0;
  const of = (heads: readonly Head[]) => heads.map((head) => head.of);
  const hasDenominators = table.over !== 'tied';
  const body = view.rows.map((head, at): CsvValue[] => [
    nameOf(head),
    ...(hasDenominators && isTurned ? [head.of] : []),
    ...(view.cells[at] ?? []).flatMap((cell) => parts.map((part) => valueOf(cell, part))),
  ]);
  const denominators: CsvValue[] = [
    'denominator',
    ...of(view.columns).flatMap((value) => parts.map((_, at) => (at === 0 ? value : null))),
  ];
  return {
    header: [
      isTurned ? 'column' : 'code',
      ...(hasDenominators && isTurned ? ['denominator'] : []),
      ...view.columns.flatMap((head) => parts.map((part) => titleOf(nameOf(head), part))),
    ],
    rows: hasDenominators && !isTurned ? [denominators, ...body] : body,
  };
}

const nameOf = ({ kind, path }: Head): string => (kind === 'total' ? 'total' : path);

const titleOf = (name: string, part: Part): string =>
  part === 'count' || part === 'coded' ? name : `${name} ${part}`;

function valueOf({ value, of }: ArrangedCell, part: Part): number | null {
  if (part === 'count') return value;
  if (part === 'of') return of;
  if (part === 'coded') return value === null ? null : Math.min(value, 1);
  if (part === 'share') return rounded(shareOf(value, of));
  return rounded(intervalOf(value, of)?.[part] ?? null);
}

/** To four decimals: more would be a show of exactness. */
const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;

/** A protected cell is empty. */
export const themesCsv = (table: Crosstab, view: Arranged, shown: Shown): string => {
  const { header, rows } = themesSheet(table, view, shown);
  return toCsv(header, rows);
};

/** The table as a workbook, with a second sheet that says what is counted. A protected cell says so. */
export async function themesXlsx(
  table: Crosstab,
  view: Arranged,
  shown: Shown,
  { says, t }: { says: string; t: Messages },
): Promise<Uint8Array> {
  const { header, rows } = themesSheet(table, view, shown);
  const words = t.analysis.themes.sheets;
  const signs = hiddenSigns(table, view, shown, t);
  const cells = rows.map((row, r) => row.map((value, c) => signs.get(`${r} ${c}`) ?? value));
  return writeXlsx([
    {
      name: words.table,
      header,
      rows: cells,
      widths: header.map((_, at) => (at === 0 ? 40 : 16)),
    },
    { name: words.about, header: [words.counted], rows: [[says]], widths: [100] },
  ]);
}

/** What stands where a number is hidden, by row and column of the sheet. */
function hiddenSigns(
  table: Crosstab,
  view: Arranged,
  shown: Shown,
  t: Messages,
): Map<string, string> {
  const parts = partsOf(table, shown);
  const { rows } = themesSheet(table, view, shown);
  const above = rows.length - view.rows.length;
  const signs = new Map<string, string>();
  const words = t.analysis.themes;
  view.cells.forEach((line, row) => {
    const before = (rows[row + above]?.length ?? 0) - line.length * parts.length;
    line.forEach(({ value, isSmall }, at) => {
      if (value !== null) return;
      const sign = isSmall ? words.smallSign(table.minCell) : words.hiddenSign;
      parts.forEach((part, nth) => {
        if (part !== 'of') signs.set(`${row + above} ${before + at * parts.length + nth}`, sign);
      });
    });
  });
  return signs;
}
