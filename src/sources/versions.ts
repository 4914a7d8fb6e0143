import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { carrier, type Carried } from '../domain/text/carry.ts';
import { difference, type Change } from '../domain/text/difference.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { orderOfMoves, type Move } from '../domain/text/placing.ts';
import { segmentText, type Segmentation } from '../domain/text/segments.ts';
import type { Span } from '../domain/text/span.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import { carryMarks } from './marks.ts';
import { NOTES_TYPE } from './noted.ts';
import { rebuildSegments, saidOf } from './segments.ts';
import { insertSpeakers } from './speakers.ts';

/** What became of the codings when their text changed. */
export interface Tally {
  kept: number;
  changed: number;
  lost: number;
}

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

/** A coding where it stands, and where it stood when its words last read as they were coded. */
export interface Standing extends Span {
  id: number;
  codeId: number;
  coderId: number;
  was: (Span & { version: number }) | null;
}

/** Every coding of a source by place; a source has a size limit, and with it they have. */
export async function standingIn(trx: Db | Trx, sourceId: number): Promise<Standing[]> {
  const rows = await trx
    .selectFrom('coding')
    .select(['id', 'code_id', 'coder_id', 'start', 'end', 'was_version', 'was_start', 'was_end'])
    .where('source_id', '=', sourceId)
    .orderBy('start')
    .orderBy('end')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    codeId: row.code_id,
    coderId: row.coder_id,
    start: row.start,
    end: row.end,
    was:
      row.was_version === null || row.was_start === null || row.was_end === null
        ? null
        : { version: row.was_version, start: row.was_start, end: row.was_end },
  }));
}

/** Where a coding goes when its text changes. */
export interface Fate extends Standing {
  carried: Carried;
}

/**
 * What becomes of each coding. One that would stand on the very words of another by the same coder with the same code has
 * no place left, and counts as lost.
 */
export function fatesOf(
  codings: readonly Standing[],
  carry: (passage: Span) => Carried,
): { fates: Fate[]; moves: Move[] } {
  const fates = codings.map((coding) => ({ ...coding, carried: carry(coding) }));
  const { moves, taken } = orderOfMoves(
    fates.flatMap(({ carried, id, codeId, coderId, start, end }) =>
      carried.state === 'lost'
        ? []
        : [{ id, kind: `${codeId} ${coderId}`, from: { start, end }, to: carried.span }],
    ),
  );
  const without = new Set(taken.map(({ id }) => id));
  return {
    moves,
    fates: fates.map((fate) =>
      without.has(fate.id) ? { ...fate, carried: { state: 'lost' as const } } : fate,
    ),
  };
}

/** What is carried over, counted. */
export function tallyOf(fates: readonly Fate[]): Tally {
  const tally = { kept: 0, changed: 0, lost: 0 };
  for (const { carried } of fates) tally[carried.state] += 1;
  return tally;
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
  await carryOver(ctx, w, source, next.text, fates, moves);
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

/** Moves every coding, and keeps as lost those that have no place. A memo on a lost one is then on its source. */
async function carryOver(
  ctx: Ctx,
  w: ChangeWriter,
  source: SourceNow,
  text: string,
  fates: readonly Fate[],
  moves: readonly Move[],
): Promise<void> {
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  for (const fate of fates) if (fate.carried.state === 'lost') await lose(ctx, w, source, fate);
  for (const { id, to } of moves) {
    const fate = byId.get(id);
    if (!fate) continue;
    const { start, end, was, carried } = fate;
    if (carried.state === 'kept') {
      await w.update('coding', id, to);
      continue;
    }
    const quote_sha256 = sha256(text.slice(to.start, to.end));
    const readsAgain = was !== null && (await hashIn(w.trx, source.id, was)) === quote_sha256;
    const seen = readsAgain ? null : (was ?? { version: source.version, start, end });
    await w.update('coding', id, {
      ...to,
      quote_sha256,
      was_version: seen?.version ?? null,
      was_start: seen?.start ?? null,
      was_end: seen?.end ?? null,
    });
  }
}

async function lose(ctx: Ctx, w: ChangeWriter, source: SourceNow, fate: Fate): Promise<void> {
  const coding = await w.trx
    .selectFrom('coding')
    .select(['guid', 'project_id', 'quote_sha256', 'created_at', 'for_report', 'is_example'])
    .where('id', '=', fate.id)
    .executeTakeFirstOrThrow();
  // What someone last saw under the code, which is not what it came to cover in between.
  const seen = fate.was ?? { version: source.version, start: fate.start, end: fate.end };
  const lost = await w.insert('lost_coding', {
    ...coding,
    quote_sha256:
      fate.was === null ? coding.quote_sha256 : await hashIn(w.trx, source.id, fate.was),
    source_id: source.id,
    code_id: fate.codeId,
    coder_id: fate.coderId,
    version: seen.version,
    start: seen.start,
    end: seen.end,
    lost_at: ctx.now(),
  });
  for (const memo of await memosOf(w, 'coding_id', fate.id))
    await w.update('memo', memo, { coding_id: null, source_id: source.id, lost_coding_id: lost });
  await w.remove('coding', fate.id);
}

async function hashIn(
  trx: Trx,
  sourceId: number,
  { version, start, end }: Span & { version: number },
): Promise<string> {
  const { text } = await trx
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', sourceId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return sha256(text.slice(start, end));
}

/** Ids of the memos on a coding, or on one that is lost. */
export async function memosOf(
  w: ChangeWriter,
  column: 'coding_id' | 'lost_coding_id',
  id: number,
): Promise<number[]> {
  const rows = await w.trx.selectFrom('memo').select('id').where(column, '=', id).execute();
  return rows.map((row) => row.id);
}

/** What people said of the labels in a text: which are speakers, which are not. */
export async function saidIn(db: Db | Trx, sourceId: number): Promise<Map<string, boolean>> {
  const rows = await db
    .selectFrom('speaker')
    .select(['label', 'is_speaker'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  return saidOf(rows.map(({ label, is_speaker }) => ({ label, isSpeaker: is_speaker === 1 })));
}
