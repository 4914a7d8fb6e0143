import { firstEndingAfter } from '../domain/text/find.ts';
import { oncePerState } from './kept.ts';
import { questionNumbers, type Coding, type Reader } from './study.ts';

interface Stretch {
  start: number;
  end: number;
  questionId: number;
}

type Under = (coding: Pick<Coding, 'sourceId' | 'start' | 'end'>) => readonly number[];

const NONE: readonly number[] = [];

/** The questions that a passage was said under: those of every segment it touches, in their newest version. */
export const loadUnder = (reader: Reader): Promise<Under> =>
  oncePerState(reader, 'under', () => readUnder(reader));

/** @param sourceIds of the only sources that will be asked about; all without */
export async function readUnder(reader: Reader, sourceIds?: readonly number[]): Promise<Under> {
  const rows = await reader.db
    .selectFrom('segment as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .select(['g.source_id', 'g.start', 'g.end', 'g.question_id'])
    .where('s.project_id', '=', reader.projectId)
    .where('g.question_id', 'is not', null)
    .$if(sourceIds !== undefined, (q) => q.where('s.id', 'in', sourceIds ?? []))
    .orderBy('g.source_id')
    .orderBy('g.start')
    .execute();
  const { byId } = await questionNumbers(reader);
  const stretches = new Map<number, Stretch[]>();
  for (const { source_id: source, start, end, question_id: question } of rows) {
    const id = question ?? 0;
    const stretch = { start, end, questionId: byId.get(id) ?? id };
    const own = stretches.get(source);
    if (own) own.push(stretch);
    else stretches.set(source, [stretch]);
  }
  return ({ sourceId, start, end }) => questionsIn(stretches.get(sourceId), start, end);
}

function questionsIn(
  stretches: readonly Stretch[] | undefined,
  start: number,
  end: number,
): readonly number[] {
  if (!stretches) return NONE;
  const found = new Set<number>();
  for (let at = firstEndingAfter(stretches, start); at < stretches.length; at += 1) {
    const stretch = stretches[at];
    if (!stretch || stretch.start >= end) break;
    found.add(stretch.questionId);
  }
  return found.size === 0 ? NONE : [...found].sort((a, b) => a - b);
}
