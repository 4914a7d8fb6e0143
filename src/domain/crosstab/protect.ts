import type { Bounds, Ties } from './bounds.ts';
import { frameOfRow, type Counted } from './counted.ts';
import { narrow } from './narrow.ts';

/**
 * Which cells of a table to hide so that no small group is given away. One list per row, the total last.
 *
 * A cell is *secret* when it counts something and the number, or the respondents behind it, is below `minCell`. Zeros
 * may stand. In a column in which fewer than `minCell` respondents could be counted at all, every cell is secret, zeros
 * too. What only documents say concerns no respondent and is never secret.
 *
 * A row that is a part of the one above it (`isPart`) is secret also where the two differ by fewer than `minCell`: their
 * difference counts too.
 *
 * Secret cells are hidden, and then more of the table until no secret cell can be worked out from what is still
 * printed. The reader is taken to know which of the hidden cells are the secret ones, the denominators, that a row's
 * cells add up to its total (but for those in two columns), that a sub-code is at most its code, and that a code is at
 * most its sub-codes and its own. Method: complementary suppression (Willenborg and de Waal, *Elements of Statistical
 * Disclosure Control*, 2001), audited by bounds of single cells and of the sums of those that are hidden together.
 *
 * Not protected: what follows from two tables put side by side (other columns, other questions, own and with
 * sub-codes), from tables before and after a coding was added, and from what the reader knows besides, such as the
 * order in which cells were chosen to be hidden with others. Bounds are not a proof for trees of three levels and more.
 * Where a whole row is hidden, it still shows that its numbers were small.
 */
export function hiddenCells(counted: Counted, minCell: number): Hidden {
  const width = counted.frames[0]?.denominators.length ?? 0;
  const small = counted.counts.map((line, row) =>
    line.map((_, column) => isSecret(counted, minCell, row, column)),
  );
  const secret = small.map((line, row) =>
    line.map((isSmall, column) => isSmall || leavesFew(counted, minCell, row, column)),
  );
  const state: State = { counted, minCell, width, secret, hidden: secret.map((line) => [...line]) };
  const ties = tiesOf(counted, minCell, width);
  while (hideMore(state, ties));
  return { hidden: state.hidden, small };
}

/** By row and column, the total last: what is not printed, and which of it is hidden for its own sake. */
export interface Hidden {
  readonly hidden: readonly (readonly boolean[])[];
  readonly small: readonly (readonly boolean[])[];
}

interface State {
  readonly counted: Counted;
  readonly minCell: number;
  readonly width: number;
  readonly secret: readonly (readonly boolean[])[];
  readonly hidden: boolean[][];
}

const isSmall = (people: number, minCell: number): boolean => people > 0 && people < minCell;

function isSecret(counted: Counted, minCell: number, row: number, column: number): boolean {
  if (isSmall(frameOfRow(counted, row).denominatorPeople[column] ?? 0, minCell)) return true;
  const count = counted.counts[row]?.[column] ?? 0;
  const people = counted.people[row]?.[column] ?? 0;
  return people > 0 && (count < minCell || people < minCell);
}

/** Whether a part of the row above differs from it by a number that is itself below the minimum. */
function leavesFew(
  { counts, people, rows, isPart }: Counted,
  minCell: number,
  row: number,
  column: number,
): boolean {
  const above = isPart?.[row] === true ? (rows[row]?.parentRow ?? -1) : -1;
  if (above < 0) return false;
  const less = (of: readonly (readonly number[])[]) =>
    (of[above]?.[column] ?? 0) - (of[row]?.[column] ?? 0);
  return (
    (people[above]?.[column] ?? 0) > 0 &&
    (isSmall(less(counts), minCell) || isSmall(less(people), minCell))
  );
}

function tiesOf(counted: Counted, minCell: number, width: number): Ties {
  const rows = counted.rows.length;
  const children: number[][] = counted.rows.map(() => []);
  const ownHigh = new Float64Array(rows * width);
  if (counted.withSubcodes) {
    counted.rows.forEach((row, at) => {
      // Counted over other people, the two do not add up.
      if (counted.frameOf[at] === counted.frameOf[row.parentRow]) children[row.parentRow]?.push(at);
    });
    // A code's own number may be read from the table of own numbers, where it is protected in the same way.
    counted.own.forEach((line, row) => {
      line.forEach((own, column) => {
        ownHigh[row * width + column] = own > 0 && own < minCell ? minCell - 1 : own;
      });
    });
  }
  const overlap = counted.rows.map((_, row) => frameOfRow(counted, row).overlap);
  return { rows, width, overlap, children, ownHigh };
}

