import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { mergeGuide, type QuestionDraft } from '../domain/guide/index.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { currentGuide, ensureGuide, interviewGuide } from './guides.ts';

/** A question as people give it; without a number it gets the next free one. */
export type QuestionInput = Omit<QuestionDraft, 'number'> & { number?: string };

const COLUMNS = [
  'id',
  'guid',
  'number',
  'section',
  'text',
  'prompts',
  'serves',
  'for_whom',
  'position',
  'revision',
] as const;

/** The questions of a guide in their order; at most 1,000. */
export async function questionsOf(db: Trx | Ctx['db'], guideId: number) {
  return db
    .selectFrom('question')
    .select(COLUMNS)
    .where('guide_id', '=', guideId)
    .orderBy('position')
    .orderBy('id')
    .limit(1000)
    .execute();
}

type Question = Awaited<ReturnType<typeof questionsOf>>[number];

/** The questions of the guide in use. */
export async function listQuestions(ctx: Pick<Ctx, 'db' | 'projectId'>): Promise<Question[]> {
  const guide = await currentGuide(ctx.db, ctx.projectId);
  return guide === null ? [] : questionsOf(ctx.db, guide.id);
}

export const asDraft = (question: Omit<Question, 'id'>): QuestionDraft => ({
  number: question.number,
  section: question.section,
  text: question.text,
  prompts: question.prompts,
  serves: question.serves,
  forWhom: question.for_whom,
});

/** @throws Invalid `guide.textEmpty`, `guide.numberTaken` */
function columns(input: QuestionInput, others: readonly Question[]) {
  const text = input.text.trim();
  if (text === '') throw new Invalid('guide.textEmpty', {}, 'text');
  const number = tidyName(input.number ?? '') || nextNumber(others);
  if (others.some((other) => foldName(other.number) === foldName(number)))
    throw new Invalid('guide.numberTaken', { number }, 'number');
  return {
    number,
    section: tidyName(input.section),
    text,
    prompts: input.prompts.replaceAll('\r\n', '\n').trim(),
    serves: tidyName(input.serves),
    for_whom: tidyName(input.forWhom),
  };
}

function nextNumber(questions: readonly Question[]): string {
  return String(
    Math.max(0, ...questions.map(({ number }) => Number.parseInt(number, 10) || 0)) + 1,
  );
}

async function insertQuestion(
  w: ChangeWriter,
  ctx: Ctx,
  guideId: number,
  input: QuestionInput,
  guid = ctx.newGuid(),
): Promise<number> {
  const others = await questionsOf(w.trx, guideId);
  return w.insert('question', {
    guid,
    guide_id: guideId,
    ...columns(input, others),
    position: (others.at(-1)?.position ?? 0) + 1,
    revision: 1,
  });
}

/** Adds a question at the end of the guide. */
export async function addQuestion(ctx: Ctx, input: QuestionInput): Promise<Done<number>> {
  return change(ctx, { kind: 'question.added', entity: 'question' }, async (w) => {
    const id = await insertQuestion(w, ctx, await ensureGuide(w, ctx), input);
    const added = (await questionOf(w.trx, ctx, id)).question;
    w.about(id, { number: added.number });
    return id;
  });
}

/**
 * Adds a question that came up in an interview, at the end of the guide it is held with, so that it can be answered at once;
 * and when a newer version is in use, at the end of that one as well, as the same question.
 * @throws NotFound `guide.noSuchInterview`; Invalid `guide.textEmpty`
 */
export async function addQuestionIn(
  ctx: Ctx,
  interviewId: number,
  text: string,
): Promise<Done<number>> {
  return change(ctx, { kind: 'question.addedInInterview', entity: 'question' }, async (w) => {
    const { reference, guideId } = await interviewGuide(w.trx, ctx.projectId, interviewId);
    const current = await ensureGuide(w, ctx);
    const guid = ctx.newGuid();
    const ids: number[] = [];
    for (const guide of new Set([guideId ?? current, current])) {
      const section = (await questionsOf(w.trx, guide)).at(-1)?.section ?? '';
      const input = { section, text, prompts: '', serves: '', forWhom: '' };
      ids.push(await insertQuestion(w, ctx, guide, input, guid));
    }
    const [id = 0] = ids;
    const { question } = await questionOf(w.trx, ctx, id);
    w.about(id, { number: question.number, reference });
    return id;
  });
}

