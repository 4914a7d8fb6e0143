import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { notesCarrier } from '../domain/guide/notes-carry.ts';
import { notesText } from '../domain/guide/notes-text.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { segmentText } from '../domain/text/segments.ts';
import type { Db, Trx } from '../../db/schema.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { freeName } from './names.ts';
import { notedQuestions, NOTES_TYPE } from './noted.ts';
import { removeUnheard } from './reread.ts';
import { rebuildSegments, saidIn } from './segments.ts';
import { sourceNow } from './versions-correct.ts';
import type { Tally } from './versions-fates.ts';
import { nextText, putText } from './versions.ts';

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
 * they are. When there is one already, it gets the notes as they stand now as its next version: codings and
 * what was corrected of its speakers and questions go with their words, are listed to be looked at, or are kept as lost.
 * @throws NotFound `sources.noInterview`; Invalid `sources.noNotes`
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
    if (made) {
      const tally = await replaceNotes(ctx, w, made, now);
      w.about(made.id, { name: made.name, ...tally });
      return { id: made.id };
    }
    const id = await insertSource(w, ctx, interviewId, now, titles);
    await rebuildSegments(w.trx, id);
    w.about(id, { name: titles.source(now.interview.reference) });
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

/** Puts the notes as they are now in the place of the text that was made of them before. */
async function replaceNotes(
  ctx: Ctx,
  w: ChangeWriter,
  { id, version }: NonNullable<Now['made']>,
  { text, questions }: Now,
): Promise<Tally> {
  const before = await w.trx
    .selectFrom('source_text')
    .select(['text', 'sha256'])
    .where('source_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const next = nextText(before, text, await saidIn(w.trx, id));
  const carry = notesCarrier(before.text, text, questions);
  const tally = await putText(ctx, w, await sourceNow(ctx, w, id), { ...next, carry });
  await removeUnheard(w, id);
  await rebuildSegments(w.trx, id);
  return tally;
}