/** What the reader knows of each cell before reckoning. */
function firstBounds({ counted, minCell, width, hidden, secret }: State): Bounds {
  const size = counted.counts.length * width;
  const bounds = { low: new Float64Array(size), high: new Float64Array(size) };
  counted.counts.forEach((line, row) => {
    line.forEach((count, column) => {
      const cell = row * width + column;
      const denominator = frameOfRow(counted, row).denominators[column] ?? 0;
      const inSmallColumn = isSmall(
        frameOfRow(counted, row).denominatorPeople[column] ?? 0,
        minCell,
      );
      const isLow = secret[row]?.[column] === true && !inSmallColumn && count < minCell;
      bounds.low[cell] = count;
      bounds.high[cell] = count;
      if (hidden[row]?.[column] !== true) return;
      // With a minimum of two, a secret cell can only be 1: there the protection is that it may not be the secret one.
      bounds.low[cell] = isLow && minCell > 2 ? 1 : 0;
      bounds.high[cell] = isLow ? Math.min(minCell - 1, denominator) : denominator;
    });
  });
  return bounds;
}

/** Hides one more cell for each row that gives something away. False when there is nothing to hide, or nothing left. */
function hideMore(state: State, ties: Ties): boolean {
  const before = firstBounds(state);
  const after = { low: before.low.slice(), high: before.high.slice() };
  narrow(after, ties);
  let hid = false;
  state.secret.forEach((line, row) => {
    const column = line.findIndex((secret, at) => {
      const cell = row * state.width + at;
      const known = after.low[cell] === after.high[cell] && before.low[cell] !== before.high[cell];
      return secret && known;
    });
    if (column < 0) return;
    const given = givenByCodeAbove(state, ties, before, after, row, column);
    hid = (given && hideAbove(state, row, column)) || hideInRow(state, row) || hid;
  });
  return hid;
}

/** Whether the code above, less its other sub-codes, says more of this cell than was known of it by itself. */
function givenByCodeAbove(
  { counted, width }: State,
  ties: Ties,
  before: Bounds,
  after: Bounds,
  row: number,
  column: number,
): boolean {
  const above = counted.rows[row]?.parentRow ?? -1;
  if (above < 0 || !(ties.children[above] ?? []).includes(row)) return false;
  let left = (after.low[above * width + column] ?? 0) - (ties.ownHigh[above * width + column] ?? 0);
  for (const sibling of ties.children[above] ?? []) {
    if (sibling !== row) left -= before.high[sibling * width + column] ?? 0;
  }
  return left > (before.low[row * width + column] ?? 0);
}

/** Hides this column's cell of the nearest code above that still shows it. */
function hideAbove(state: State, row: number, column: number): boolean {
  let above = state.counted.rows[row]?.parentRow ?? -1;
  while (above >= 0) {
    if (hide(state, above, column)) return true;
    above = state.counted.rows[above]?.parentRow ?? -1;
  }
  return false;
}

/**
 * Hides what costs the reader least and helps most: a total of nought, which says everything; otherwise the smallest
 * number; then a nought in a column where there could have been one; last the total.
 */
function hideInRow(state: State, row: number): boolean {
  const { counted, width } = state;
  const line = counted.counts[row] ?? [];
  const total = width - 1;
  if (line[total] === 0 && hide(state, row, total)) return true;
  const shown = line
    .map((count, column) => ({ count, column }))
    .filter(({ column }) => column !== total && state.hidden[row]?.[column] === false)
    .filter(({ column }) => (frameOfRow(counted, row).denominators[column] ?? 0) > 0)
    .sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.count - b.count);
  return hide(state, row, shown[0]?.column ?? total);
}

/** False when it was hidden before. */
function hide(state: State, row: number, column: number): boolean {
  const line = state.hidden[row];
  if (!line || line[column] !== false) return false;
  line[column] = true;
  return true;
}
