import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import type { Done } from '../history/index.ts';
import { endDraft, getDraft } from './drafts.ts';
import { importRegister } from './exchange.ts';
import { forgetReading, openDraft } from './opened.ts';

/**
 * Imports a draft as one change, and deletes it with that change.
 * @throws NotFound `register.noDraft`
 * @throws Conflict `register.stillOpen` while something has to be decided first
 */
export async function importDraft(ctx: Ctx, id: number): Promise<Done<void>> {
  const { reading, account } = await openDraft(ctx, await getDraft(ctx, id));
  if (account.open > 0) throw new Conflict('register.stillOpen', { n: account.open });
  const done = await importRegister(ctx, reading.plan, (trx) => endDraft(ctx, trx, id));
  forgetReading(ctx);
  return done;
}
