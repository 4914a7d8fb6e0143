import type { SourceKind } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Invalid, NotFound } from '../domain/errors.ts';
import { tidyName } from '../domain/names.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { segmentText, type Segmentation } from '../domain/text/segments.ts';
import type { DocumentComment } from '../files/index.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { insertComments } from './comments.ts';
import { findQuestionsIn } from './found.ts';
import { freeName, twinOf } from './names.ts';
import { rebuildSegments } from './segments.ts';
import { insertSpeakers } from './speakers.ts';

/** The file a source was read from, as it was uploaded. */
export interface Original {
  name: string;
  type: string;
  sha256: string;
  bytes: number;
  encoding: string | null;
}

export interface NewSource {
  name: string;
  /** Made canonical here. */
  text: string;
  /** Absent: a transcript when it belongs to an interview or has speakers, else a document. */
  kind?: SourceKind | undefined;
  interviewId?: number | null | undefined;
  language?: string | undefined;
  original?: Original | undefined;
  /** Of the document, to be kept as memos; their places count in `text`. */
  comments?: readonly DocumentComment[] | undefined;
  /** Adds it although the project has the same file or text already. */
  again?: boolean | undefined;
}

export interface Added {
  id: number;
  name: string;
  /** In code points. */
  characters: number;
  segments: number;
  /** The project had this file or text already: nothing was added, and this is the one it has. */
  isTwin: boolean;
}

/** Longest name, in code units. */
export const LONGEST_NAME = 200;

/**
 * Adds a text as a source with its speakers and segments, as one change.
 * @throws Invalid `sources.nameEmpty`, `sources.nameLong`, `sources.noText`
 * @throws NotFound `sources.noInterview`, also when it is another project's
 */
export async function addSource(ctx: Ctx, input: NewSource): Promise<Done<Added>> {
  const name = checkedName(input.name);
  const text = canonicalText(input.text);
  if (text.trim() === '') throw new Invalid('sources.noText', {}, 'text');
  // Outside of the transaction: on a long text these take as long as all the rest.
  const segmentation = segmentText(text);
  const textHash = sha256(text);
  const codePoints = createOffsetIndex(text).codePointLength;

  return change(ctx, { kind: 'source.added', entity: 'source' }, async (w) => {
    const interviewId = await interviewOf(ctx, w, input.interviewId ?? null);
    const twin =
      input.again === true
        ? null
        : await twinOf(ctx, w.trx, { text: textHash, file: input.original?.sha256 });
    if (twin !== null) return { ...twin, isTwin: true };
    const added = {
      name: await freeName(ctx, w.trx, name),
      text,
      textHash,
      codePoints,
      segmentation,
      interviewId,
    };
    const id = await insertSource(ctx, w, input, added);
    await insertSpeakers(ctx, w, id, segmentation, interviewId);
    await findQuestionsIn(ctx, w, id, { text, segmentation, interviewId });
    await rebuildSegments(w.trx, id, segmentation);
    await insertComments(ctx, w, id, text, input.comments ?? []);
    w.about(id, { name: added.name });
    return {
      id,
      name: added.name,
      characters: codePoints,
      segments: segmentation.segments.length,
      isTwin: false,
    };
  });
}

/** @throws Invalid `sources.nameEmpty`, `sources.nameLong` */
export function checkedName(raw: string): string {
  const name = tidyName(raw);
  if (name === '') throw new Invalid('sources.nameEmpty', {}, 'name');
  if (name.length > LONGEST_NAME) throw new Invalid('sources.nameLong', {}, 'name');
  return name;
}

/** The interview, if it is this project’s. @throws NotFound `sources.noInterview` */
export async function interviewOf(
  ctx: Ctx,
  w: ChangeWriter,
  id: number | null,
): Promise<number | null> {
  if (id === null) return null;
  const found = await w.trx
    .selectFrom('interview')
    .select('id')
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!found) throw new NotFound('sources.noInterview', {}, 'interview');
  return found.id;
}

interface Prepared {
  name: string;
  text: string;
  textHash: string;
  codePoints: number;
  segmentation: Segmentation;
  interviewId: number | null;
}

async function insertSource(
  ctx: Ctx,
  w: ChangeWriter,
  input: NewSource,
  made: Prepared,
): Promise<number> {
  const { segments, wrapped } = made.segmentation;
  const hasSpeakers = segments.some(({ speaker }) => speaker !== null);
  const found: SourceKind = made.interviewId !== null || hasSpeakers ? 'transcript' : 'document';
  const { original } = input;
  const id = await w.insert('source', {
    guid: ctx.newGuid(),
    project_id: ctx.projectId,
    interview_id: made.interviewId,
    name: made.name,
    kind: input.kind ?? found,
    language: input.language ?? '',
    version: 1,
    length: made.text.length,
    code_points: made.codePoints,
    text_sha256: made.textHash,
    is_wrapped: wrapped ? 1 : 0,
    original_name: original?.name ?? null,
    original_type: original?.type ?? null,
    original_sha256: original?.sha256 ?? null,
    original_bytes: original?.bytes ?? null,
    encoding: original?.encoding ?? null,
    revision: 1,
    created_by: ctx.userId,
    created_at: ctx.now(),
  });
  await w.insert('source_text', {
    source_id: id,
    version: 1,
    text: made.text,
    sha256: made.textHash,
    created_at: ctx.now(),
  });
  return id;
}
