import { readsFromRight, type Fragment } from './pieces.ts';

/** A line of a page: one fragment, or the cells of a row in the order they are read. */
export interface Line {
  cells: Fragment[];
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Lines that follow each other in one column. */
export interface Column {
  lines: Line[];
  left: number;
  right: number;
}

/** Lines on each side of a gap that make it the gap between two columns. */
const LEAST_LINES = 4;
/** Narrower than this share of the two together is the first column of a table, not a column of text. */
const NARROWEST = 0.3;
/** Of its width, how much of a column its lines fill in the middle of them; cells of tables fill less. */
const FULL = 0.55;

/** The page in the order it is read: what crosses all columns parts it into bands, and in a band column follows column. */
export function columnsOf(fragments: readonly Fragment[]): Column[] {
  const gutter = gutterOf(fragments);
  if (gutter === null) return fragments.length === 0 ? [] : [oneColumn(fragments)];
  const isFromRight = readsFromRight(fragments.map(({ text }) => text).join(' '));
  const bands: Fragment[][] = [[]];
  const crosses = ({ x, right }: Fragment): boolean => x < gutter && right > gutter;
  let wasWide = false;
  for (const fragment of fragments) {
    const isWide = crosses(fragment);
    if (isWide !== wasWide && (bands.at(-1)?.length ?? 0) > 0) bands.push([]);
    bands.at(-1)?.push(fragment);
    wasWide = isWide;
  }
  return bands.flatMap((band) => {
    if (band.some(crosses)) return [oneColumn(band)];
    const halves = [band.filter(({ x }) => x < gutter), band.filter(({ x }) => x >= gutter)];
    // A third column is a gutter within a half.
    return (isFromRight ? halves.reverse() : halves).flatMap(columnsOf);
  });
}

/** Where the page falls in two columns; null when it does not. */
function gutterOf(fragments: readonly Fragment[]): number | null {
  if (fragments.length < LEAST_LINES * 2) return null;
  const left = Math.min(...fragments.map(({ x }) => x));
  const right = Math.max(...fragments.map((one) => one.right));
  const starts = [...new Set(fragments.map(({ x }) => Math.floor(x)))].sort((a, b) => a - b);
  let best: { at: number; crossed: number } | null = null;
  for (const start of starts) {
    const at = start - 1;
    const share = (at - left) / (right - left);
    if (share < NARROWEST || share > 1 - NARROWEST) continue;
    const crossed = fragments.filter((one) => one.x < at && one.right > at).length;
    if (best !== null && crossed >= best.crossed) continue;
    if (isGutter(fragments, at, crossed)) best = { at, crossed };
  }
  return best?.at ?? null;
}

function isGutter(fragments: readonly Fragment[], at: number, crossed: number): boolean {
  if (crossed > fragments.length / 2) return false;
  const before = fragments.filter((one) => one.right <= at);
  const after = fragments.filter((one) => one.x >= at);
  return [before, after].every((side) => side.length >= LEAST_LINES && isText(side));
}

/** Lines of text fill their column; cells, numbers and labels do not. */
function isText(side: readonly Fragment[]): boolean {
  const left = Math.min(...side.map(({ x }) => x));
  const right = Math.max(...side.map((one) => one.right));
  const widths = side.map((one) => one.right - one.x).sort((a, b) => a - b);
  return (widths[Math.floor(widths.length / 2)] ?? 0) > (right - left) * FULL;
}

function oneColumn(fragments: readonly Fragment[]): Column {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const isSame = row?.[0] !== undefined && Math.abs(row[0].y - fragment.y) < fragment.size * 0.35;
    if (isSame) row.push(fragment);
    else rows.push([fragment]);
  }
  const lines = rows.map(lineOf);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return {
    lines,
    left: Math.min(...lines.map(({ x }) => x)),
    // Not the longest, which may be a table or a line that could not be broken.
    right: rights[Math.ceil((rights.length - 1) * 0.95)] ?? 0,
  };
}

/** A mark of a list stands before its words, not in a cell of its own. */
const ITEM_MARK = /^(?:[•◦▪‣●○■□▸►·*–—-]|\(?(?:\d{1,3}|[a-z])[.)])$/u;

function lineOf(row: Fragment[]): Line {
  const cells = [...row].sort((a, b) => a.x - b.x);
  if (readsFromRight(cells.map(({ text }) => text).join(' '))) cells.reverse();
  const [mark, words] = cells;
  if (mark && words && ITEM_MARK.test(mark.text))
    cells.splice(0, 2, {
      ...words,
      x: Math.min(mark.x, words.x),
      right: Math.max(mark.right, words.right),
      text: `${mark.text} ${words.text}`,
    });
  return {
    cells,
    x: Math.min(...cells.map(({ x }) => x)),
    right: Math.max(...cells.map(({ right }) => right)),
    y: cells[0]?.y ?? 0,
    size: Math.max(...cells.map(({ size }) => size)),
  };
}
