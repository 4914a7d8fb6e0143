import type { Choices } from '../../views/analysis/types.ts';
import { behindCell, type Behind, type Cell } from '../domain/crosstab/behind.ts';
import { crosstab, type Crosstab, type CrosstabOptions } from '../domain/crosstab/crosstab.ts';
import { filterStudy } from '../domain/crosstab/filter.ts';
import type { Classification, Study } from '../domain/crosstab/study.ts';
import { themeOf } from '../domain/crosstab/tree.ts';
import { getSettings } from '../projects/index.ts';
import { loadAsked } from './asked.ts';
import { classificationOf, studyFilter } from './columns.ts';
import { loadFacets, type Facets, type Words } from './facets.ts';
import { oncePerState } from './kept.ts';
import {
  loadAnswers,
  loadCodes,
  loadCodings,
  loadInterviews,
  loadRespondents,
  loadSources,
  loadTies,
  questionNumbers,
  type Coding,
  type HeldInterview,
  type Reader,
} from './study.ts';
import { inQueries, withQueries, type Whole } from './query-facets.ts';
import { asGiven, withQueryRows } from './query-rows.ts';
import { loadUnder } from './under.ts';

/** A study as it is counted: what the choices leave of it. */
export interface Loaded {
  study: Study<Coding>;
  facets: Facets;
  held: readonly HeldInterview[];
  /** Interviews planned or cancelled, which count nowhere. */
  notHeld: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** Codings left out because they are not of the words that count: the interviewer's, or everyone else's. */
  asked: number;
  /** Respondents in the denominators who were erased. */
  erased: number;
  /** The whole project, of which the study is a part. */
  whole: Whole;
}

export interface Themes extends Loaded {
  by: Classification;
  options: CrosstabOptions;
  table: Crosstab;
  /** The project's own minimum, which the choices may have set aside. */
  projectMinCell: number;
}

/** The least that a file to be shared is protected by, where the project protects nothing. */
const TO_SHARE = 5;

/**
 * The minimum in force. A file marked to be shared is protected always: by the project's minimum, or by the usual one
 * where the project has none; a reader may ask for more.
 */
export const minimumOf = (chosen: number | null, ofProject: number, toShare = false): number => {
  const minimum = chosen ?? ofProject;
  return toShare ? Math.max(minimum, ofProject > 1 ? ofProject : TO_SHARE) : minimum;
};

/**
 * What the choices leave of the project: the filter, whose words. Every other table of analysis begins with it. Reads
 * every coding of the project (once for each state of it): a count of part of them would be wrong.
 * @throws NotFound `analysis.noVariable`
 */
export async function loadStudy(
  reader: Reader,
  choices: Pick<Choices, 'filter' | 'words' | 'over' | 'by' | 'and'>,
  words: Words,
): Promise<Loaded> {
  const [{ held, notHeld, withdrawn }, sources, codes, respondents, known] = await Promise.all([
    loadInterviews(reader),
    loadSources(reader),
    loadCodes(reader),
    loadRespondents(reader),
    loadFacets(reader, words),
  ]);
  const all = await loadCodings(reader, sources, held);
  const project: Whole = { codes, codings: all, facets: known, held, respondents };
  const { only } = choices.filter;
  const facets = await withQueries(reader, project, [
    choices.by,
    choices.and,
    ...only.map(({ facet }) => facet),
  ]);
  const spoken = await inWords(reader, all, choices.words);
  const queries = only.flatMap(({ facet, key }) => (facet === 'found' ? [Number(key)] : []));
  const isByQuestion = [choices.by, choices.and].includes('question');
  const needsUnder = isByQuestion || only.some(({ facet }) => facet === 'question');
  const needsAnswers = choices.over === 'asked' || choices.over === 'tied' || isByQuestion;
  const told = needsUnder ? await withQuestions(reader, spoken, choices.words) : spoken;
  const whole: Study<Coding> = {
    codes,
    codings: await inQueries(reader, project, told, queries),
    interviews: held,
    sources,
    respondents,
    answers: needsAnswers ? await loadAnswers(reader) : [],
  };
  const study = filterStudy(
    whole,
    studyFilter(facets, choices.filter, { respondents, interviews: held, sources }),
  );
  const heard = new Set(study.interviews.flatMap(({ respondentIds }) => respondentIds));
  return {
    study,
    facets,
    held,
    notHeld,
    withdrawn,
    asked: all.length - spoken.length,
    whole: project,
    erased: respondents.filter(({ id, erasedAt }) => erasedAt !== null && heard.has(id)).length,
  };
}

