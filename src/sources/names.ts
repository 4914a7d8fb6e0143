import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { tidyName } from '../domain/names.ts';
import type { Added } from './commands.ts';

/** Names tried before giving up on a short one: `Field notes (2)` to `(1000)`. */
const MOST_TRIES = 1000;

/** The name, or the first of `name (2)`, `name (3)` … that no source of the project has: imports find sources by name. */
export async function freeName(ctx: Ctx, trx: Trx, name: string): Promise<string> {
  for (let n = 1; n <= MOST_TRIES; n += 1) {
    const tried = n === 1 ? name : `${name} (${n})`;
    const taken = await trx
      .selectFrom('source')
      .select('id')
      .where('project_id', '=', ctx.projectId)
      .where('name', '=', tried)
      .executeTakeFirst();
    if (!taken) return tried;
  }
  return `${name} (${ctx.newGuid()})`;
}

/** The source that was made of the same file, or has the same text; the oldest, or null. */
export async function twinOf(
  ctx: Ctx,
  trx: Trx,
  { text, file }: { text: string; file?: string | undefined },
): Promise<Omit<Added, 'isTwin'> | null> {
  const twin = await trx
    .selectFrom('source')
    .select((eb) => [
      'id',
      'name',
      'code_points as characters',
      eb
        .selectFrom('segment')
        .whereRef('segment.source_id', '=', 'source.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('segments'),
    ])
    .where('project_id', '=', ctx.projectId)
    .where((eb) =>
      eb.or([
        eb('text_sha256', '=', text),
        ...(file === undefined ? [] : [eb('original_sha256', '=', file)]),
      ]),
    )
    .orderBy('id')
    .executeTakeFirst();
  return twin ?? null;
}

/** A source's name from that of its file: without folders, ending and characters that cannot be shown. */
export function nameOfFile(fileName: string): string {
  const base = fileName.split(/[\\/]/u).at(-1) ?? '';
  const shown = tidyName(base.replace(/\p{C}/gu, ''));
  return shown.replace(/\.[\p{L}\p{N}]{1,8}$/u, '').slice(0, 180) || shown || 'Text';
}
