import { withdrawnSources } from '../consent/index.ts';
import { NOTES_TYPE } from '../sources/index.ts';
import type { AnswerState } from '../../views/patterns/types.ts';
import type { Reader } from '../analysis/index.ts';

/** What an interview's notes have for a question. */
export interface Noted {
  questionId: number;
  state: AnswerState | null;
  notes: string;
}

/**
 * By interview.
 * @param ids of the question in every version of the guide
 */
export async function loadNoted(
  { db, projectId }: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Noted>> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('interview', 'interview.id', 'answer.interview_id')
    .select(['answer.interview_id', 'answer.question_id as questionId', 'state', 'answer.notes'])
    .where('interview.project_id', '=', projectId)
    .where('answer.question_id', 'in', ids)
    .orderBy('answer.question_id')
    .execute();
  return new Map(rows.map(({ interview_id, ...noted }) => [interview_id, noted]));
}

/** A turn or a paragraph under the question (code units of its source); the interviewer's own are left out. */
export interface Stretch {
  sourceId: number;
  position: number;
  start: number;
  bodyStart: number;
  end: number;
  timeMs: number | null;
  /** Of a source made from the interview's notes. */
  isNotes: boolean;
}

/** By interview, in the order of its texts. */
export async function loadSaid(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Stretch[]>> {
  const rows = await reader.db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select(['s.interview_id', 's.original_type', 'g.source_id', 'g.position'])
    .select(['g.start', 'g.body_start', 'g.end', 'g.time_ms'])
    .where('s.project_id', '=', reader.projectId)
    .where('s.id', 'not in', withdrawnSources(reader))
    .where('g.question_id', 'in', ids)
    .where('g.kind', '<>', 'heading')
    .where((eb) => eb.or([eb('p.is_interviewer', 'is', null), eb('p.is_interviewer', '=', 0)]))
    .orderBy('s.name')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const byInterview = new Map<number, Stretch[]>();
  for (const row of rows) {
    if (row.interview_id === null) continue;
    const own = byInterview.get(row.interview_id) ?? [];
    byInterview.set(row.interview_id, own);
    own.push({
      sourceId: row.source_id,
      position: row.position,
      start: row.start,
      bodyStart: row.body_start,
      end: row.end,
      timeMs: row.time_ms,
      isNotes: row.original_type === NOTES_TYPE,
    });
  }
  return byInterview;
}
