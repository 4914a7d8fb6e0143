import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';

/** Who a respondent is: in a table of its own, and nowhere else. */
export interface IdentityInput {
  name: string;
  contact: string;
  note?: string;
}

/** @throws NotFound `respondents.noSuchRespondent`, also for one of another project */
export async function respondentOf(
  trx: Db | Trx,
  ctx: Pick<Ctx, 'projectId'>,
  id: number,
): Promise<{ id: number; reference: string }> {
  const row = await trx
    .selectFrom('respondent')
    .select(['id', 'reference'])
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('respondents.noSuchRespondent');
  return row;
}

/**
 * The respondent, if there still is something of them to change.
 * @throws Conflict `respondents.erased`
 */
export async function changeableOf(
  trx: Trx,
  ctx: Ctx,
  id: number,
): Promise<{ id: number; reference: string }> {
  const found = await respondentOf(trx, ctx, id);
  const { erased_at } = await trx
    .selectFrom('respondent')
    .select('erased_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (erased_at !== null) throw new Conflict('respondents.erased', { reference: found.reference });
  return found;
}

/** Writes who a respondent is as part of another change. */
export async function writeIdentity(
  w: ChangeWriter,
  respondentId: number,
  input: IdentityInput,
): Promise<void> {
  const identity = {
    name: tidyName(input.name),
    contact: input.contact.trim(),
    note: input.note?.trim() ?? '',
  };
  const row = await w.trx
    .selectFrom('respondent_identity')
    .select('id')
    .where('respondent_id', '=', respondentId)
    .executeTakeFirst();
  if (row) await w.update('respondent_identity', row.id, identity);
  else if (Object.values(identity).some((text) => text !== ''))
    await w.insert('respondent_identity', { respondent_id: respondentId, ...identity });
}

/** Changes who a respondent is. The change says for which reference, and nothing more. */
export async function changeIdentity(
  ctx: Ctx,
  id: number,
  input: IdentityInput,
): Promise<Done<void>> {
  return change(ctx, { kind: 'identity.changed', entity: 'respondent' }, async (w) => {
    const { reference } = await changeableOf(w.trx, ctx, id);
    await writeIdentity(w, id, input);
    w.about(id, { reference });
  });
}

/** Who a respondent is; that someone looked is recorded before anything is shown. */
export async function viewIdentity(
  ctx: Ctx,
  id: number,
): Promise<Required<IdentityInput> & { reference: string }> {
  const { value } = await change(
    ctx,
    { kind: 'identity.viewed', entity: 'respondent' },
    async (w) => {
      const { reference } = await changeableOf(w.trx, ctx, id);
      w.isEvent = true;
      w.about(id, { reference });
      const row = await w.trx
        .selectFrom('respondent_identity')
        .select(['name', 'contact', 'note'])
        .where('respondent_id', '=', id)
        .executeTakeFirst();
      return { reference, ...(row ?? { name: '', contact: '', note: '' }) };
    },
  );
  return value;
}
