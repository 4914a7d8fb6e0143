import type { Words as Naming } from '../analysis/index.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadClassification, loadTexts, type Reader } from '../analysis/index.ts';
import { columnsOf, type Columns } from '../domain/crosstab/columns.ts';
import { NOT_GIVEN } from '../domain/crosstab/study.ts';
import { stopWords, WordCounter, type WordTable } from '../domain/patterns/index.ts';
import type { WordChoices } from '../../views/patterns/types.ts';
import { keptOfWhole, loadMaterial, type Chosen, type LeftOut, type Material } from './material.ts';
import { hiddenIn } from './protect.ts';
import { loadStretches, type Stretch } from './stretches.ts';

export interface SaidTable {
  columns: readonly { key: string; label: string; words: number }[];
  /** Words counted in all, stop words left out. */
  words: number;
  /** Distinct words, of which the rows are the most frequent. */
  distinct: number;
  /** Null where too few respondents said it, or where it would give such a number back. */
  rows: readonly { word: string; cells: readonly (number | null)[]; total: number | null }[];
  minCell: number;
  leftOut: LeftOut;
}

/** Letters a word must have. */
const SHORTEST = 2;

/**
 * How often words were said, by a classification of respondents. Interviews only: a document is nobody's speech. Texts are
 * read one at a time, and other requests come in between.
 */
export const countSaid = (
  reader: Reader,
  choices: WordChoices & Chosen,
  names: Naming,
): Promise<SaidTable> => {
  const { by, words, languages, most } = choices;
  const name = `words ${by} ${words} ${languages.join()} ${most}`;
  return keptOfWhole(reader, name, choices, async () => {
    const material = await loadMaterial(reader, 'all', choices, names);
    const columns = await columnsBy(reader, material, by, names);
    const counter = new WordCounter({
      columns: columns.keys.length,
      without: stopWords(languages),
      shortest: SHORTEST,
      most,
    });
    await readAloud(reader, material, words, (text, people) => {
      counter.add({ text, people, columns: columns.of({ ...NOWHERE, respondentIds: people }) });
    });
    return shown(counter.table(), columns, material);
  });
};

/** Words are counted by who says them, wherever. */
const NOWHERE = { sourceId: null, interviewId: null, questionIds: [] } as const;

async function columnsBy(
  reader: Reader,
  { interviews }: Material,
  by: WordChoices['by'],
  names: Naming,
): Promise<Columns> {
  const classification = await loadClassification(reader, by, names);
  const ids = new Set([...interviews.values()].flatMap((one) => one.respondentIds));
  const respondents = [...ids].map((id) => ({ id }));
  const study = { codes: [], codings: [], interviews: [], sources: [], answers: [], respondents };
  return columnsOf(study, classification);
}

/** Calls `said` with every turn of the interviews, and whose words it is. */
async function readAloud(
  reader: Reader,
  { interviews, sources, isOther }: Material,
  words: WordChoices['words'],
  said: (text: string, people: readonly number[]) => void,
): Promise<void> {
  const stretches = await loadStretches(reader);
  for (const { id, interviewId } of sources) {
    const all = interviewId === null ? undefined : interviews.get(interviewId)?.respondentIds;
    if (interviewId === null || all === undefined) continue;
    const text = (await loadTexts(reader, [id])).get(id) ?? '';
    for (const stretch of stretches.get(id) ?? []) {
      if (words === 'respondents' && stretch.isInterviewer) continue;
      if (isOther(interviewId, stretch.respondentId)) continue;
      const people = speakersIn(stretch, all);
      said(text.slice(stretch.bodyStart, stretch.end), people.length > 0 ? people : [-interviewId]);
    }
    await nextTurn();
  }
}

const speakersIn = ({ respondentId }: Stretch, all: readonly number[]): readonly number[] =>
  respondentId !== null && all.includes(respondentId) ? [respondentId] : all;

function shown(table: WordTable, columns: Columns, { minCell, leftOut }: Material): SaidTable {
  const hidden = hiddenIn(
    table.rows.map(({ cells, people }) => ({ cells, people })),
    { cells: table.words, people: table.people },
    minCell,
  );
  const total = columns.keys.length;
  const places = columns.keys
    .map((_, at) => at)
    .filter((at) => columns.keys[at] !== NOT_GIVEN || (table.words[at] ?? 0) > 0);
  return {
    columns: places.map((at) => ({
      key: columns.keys[at] ?? '',
      label: columns.labels[at] ?? '',
      words: table.words[at] ?? 0,
    })),
    words: table.words[total] ?? 0,
    distinct: table.distinct,
    rows: table.rows.map(({ word, cells }, row) => {
      const value = (at: number) => (hidden[row]?.[at] === true ? null : (cells[at] ?? 0));
      return { word, cells: places.map(value), total: value(total) };
    }),
    minCell,
    leftOut,
  };
}
