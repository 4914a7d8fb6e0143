import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import type { CodeRow } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** How often a code was applied: codings, not distinct passages, in texts that may be used. */
export interface Usage {
  own: number;
  /** With all codes below it; equal to `own` when there are none. */
  all: number;
}

/** The codings of each code, by id. */
export async function usageOf(
  reader: Reader,
  codes: readonly CodeRow[],
): Promise<Map<number, Usage>> {
  const rows = await reader.db
    .selectFrom('coding')
    .select(['code_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('project_id', '=', reader.projectId)
    .where('source_id', 'not in', withdrawnSources(reader))
    .groupBy('code_id')
    .execute();
  const own = new Map(rows.map((row) => [row.code_id, row.n]));
  const usage = new Map<number, Usage>();
  const sums = [0];
  // sums[at] is what the codes before `at` have together; a code's sub-codes follow it in the list.
  codes.forEach((code, at) => sums.push((sums[at] ?? 0) + (own.get(code.id) ?? 0)));
  codes.forEach((code, at) => {
    const all = (sums[at + code.below + 1] ?? 0) - (sums[at] ?? 0);
    usage.set(code.id, { own: own.get(code.id) ?? 0, all });
  });
  return usage;
}

/** Codings with any of these codes in any text, those that count nowhere too: what goes when the codes go. */
export async function countAllCodings(
  { db, projectId }: Reader,
  codeIds: readonly number[],
): Promise<number> {
  const { n } = await db
    .selectFrom('coding')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('project_id', '=', projectId)
    .where('code_id', 'in', codeIds)
    .executeTakeFirstOrThrow();
  return n;
}
