import type { VariableType } from '../../db/schema.ts';
import type { By } from '../../views/analysis/types.ts';
import { NotFound } from '../domain/errors.ts';
import type { Classification, ColumnName, CountOptions } from '../domain/crosstab/study.ts';
import type { HeldInterview, Reader } from './study.ts';

export interface Columns {
  classification: Classification;
  /** Keys of the columns of each respondent; those without one are not in it. */
  ofRespondent: ReadonlyMap<number, readonly string[]>;
}

interface SourceLine {
  id: number;
  interviewId: number | null;
  name: string;
}

/** Words that the caller has from the messages. */
interface Words {
  notGiven: string;
}

/**
 * The columns of a table by one of the classifications.
 * @throws NotFound `analysis.noVariable` when the project has no such variable
 */
export async function loadColumns(
  reader: Reader,
  by: Exclude<By, 'source'>,
  words: Words,
): Promise<Columns> {
  if (by === 'group') return namedColumns(reader, 'respondent_group', 'group_id', words);
  if (by === 'region') return namedColumns(reader, 'region', 'region_id', words);
  if (by.startsWith('document-'))
    return documentColumns(reader, Number(by.slice('document-'.length)), words);
  return variableColumns(reader, Number(by.slice('variable-'.length)), words);
}

/** Groups or regions in the project's order; those that no respondent has are left out. */
async function namedColumns(
  { db, projectId }: Reader,
  table: 'respondent_group' | 'region',
  column: 'group_id' | 'region_id',
  { notGiven }: Words,
): Promise<Columns> {
  const names = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('respondent')
    .select(['id', `${column} as key`])
    .where('project_id', '=', projectId)
    .where(column, 'is not', null)
    .execute();
  const used = new Set(rows.map((row) => row.key));
  const columns = names
    .filter(({ id }) => used.has(id))
    .map(({ id, name }) => ({ key: String(id), label: name }));
  return {
    classification: { by: 'respondent', columns, notGiven },
    ofRespondent: new Map(rows.map((row) => [row.id, [String(row.key)]])),
  };
}

async function variableColumns(
  { db, projectId }: Reader,
  variableId: number,
  { notGiven }: Words,
): Promise<Columns> {
  const variable = await db
    .selectFrom('variable')
    .select(['id', 'type', 'options'])
    .where('project_id', '=', projectId)
    .where('id', '=', variableId)
    .executeTakeFirst();
  if (!variable) throw new NotFound('analysis.noVariable', { name: variableId });
  const rows = await db
    .selectFrom('respondent_value')
    .select(['respondent_id', 'value'])
    .where('variable_id', '=', variableId)
    .where('value', '<>', '')
    .execute();
  const values = inOrder(
    [...new Set(rows.map((row) => row.value))],
    variable.type,
    variable.options,
  );
  return {
    classification: {
      by: 'respondent',
      columns: values.map((value) => ({ key: keyOf(value), label: value })),
      notGiven,
    },
    ofRespondent: new Map(rows.map((row) => [row.respondent_id, [keyOf(row.value)]])),
  };
}

/** Values of a variable of sources; documents fall where theirs is. */
async function documentColumns(
  { db, projectId }: Reader,
  variableId: number,
  { notGiven }: Words,
): Promise<Columns> {
  const variable = await db
    .selectFrom('source_variable')
    .select(['type', 'options'])
    .where('project_id', '=', projectId)
    .where('id', '=', variableId)
    .executeTakeFirst();
  if (!variable) throw new NotFound('analysis.noVariable', { name: variableId });
  const rows = await db
    .selectFrom('source_value as v')
    .innerJoin('source as s', 's.id', 'v.source_id')
    .select(['v.source_id', 'v.value'])
    .where('v.variable_id', '=', variableId)
    .where('s.interview_id', 'is', null)
    .execute();
  const values = inOrder(
    [...new Set(rows.map((row) => row.value))],
    variable.type,
    variable.options,
  );
  const columns = values.map((value) => ({ key: keyOf(value), label: value }));
  const ofSource = new Map(rows.map((row) => [row.source_id, [keyOf(row.value)]]));
  return {
    classification: { by: 'document', columns, notGiven, ofSource },
    ofRespondent: new Map(),
  };
}

/** Values are people's words: the sign before them keeps them apart from what an address says itself. */
const keyOf = (value: string): string => `=${value}`;

/** Options as the project lists them, numbers by size, everything else by the alphabet (dates are ISO 8601). */
function inOrder(values: readonly string[], type: VariableType, options: string): string[] {
  if (type === 'number') return values.toSorted((a, b) => Number(a) - Number(b));
  const sorted = values.toSorted((a, b) => a.localeCompare(b, 'en'));
  if (type === 'boolean') return sorted.toReversed();
  if (type !== 'list') return sorted;
  const listed = (JSON.parse(options) as string[]).filter((option) => values.includes(option));
  return [...listed, ...sorted.filter((value) => !listed.includes(value))];
}

/** A column for each source in which something can be counted: documents only where passages are, no debriefs. */
export function sourceColumns(
  sources: readonly SourceLine[],
  interviews: readonly HeldInterview[],
  { unit, over, countDebriefs }: CountOptions,
): Classification {
  const counted = new Set(
    interviews.filter((one) => countDebriefs || !one.isDebrief).map((one) => one.id),
  );
  const countsDocuments = (unit === 'passages' || unit === 'documents') && over === 'all';
  const columns: ColumnName[] = sources
    .filter(({ interviewId }) =>
      interviewId === null ? countsDocuments : unit !== 'documents' && counted.has(interviewId),
    )
    .map(({ id, name }) => ({ key: String(id), label: name }));
  return { by: 'source', columns };
}
