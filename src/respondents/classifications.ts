import type { VariableType } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { readBounds } from '../domain/crosstab/classes.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';

/** Groups and regions are the two that every project has; both are lists of names. */
export type NamedTable = 'respondent_group' | 'region';
type AnyTable = NamedTable | 'variable';

const WORD = { respondent_group: 'group', region: 'region', variable: 'variable' } as const;
const USED_IN = { respondent_group: 'group_id', region: 'region_id' } as const;

async function findNamed(
  w: ChangeWriter,
  ctx: Ctx,
  table: AnyTable,
  name: string,
): Promise<number | null> {
  const row = await w.trx
    .selectFrom(table)
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('name_fold', '=', foldName(name))
    .executeTakeFirst();
  return row?.id ?? null;
}

async function nextPosition(w: ChangeWriter, ctx: Ctx, table: AnyTable): Promise<number> {
  const { last } = await w.trx
    .selectFrom(table)
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** The group or region of this name, made if need be, as part of another change; null for an empty name. */
export async function ensureNamed(
  w: ChangeWriter,
  ctx: Ctx,
  table: NamedTable,
  text: string,
): Promise<number | null> {
  const name = tidyName(text);
  if (name === '') return null;
  return (await findNamed(w, ctx, table, name)) ?? insertNamed(w, ctx, table, name);
}

async function insertNamed(
  w: ChangeWriter,
  ctx: Ctx,
  table: NamedTable,
  name: string,
): Promise<number> {
  const position = await nextPosition(w, ctx, table);
  return w.insert(table, { project_id: ctx.projectId, name, name_fold: foldName(name), position });
}

/** @throws Invalid `respondents.nameEmpty`, `respondents.nameTaken` */
async function freeName(
  w: ChangeWriter,
  ctx: Ctx,
  table: AnyTable,
  text: string,
  own?: number,
): Promise<string> {
  const name = tidyName(text);
  if (name === '') throw new Invalid('respondents.nameEmpty', {}, 'name');
  const found = await findNamed(w, ctx, table, name);
  if (found !== null && found !== own) throw new Invalid('respondents.nameTaken', { name }, 'name');
  return name;
}

/** Adds a group or region at the end of its list. */
export async function addNamed(ctx: Ctx, table: NamedTable, text: string): Promise<Done<number>> {
  return change(ctx, { kind: `${WORD[table]}.added`, entity: table }, async (w) => {
    const name = await freeName(w, ctx, table, text);
    const id = await insertNamed(w, ctx, table, name);
    w.about(id, { name });
    return id;
  });
}

export interface VariableInput {
  name: string;
  type: VariableType;
  /** Of a list: the labels it allows. */
  options: readonly string[];
}

/** A variable of this name, made if need be, as part of another change. */
export async function ensureVariable(
  w: ChangeWriter,
  ctx: Ctx,
  input: VariableInput,
): Promise<number> {
  return (await findNamed(w, ctx, 'variable', input.name)) ?? insertVariable(w, ctx, input);
}

async function insertVariable(w: ChangeWriter, ctx: Ctx, input: VariableInput): Promise<number> {
  const name = tidyName(input.name);
  return w.insert('variable', {
    project_id: ctx.projectId,
    name,
    name_fold: foldName(name),
    type: input.type,
    options: JSON.stringify(input.type === 'list' ? input.options : []),
    position: await nextPosition(w, ctx, 'variable'),
  });
}

/** @throws Invalid `respondents.optionsEmpty` for a list without labels */
export async function addVariable(ctx: Ctx, input: VariableInput): Promise<Done<number>> {
  const options = [
    ...new Map(input.options.map((o) => [foldName(o), tidyName(o)])).values(),
  ].filter(Boolean);
  if (input.type === 'list' && options.length === 0)
    throw new Invalid('respondents.optionsEmpty', {}, 'options');
  return change(ctx, { kind: 'variable.added', entity: 'variable' }, async (w) => {
    const name = await freeName(w, ctx, 'variable', input.name);
    const id = await insertVariable(w, ctx, { ...input, name, options });
    w.about(id, { name });
    return id;
  });
}

async function nameOf(w: ChangeWriter, ctx: Ctx, table: AnyTable, id: number): Promise<string> {
  const row = await w.trx
    .selectFrom(table)
    .select('name')
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('respondents.noSuchName');
  return row.name;
}

/** Another name for a group, region or variable; whoever has it keeps it. */
export async function renameNamed(
  ctx: Ctx,
  table: AnyTable,
  id: number,
  text: string,
): Promise<Done<void>> {
  return change(ctx, { kind: `${WORD[table]}.renamed`, entity: table }, async (w) => {
    const before = await nameOf(w, ctx, table, id);
    const name = await freeName(w, ctx, table, text, id);
    await w.update(table, id, { name, name_fold: foldName(name) });
    w.about(id, { before, name });
  });
}

/**
 * Says where the classes of a number begin anew in tables; nothing leaves it to equal classes.
 * @param text numbers as people type them: see `readBounds`
 * @throws NotFound `respondents.noSuchName`; Invalid `respondents.bounds` when something in it is no number
 */
export async function setClasses(ctx: Ctx, id: number, text: string): Promise<Done<void>> {
  const bounds = readBounds(text);
  if (bounds === null || bounds.length > MOST_BOUNDS)
    throw new Invalid('respondents.bounds', { most: MOST_BOUNDS }, 'bounds');
  return change(ctx, { kind: 'variable.classed', entity: 'variable' }, async (w) => {
    const row = await w.trx
      .selectFrom('variable')
      .select('name')
      .where('project_id', '=', ctx.projectId)
      .where('id', '=', id)
      .where('type', '=', 'number')
      .executeTakeFirst();
    if (!row) throw new NotFound('respondents.noSuchName');
    await w.update('variable', id, { bounds: JSON.stringify(bounds) });
    w.about(id, { name: row.name });
  });
}

/** More classes than that nobody reads. */
const MOST_BOUNDS = 50;

async function usesOf(w: ChangeWriter, table: AnyTable, id: number): Promise<number> {
  const uses =
    table === 'variable'
      ? w.trx.selectFrom('respondent_value').select('id').where('variable_id', '=', id)
      : w.trx.selectFrom('respondent').select('id').where(USED_IN[table], '=', id);
  return (await uses.execute()).length;
}

/** @throws Conflict `respondents.nameInUse` while a respondent has it */
export async function removeNamed(ctx: Ctx, table: AnyTable, id: number): Promise<Done<void>> {
  return change(ctx, { kind: `${WORD[table]}.removed`, entity: table }, async (w) => {
    const name = await nameOf(w, ctx, table, id);
    const n = await usesOf(w, table, id);
    if (n > 0) throw new Conflict('respondents.nameInUse', { name, n });
    if (table !== 'variable') await removeTargets(w, USED_IN[table], id);
    await w.remove(table, id);
    w.about(id, { name });
  });
}

/** A place that there is no longer cannot be planned for. */
async function removeTargets(
  w: ChangeWriter,
  column: 'group_id' | 'region_id',
  id: number,
): Promise<void> {
  const rows = await w.trx
    .selectFrom('sample_target')
    .select('id')
    .where(column, '=', id)
    .execute();
  for (const row of rows) await w.remove('sample_target', row.id);
}
