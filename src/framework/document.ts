import type { Choices } from '../../views/framework/types.ts';
import type { DocumentCell, DocumentSection } from '../../views/framework/document-types.ts';
import { loadNames, loadTexts, type Coding, type Reader } from '../analysis/index.ts';
import { cellKey } from '../domain/framework/grid.ts';
import { grouped } from '../patterns/index.ts';
import { cellsOf, loadGrid, type Grid, type GridReader } from './grid.ts';
import { bodiesOf, namedIn } from './queries.ts';
import type { DocumentOrder } from './forms.ts';

/** Sources whose texts are in memory at once. */
const TEXTS = 50;

/** The whole grid as it leaves: every respondent and code that the choices leave, with every word. */
export interface WholeGrid {
  grid: Grid;
  /** By the summary's id. */
  bodies: ReadonlyMap<number, string>;
  /** By the cell; null when they were not asked for. */
  passages: ReadonlyMap<string, DocumentCell['passages']> | null;
}

export async function wholeGrid(
  reader: GridReader,
  choices: Choices,
  { withPassages }: { withPassages: boolean },
): Promise<WholeGrid> {
  const grid = await loadGrid(reader, choices, { all: true });
  const ids = grid.rows.flatMap(({ cells }) => cells.flatMap(({ summary }) => summary?.id ?? []));
  return {
    grid,
    bodies: await bodiesOf(reader, ids),
    passages: withPassages ? await passagesByCell(reader, grid) : null,
  };
}

/** The passages of every cell, in the order of sources and text. Reads the texts a few at a time. */
async function passagesByCell(reader: Reader, grid: Grid) {
  const codings = grid.material.codings.filter(({ codeId }) => grid.under.has(codeId));
  const { sources, interviews } = await loadNames(reader);
  const words = await wordsOf(reader, codings);
  const byCell = new Map<string, Coding[]>();
  for (const coding of codings)
    for (const cell of cellsOf(grid, coding)) {
      const known = byCell.get(cell);
      if (known) known.push(coding);
      else byCell.set(cell, [coding]);
    }
  const found = new Map<string, DocumentCell['passages']>();
  for (const [cell, own] of byCell)
    found.set(
      cell,
      grouped(own, grid.material).map(({ sourceId, codings: [first] }) => {
        const interview = interviews.get(first?.interviewId ?? 0);
        const source = sources.get(sourceId) ?? '';
        return {
          text: words.get(first?.id ?? 0) ?? '',
          place:
            interview === undefined || interview === source ? source : `${source}, ${interview}`,
        };
      }),
    );
  return found;
}

/** What each coding covers, by its id. */
async function wordsOf(
  reader: Reader,
  codings: readonly Coding[],
): Promise<ReadonlyMap<number, string>> {
  const bySource = new Map<number, Coding[]>();
  for (const coding of codings) {
    const own = bySource.get(coding.sourceId);
    if (own) own.push(coding);
    else bySource.set(coding.sourceId, [coding]);
  }
  const ids = [...bySource.keys()];
  const words = new Map<number, string>();
  for (let at = 0; at < ids.length; at += TEXTS) {
    const texts = await loadTexts(reader, ids.slice(at, at + TEXTS));
    for (const [sourceId, text] of texts)
      for (const { id, start, end } of bySource.get(sourceId) ?? [])
        words.set(id, text.slice(start, end));
  }
  return words;
}

/** The grid as it is read: a section for each respondent with the codes in it, or the other way round. */
export function sectionsOf({ grid, bodies, passages }: WholeGrid, by: DocumentOrder) {
  const { rows, columns } = grid;
  const cellOf = (row: Grid['rows'][number], at: number, title: string): DocumentCell => {
    const { state, summary, codeId } = row.cells[at] ?? NOTHING;
    return {
      title,
      state,
      body: bodies.get(summary?.id ?? 0) ?? '',
      passages: passages?.get(cellKey(row.respondentId, codeId)) ?? [],
    };
  };
  if (by === 'respondent')
    return rows.map((row): DocumentSection => ({
      title: row.respondent.reference,
      facts: factsOf(row),
      cells: columns.map(({ path }, at) => cellOf(row, at, path)),
    }));
  return columns.map(({ path }, at): DocumentSection => ({
    title: path,
    facts: '',
    cells: rows.map((row) =>
      cellOf(
        row,
        at,
        [row.respondent.reference, factsOf(row)].filter((one) => one !== '').join(', '),
      ),
    ),
  }));
}

const NOTHING = { state: 'empty', summary: null, codeId: 0 } as const;

const factsOf = ({ respondent: { group, region } }: Grid['rows'][number]): string =>
  [group, region].filter((fact) => fact !== null).join(', ');

/** The names behind the choices, as the document says them. */
export async function saidChoices(reader: Reader, choices: Choices, { columns }: Grid) {
  const { groups, regions } = await namedIn(reader);
  return {
    codes: choices.codes.length === 0 ? null : columns.map(({ path }) => path),
    group: groups.find(({ id }) => id === choices.group)?.name ?? null,
    region: regions.find(({ id }) => id === choices.region)?.name ?? null,
    own: choices.own,
    state: choices.state,
  };
}
