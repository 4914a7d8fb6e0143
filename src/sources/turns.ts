import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { findAgain } from './found.ts';
import { guideQuestions } from './marks.ts';
import { rebuildSegments } from './segments.ts';
import { respondentOf } from './structure.ts';

/**
 * Whose words a turn is: as found, nobody's, the interviewer's, a respondent's, or those of a speaker of the source.
 * With the paragraphs that go on in it.
 */
export type TurnWho =
  'found' | 'nobody' | 'interviewer' | { speaker: number } | { respondent: number };

/** What question begins here: as found, the question (by id), none from here on, or the one before goes on. */
export type TurnQuestion = 'found' | 'none' | 'goesOn' | number;

export interface TurnSaid {
  who?: TurnWho | undefined;
  question?: TurnQuestion | undefined;
}

/** @throws Invalid `structure.badWho` */
export function readTurnWho(text: string): TurnWho {
  if (text === 'found' || text === 'nobody' || text === 'interviewer') return text;
  const [, what, id] = /^(speaker|respondent)-([1-9]\d{0,14})$/u.exec(text) ?? [];
  if (what === 'speaker') return { speaker: Number(id) };
  if (what === 'respondent') return { respondent: Number(id) };
  throw new Invalid('structure.badWho', {}, 'who');
}

/** @throws Invalid `structure.badQuestion` */
export function readTurnQuestion(text: string): TurnQuestion {
  if (text === 'found' || text === 'none' || text === 'goesOn') return text;
  if (/^[1-9]\d{0,14}$/u.test(text)) return Number(text);
  throw new Invalid('structure.badQuestion', {}, 'question');
}

/**
 * Says of single turns whose words they are and which question they begin, in one change that leaves text and codings
 * alone.
 * @param turns by an offset (code units) within the segment
 * @throws NotFound `sources.notFound`, `sources.noSpeaker`, `sources.noRespondent`, `structure.noTurn`, `structure.noQuestion`
 */
export async function correctTurns(
  ctx: Ctx,
  sourceId: number,
  turns: ReadonlyMap<number, TurnSaid>,
): Promise<Done<void>> {
  return change(ctx, { kind: 'source.turnsCorrected', entity: 'source' }, async (w) => {
    const { name, interviewId } = await sourceRow(ctx, w, sourceId);
    const questions = await guideQuestions(w.trx, ctx.projectId, interviewId);
    let searched = false;
    for (const [offset, { who, question }] of turns) {
      const turn = await segmentAt(w, sourceId, offset);
      if (who !== undefined) await markSpeaker(ctx, w, sourceId, turn, who);
      if (question === undefined) continue;
      if (typeof question === 'number' && !questions.some(({ id }) => id === question))
        throw new NotFound('structure.noQuestion');
      await markQuestion(w, sourceId, turn, question);
      searched ||= question === 'found';
    }
    if (searched) await findAgain(ctx, w, sourceId);
    if (w.images.length > 0) await rebuildSegments(w.trx, sourceId);
    w.about(sourceId, { name, n: turns.size });
  });
}

/** Looks for the guide's questions again; what people said of a place stays. @returns places that bear a question */
export async function findQuestionsAgain(ctx: Ctx, sourceId: number): Promise<Done<number>> {
  return change(ctx, { kind: 'source.questionsFound', entity: 'source' }, async (w) => {
    const { name } = await sourceRow(ctx, w, sourceId);
    const found = await findAgain(ctx, w, sourceId);
    if (w.images.length > 0) await rebuildSegments(w.trx, sourceId);
    w.about(sourceId, { name });
    return found;
  });
}

async function sourceRow(ctx: Ctx, w: ChangeWriter, id: number) {
  const row = await w.trx
    .selectFrom('source')
    .select(['name', 'interview_id as interviewId'])
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!row) throw new NotFound('sources.notFound');
  return row;
}

async function segmentAt(w: ChangeWriter, sourceId: number, offset: number): Promise<Span> {
  const row = await w.trx
    .selectFrom('segment')
    .select(['start', 'end'])
    .where('source_id', '=', sourceId)
    .where('start', '<=', offset)
    .where('end', '>', offset)
    .executeTakeFirst();
  if (!row) throw new NotFound('structure.noTurn');
  return row;
}

/** Takes the marks of one kind off a segment. */
async function unmark(
  w: ChangeWriter,
  sourceId: number,
  { start, end }: Span,
  mark: 'speaker' | 'question',
): Promise<void> {
  const rows = await w.trx
    .selectFrom('structure_mark')
    .select('id')
    .where('source_id', '=', sourceId)
    .where('mark', '=', mark)
    .where('start', '>=', start)
    .where('start', '<', end)
    .execute();
  for (const { id } of rows) await w.remove('structure_mark', id);
}

async function markSpeaker(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  turn: Span,
  who: TurnWho,
): Promise<void> {
  await unmark(w, sourceId, turn, 'speaker');
  if (who === 'found') return;
  const speaker_id = await speakerFor(ctx, w, sourceId, who);
  await w.insert('structure_mark', { source_id: sourceId, mark: 'speaker', ...turn, speaker_id });
}

async function markQuestion(
  w: ChangeWriter,
  sourceId: number,
  turn: Span,
  question: TurnQuestion,
): Promise<void> {
  await unmark(w, sourceId, turn, 'question');
  if (question === 'found') return;
  await w.insert('structure_mark', {
    source_id: sourceId,
    mark: 'question',
    ...turn,
    question_id: typeof question === 'number' ? question : null,
    goes_on: question === 'goesOn' ? 1 : 0,
  });
}

/** What an interviewer is called whom the text does not name. */
const INTERVIEWER = 'Interviewer';

/** The speaker of the source whom this means; made when nobody of the text is that person. */
async function speakerFor(
  ctx: Ctx,
  w: ChangeWriter,
  sourceId: number,
  who: Exclude<TurnWho, 'found'>,
): Promise<number | null> {
  if (who === 'nobody') return null;
  const speakers = await w.trx
    .selectFrom('speaker')
    .select(['id', 'label', 'respondent_id', 'is_interviewer', 'is_speaker'])
    .where('source_id', '=', sourceId)
    .where('same_as_id', 'is', null)
    .orderBy('id')
    .execute();
  if (typeof who === 'object' && 'speaker' in who) {
    const named = speakers.find(({ id, is_speaker }) => id === who.speaker && is_speaker === 1);
    if (!named) throw new NotFound('sources.noSpeaker');
    return named.id;
  }
  const respondent_id = typeof who === 'object' ? who.respondent : null;
  const reference =
    respondent_id === null ? INTERVIEWER : (await respondentOf(ctx, w, respondent_id)).reference;
  const known = speakers.find((speaker) =>
    respondent_id === null ? speaker.is_interviewer === 1 : speaker.respondent_id === respondent_id,
  );
  if (known) return known.id;
  return w.insert('speaker', {
    source_id: sourceId,
    label: await freeLabel(w, sourceId, reference),
    respondent_id,
    is_interviewer: respondent_id === null ? 1 : 0,
  });
}

/** The label, or the first of `label (2)`, `label (3)` … that no speaker of the source has. */
async function freeLabel(w: ChangeWriter, sourceId: number, label: string): Promise<string> {
  const rows = await w.trx
    .selectFrom('speaker')
    .select('label')
    .where('source_id', '=', sourceId)
    .execute();
  const taken = new Set(rows.map((row) => row.label));
  let tried = label;
  for (let n = 2; taken.has(tried); n += 1) tried = `${label} (${n})`;
  return tried;
}
