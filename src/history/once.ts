import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import type { Done } from './change.ts';

/** One request as it can be told from others, whenever and however often it comes. */
export interface RequestOnce {
  /** See `src/http/once.ts`. */
  key: string;
  /** How many changes it has asked for so far: several files sent together are one each. */
  parts: number;
}

/** How long a request is known again, in days: longer than a browser keeps trying, shorter than anyone remembers. */
const REMEMBERED_DAYS = 7;
const DAY_MS = 86_400_000;

/** Which of the request's changes comes now, counted from 0. */
export function nextPart({ request }: Pick<Ctx, 'request'>): number {
  if (!request) return 0;
  request.parts += 1;
  return request.parts - 1;
}

/**
 * What this request did when it came before, if it did; null when it is the first time. The caller then does nothing but
 * answer, so that a lost answer can be asked for again.
 * @param part which of its changes; the one that would come next when a command looks before it begins
 */
export async function doneBefore<T>(
  db: Db | Trx,
  { request, userId }: Pick<Ctx, 'request' | 'userId'>,
  part = request?.parts ?? 0,
): Promise<Done<T> | null> {
  if (!request) return null;
  const row = await db
    .selectFrom('request_key')
    .select(['change_id', 'value'])
    .where('actor_id', '=', userId)
    .where('key', '=', request.key)
    .where('part', '=', part)
    .executeTakeFirst();
  if (!row) return null;
  const value = row.value === null ? undefined : (JSON.parse(row.value) as unknown);
  return { value: value as T, changeId: row.change_id };
}

/** Remembers, in the change's own transaction, what the request did; forgets those of long ago. */
export async function rememberDone(
  trx: Trx,
  ctx: Pick<Ctx, 'request' | 'userId' | 'now'>,
  part: number,
  { value, changeId }: Done<unknown>,
): Promise<void> {
  const { request, userId } = ctx;
  if (!request || changeId === null) return;
  const at = ctx.now();
  const since = new Date(Date.parse(at) - REMEMBERED_DAYS * DAY_MS).toISOString();
  await trx.deleteFrom('request_key').where('at', '<', since).execute();
  await trx
    .insertInto('request_key')
    .values({
      actor_id: userId,
      key: request.key,
      part,
      change_id: changeId,
      value: value === undefined ? null : JSON.stringify(value),
      at,
    })
    .execute();
}
