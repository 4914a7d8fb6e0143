import { withdrawnInterviews } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import type { AnswerProblem, AnswerRow } from '../domain/guide/index.ts';
import { foldName } from '../domain/names.ts';
import { change, type Done } from '../history/index.ts';
import { answersOf, writeAnswer } from './answers.ts';
import { currentGuide } from './guides.ts';
import { questionsOf } from './questions.ts';

/** Where a row of a file goes. */
interface Placed {
  row: AnswerRow;
  interviewId: number;
  questionId: number;
}

export type AnswerRefusal = Pick<AnswerProblem, 'line' | 'column' | 'text'> & {
  reason: AnswerProblem['reason'] | 'unknown-interview' | 'unknown-question';
};

/** Finds the interview and the question of each row; what is not found cannot be imported. */
export async function placeAnswers(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  rows: readonly AnswerRow[],
): Promise<{ placed: Placed[]; refused: AnswerRefusal[] }> {
  const interviews = await db
    .selectFrom('interview')
    .select(['id', 'reference', 'guide_id'])
    .where('project_id', '=', projectId)
    .execute();
  const byReference = new Map(
    interviews.map((interview) => [foldName(interview.reference), interview]),
  );
  const current = (await currentGuide(db, projectId))?.id ?? null;
  const guides = new Map<number, Map<string, number>>();
  for (const id of new Set([current, ...interviews.map((interview) => interview.guide_id)])) {
    if (id === null) continue;
    const questions = await questionsOf(db, id);
    guides.set(id, new Map(questions.map((question) => [foldName(question.number), question.id])));
  }
  const placed: Placed[] = [];
  const refused: AnswerRefusal[] = [];
  for (const row of rows) {
    const { line } = row;
    const interview = byReference.get(foldName(row.interview));
    const questionId = guides
      .get(interview?.guide_id ?? current ?? -1)
      ?.get(foldName(row.question));
    if (!interview)
      refused.push({ line, column: 1, text: row.interview, reason: 'unknown-interview' });
    else if (questionId === undefined)
      refused.push({ line, column: 2, text: row.question, reason: 'unknown-question' });
    else placed.push({ row, interviewId: interview.id, questionId });
  }
  return { placed, refused };
}

export interface AnswersImported {
  answers: number;
  unchanged: number;
  /** Rows that say otherwise than what stands; it stands as it was. */
  differing: number[];
}

/**
 * Brings answers in, as one change. They fill what is empty; an answer that has another state or other notes is left as it
 * stands, since somebody's notes are not overwritten by a file.
 */
export async function importAnswers(
  ctx: Ctx,
  placed: readonly Placed[],
): Promise<Done<AnswersImported>> {
  return change(ctx, { kind: 'answers.imported', entity: 'guide' }, async (w) => {
    const result: AnswersImported = { answers: 0, unchanged: 0, differing: [] };
    const byInterview = new Map<number, Awaited<ReturnType<typeof answersOf>>>();
    for (const { row, interviewId, questionId } of placed) {
      const answers = byInterview.get(interviewId) ?? (await answersOf(w.trx, interviewId));
      byInterview.set(interviewId, answers);
      const current = answers.get(questionId);
      const state = row.state ?? current?.state ?? null;
      const notes = row.notes === '' ? (current?.notes ?? '') : row.notes;
      const contradicts =
        (current?.state != null && state !== current.state) ||
        (current !== undefined &&
          current.notes !== '' &&
          notes.replaceAll(/\r\n?/g, '\n') !== current.notes);
      if (contradicts) result.differing.push(row.line);
      else if (await writeAnswer(w, ctx, interviewId, { questionId, state, notes }, current))
        result.answers += 1;
      else result.unchanged += 1;
    }
    w.entityId = null;
    w.detail = { n: result.answers };
    return result;
  });
}

/** Every answer that says something and may be used, as rows under `ANSWER_COLUMNS`; by interview, then in the guide's order. */
export async function exportAnswers(reader: Pick<Ctx, 'db' | 'projectId'>) {
  return reader.db
    .selectFrom('answer')
    .innerJoin('interview', 'interview.id', 'answer.interview_id')
    .innerJoin('question', 'question.id', 'answer.question_id')
    .select([
      'interview.reference as interview',
      'question.number as question',
      'answer.state',
      'answer.notes',
    ])
    .where('interview.project_id', '=', reader.projectId)
    .where('interview.id', 'not in', withdrawnInterviews(reader))
    .where((eb) => eb.or([eb('answer.state', 'is not', null), eb('answer.notes', '<>', '')]))
    .orderBy('interview.id')
    .orderBy('question.position')
    .execute();
}
