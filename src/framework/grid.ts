import { WHOLE } from '../../views/analysis/address.ts';
import type { Reader, Words } from '../analysis/index.ts';
import type { TreeRow } from '../domain/crosstab/tree.ts';
import { cellKey, stateOf, type CellState } from '../domain/framework/grid.ts';
import type { Choices } from '../../views/framework/types.ts';
import { loadMaterial, type Material } from '../patterns/index.ts';
import { codedSince, summariesUnder, type Standing } from './queries.ts';
import { respondentsShown, type ShownRespondent } from './respondents.ts';

/** Who reads, with the words for what is not given. */
export interface GridReader extends Reader {
  naming: Words;
}

/** Columns at once; more cannot be read beside each other. */
export const MOST_COLUMNS = 8;

export interface GridCell {
  codeId: number;
  state: CellState;
  summary: Standing | null;
}

export interface GridRow {
  respondent: ShownRespondent;
  respondentId: number;
  cells: GridCell[];
}

export interface Grid {
  /** Codes over the columns, in the order of the codebook. */
  columns: TreeRow[];
  /** Respondents that the choices leave, in the order of their references. */
  rows: GridRow[];
  /** Every theme, or the codes chosen: of how many the columns are a part. */
  from: number;
  of: number;
  /** The codebook, to choose from. */
  codes: readonly TreeRow[];
  material: Material;
  /** The columns that a coding of a code stands in, by the code's id. */
  under: Under;
  /** Everyone who can have a row, whatever the choices leave. */
  everyone: ShownRespondent[];
}

/**
 * The grid that the choices ask for: how each of its cells stands. Reads every coding of the project (once for each state
 * of it), and of the summaries all but the words.
 * @param all every theme, or every code chosen, however many
 */
export async function loadGrid(
  reader: GridReader,
  choices: Choices,
  { all = false }: { all?: boolean } = {},
): Promise<Grid> {
  const material = await loadMaterial(reader, 'all', { filter: WHOLE, minCell: 0 }, reader.naming);
  const wanted = material.rows.filter(({ codeId, depth }) =>
    choices.codes.length === 0 ? depth === 0 : choices.codes.includes(codeId),
  );
  const from = all || choices.from >= wanted.length ? 0 : choices.from;
  const columns = all ? wanted : wanted.slice(from, from + MOST_COLUMNS);
  const under = codesUnder(material, columns, choices);
  const summaries = await summariesUnder(
    reader,
    columns.map(({ codeId }) => codeId),
  );
  const everyone = await respondentsShown(reader, material.interviews);
  const shown = everyone.filter(
    ({ groupId, regionId }) =>
      (choices.group === null || choices.group === groupId) &&
      (choices.region === null || choices.region === regionId),
  );
  const passages = cellsWith(material, material.codings, under);
  const newer = await newerCells(reader, material, { under, summaries });
  const rows = shown.map((respondent) => ({
    respondent,
    respondentId: respondent.id,
    cells: columns.map(({ codeId }) => {
      const key = cellKey(respondent.id, codeId);
      const summary = summaries.get(key) ?? null;
      const facts = { hasPassages: passages.has(key), hasSummary: summary !== null };
      return { codeId, summary, state: stateOf({ ...facts, hasNewer: newer.has(key) }) };
    }),
  }));
  const { state } = choices;
  return {
    columns,
    from,
    of: wanted.length,
    codes: material.rows,
    material,
    under,
    everyone,
    rows:
      state === null
        ? rows
        : rows.filter(({ cells }) => cells.some((cell) => cell.state === state)),
  };
}

/** The columns that a coding of a code stands in, by the code's id. */
type Under = ReadonlyMap<number, readonly number[]>;

/** A code and, unless only its own passages are asked for, those below it. */
export function codesOf({ rows }: Material, codeId: number, own: boolean): ReadonlySet<number> {
  const found = new Set([codeId]);
  if (own) return found;
  const top = rows.findIndex((row) => row.codeId === codeId);
  const depth = rows[top]?.depth ?? 0;
  for (const row of rows.slice(top + 1)) {
    if (row.depth <= depth) break;
    found.add(row.codeId);
  }
  return found;
}

function codesUnder(material: Material, columns: readonly TreeRow[], { own }: Choices): Under {
  const under = new Map<number, number[]>();
  for (const { codeId } of columns)
    for (const id of codesOf(material, codeId, own)) {
      const known = under.get(id);
      if (known) known.push(codeId);
      else under.set(id, [codeId]);
    }
  return under;
}

/** The cells that codings stand in. */
function cellsWith(
  { peopleOf }: Pick<Material, 'peopleOf'>,
  codings: Material['codings'],
  under: Under,
): Set<string> {
  const cells = new Set<string>();
  for (const coding of codings)
    for (const cell of cellsOf({ material: { peopleOf }, under }, coding)) cells.add(cell);
  return cells;
}

/** The cells that one coding stands in. */
export function cellsOf(
  { material, under }: { material: Pick<Material, 'peopleOf'>; under: Under },
  coding: Material['codings'][number],
): string[] {
  const columns = under.get(coding.codeId);
  if (columns === undefined) return [];
  return material
    .peopleOf(coding)
    .flatMap((person) => columns.map((codeId) => cellKey(person, codeId)));
}

/** The cells with a passage that was coded after those were read that their summary sums up. */
async function newerCells(
  reader: Reader,
  material: Material,
  { under, summaries }: { under: Under; summaries: ReadonlyMap<string, Standing> },
): Promise<Set<string>> {
  const seen = [...summaries.values()].map(({ seenAt }) => seenAt);
  const cells = new Set<string>();
  if (seen.length === 0) return cells;
  const oldest = seen.reduce((one, other) => (one < other ? one : other));
  const coded = await codedSince(reader, [...under.keys()], oldest);
  for (const coding of material.codings) {
    const at = coded.get(coding.id);
    if (at === undefined) continue;
    for (const cell of cellsOf({ material, under }, coding)) {
      const summary = summaries.get(cell);
      if (summary !== undefined && summary.seenAt < at) cells.add(cell);
    }
  }
  return cells;
}
