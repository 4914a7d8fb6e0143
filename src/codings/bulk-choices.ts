import type { Ctx } from '../deps.ts';
import type { Span } from '../domain/text/span.ts';

export interface Choice {
  id: number;
  label: string;
}

/** Questions and speakers offered at most. */
const MOST = 500;

/** Who speaks in a source, and the questions that its project's texts know. */
export async function bulkChoices(
  { db, projectId }: Ctx,
  sourceId: number,
): Promise<{ speakers: Choice[]; questions: Choice[] }> {
  const speakers = await db
    .selectFrom('speaker')
    .select(['id', 'label'])
    .where('source_id', '=', sourceId)
    .where('is_speaker', '=', 1)
    .where('same_as_id', 'is', null)
    .orderBy('is_interviewer')
    .orderBy('id')
    .limit(MOST)
    .execute();
  const questions = await db
    .selectFrom('question as q')
    .innerJoin('guide as g', 'g.id', 'q.guide_id')
    .select(['q.id', 'q.number', 'q.text', 'g.version'])
    .where('g.project_id', '=', projectId)
    .where('q.id', 'in', (eb) => eb.selectFrom('segment').select('segment.question_id'))
    .orderBy('g.version')
    .orderBy('q.position')
    .limit(MOST)
    .execute();
  return {
    speakers,
    questions: questions.map(({ id, number, text }) => ({ id, label: `${number} ${text}` })),
  };
}

/** Who speaks at a place, and under which question. */
export async function turnAt(
  { db }: Ctx,
  sourceId: number,
  { start }: Span,
): Promise<{ speakerId: number | null; questionId: number | null } | null> {
  const row = await db
    .selectFrom('segment as s')
    .leftJoin('speaker as p', 'p.id', 's.speaker_id')
    .select((eb) => eb.fn.coalesce('p.same_as_id', 'p.id').as('speakerId'))
    .select('s.question_id as questionId')
    .where('s.source_id', '=', sourceId)
    .where('s.start', '<=', start)
    .orderBy('s.start', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
