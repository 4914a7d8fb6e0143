import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { notedSections, notesText } from '../domain/guide/notes-text.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { reanchor } from '../domain/text/reanchor.ts';
import { segmentText } from '../domain/text/segments.ts';
import type { Span } from '../domain/text/span.ts';
import type { Db, Trx } from '../../db/schema.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { freeName } from './names.ts';
import { notedQuestions, NOTES_TYPE } from './noted.ts';
import { rebuildSegments } from './segments.ts';

/** What notes without a question are called, and the source itself; both are words of the page. */
export interface NotesTitles {
  free: string;
  source: (interview: string) => string;
}

/** The notes of an interview as one text, and the source that was made of them before. */
export async function notesNow(db: Db | Trx, projectId: number, interviewId: number, free: string) {
  const interview = await db
    .selectFrom('interview')
    .select(['reference', 'notes', 'language'])
    .where('project_id', '=', projectId)
    .where('id', '=', interviewId)
    .executeTakeFirst();
  if (!interview) throw new NotFound('sources.noInterview');
  const questions = await notedQuestions(db as Trx, interviewId);
  const text = canonicalText(
    notesText([
      { number: null, title: free, notes: interview.notes },
      ...questions.map(({ number, text: title, notes }) => ({ number, title, notes })),
    ]),
  );
  const made = await db
    .selectFrom('source')
    .select(['id', 'name', 'version', 'length', 'text_sha256', 'revision'])
    .where('project_id', '=', projectId)
    .where('interview_id', '=', interviewId)
    .where('original_type', '=', NOTES_TYPE)
    .orderBy('id')
    .executeTakeFirst();
  return { interview, questions, text, made: made ?? null };
}

/**
 * Makes the notes of an interview a source whose segments know their question and, when one person answered, whose words
 * they are. When there is one already, it gets the notes as they stand now as its next version; codings keep their passage.
 * @throws NotFound `sources.noInterview`; Invalid `sources.noNotes`
 * @throws Conflict `sources.notesCoded` when a coded passage is no longer in the notes: nothing is changed then
 */
export async function sourceFromNotes(
  ctx: Ctx,
  interviewId: number,
  titles: NotesTitles,
): Promise<Done<{ id: number }>> {
  return change(ctx, { kind: 'source.fromNotes', entity: 'source' }, async (w) => {
    const now = await notesNow(w.trx, ctx.projectId, interviewId, titles.free);
    if (now.text === '') throw new Invalid('sources.noNotes');
    const { made } = now;
    if (made?.text_sha256 === sha256(now.text)) return { id: made.id };
    const id = made?.id ?? (await insertSource(w, ctx, interviewId, now, titles));
    if (made) await replaceText(w, ctx, made, now);
    await rebuildSegments(w.trx, id);
    w.about(id, { name: made?.name ?? titles.source(now.interview.reference) });
    return { id };
  });
}

type Now = Awaited<ReturnType<typeof notesNow>>;

const factsOf = (text: string) => ({
  length: text.length,
  code_points: createOffsetIndex(text).codePointLength,
  text_sha256: sha256(text),
  is_wrapped: segmentText(text).wrapped ? (1 as const) : (0 as const),
});

async function insertSource(
  w: ChangeWriter,
  ctx: Ctx,
  interviewId: number,
  { interview, text }: Now,
  titles: NotesTitles,
): Promise<number> {
  const id = await w.insert('source', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    interview_id: interviewId,
    name: await freeName(ctx, w.trx, titles.source(interview.reference)),
    kind: 'notes',
    language: interview.language,
    version: 1,
    ...factsOf(text),
    original_name: null,
    original_type: NOTES_TYPE,
    original_sha256: null,
    original_bytes: null,
    encoding: null,
    revision: 1,
    created_by: ctx.userId,
    created_at: ctx.now(),
  });
  await insertText(w, ctx, id, 1, text);
  const people = await w.trx
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select(['r.id', 'r.reference'])
    .where('ir.interview_id', '=', interviewId)
    .limit(2)
    .execute();
  const [one] = people;
  if (one && people.length === 1)
    await w.insert('speaker', {
      source_id: id,
      label: one.reference,
      respondent_id: one.id,
      is_interviewer: 0,
    });
  return id;
}

const insertText = (w: ChangeWriter, ctx: Ctx, id: number, version: number, text: string) =>
  w.insert('source_text', {
    source_id: id,
    version,
    text,
    sha256: sha256(text),
    created_at: ctx.now(),
  });

/** Puts the next version of the text in place and every coding where its passage now is. */
async function replaceText(
  w: ChangeWriter,
  ctx: Ctx,
  made: NonNullable<Now['made']>,
  { text, questions }: Now,
): Promise<void> {
  const before = await w.trx
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', made.id)
    .where('version', '=', made.version)
    .executeTakeFirstOrThrow();
  const codings = await w.trx
    .selectFrom('coding')
    .select(['id', 'start', 'end', 'code_id', 'coder_id'])
    .where('source_id', '=', made.id)
    .orderBy('start')
    .execute();
  const places = placesOf(before.text, text, questions, codings);
  const lost = codings.filter((coding) => !places.has(coding.id)).length;
  if (lost > 0) throw new Conflict('sources.notesCoded', { name: made.name, n: lost });
  const version = made.version + 1;
  await insertText(w, ctx, made.id, version, text);
  // As long as both, while codings move: the database lets none end after its text, also when this is undone.
  const facts = factsOf(text);
  const longest = Math.max(made.length, facts.length);
  await w.update('source', made.id, { ...facts, version, length: longest });
  for (const [id, place] of inOrder(codings, places)) await w.update('coding', id, place);
  await w.update('source', made.id, { length: facts.length });
}

interface Coded extends Span {
  id: number;
  code_id: number;
  coder_id: number;
}

/** Where each coded passage stands under its question in the new text; what is not found, or falls on another, is left out. */
function placesOf(
  before: string,
  after: string,
  questions: Now['questions'],
  codings: readonly Coded[],
): Map<number, Span> {
  const [was, is] = [notedSections(before, questions), notedSections(after, questions)];
  const places = new Map<number, Span>();
  const taken = new Set<string>();
  for (const coding of codings) {
    const section = was.find(({ start, end }) => start <= coding.start && coding.start < end);
    const within = is.find(({ questionId }) => questionId === section?.questionId);
    const place = within ? reanchor(before, coding, after, within) : null;
    const key = `${place?.start}-${place?.end}-${coding.code_id}-${coding.coder_id}`;
    if (place === null || taken.has(key)) continue;
    taken.add(key);
    places.set(coding.id, place);
  }
  return places;
}

/** Those that move back first, from the front; then those that move on, from the end: so that none lands on another. */
function inOrder(codings: readonly Coded[], places: ReadonlyMap<number, Span>): [number, Span][] {
  const moves = codings.flatMap(({ id, start }): [number, Span, number][] => {
    const place = places.get(id);
    return place ? [[id, place, place.start - start]] : [];
  });
  const back = moves.filter(([, , by]) => by < 0);
  const on = moves.filter(([, , by]) => by >= 0).reverse();
  return [...back, ...on].map(([id, place]) => [id, place]);
}