/** @throws NotFound `guide.noSuchQuestion`, also for one of another project */
async function questionOf(
  trx: Trx,
  ctx: Ctx,
  id: number,
): Promise<{ question: Question; guideId: number; all: Question[] }> {
  const row = await trx
    .selectFrom('question')
    .innerJoin('guide', 'guide.id', 'question.guide_id')
    .select('question.guide_id')
    .where('guide.project_id', '=', ctx.projectId)
    .where('question.id', '=', id)
    .executeTakeFirst();
  const all = row ? await questionsOf(trx, row.guide_id) : [];
  const question = all.find((one) => one.id === id);
  if (!row || !question) throw new NotFound('guide.noSuchQuestion');
  return { question, guideId: row.guide_id, all };
}

/** @throws Conflict `history.stale` when someone changed it since */
export async function changeQuestion(
  ctx: Ctx,
  id: number,
  input: QuestionInput,
  revision: number,
): Promise<Done<void>> {
  return change(ctx, { kind: 'question.changed', entity: 'question' }, async (w) => {
    const { question, all } = await questionOf(w.trx, ctx, id);
    const others = all.filter((other) => other.id !== id);
    const patch = columns({ ...input, number: input.number || question.number }, others);
    await w.update('question', id, patch, revision);
    w.about(id, { number: patch.number });
  });
}

/** Moves a question one place up or down; at the end of the list nothing happens. */
export async function moveQuestion(ctx: Ctx, id: number, step: -1 | 1): Promise<Done<void>> {
  return change(ctx, { kind: 'question.moved', entity: 'question' }, async (w) => {
    const { question, all } = await questionOf(w.trx, ctx, id);
    const from = all.indexOf(question);
    const order = all.filter((other) => other !== question);
    order.splice(Math.max(0, from + step), 0, question);
    for (const [i, { id: each }] of order.entries())
      await w.update('question', each, { position: i + 1 });
    w.about(id, { number: question.number });
  });
}

/** @throws Conflict `guide.hasAnswers` once it was asked or noted about in an interview */
export async function removeQuestion(ctx: Ctx, id: number): Promise<Done<void>> {
  return change(ctx, { kind: 'question.removed', entity: 'question' }, async (w) => {
    const { question } = await questionOf(w.trx, ctx, id);
    const answers = await w.trx
      .selectFrom('answer')
      .select(['id', 'state', 'notes'])
      .where('question_id', '=', id)
      .execute();
    const used = answers.filter((answer) => answer.state !== null || answer.notes !== '');
    if (used.length > 0)
      throw new Conflict('guide.hasAnswers', { number: question.number, n: used.length });
    for (const answer of answers) await w.remove('answer', answer.id);
    // Where it was put in a text, no question is put from now on.
    const marks = await w.trx
      .selectFrom('structure_mark')
      .select('id')
      .where('question_id', '=', id)
      .execute();
    for (const mark of marks) await w.update('structure_mark', mark.id, { question_id: null });
    await w.remove('question', id);
    w.about(id, { number: question.number });
  });
}

export interface GuideImport {
  questions: number;
  created: number;
  changed: number;
  unchanged: number;
}

/** Brings questions in, as one change: they meet by number, and those not among them stay as they are. */
export async function importGuide(
  ctx: Ctx,
  drafts: readonly QuestionDraft[],
): Promise<Done<GuideImport>> {
  return change(ctx, { kind: 'guide.imported', entity: 'guide' }, async (w) => {
    const guideId = await ensureGuide(w, ctx);
    const existing = (await questionsOf(w.trx, guideId)).map((question) => ({
      ...asDraft(question),
      id: question.id,
    }));
    const { create, change: changed, unchanged } = mergeGuide(existing, drafts);
    for (const { question, draft } of changed) {
      const { forWhom: for_whom, ...rest } = draft;
      await w.update('question', question.id, { ...rest, for_whom });
    }
    const position = existing.length;
    await w.insertMany(
      'question',
      create.map(({ forWhom, ...draft }, i) => ({
        guid: ctx.newGuid(),
        guide_id: guideId,
        ...draft,
        for_whom: forWhom,
        position: position + i + 1,
        revision: 1,
      })),
    );
    const counts = { created: create.length, changed: changed.length, unchanged };
    w.about(guideId, counts);
    return { questions: existing.length + create.length, ...counts };
  });
}
