import type { Trx, VariableType } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { readValue } from '../domain/register/index.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';

/** What can be said of a source that belongs to no interview: its kind of document, its year, its author. */
export interface SourceVariable {
  id: number;
  name: string;
  type: VariableType;
  /** Labels that a `list` allows. */
  options: string[];
}

export const VARIABLE_TYPES = [
  'list',
  'text',
  'number',
  'date',
  'boolean',
] as const satisfies VariableType[];

/** The project's variables of sources in their order; at most 200, which a menu can still show. */
export async function listSourceVariables(
  db: Trx | Ctx['db'],
  projectId: number,
): Promise<SourceVariable[]> {
  const rows = await db
    .selectFrom('source_variable')
    .select(['id', 'name', 'type', 'options'])
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, options: JSON.parse(row.options) as string[] }));
}

/** How many sources have a value of each variable. */
export async function countSourceValues({ db, projectId }: Pick<Ctx, 'db' | 'projectId'>) {
  const rows = await db
    .selectFrom('source_value as v')
    .innerJoin('source_variable as d', 'd.id', 'v.variable_id')
    .select((eb) => ['v.variable_id as id', eb.fn.countAll<number>().as('n')])
    .where('d.project_id', '=', projectId)
    .groupBy('v.variable_id')
    .execute();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** A source's values by the variable's id. */
export async function valuesOfSource(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  sourceId: number,
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('source_value as v')
    .innerJoin('source as s', 's.id', 'v.source_id')
    .select(['v.variable_id', 'v.value'])
    .where('s.project_id', '=', projectId)
    .where('v.source_id', '=', sourceId)
    .execute();
  return new Map(rows.map((row) => [row.variable_id, row.value]));
}

/** @throws Invalid `structure.variableNameEmpty`, `structure.variableNameTaken`, `structure.variableOptions` */
export async function addSourceVariable(
  ctx: Ctx,
  input: { name: string; type: VariableType; options: readonly string[] },
): Promise<Done<number>> {
  const labels = input.options.map((label): [string, string] => [foldName(label), tidyName(label)]);
  const options = [...new Map(labels).values()].filter((label) => label !== '');
  if (input.type === 'list' && options.length === 0)
    throw new Invalid('structure.variableOptions', {}, 'options');
  return change(ctx, { kind: 'sourceVariable.added', entity: 'source_variable' }, async (w) => {
    const name = await freeName(ctx, w, input.name);
    const { last } = await w.trx
      .selectFrom('source_variable')
      .select((eb) => eb.fn.max<number | null>('position').as('last'))
      .where('project_id', '=', ctx.projectId)
      .executeTakeFirstOrThrow();
    const id = await w.insert('source_variable', {
      project_id: ctx.projectId,
      name,
      name_fold: foldName(name),
      type: input.type,
      options: JSON.stringify(input.type === 'list' ? options : []),
      position: (last ?? 0) + 1,
    });
    w.about(id, { name });
    return id;
  });
}

/** @throws NotFound `structure.noVariable`; Invalid as for a new one */
export async function renameSourceVariable(
  ctx: Ctx,
  id: number,
  text: string,
): Promise<Done<void>> {
  return change(ctx, { kind: 'sourceVariable.renamed', entity: 'source_variable' }, async (w) => {
    const { name: before } = await variableOf(ctx, w, id);
    const name = await freeName(ctx, w, text, id);
    await w.update('source_variable', id, { name, name_fold: foldName(name) });
    w.about(id, { before, name });
  });
}

/** @throws NotFound `structure.noVariable`; Conflict `structure.variableInUse` while a source has a value */
export async function removeSourceVariable(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'sourceVariable.removed', entity: 'source_variable' }, async (w) => {
    const { name } = await variableOf(ctx, w, id);
    const used = await w.trx
      .selectFrom('source_value')
      .select('id')
      .where('variable_id', '=', id)
      .execute();
    if (used.length > 0)
      throw new Conflict('structure.variableInUse', { name, n: used.length }, 'name');
    await w.remove('source_variable', id);
    w.about(id, { name });
  });
}

