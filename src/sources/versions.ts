import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { carrier, type Carried } from '../domain/text/carry.ts';
import { difference, type Change } from '../domain/text/difference.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { segmentText, type Segmentation } from '../domain/text/segments.ts';
import type { Span } from '../domain/text/span.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import { carryMarks } from './marks.ts';
import { NOTES_TYPE } from './noted.ts';
import { rebuildSegments, saidIn } from './segments.ts';
import { insertSpeakers } from './speakers.ts';
import { carryCodings } from './versions-codings.ts';
import { fatesOf, standingIn, tallyOf, type Tally } from './versions-fates.ts';

/** A text that is to follow another, with what takes long to find out: made before the transaction begins. */
export interface NextText {
  before: { text: string; sha256: string };
  text: string;
  sha256: string;
  codePoints: number;
  changes: Change[];
  /** What people said of its labels then, and the segments found with that. */
  said: ReadonlyMap<string, boolean>;
  segmentation: Segmentation;
  /** Where passages go; absent: by what changed from the one text to the other. */
  carry?: (passage: Span) => Carried;
}

/**
 * @param text canonical
 * @throws Invalid `sources.noText` when no words are left
 */
export function nextText(
  before: NextText['before'],
  text: string,
  said: ReadonlyMap<string, boolean>,
): NextText {
  if (text.trim() === '') throw new Invalid('sources.noText', {}, 'text');
  return {
    before,
    text,
    sha256: sha256(text),
    codePoints: createOffsetIndex(text).codePointLength,
    changes: difference(before.text, text),
    said,
    segmentation: segmentText(text, said),
  };
}

export interface SourceNow {
  id: number;
  version: number;
  length: number;
  text_sha256: string;
  interview_id: number | null;
  original_type: string | null;
}

/**
 * Puts the next version of a text in place: every coding on its passage or kept as lost, speakers that are new, segments.
 * @param more further columns of the source that change with it
 * @throws Conflict `versions.textChanged` when the text is no longer the one that `next` follows
 */
export async function putText(
  ctx: Ctx,
  w: ChangeWriter,
  source: SourceNow,
  next: NextText,
  more: Readonly<Record<string, string | number | null>> = {},
): Promise<Tally> {
  if (source.text_sha256 !== next.before.sha256) throw new Conflict('versions.textChanged');
  const carry = next.carry ?? carrier(next.before.text, next.text, next.changes);
  const { fates, moves } = fatesOf(await standingIn(w.trx, source.id), carry);
  const segmentation = await segmentationNow(w.trx, source.id, next);
  const version = source.version + 1;
  await w.insert('source_text', {
    source_id: source.id,
    version,
    text: next.text,
    sha256: next.sha256,
    created_at: ctx.now(),
  });
  const facts = {
    ...more,
    version,
    code_points: next.codePoints,
    text_sha256: next.sha256,
    is_wrapped: segmentation.wrapped ? (1 as const) : (0 as const),
  };
  // As long as both, while codings move: the database lets none end after its text, also when this is undone.
  await w.update('source', source.id, {
    ...facts,
    length: Math.max(source.length, next.text.length),
  });
  await carryCodings(ctx, w, source, next.text, fates, moves);
  await w.update('source', source.id, { length: next.text.length });
  // Labels that it no longer has stay: someone may have said who they are.
  await insertSpeakers(ctx, w, source.id, segmentation, source.interview_id);
  await carryMarks(w, source.id, carry);
  const isNoted = (more['original_type'] ?? source.original_type) === NOTES_TYPE;
  await rebuildSegments(w.trx, source.id, isNoted ? undefined : segmentation);
  return tallyOf(fates);
}

/** As found before, unless someone corrected a label in between. */
async function segmentationNow(
  trx: Trx,
  sourceId: number,
  { text, said, segmentation }: NextText,
): Promise<Segmentation> {
  const now = await saidIn(trx, sourceId);
  const isSame = now.size === said.size && [...now].every(([label, is]) => said.get(label) === is);
  return isSame ? segmentation : segmentText(text, now);
}
