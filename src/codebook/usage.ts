import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { readText } from '../sources/index.ts';
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

/** A coded passage with what its list shows. */
export interface CodedPassage {
  id: number;
  sourceId: number;
  source: string;
  codeId: number;
  coder: string;
  /** UTF-16 code units of the source's text. */
  start: number;
  end: number;
  text: string;
}

/** Longest piece of a passage that the list shows, in code units. */
const EXCERPT = 600;

/** One page of the passages with any of these codes, by source and place. */
export async function passagesOf(
  ctx: Reader,
  codeIds: readonly number[],
  { from, size }: { from: number; size: number },
): Promise<CodedPassage[]> {
  const rows = await ctx.db
    .selectFrom('coding as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .innerJoin('user as u', 'u.id', 'g.coder_id')
    .select(['g.id', 'g.start', 'g.end', 's.name as source', 'u.name as coder'])
    .select(['g.source_id as sourceId', 'g.code_id as codeId'])
    .where('g.project_id', '=', ctx.projectId)
    .where('g.source_id', 'not in', withdrawnSources(ctx))
    .where('g.code_id', 'in', codeIds.length === 0 ? [-1] : [...codeIds])
    .orderBy('s.name')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .orderBy('g.id')
    .offset(from)
    .limit(size)
    .execute();
  const texts = new Map<number, string>();
  for (const { sourceId } of rows)
    if (!texts.has(sourceId)) texts.set(sourceId, (await readText(ctx, sourceId)).text);
  return rows.map((row) => {
    const text = texts.get(row.sourceId)?.slice(row.start, row.end) ?? '';
    return { ...row, text: text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text };
  });
}