/** Most sources that one form names. */
const MOST = 500;

/**
 * Says the same of one or several sources, as one change; an empty text takes a value away.
 * @param values texts by the variable's id
 * @throws Invalid `structure.noneChosen`, `structure.ofInterview` for a source that belongs to an interview
 * @throws Invalid `respondents.value` beside `value-ID`
 * @throws NotFound `structure.noVariable`, `sources.notFound`
 */
export async function setSourceValues(
  ctx: Ctx,
  sourceIds: readonly number[],
  values: ReadonlyMap<number, string>,
): Promise<Done<void>> {
  const ids = [...new Set(sourceIds)];
  if (ids.length === 0 || ids.length > MOST) throw new Invalid('structure.noneChosen', {}, 'pick');
  return change(ctx, { kind: 'source.valuesSet', entity: 'source' }, async (w) => {
    const chosen = await w.trx
      .selectFrom('source')
      .select(['id', 'name', 'interview_id'])
      .where('project_id', '=', ctx.projectId)
      .where('id', 'in', ids)
      .execute();
    if (chosen.length < ids.length) throw new NotFound('sources.notFound');
    const spoken = chosen.find((one) => one.interview_id !== null);
    if (spoken) throw new Invalid('structure.ofInterview', { name: spoken.name }, 'pick');
    const read = await readValues(ctx, w, values);
    for (const id of ids) await writeValues(w, id, read);
    const [only] = chosen;
    w.about(ids[0] ?? 0, ids.length === 1 ? { name: only?.name ?? '', n: 1 } : { n: ids.length });
  });
}

async function readValues(
  ctx: Ctx,
  w: ChangeWriter,
  values: ReadonlyMap<number, string>,
): Promise<Map<number, string>> {
  const variables = await listSourceVariables(w.trx, ctx.projectId);
  const { date_order } = await w.trx
    .selectFrom('project')
    .select('date_order')
    .where('id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
  const read = new Map<number, string>();
  for (const [id, text] of values) {
    const variable = variables.find((one) => one.id === id);
    if (!variable) throw new NotFound('structure.noVariable');
    const { name, type, options } = variable;
    const reading = readValue(variable, text, date_order);
    if (!reading.ok)
      throw new Invalid(
        'respondents.value',
        { name, text, type, options: options.join(', ') },
        `value-${id}`,
      );
    read.set(id, reading.value);
  }
  return read;
}

async function writeValues(
  w: ChangeWriter,
  source_id: number,
  values: ReadonlyMap<number, string>,
): Promise<void> {
  const rows = await w.trx
    .selectFrom('source_value')
    .select(['id', 'variable_id'])
    .where('source_id', '=', source_id)
    .execute();
  const existing = new Map(rows.map((row) => [row.variable_id, row.id]));
  for (const [variable_id, value] of values) {
    const row = existing.get(variable_id);
    if (row !== undefined && value === '') await w.remove('source_value', row);
    else if (row !== undefined) await w.update('source_value', row, { value });
    else if (value !== '') await w.insert('source_value', { source_id, variable_id, value });
  }
}

async function variableOf(ctx: Ctx, w: ChangeWriter, id: number): Promise<{ name: string }> {
  const row = await w.trx
    .selectFrom('source_variable')
    .select('name')
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!row) throw new NotFound('structure.noVariable');
  return row;
}

async function freeName(ctx: Ctx, w: ChangeWriter, text: string, own?: number): Promise<string> {
  const name = tidyName(text);
  if (name === '') throw new Invalid('structure.variableNameEmpty', {}, 'name');
  const taken = await w.trx
    .selectFrom('source_variable')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('name_fold', '=', foldName(name))
    .executeTakeFirst();
  if (taken && taken.id !== own) throw new Invalid('structure.variableNameTaken', { name }, 'name');
  return name;
}
