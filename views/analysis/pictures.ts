import type { Arranged, ArrangedCell, Head } from '../../src/domain/crosstab/arrange.ts';
import type { Crosstab } from '../../src/domain/crosstab/crosstab.ts';
import type { Messages } from '../messages/index.ts';
import { percent } from './format.ts';
import { shareOf } from './share.ts';
import type { Choices } from './types.ts';

/** What every picture of a table of themes is drawn from: the table as printed, in which hidden numbers are not. */
export interface PictureProps {
  t: Messages;
  title: string;
  table: Crosstab;
  /** The rows and columns drawn. */
  view: Arranged;
  choices: Pick<Choices, 'show' | 'picture'>;
}

/** Rows and columns in a picture: with more its letters would be too small. */
export const DRAWN = { rows: 40, columns: 30 };

/** Whether lengths are shares of what could be counted, or numbers. */
export const isOfShares = ({ choices: { show } }: PictureProps): boolean =>
  show === 'both' || show === 'percent';

/** How long a cell is drawn: a share from 0 to 1, or its number; null when hidden or out of nobody. */
export const lengthOf = (props: PictureProps, { value, of }: ArrangedCell): number | null =>
  isOfShares(props) ? shareOf(value, of) : value;

/** What is written at a cell; of a hidden one its sign. */
export function writtenAt({ t, table, choices }: PictureProps, cell: ArrangedCell): string {
  const words = t.analysis.themes;
  const { value, of, isSmall } = cell;
  if (value === null) return isSmall ? words.smallSign(table.minCell) : words.hiddenSign;
  const share = shareOf(value, of);
  const part = share === null ? '–' : percent(share);
  if (choices.show === 'coded') return value > 0 ? words.codedSign : words.noneSign;
  if (choices.show === 'percent') return part;
  return choices.show === 'both' ? `${value} · ${part}` : String(value);
}

export const nameOf = (t: Messages, { kind, above, path, label }: Head): string => {
  if (kind === 'total') return t.analysis.themes.total;
  return above === null ? label : path;
};

/** As many letters as fit, the last an ellipsis. */
export const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

/** The end of an axis from 0, and about four steps to it: at whole numbers, or at shares. */
export function axisOf(props: PictureProps, greatest: number): { end: number; ticks: number[] } {
  if (isOfShares(props)) return { end: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const most = Math.max(1, greatest);
  const sizes = [1, 2, 5].flatMap((size) => [1, 10, 100, 1000, 10_000].map((ten) => size * ten));
  const step = sizes.sort((a, b) => a - b).find((size) => most / size <= 5) ?? 100_000;
  const steps = Math.ceil(most / step);
  return { end: steps * step, ticks: Array.from({ length: steps + 1 }, (_, at) => at * step) };
}

export const tickLabel = (props: PictureProps, tick: number): string =>
  isOfShares(props) ? percent(tick) : String(tick);