/** Those codings whose words count: the same list for one state of the project, since counting keeps what it groups. */
async function inWords(
  reader: Reader,
  codings: readonly Coding[],
  words: Choices['words'],
): Promise<readonly Coding[]> {
  if (words === 'all') return codings;
  return oncePerState(reader, `codings ${words}`, async () => {
    const isAsked = await loadAsked(reader);
    return codings.filter((coding) => isAsked(coding) === (words === 'interviewers'));
  });
}

const withQuestions = (
  reader: Reader,
  codings: readonly Coding[],
  words: Choices['words'],
): Promise<readonly Coding[]> =>
  oncePerState(reader, `codings ${words} by question`, async () => {
    const under = await loadUnder(reader);
    return codings.map((coding) => ({ ...coding, questionIds: under(coding) }));
  });

/**
 * Codes by a classification, counted from what the database holds now.
 * @param toShare whether it is for a file marked to be shared, which is protected always
 * @param theme only the codes of the theme that this code belongs to: no other theme hides a number of theirs. Not for
 *   passages, whose denominators are of all codes
 * @throws NotFound `analysis.noVariable`
 */
export async function countThemes(
  reader: Reader,
  choices: Choices,
  words: Words,
  { toShare = false, theme }: { toShare?: boolean; theme?: number } = {},
): Promise<Themes> {
  const settings = await getSettings(reader);
  const loaded = await loadStudy(reader, choices, words);
  const { facets, whole } = loaded;
  const study = await withQueryRows(reader, loaded.study, whole, choices.queryRows, words);
  const options: CrosstabOptions = {
    unit: choices.count,
    over: choices.over,
    questionIds: await newestQuestions(reader, choices),
    ties: choices.over === 'tied' ? await loadTies(reader) : new Map(),
    withSubcodes: !choices.own,
    countDebriefs: settings.counts_debriefs === 1,
    minCell: minimumOf(choices.minCell, settings.min_cell, toShare),
    dropsEmptyColumns: isFiltered(choices),
  };
  const counting = { options, sources: study.sources, interviews: study.interviews };
  const by = classificationOf(facets, choices, counting, words);
  const table = crosstab(theme === undefined ? study : ofTheme(study, theme), by, options);
  return { ...loaded, study, by, options, table, projectMinCell: settings.min_cell };
}

function ofTheme(study: Study<Coding>, codeId: number): Study<Coding> {
  const codes = themeOf(study.codes, codeId);
  const ids = new Set(codes.map(({ id }) => id));
  return { ...study, codes, codings: study.codings.filter((coding) => ids.has(coding.codeId)) };
}

export const isFiltered = ({ filter }: Pick<Choices, 'filter'>): boolean =>
  filter.only.length > 0 || filter.from !== '' || filter.to !== '';

async function newestQuestions(reader: Reader, { over, questions }: Choices): Promise<number[]> {
  if (over !== 'asked' || questions.length === 0) return [];
  const { byId } = await questionNumbers(reader);
  return questions.map((id) => byId.get(id) ?? id);
}

/** One number of a table, with what stands behind it. */
export interface OpenCell {
  codeId: number;
  name: string;
  path: string;
  /** The column's label; `null` for the total. */
  column: string | null;
  /** Nothing when the cell is protected. */
  behind: Behind<Coding> | null;
}

/** What stands behind a cell of the table, or null when the table has no such cell. */
export function openCell({ study, by, options, table }: Themes, cell: Cell): OpenCell | null {
  const row = table.rows.find((one) => one.codeId === cell.codeId);
  const at = table.columns.findIndex((column) => column.key === cell.column);
  if (!row || (cell.column !== null && at < 0)) return null;
  const value = cell.column === null ? row.total : row.cells[at];
  const column = table.columns[at];
  return {
    codeId: row.codeId,
    name: row.name,
    path: row.path,
    column: column ? [column.above ?? [], column.label].flat().join(', ') : null,
    behind: value === null ? null : asGiven(behindCell(study, by, options, cell)),
  };
}
