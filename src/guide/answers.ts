import type { AnswerState, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { answerPrint } from '../domain/guide/index.ts';
import type { ChangeWriter } from '../history/index.ts';
import { interviewGuide } from './guides.ts';
import { questionsOf } from './questions.ts';

/** What one person has for one question, and what they had before them. */
export interface AnswerInput {
  questionId: number;
  state: AnswerState | null;
  notes: string;
  /** 0 where there was nothing yet. */
  revision: number;
  /** `answerPrint` of what was sent earlier without an answer coming back: the server may have it all the same. */
  sentBefore?: readonly string[];
}

export interface AnswerNow {
  questionId: number;
  state: AnswerState | null;
  notes: string;
  /** 0 where there is nothing. */
  revision: number;
  updatedAt: string | null;
  updatedBy: string | null;
}

export interface AnswersSaved {
  saved: AnswerNow[];
  /** What stands now where someone else has saved since; nothing of theirs was overwritten. */
  conflicts: AnswerNow[];
}

/** One answer per question of the interview's guide, in the guide's order, with the question. */
export async function listAnswers(ctx: Pick<Ctx, 'db' | 'projectId'>, interviewId: number) {
  const { guideId } = await interviewGuide(ctx.db, ctx.projectId, interviewId);
  if (guideId === null) return [];
  const [questions, answers] = await Promise.all([
    questionsOf(ctx.db, guideId),
    answersOf(ctx.db, interviewId),
  ]);
  return questions.map((question) => ({
    question,
    answer: answers.get(question.id) ?? noAnswer(question.id),
  }));
}

const noAnswer = (questionId: number): AnswerNow => ({
  questionId,
  state: null,
  notes: '',
  revision: 0,
  updatedAt: null,
  updatedBy: null,
});

/** The answers of an interview by question. */
export async function answersOf(
  db: Trx | Ctx['db'],
  interviewId: number,
): Promise<Map<number, AnswerNow & { id: number }>> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('user', 'user.id', 'answer.updated_by')
    .select([
      'answer.id',
      'question_id as questionId',
      'state',
      'notes',
      'revision',
      'updated_at as updatedAt',
      'user.name as updatedBy',
    ])
    .where('interview_id', '=', interviewId)
    .execute();
  return new Map(rows.map((row) => [row.questionId, row]));
}

const tidyNotes = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/**
 * Writes what one person noted under some questions of one interview, as part of another change.
 * Where someone else saved since, that answer is left as it stands and comes back as a conflict; the others are written.
 * Writing the same again changes nothing.
 * @returns besides the answers as they stand now, the numbers of the questions that something was written under
 * @throws Invalid `guide.otherQuestion` for a question that is not in the interview's guide
 */
export async function writeAnswers(
  w: ChangeWriter,
  ctx: Ctx,
  interviewId: number,
  inputs: readonly AnswerInput[],
): Promise<AnswersSaved & { numbers: string[] }> {
  const { guideId } = await interviewGuide(w.trx, ctx.projectId, interviewId);
  const questions = guideId === null ? [] : await questionsOf(w.trx, guideId);
  const before = await answersOf(w.trx, interviewId);
  const numbers: string[] = [];
  const conflicts: AnswerNow[] = [];
  for (const input of inputs) {
    const question = questions.find(({ id }) => id === input.questionId);
    if (!question) throw new Invalid('guide.otherQuestion');
    const current = before.get(input.questionId);
    if (current && isStale(input, current)) conflicts.push(current);
    else if (await writeAnswer(w, ctx, interviewId, input, current)) numbers.push(question.number);
  }
  const after = await answersOf(w.trx, interviewId);
  const lost = new Set(conflicts.map(({ questionId }) => questionId));
  const saved = inputs.flatMap(({ questionId }) =>
    lost.has(questionId) ? [] : [after.get(questionId) ?? noAnswer(questionId)],
  );
  return { saved, conflicts, numbers };
}

function isStale(input: AnswerInput, current: AnswerNow): boolean {
  if (input.revision === current.revision) return false;
  if (input.state === current.state && tidyNotes(input.notes) === current.notes) return false;
  return input.sentBefore?.includes(answerPrint(current.state, current.notes)) !== true;
}

/**
 * Writes an answer as part of another change.
 * @param current the row there is, if any
 * @returns whether anything was written
 */
export async function writeAnswer(
  w: ChangeWriter,
  ctx: Ctx,
  interviewId: number,
  input: Pick<AnswerInput, 'questionId' | 'state' | 'notes'>,
  current: { id: number; state: AnswerState | null; notes: string } | undefined,
): Promise<boolean> {
  const { questionId, state } = input;
  const notes = tidyNotes(input.notes);
  if (state === (current?.state ?? null) && notes === (current?.notes ?? '')) return false;
  const values = { state, notes, updated_by: ctx.userId, updated_at: ctx.now() };
  if (current) return w.update('answer', current.id, values);
  await w.insert('answer', {
    interview_id: interviewId,
    question_id: questionId,
    revision: 1,
    ...values,
  });
  return true;
}
