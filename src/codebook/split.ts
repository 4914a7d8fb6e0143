import type { Trx } from '../../db/schema.ts';
import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { shiftsFor } from '../domain/codetree/index.ts';
import { NotFound } from '../domain/errors.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { readText } from '../sources/index.ts';
import { contextOf } from '../domain/text/context.ts';
import { addCodeIn } from './add.ts';
import { codeOf, codesIn } from './queries.ts';
import { dropSplit, findSplit, type SplitDraft } from './split-draft.ts';

/**
 * Makes a split as one change: its parts become codes, and the codings sent to them are theirs. What was not sent anywhere
 * stays with the code. One undo brings the codings back and takes the parts away.
 * @throws NotFound `codebook.noSplit`; Conflict `codebook.nameTaken` when a part's name was taken meanwhile
 */
export async function finishSplit(
  ctx: Ctx,
  codeId: number,
): Promise<Done<{ parts: number; codings: number }>> {
  return change(ctx, { kind: 'code.split', entity: 'code' }, async (w) => {
    const code = await codeOf(w.trx, ctx.projectId, codeId);
    const split = await findSplit(w.trx, ctx, codeId);
    if (!split) throw new NotFound('codebook.noSplit');
    const ids = await addParts(ctx, w, split);
    let codings = 0;
    for (const [at, id] of ids.entries()) {
      const sent = await sentTo(w.trx, split, at + 1);
      await w.updateMany('coding', sent, { code_id: id });
      codings += sent.length;
    }
    await dropSplit(w.trx, ctx, codeId);
    const done = { parts: ids.length, codings };
    w.about(codeId, { name: code.name, ...done });
    return done;
  });
}

/** The parts as codes, in the colour of the code: under it, or right after it. */
async function addParts(ctx: Ctx, w: ChangeWriter, split: SplitDraft): Promise<number[]> {
  const code = await codeOf(w.trx, ctx.projectId, split.codeId);
  const { id: codeId, parent_id: above, colour } = code;
  const parentId = split.place === 'under' ? codeId : above;
  const ids: number[] = [];
  for (const name of split.parts)
    ids.push((await addCodeIn(ctx, w, { name, parentId, colour })).id);
  if (split.place === 'under') return ids;
  const siblings = (await codesIn(w.trx, ctx.projectId)).filter((one) => one.parentId === parentId);
  const beforeId = siblings[siblings.findIndex((one) => one.id === codeId) + 1]?.id ?? null;
  for (const partId of ids) {
    const codes = await codesIn(w.trx, ctx.projectId);
    for (const { id, position } of shiftsFor(codes, partId, { parentId, beforeId }))
      await w.update('code', id, { position });
  }
  return ids;
}

/** Codings that were sent to a part and still have the code. */
async function sentTo(trx: Trx, { id, codeId }: SplitDraft, part: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('code_split_choice as c')
    .innerJoin('coding as g', 'g.id', 'c.coding_id')
    .select('g.id')
    .where('c.split_id', '=', id)
    .where('c.part', '=', part)
    .where('g.code_id', '=', codeId)
    .orderBy('g.id')
    .execute();
  return rows.map((row) => row.id);
}

/** A coding of the code that is being split, in its place. */
export interface SplitPassage {
  id: number;
  sourceId: number;
  source: string;
  coder: string;
  /** UTF-16 code units of the source's text. */
  start: number;
  end: number;
  before: string;
  text: string;
  after: string;
  /** Where it was sent; null when that is still to be said. */
  part: number | null;
}

/** How far one has come, and the coding that is looked at. */
export interface SplitWalk {
  total: number;
  /** How many codings were sent where; [0] counts those that stay. */
  counts: number[];
  /** Number of the coding that is looked at, from 1; 0 when there is none. */
  at: number;
  passage: SplitPassage | null;
  previousId: number | null;
  nextId: number | null;
}

/** Code units of the text shown on either side of a passage. */
const AROUND = 400;

/**
 * The walk through a code's codings, by source and place; those in texts that may not be used are left out of it.
 * @param wanted the coding to look at; null goes to the first after `after` that was not sent yet, and round again
 */
export async function splitWalk(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  split: SplitDraft,
  { wanted, after }: { wanted: number | null; after: number | null },
): Promise<SplitWalk> {
  const rows = await ctx.db
    .selectFrom('coding as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .leftJoin('code_split_choice as c', (join) =>
      join.onRef('c.coding_id', '=', 'g.id').on('c.split_id', '=', split.id),
    )
    .select(['g.id', 'c.part'])
    .where('g.code_id', '=', split.codeId)
    .where('g.source_id', 'not in', withdrawnSources(ctx))
    .orderBy('s.name')
    .orderBy('g.source_id')
    .orderBy('g.start')
    .orderBy('g.id')
    .execute();
  const counts = [0, ...split.parts.map(() => 0)];
  for (const { part } of rows) if (part !== null) counts[part] = (counts[part] ?? 0) + 1;
  const at = placeIn(rows, wanted, after);
  const row = rows[at];
  return {
    total: rows.length,
    counts,
    at: at + 1,
    passage: row ? { ...(await passageOf(ctx, row.id)), part: row.part } : null,
    previousId: rows[at - 1]?.id ?? null,
    nextId: rows[at + 1]?.id ?? null,
  };
}

function placeIn(
  rows: readonly { id: number; part: number | null }[],
  wanted: number | null,
  after: number | null,
): number {
  const asked = rows.findIndex(({ id }) => id === wanted);
  if (asked >= 0) return asked;
  const from = rows.findIndex(({ id }) => id === after) + 1;
  const behind = rows.findIndex(({ part }, at) => at >= from && part === null);
  return behind >= 0 ? behind : rows.findIndex(({ part }) => part === null);
}

async function passageOf(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  codingId: number,
): Promise<Omit<SplitPassage, 'part'>> {
  const row = await ctx.db
    .selectFrom('coding as g')
    .innerJoin('source as s', 's.id', 'g.source_id')
    .innerJoin('user as u', 'u.id', 'g.coder_id')
    .select(['g.id', 'g.start', 'g.end', 's.name as source', 'u.name as coder'])
    .select('g.source_id as sourceId')
    .where('g.id', '=', codingId)
    .executeTakeFirstOrThrow();
  const { text } = await readText(ctx, row.sourceId);
  return { ...row, text: text.slice(row.start, row.end), ...contextOf(text, row, AROUND, AROUND) };
}
