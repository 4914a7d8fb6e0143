import type { Passage } from '../../views/analysis/types.ts';
import type { Choices } from '../../views/framework/types.ts';
import { loadNames, readPassages, type Coding } from '../analysis/index.ts';
import type { TreeRow } from '../domain/crosstab/tree.ts';
import { NotFound } from '../domain/errors.ts';
import { neighbours, stateOf, type CellAt, type CellState } from '../domain/framework/grid.ts';
import { grouped } from '../patterns/index.ts';
import { codesOf, loadGrid, type Grid, type GridReader } from './grid.ts';
import { codedSince, summaryOf } from './queries.ts';
import type { ShownRespondent } from './respondents.ts';

/** Passages on a page. */
export const PASSAGES = 50;

export interface CellPassage extends Passage {
  /** It was coded after those were read that the summary sums up. */
  isNew: boolean;
}

/** A cell to go to, with the names that say where it leads. */
export interface CellLink extends CellAt {
  reference: string;
  code: string;
}

export interface OpenCell {
  respondent: ShownRespondent;
  code: TreeRow;
  state: CellState;
  summary: Awaited<ReturnType<typeof summaryOf>>;
  passages: CellPassage[];
  passageCount: number;
  from: number;
  previous: CellLink | null;
  next: CellLink | null;
  withdrawn: number;
}

/**
 * One cell: its summary, a page of its passages, and where one goes from it.
 * @throws NotFound `framework.noCell` also for a respondent who was erased, or whose every interview was withdrawn
 */
export async function openCell(
  reader: GridReader,
  at: CellAt,
  choices: Choices,
  page: number,
): Promise<OpenCell> {
  const grid = await loadGrid(reader, choices);
  const respondent = grid.everyone.find(({ id }) => id === at.respondentId);
  const code = grid.codes.find(({ codeId }) => codeId === at.codeId);
  if (!respondent || !code) throw new NotFound('framework.noCell');
  const summary = await summaryOf(reader, at.respondentId, at.codeId);
  const codings = codingsIn(grid, at, choices.own);
  const newer =
    summary === null ? new Map() : await codedSince(reader, codesIn(codings), summary.seenAt);
  const isNew = (ids: readonly Coding[]): boolean => ids.some(({ id }) => newer.has(id));
  const all = grouped(codings, grid.material);
  const first = Math.min((page - 1) * PASSAGES, Math.max(0, all.length - 1));
  const part = all.slice(first, first + PASSAGES);
  const read = await readPassages(reader, part, await loadNames(reader));
  return {
    respondent,
    code,
    summary,
    state: stateOf({
      hasPassages: codings.length > 0,
      hasSummary: summary !== null,
      hasNewer: isNew(codings),
    }),
    passages: read.map((passage, n) => ({ ...passage, isNew: isNew(part[n]?.codings ?? []) })),
    passageCount: all.length,
    from: first + 1,
    ...linksFrom(grid, at, choices),
    withdrawn: grid.material.leftOut.withdrawn,
  };
}

const codesIn = (codings: readonly Coding[]): number[] => [
  ...new Set(codings.map(({ codeId }) => codeId)),
];

function codingsIn({ material }: Grid, { respondentId, codeId }: CellAt, own: boolean): Coding[] {
  const codes = codesOf(material, codeId, own);
  return material.codings.filter(
    (coding) => codes.has(coding.codeId) && material.peopleOf(coding).includes(respondentId),
  );
}

function linksFrom(grid: Grid, at: CellAt, { state }: Choices) {
  const { previous, next } = neighbours(grid.rows, at, state);
  const named = (cell: CellAt | null): CellLink | null => {
    if (cell === null) return null;
    const person = grid.everyone.find(({ id }) => id === cell.respondentId);
    const code = grid.columns.find(({ codeId }) => codeId === cell.codeId);
    return { ...cell, reference: person?.reference ?? '', code: code?.name ?? '' };
  };
  return { previous: named(previous), next: named(next) };
}
