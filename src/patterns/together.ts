import type { Coding, Reader, Words } from '../analysis/index.ts';
import type { TreeRow } from '../domain/crosstab/tree.ts';
import {
  jaccard,
  togetherInText,
  togetherInUnits,
  type CodedUnit,
  type RowPassage,
  type Together,
} from '../domain/patterns/index.ts';
import type { TogetherChoices, TogetherPair } from '../../views/patterns/types.ts';
import {
  isSmall,
  keptOfWhole,
  loadMaterial,
  type Chosen,
  type LeftOut,
  type Material,
} from './material.ts';
import { loadStretches, touched } from './stretches.ts';

export interface TogetherTable {
  /** The codes that were used, in the order of the tree. */
  rows: readonly TreeRow[];
  together: Together;
  minCell: number;
  leftOut: LeftOut;
}

/** Where a code stands among the rows of a table; -1 for a code that is in none. */
export type RowOf = (codeId: number) => number;

/** Codes that come together, reckoned once for each state of the project. */
export const countTogether = (
  reader: Reader,
  choices: TogetherChoices & Chosen,
  naming: Words,
): Promise<TogetherTable> => {
  const name = `together ${choices.within} ${choices.level} ${choices.words}`;
  return keptOfWhole(reader, name, choices, async () => {
    const material = await loadMaterial(reader, choices.words, choices, naming);
    const { rows, rowOf } = usedRows(material, choices.level);
    const together =
      choices.within === 'passage'
        ? togetherInText(rows.length, passagesBySource(material, rowOf))
        : togetherInUnits(rows.length, await unitsOf(reader, material, choices.within, rowOf));
    return { rows, together, minCell: material.minCell, leftOut: material.leftOut };
  });
};

/** The codes that were used, or their themes, and which of them each code counts for. */
export function usedRows(
  { rows, codings }: Material,
  level: TogetherChoices['level'],
): { rows: TreeRow[]; rowOf: RowOf } {
  const shown = new Map<number, TreeRow>();
  for (const row of rows) {
    const above = rows[row.parentRow];
    const theme = above === undefined ? row : (shown.get(above.codeId) ?? row);
    shown.set(row.codeId, level === 'themes' ? theme : row);
  }
  const used = new Set(codings.map(({ codeId }) => shown.get(codeId)));
  const kept = rows.filter((row) => used.has(row));
  const places = new Map(kept.map((row, at) => [row, at]));
  return {
    rows: kept,
    rowOf: (codeId) => {
      const row = shown.get(codeId);
      return row === undefined ? -1 : (places.get(row) ?? -1);
    },
  };
}

function passagesBySource({ codings, peopleOf }: Material, rowOf: RowOf): RowPassage[][] {
  const bySource = new Map<number, RowPassage[]>();
  for (const coding of codings) {
    const { sourceId, codeId, start, end } = coding;
    const passage = { row: rowOf(codeId), start, end, people: peopleOf(coding) };
    const own = bySource.get(sourceId);
    if (own) own.push(passage);
    else bySource.set(sourceId, [passage]);
  }
  return [...bySource.values()];
}

/** Segments, or interviews (and documents), each with the codes met in it and whose words those are. */
async function unitsOf(
  reader: Reader,
  { codings, peopleOf }: Material,
  within: 'segment' | 'interview',
  rowOf: RowOf,
): Promise<CodedUnit[]> {
  const units = new Map<number, { rows: Set<number>; people: Set<number> }>();
  const unitsOfCoding = within === 'interview' ? interviewOf : await segmentsOf(reader);
  for (const coding of codings) {
    for (const id of unitsOfCoding(coding)) {
      const unit = units.get(id) ?? { rows: new Set(), people: new Set() };
      units.set(id, unit);
      unit.rows.add(rowOf(coding.codeId));
      for (const person of peopleOf(coding)) unit.people.add(person);
    }
  }
  return [...units.values()].map(({ rows, people }) => ({ rows: [...rows], people: [...people] }));
}

/** A document stands as its negative id, so that it is no interview's. */
export const interviewOf = ({ interviewId, sourceId }: Coding): number[] => [
  interviewId ?? -sourceId,
];

/** Ids of the segments that a coding touches; one under a heading alone is in none. */
export async function segmentsOf(reader: Reader): Promise<(coding: Coding) => number[]> {
  const stretches = await loadStretches(reader);
  return (coding) => touched(stretches.get(coding.sourceId) ?? [], coding).map(({ id }) => id);
}

/** Two codes of a table; numbers are null where too few respondents stand behind them. */
export function pairAt({ rows, together, minCell }: TogetherTable, a: number, b: number) {
  const at = a * together.size + b;
  const count = together.counts[at] ?? 0;
  const hidden = isSmall(count, together.people[at] ?? 0, minCell);
  return {
    a: rows[a],
    b: rows[b],
    count: hidden ? null : count,
    jaccard: hidden ? null : jaccard(together, a, b),
  };
}

/** Every two codes that came together and may be shown, those that share most of what they have first. */
export function strongest(table: TogetherTable, most: number): TogetherPair[] {
  const pairs: TogetherPair[] = [];
  for (let a = 0; a < table.rows.length; a += 1) {
    for (let b = a + 1; b < table.rows.length; b += 1) {
      const pair = pairAt(table, a, b);
      if (!pair.count || pair.jaccard === null || !pair.a || !pair.b) continue;
      pairs.push({ a: pair.a, b: pair.b, count: pair.count, jaccard: pair.jaccard });
    }
  }
  return pairs.sort((x, y) => y.jaccard - x.jaccard || y.count - x.count).slice(0, most);
}

/** The part of the matrix that fits a page: the codes met most, in the order of the tree. */
export function matrixOf(table: TogetherTable, most: number) {
  const { rows, together } = table;
  const own = (at: number) => together.counts[at * together.size + at] ?? 0;
  const places = rows
    .map((_, at) => at)
    .sort((a, b) => own(b) - own(a) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
  return {
    rows: places.flatMap((at) => rows[at] ?? []),
    cells: places.map((a) =>
      places.map((b) => {
        const { count, jaccard: index } = pairAt(table, a, b);
        return count === null ? null : { count, jaccard: index };
      }),
    ),
  };
}
