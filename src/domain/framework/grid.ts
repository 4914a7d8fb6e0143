/**
 * How a cell of the framework grid stands: nothing coded and nothing written; passages and no summary yet; written; or
 * written before some of its passages were coded.
 */
export const CELL_STATES = ['empty', 'waiting', 'written', 'newer'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What says how a cell stands. */
export interface CellFacts {
  hasPassages: boolean;
  hasSummary: boolean;
  /** A passage was coded after those were read that the summary sums up. */
  hasNewer: boolean;
}

export function stateOf({ hasPassages, hasSummary, hasNewer }: CellFacts): CellState {
  if (!hasSummary) return hasPassages ? 'waiting' : 'empty';
  return hasNewer ? 'newer' : 'written';
}

export interface CellAt {
  respondentId: number;
  codeId: number;
}

/** A row of the grid as one walks it. */
export interface WalkedRow {
  respondentId: number;
  /** In the order of the columns. */
  cells: readonly { codeId: number; state: CellState }[];
}

/**
 * The cells before and after one, row by row. With a state, only cells in that state are walked; where one stands need not
 * be one of them, since writing changes it.
 */
export function neighbours(
  rows: readonly WalkedRow[],
  at: CellAt,
  only: CellState | null,
): { previous: CellAt | null; next: CellAt | null } {
  const walked = rows.flatMap(({ respondentId, cells }) =>
    cells.map(({ codeId, state }) => ({ respondentId, codeId, state })),
  );
  const here = walked.findIndex(
    ({ respondentId, codeId }) => respondentId === at.respondentId && codeId === at.codeId,
  );
  if (here < 0) return { previous: null, next: null };
  const isWalked = ({ state }: { state: CellState }) => only === null || state === only;
  const cell = (found: CellAt | undefined): CellAt | null =>
    found ? { respondentId: found.respondentId, codeId: found.codeId } : null;
  return {
    previous: cell(walked.slice(0, here).findLast(isWalked)),
    next: cell(walked.slice(here + 1).find(isWalked)),
  };
}

/** Code units of a summary that its cell shows. */
const BEGINNING = 160;

/** How a summary begins, as one line and cut between words. */
export function beginningOf(body: string): { text: string; isCut: boolean } {
  const line = body.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= BEGINNING) return { text: line, isCut: false };
  const cut = line.slice(0, BEGINNING);
  const space = cut.lastIndexOf(' ');
  // Half of a pair of surrogates is no letter.
  const text = space > BEGINNING / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return { text, isCut: true };
}

/** A cell as the key of a map. */
export const cellKey = (respondentId: number, codeId: number): string =>
  `${respondentId} ${codeId}`;
