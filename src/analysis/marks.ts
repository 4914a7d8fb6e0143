import type { PassageBehind } from '../domain/crosstab/behind.ts';
import type { Coding, Reader } from './study.ts';

export type Marked = (passage: PassageBehind<Coding>) => boolean;

/** Ids of the project's codings that are marked for the report, or were picked as examples. */
export async function markedCodings(
  { db, projectId }: Reader,
  mark: 'for_report' | 'is_example',
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('coding')
    .select('id')
    .where('project_id', '=', projectId)
    // Written out, so that the index of those for the report is used.
    .where((eb) => eb(mark, '=', eb.lit(1)))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A passage is for the report when any coding of it that is listed is. */
export async function loadForReport(reader: Reader): Promise<Marked> {
  const marked = await markedCodings(reader, 'for_report');
  return ({ codings }) => codings.some(({ id }) => marked.has(id));
}
