import type { RespondentKind, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { ensureNamed } from './classifications.ts';
import { changeableOf, writeIdentity, type IdentityInput } from './identity.ts';
import { nextReference } from './references.ts';
import { readValues, valuesSeen, writeValues } from './values.ts';

/** Facts about a respondent; groups and regions by name, made when new. */
export interface RespondentInput {
  /** Empty or left out: the next free one. */
  reference?: string;
  kind: RespondentKind;
  /** People in a group; a person is one whatever it says. */
  headCount: number;
  group: string;
  region: string;
  role: string;
  organisation: string;
  /** By the variable's name; an empty text takes the value away, a name left out keeps it. */
  values?: Readonly<Record<string, string>>;
  /** Who they are; kept apart, left alone when not given. */
  identity?: IdentityInput;
}

async function columns(w: ChangeWriter, ctx: Ctx, input: RespondentInput) {
  if (!Number.isSafeInteger(input.headCount) || input.headCount < 1)
    throw new Invalid('respondents.headCount', {}, 'head_count');
  return {
    kind: input.kind,
    head_count: input.kind === 'person' ? 1 : input.headCount,
    group_id: await ensureNamed(w, ctx, 'respondent_group', input.group),
    region_id: await ensureNamed(w, ctx, 'region', input.region),
    role: tidyName(input.role),
    organisation: tidyName(input.organisation),
  };
}

/** @throws Invalid `respondents.referenceTaken`, `respondents.referenceMerged` */
export async function freeReference(
  trx: Trx,
  ctx: Ctx,
  text: string,
  own?: number,
): Promise<string> {
  const reference = tidyName(text);
  if (reference === '') return nextReference(trx, ctx.projectId, 'respondent');
  const found = await trx
    .selectFrom('respondent')
    .select('id')
    .where('project_id', '=', ctx.projectId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (found && found.id !== own)
    throw new Invalid('respondents.referenceTaken', { reference }, 'reference');
  const merged = await trx
    .selectFrom('respondent_alias as a')
    .innerJoin('respondent as r', 'r.id', 'a.respondent_id')
    .select(['r.id', 'r.reference'])
    .where('a.project_id', '=', ctx.projectId)
    .where('a.reference', '=', reference)
    .executeTakeFirst();
  if (merged)
    throw new Invalid(
      'respondents.referenceMerged',
      { reference, into: merged.reference },
      'reference',
    );
  return reference;
}

/** Writes a respondent as part of another change. */
export async function addRespondent(
  w: ChangeWriter,
  ctx: Ctx,
  input: RespondentInput,
): Promise<{ id: number; reference: string }> {
  const values = await readValues(w.trx, ctx, input.values ?? {});
  const reference = await freeReference(w.trx, ctx, input.reference ?? '');
  const id = await w.insert('respondent', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    reference,
    ...(await columns(w, ctx, input)),
    revision: 1,
    created_at: ctx.now(),
  });
  await writeValues(w, id, values);
  if (input.identity) await writeIdentity(w, id, input.identity);
  return { id, reference };
}

export async function createRespondent(
  ctx: Ctx,
  input: RespondentInput,
): Promise<Done<{ id: number; reference: string }>> {
  return change(ctx, { kind: 'respondent.created', entity: 'respondent' }, async (w) => {
    const made = await addRespondent(w, ctx, input);
    w.about(made.id, { reference: made.reference });
    return made;
  });
}

/** What the person had before them when they changed it. */
export interface Seen {
  revision: number;
  /** See `valuesSeen`; left out, values are not compared. */
  values?: string;
}

/**
 * Changes the facts about a respondent.
 * @throws Conflict `history.stale` when someone changed them since
 */
export async function changeRespondent(
  ctx: Ctx,
  id: number,
  input: RespondentInput,
  seen: Seen,
): Promise<Done<void>> {
  return change(ctx, { kind: 'respondent.changed', entity: 'respondent' }, async (w) => {
    const before = await changeableOf(w.trx, ctx, id);
    if (seen.values !== undefined && seen.values !== (await valuesSeen(w.trx, id)))
      throw new Conflict('history.stale');
    const values = await readValues(w.trx, ctx, input.values ?? {});
    const reference = await freeReference(w.trx, ctx, input.reference || before.reference, id);
    await w.update(
      'respondent',
      id,
      { reference, ...(await columns(w, ctx, input)) },
      seen.revision,
    );
    await writeValues(w, id, values);
    w.about(id, { reference });
  });
}

/** @throws Conflict `respondents.hasInterviews` while there is an interview with them */
export async function removeRespondent(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'respondent.removed', entity: 'respondent' }, async (w) => {
    const { reference } = await changeableOf(w.trx, ctx, id);
    const idsIn = async (
      table:
        | 'respondent_value'
        | 'respondent_identity'
        | 'respondent_alias'
        | 'memo'
        | 'framework_summary'
        | 'speaker'
        | 'interview_respondent',
    ) =>
      (await w.trx.selectFrom(table).select('id').where('respondent_id', '=', id).execute()).map(
        (row) => row.id,
      );
    const interviews = await idsIn('interview_respondent');
    if (interviews.length > 0)
      throw new Conflict('respondents.hasInterviews', { reference, n: interviews.length });
    for (const speaker of await idsIn('speaker'))
      await w.update('speaker', speaker, { respondent_id: null });
    for (const table of [
      'respondent_value',
      'respondent_identity',
      'respondent_alias',
      'memo',
      'framework_summary',
    ] as const)
      for (const row of await idsIn(table)) await w.remove(table, row);
    await w.remove('respondent', id);
    w.about(id, { reference });
  });
}
