import type { Choices } from '../../views/analysis/types.ts';
import { behindCell, type Behind, type Cell } from '../domain/crosstab/behind.ts';
import { crosstab, type Crosstab } from '../domain/crosstab/crosstab.ts';
import type { Classification, CountOptions, Study } from '../domain/crosstab/study.ts';
import { getSettings } from '../projects/index.ts';
import { loadColumns, sourceColumns, type Columns } from './columns.ts';
import { loadAsked } from './asked.ts';
import {
  loadAnswers,
  loadCodes,
  loadCodings,
  loadInterviews,
  loadSources,
  questionNumbers,
  type Coding,
  type Reader,
} from './study.ts';

export interface Themes {
  study: Study<Coding>;
  by: Classification;
  options: CountOptions & { minCell: number };
  table: Crosstab;
  /** The project's own minimum, which the choices may have set aside. */
  projectMinCell: number;
  /** Interviews planned or cancelled, which count nowhere. */
  notHeld: number;
  /** Interviews left out because consent was withdrawn. */
  withdrawn: number;
  /** Codings of the interviewer's words alone, left out when only respondents' words count. */
  asked: number;
  /** Respondents in the denominators who were erased. */
  erased: number;
}

const NO_COLUMNS: readonly string[] = [];

/**
 * Codes by a classification, counted from what the database holds now. Reads every coding of the project: a count of
 * part of them would be wrong.
 * @throws NotFound `analysis.noVariable`
 */
export async function countThemes(
  reader: Reader,
  choices: Choices,
  words: { notGiven: string },
): Promise<Themes> {
  const settings = await getSettings(reader);
  const [{ held, notHeld, withdrawn }, sources, codes] = await Promise.all([
    loadInterviews(reader),
    loadSources(reader),
    loadCodes(reader),
  ]);
  const all = await loadCodings(reader, sources, held);
  const isAsked = choices.words === 'all' ? null : await loadAsked(reader);
  const codings = isAsked === null ? all : all.filter((coding) => !isAsked(coding));
  const options = {
    unit: choices.count,
    over: choices.over,
    questionIds: await newestQuestions(reader, choices),
    withSubcodes: !choices.own,
    countDebriefs: settings.counts_debriefs === 1,
    minCell: choices.minCell ?? settings.min_cell,
  };
  const columns: Columns =
    choices.by === 'source'
      ? { classification: sourceColumns(sources, held, options), ofRespondent: new Map() }
      : await loadColumns(reader, choices.by, words);
  const respondentIds = new Set(held.flatMap((interview) => interview.respondentIds));
  const study: Study<Coding> = {
    codes,
    codings,
    interviews: held,
    sources,
    respondents: [...respondentIds].map((id) => ({
      id,
      columns: columns.ofRespondent.get(id) ?? NO_COLUMNS,
    })),
    answers: choices.over === 'asked' ? await loadAnswers(reader) : [],
  };
  const by = columns.classification;
  return {
    study,
    by,
    options,
    table: crosstab(study, by, options),
    projectMinCell: settings.min_cell,
    notHeld,
    withdrawn,
    asked: all.length - codings.length,
    erased: await countErased(reader, respondentIds),
  };
}

/** How many of these respondents were erased. */
async function countErased(
  { db, projectId }: Reader,
  respondentIds: ReadonlySet<number>,
): Promise<number> {
  const rows = await db
    .selectFrom('respondent')
    .select('id')
    .where('project_id', '=', projectId)
    .where('erased_at', 'is not', null)
    .execute();
  return rows.filter(({ id }) => respondentIds.has(id)).length;
}

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
  return {
    codeId: row.codeId,
    name: row.name,
    path: row.path,
    column: table.columns[at]?.label ?? null,
    behind: value === null ? null : behindCell(study, by, options, cell),
  };
}
