import type { Trx, VariableType } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { foldName } from '../domain/names.ts';
import { readValue } from '../domain/register/index.ts';
import type { ChangeWriter } from '../history/index.ts';

export interface Variable {
  id: number;
  name: string;
  type: VariableType;
  options: string[];
  /** Of a number: where its classes begin anew in tables; empty for equal ones. */
  bounds: number[];
}

/** The project's variables in their order; at most 200. */
export async function listVariables(db: Trx | Ctx['db'], projectId: number): Promise<Variable[]> {
  const rows = await db
    .selectFrom('variable')
    .select(['id', 'name', 'type', 'options', 'bounds'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...row,
    options: JSON.parse(row.options) as string[],
    bounds: JSON.parse(row.bounds) as number[],
  }));
}

export const VARIABLE_TYPES = [
  'text',
  'number',
  'date',
  'boolean',
  'list',
] as const satisfies VariableType[];

/** The name of the form field that holds a variable's value. */
export const valueField = (variableId: number): string => `value-${variableId}`;

/**
 * Values as the database keeps them, by the variable's id.
 * @param values texts by the variable's name
 * @throws Invalid `respondents.value` beside the variable's field, `respondents.noSuchVariable`
 */
export async function readValues(
  trx: Trx,
  ctx: Ctx,
  values: Readonly<Record<string, string>>,
): Promise<Map<number, string>> {
  const read = new Map<number, string>();
  if (Object.keys(values).length === 0) return read;
  const variables = new Map(
    (await listVariables(trx, ctx.projectId)).map((v) => [foldName(v.name), v]),
  );
  const { date_order } = await trx
    .selectFrom('project')
    .select('date_order')
    .where('id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
  for (const [name, text] of Object.entries(values)) {
    const variable = variables.get(foldName(name));
    if (!variable) throw new Invalid('respondents.noSuchVariable', { name });
    const reading = readValue(variable, text, date_order);
    if (!reading.ok)
      throw new Invalid(
        'respondents.value',
        { name, text, type: variable.type, options: variable.options.join(', ') },
        valueField(variable.id),
      );
    read.set(variable.id, reading.value);
  }
  return read;
}

/** Sets values as part of another change; '' takes one away. */
export async function writeValues(
  w: ChangeWriter,
  respondentId: number,
  values: ReadonlyMap<number, string>,
): Promise<void> {
  if (values.size === 0) return;
  const rows = await w.trx
    .selectFrom('respondent_value')
    .select(['id', 'variable_id'])
    .where('respondent_id', '=', respondentId)
    .execute();
  const existing = new Map(rows.map((row) => [row.variable_id, row.id]));
  for (const [variableId, value] of values) {
    const row = existing.get(variableId);
    if (row !== undefined && value === '') await w.remove('respondent_value', row);
    else if (row !== undefined) await w.update('respondent_value', row, { value });
    else if (value !== '')
      await w.insert('respondent_value', {
        respondent_id: respondentId,
        variable_id: variableId,
        value,
      });
  }
}

/** All values of a respondent as one text, to tell whether someone changed one in the meantime. */
export async function valuesSeen(db: Trx | Ctx['db'], respondentId: number): Promise<string> {
  const rows = await db
    .selectFrom('respondent_value')
    .select(['variable_id', 'value'])
    .where('respondent_id', '=', respondentId)
    .orderBy('variable_id')
    .execute();
  return JSON.stringify(rows.map((row) => [row.variable_id, row.value]));
}
