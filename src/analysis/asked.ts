import { firstEndingAfter } from '../domain/text/find.ts';
import { oncePerState } from './kept.ts';
import type { Coding, Reader } from './study.ts';

interface Stretch {
  start: number;
  end: number;
  isInterviewer: boolean;
}

/**
 * Whether a coding is of the interviewer's words alone: every turn it touches is the interviewer's. A passage that holds an
 * answer too is the respondent's. Headings are nobody's words.
 */
export const loadAsked = (reader: Reader): Promise<(coding: Coding) => boolean> =>
  oncePerState(reader, 'asked', () => readAsked(reader));

/** @param sourceIds of the only sources that will be asked about; all without */
export async function readAsked(
  { db, projectId }: Reader,
  sourceIds?: readonly number[],
): Promise<(coding: Coding) => boolean> {
  const rows = await db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select(['g.source_id', 'g.start', 'g.end', 'p.is_interviewer'])
    .where('s.project_id', '=', projectId)
    .where('g.kind', '<>', 'heading')
    .$if(sourceIds !== undefined, (q) => q.where('s.id', 'in', sourceIds ?? []))
    .where('g.source_id', 'in', (eb) =>
      eb
        .selectFrom('speaker as asking')
        .select('asking.source_id')
        .where('asking.is_interviewer', '=', 1),
    )
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const stretches = new Map<number, Stretch[]>();
  for (const { source_id, start, end, is_interviewer } of rows) {
    const own = stretches.get(source_id) ?? [];
    if (own.length === 0) stretches.set(source_id, own);
    own.push({ start, end, isInterviewer: is_interviewer === 1 });
  }
  return ({ sourceId, start, end }) => isAskedIn(stretches.get(sourceId) ?? [], start, end);
}

function isAskedIn(stretches: readonly Stretch[], start: number, end: number): boolean {
  let touched = false;
  for (let at = firstEndingAfter(stretches, start); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (!stretch || stretch.start >= end) break;
    if (!stretch.isInterviewer) return false;
    touched = true;
  }
  return touched;
}
