import type { Reader } from '../analysis/index.ts';
import { withdrawnIds } from '../consent/index.ts';
import type { StudyInterview } from '../domain/crosstab/study.ts';

export interface ShownRespondent {
  id: number;
  guid: string;
  /** R-07; names are nowhere near here. */
  reference: string;
  groupId: number | null;
  group: string | null;
  regionId: number | null;
  region: string | null;
  /** One of their interviews, not all, may not be used: what was summed up of it should be read again. */
  isPartlyWithdrawn: boolean;
}

/**
 * Everyone who was interviewed or of whom something is written, in the order of their references; neither those who were
 * erased nor those all of whose interviews were withdrawn.
 * @param interviews those that count
 */
export async function respondentsShown(
  reader: Reader,
  interviews: ReadonlyMap<number, StudyInterview>,
): Promise<ShownRespondent[]> {
  const { db, projectId } = reader;
  const rows = await db
    .selectFrom('respondent as r')
    .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
    .leftJoin('region', 'region.id', 'r.region_id')
    .select(['r.id', 'r.guid', 'r.reference', 'r.group_id as groupId', 'r.region_id as regionId'])
    .select(['g.name as group', 'region.name as region'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('framework_summary as f')
            .select('f.id')
            .whereRef('f.respondent_id', '=', 'r.id'),
        )
        .as('isWritten'),
    )
    .where('r.project_id', '=', projectId)
    .where('r.erased_at', 'is', null)
    // R-9 before R-10: shorter references first.
    .orderBy((eb) => eb.fn('length', ['r.reference']))
    .orderBy('r.reference')
    .orderBy('r.id')
    .execute();
  const interviewed = new Set([...interviews.values()].flatMap((one) => one.respondentIds));
  const { all, withdrawn } = await seats(reader);
  return rows.flatMap(({ isWritten, ...row }) => {
    const gone = withdrawn.get(row.id) ?? 0;
    const isAllWithdrawn = gone > 0 && gone === all.get(row.id);
    if (isAllWithdrawn || (!interviewed.has(row.id) && !isWritten)) return [];
    return [{ ...row, isPartlyWithdrawn: gone > 0 }];
  });
}

/** In how many interviews each takes part, and in how many of those that were withdrawn. */
async function seats(reader: Reader) {
  const rows = await reader.db
    .selectFrom('interview_respondent as ir')
    .innerJoin('interview as i', 'i.id', 'ir.interview_id')
    .select(['ir.interview_id', 'ir.respondent_id'])
    .where('i.project_id', '=', reader.projectId)
    .execute();
  const gone = new Set((await withdrawnIds(reader)).interviewIds);
  const all = new Map<number, number>();
  const withdrawn = new Map<number, number>();
  for (const { interview_id: interview, respondent_id: respondent } of rows) {
    all.set(respondent, (all.get(respondent) ?? 0) + 1);
    if (gone.has(interview)) withdrawn.set(respondent, (withdrawn.get(respondent) ?? 0) + 1);
  }
  return { all, withdrawn };
}
