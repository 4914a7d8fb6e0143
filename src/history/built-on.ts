import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import { imageMark, type RowImage } from './images.ts';

/**
 * Why a row cannot be put back as it was: who changed it, or built on it, since; the newest change that did. What was
 * undone since is no longer in the way, and neither is its undoing.
 * @param seq of the change that was to be undone
 */
export async function builtOn(
  trx: Trx,
  { projectId, userId }: Pick<Ctx, 'projectId' | 'userId'>,
  { table, id }: RowImage,
  seq: number,
): Promise<Conflict> {
  // Other rows point to this one by a column called after its table.
  const pointer = `"${table}_id":${id}`;
  const later = await trx
    .selectFrom('change')
    .innerJoin('user', 'user.id', 'change.actor_id')
    .leftJoin('change as reversal', 'reversal.undoes_id', 'change.id')
    .leftJoin('change_undone as together', 'together.undone_id', 'change.id')
    .select(['user.id as userId', 'user.name', 'change.at'])
    .where('change.project_id', '=', projectId)
    .where('change.seq', '>', seq)
    .where('reversal.id', 'is', null)
    .where('together.by_id', 'is', null)
    .where((eb) => eb(eb('change.undo_depth', '%', 2), '=', 0))
    .where((eb) =>
      eb.or([
        eb('change.rows', 'like', `%${imageMark(table, id)}%`),
        eb('change.rows', 'like', `%${pointer},%`),
        eb('change.rows', 'like', `%${pointer}}%`),
      ]),
    )
    .orderBy('change.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!later) return new Conflict('history.builtOn');
  if (later.userId === userId) return new Conflict('history.builtOnByYou', { at: later.at });
  return new Conflict('history.builtOnBy', { who: later.name, at: later.at });
}
