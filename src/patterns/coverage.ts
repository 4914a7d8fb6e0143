import type { Reader, Words } from '../analysis/index.ts';
import type { TreeRow } from '../domain/crosstab/tree.ts';
import { coverage, type Covered, type CoverageSource } from '../domain/patterns/index.ts';
import {
  isSmall,
  keptOfWhole,
  loadMaterial,
  type Chosen,
  type LeftOut,
  type Material,
} from './material.ts';
import { loadStretches } from './stretches.ts';

export interface CoverageRow extends TreeRow {
  /** Null where too few respondents stand behind the code. */
  covered: Covered | null;
}

export interface CoverageTable {
  rows: readonly CoverageRow[];
  whole: Covered;
  sources: number;
  minCell: number;
  leftOut: LeftOut;
}

/** How much of the text each code covers, with its sub-codes: of all sources that count, coded or not. */
export const countCoverage = (
  reader: Reader,
  chosen: Chosen,
  naming: Words,
): Promise<CoverageTable> =>
  keptOfWhole(reader, 'coverage', chosen, async () => {
    const material = await loadMaterial(reader, 'all', chosen, naming);
    const sources = await sourcesOf(reader, material);
    const { rows: covered, whole } = coverage(material.rows.length, sources);
    const people = peopleByRow(material);
    return {
      rows: material.rows.map((row, at) => {
        const found = covered[at] ?? null;
        const behind = people[at]?.size ?? 0;
        const hidden = isSmall(behind, behind, material.minCell);
        return { ...row, covered: hidden ? null : found };
      }),
      whole,
      sources: sources.length,
      minCell: material.minCell,
      leftOut: material.leftOut,
    };
  });

/** The rows a code counts for: its own and those above it. */
function linesOf(rows: readonly TreeRow[]): ReadonlyMap<number, readonly number[]> {
  const lines: number[][] = [];
  rows.forEach((row, at) => lines.push([at, ...(lines[row.parentRow] ?? [])]));
  return new Map(rows.map((row, at) => [row.codeId, lines[at] ?? []]));
}

function peopleByRow({ rows, codings, peopleOf }: Material): Set<number>[] {
  const lines = linesOf(rows);
  const people = rows.map(() => new Set<number>());
  for (const coding of codings) {
    for (const at of lines.get(coding.codeId) ?? []) {
      for (const person of peopleOf(coding)) people[at]?.add(person);
    }
  }
  return people;
}

async function sourcesOf(reader: Reader, material: Material): Promise<CoverageSource[]> {
  const { rows, codings, sources, isOther } = material;
  const texts = await reader.db
    .selectFrom('source')
    .select(['id', 'length'])
    .where('project_id', '=', reader.projectId)
    .execute();
  const lengths = new Map(texts.map(({ id, length }) => [id, length]));
  const stretches = await loadStretches(reader);
  const lines = linesOf(rows);
  const bySource = new Map<number, CoverageSource['passages'][number][]>();
  for (const { sourceId, codeId, start, end } of codings) {
    const own = bySource.get(sourceId) ?? [];
    bySource.set(sourceId, own);
    for (const row of lines.get(codeId) ?? []) own.push({ row, start, end });
  }
  return sources.map(({ id, interviewId }) => ({
    length: lengths.get(id) ?? 0,
    segments: (stretches.get(id) ?? []).map((stretch) => ({
      ...stretch,
      said:
        interviewId !== null &&
        !stretch.isInterviewer &&
        !isOther(interviewId, stretch.respondentId),
    })),
    passages: bySource.get(id) ?? [],
  }));
}
