/** What a page has to paint anew after the changes of others. */
import type { Ctx } from '../deps.ts';
import type { Span } from '../domain/text/span.ts';
import type { RowImage } from '../history/index.ts';
import { bookOf, withBelow } from './book.ts';
import { codesIn, type Recorded } from './since.ts';

export interface CatchUp {
  spans: Span[];
  codeIds: Set<number>;
  /** Codes came, went or changed. */
  changesTree: boolean;
  /** Its words, speakers or questions changed: only a new page shows it. */
  needsReload: boolean;
}

interface Coding extends Span {
  source_id: number;
  code_id: number;
}

/** Tables that say how a text is divided. */
const DIVIDES: ReadonlySet<string> = new Set(['source_text', 'speaker', 'structure_mark']);

/** Reads changes back as what they did to one source's page. */
export async function catchUp(
  ctx: Ctx,
  changes: readonly Recorded[],
  sourceId: number,
): Promise<CatchUp> {
  const images = changes.flatMap((each) => each.images);
  const found: CatchUp = {
    spans: [],
    // Codings of other sources count beside this one as well.
    codeIds: new Set(codesIn(images)),
    changesTree: images.some(({ table }) => table === 'code'),
    needsReload: images.some((one) => divides(one, sourceId)),
  };
  const rows = await codingRows(ctx, images, sourceId);
  for (const { table, id, before, after } of images) {
    if (table === 'memo') {
      const coding = rows.get(Number(before?.['coding_id'] ?? after?.['coding_id']));
      if (coding) note(found, coding);
    } else if (table === 'coding')
      for (const side of [before, after])
        if (side !== null && rows.has(id)) note(found, { ...rows.get(id), ...side } as Coding);
  }
  await noteCodes(ctx, images, sourceId, found);
  return found;
}

function note(found: CatchUp, { start, end, code_id }: Coding): void {
  found.spans.push({ start, end });
  found.codeIds.add(code_id);
}

function divides({ table, id, before, after }: RowImage, sourceId: number): boolean {
  const side = { ...before, ...after };
  if (table === 'source') return id === sourceId && 'version' in side;
  return DIVIDES.has(table) && (side['source_id'] ?? sourceId) === sourceId;
}

/** The source's codings that the images are about, as they stand or stood; by id. */
async function codingRows(
  { db }: Ctx,
  images: readonly RowImage[],
  sourceId: number,
): Promise<Map<number, Coding>> {
  const known = new Map<number, Coding>();
  const ids = [...new Set(images.flatMap(codingIds))];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const standing = await db
      .selectFrom('coding')
      .select(['id', 'source_id', 'code_id', 'start', 'end'])
      .where('source_id', '=', sourceId)
      .where('id', 'in', ids.slice(from, from + AT_ONCE))
      .execute();
    for (const { id, ...row } of standing) known.set(id, row);
  }
  // What was removed since is known only by its images.
  for (const { table, id, before, after } of images) {
    const whole = (after ?? before) as (Coding & Record<string, unknown>) | null;
    if (table === 'coding' && whole?.source_id === sourceId && !known.has(id)) known.set(id, whole);
  }
  return known;
}

/** Bound values of one query. */
const AT_ONCE = 500;

/** A memo that was only changed shows nothing on the page, so it is not looked for. */
function codingIds({ table, id, before, after }: RowImage): number[] {
  if (table === 'coding') return [id];
  const coding = (before ?? after)?.['coding_id'];
  return table === 'memo' && typeof coding === 'number' ? [coding] : [];
}

/** A code's name or colour stands wherever it, or a code below it, is applied. */
async function noteCodes(
  ctx: Ctx,
  images: readonly RowImage[],
  sourceId: number,
  found: CatchUp,
): Promise<void> {
  const changed = new Set(
    images.flatMap(({ table, id, before, after }) =>
      table === 'code' && before !== null && after !== null ? [id] : [],
    ),
  );
  if (changed.size === 0) return;
  const book = await bookOf(ctx.db, ctx.projectId);
  const shown = withBelow(book, changed);
  if (shown.length === 0) return;
  const codings = await ctx.db
    .selectFrom('coding')
    .select(['source_id', 'code_id', 'start', 'end'])
    .where('source_id', '=', sourceId)
    .where(
      'code_id',
      'in',
      shown.map(({ id }) => id),
    )
    .execute();
  for (const coding of codings) note(found, coding);
}
