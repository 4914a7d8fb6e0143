import type { Ctx } from '../deps.ts';
import { Conflict, DomainError, Invalid } from '../domain/errors.ts';
import { change, type Done } from '../history/index.ts';
import { ensureNamed } from './classifications.ts';
import { listVariables, readValues, writeValues } from './values.ts';

/** What can be set for many at once: the group, the region, or a variable by its id. */
export type Settable = 'group' | 'region' | number;

/** Most respondents that one form names: a page of the list. */
const MOST = 500;

/**
 * Gives several respondents the same group, region or value, as one change; nothing typed takes it away.
 * @throws Invalid `respondents.noneChosen`, `respondents.noSuchName` beside `what`, `respondents.value` beside `value`
 * @throws Conflict `respondents.erased` when one of them was erased
 */
export async function setForMany(
  ctx: Ctx,
  ids: readonly number[],
  what: Settable,
  text: string,
): Promise<Done<void>> {
  return change(ctx, { kind: 'respondents.set', entity: 'respondent' }, async (w) => {
    const chosen = await w.trx
      .selectFrom('respondent')
      .select(['id', 'reference', 'erased_at'])
      .where('project_id', '=', ctx.projectId)
      .where('id', 'in', ids.slice(0, MOST))
      .execute();
    if (chosen.length === 0 || chosen.length < new Set(ids).size)
      throw new Invalid('respondents.noneChosen');
    const erased = chosen.find((one) => one.erased_at !== null);
    if (erased) throw new Conflict('respondents.erased', { reference: erased.reference });
    if (typeof what === 'number') {
      const variables = await listVariables(w.trx, ctx.projectId);
      const name = variables.find((one) => one.id === what)?.name;
      if (name === undefined) throw new Invalid('respondents.noSuchName', {}, 'what');
      const values = await readValues(w.trx, ctx, { [name]: text }).catch(besideValue);
      for (const { id } of chosen) await writeValues(w, id, values);
      w.detail = { n: chosen.length, name };
    } else {
      const table = what === 'group' ? 'respondent_group' : 'region';
      const named = await ensureNamed(w, ctx, table, text);
      for (const { id } of chosen) await w.update('respondent', id, { [`${what}_id`]: named });
      w.detail = { n: chosen.length, name: what };
    }
  });
}

/** There is one field for whatever is set, so that an error about a variable stands beside that. */
function besideValue(error: unknown): never {
  if (error instanceof DomainError && !(error instanceof Conflict))
    throw new Invalid(error.code, error.params, 'value');
  throw error;
}
