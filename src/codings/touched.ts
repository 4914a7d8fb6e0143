import type { Ctx } from '../deps.ts';
import type { Span } from '../domain/text/span.ts';
import type { RowImage } from '../history/index.ts';

/** What a change did to the codings of one source. */
export interface Touched {
  /** Where codings were or are. */
  spans: Span[];
  codeIds: Set<number>;
  /** Codes came or went. */
  changesTree: boolean;
  /** It changed what the workbench shows in other ways: names, colours, the text, another source. */
  reachesFurther: boolean;
}

interface Coding extends Span {
  source_id: number;
  code_id: number;
}

/** Reads one recorded change back, so that undo and redo repaint only what they changed. */
export async function touchedBy(ctx: Ctx, changeId: number, sourceId: number): Promise<Touched> {
  const row = await ctx.db
    .selectFrom('change')
    .select('rows')
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', changeId)
    .executeTakeFirstOrThrow();
  const images = JSON.parse(row.rows) as RowImage[];
  const touched: Touched = {
    spans: [],
    codeIds: new Set(),
    changesTree: false,
    reachesFurther: false,
  };
  for (const image of images) {
    if (image.table === 'memo') await noteMemo(ctx, image, sourceId, touched);
    else if (image.table === 'coding') await noteCoding(ctx, image, sourceId, touched);
    else if (image.table === 'code' && (image.before === null || image.after === null))
      touched.changesTree = true;
    else touched.reachesFurther = true;
  }
  return touched;
}

async function noteCoding(
  ctx: Ctx,
  image: RowImage,
  sourceId: number,
  touched: Touched,
): Promise<void> {
  const now = await codingRow(ctx, image.id);
  // An image of an update holds only the columns that changed; the rest stand in the row.
  for (const side of [image.before, image.after]) {
    if (side === null) continue;
    const coding = { ...now, ...side } as Coding;
    if (coding.source_id !== sourceId) {
      touched.reachesFurther = true;
      continue;
    }
    touched.spans.push({ start: coding.start, end: coding.end });
    touched.codeIds.add(coding.code_id);
  }
}

async function noteMemo(
  ctx: Ctx,
  image: RowImage,
  sourceId: number,
  touched: Touched,
): Promise<void> {
  const id =
    image.before?.['coding_id'] ?? image.after?.['coding_id'] ?? (await memoCoding(ctx, image.id));
  const coding = typeof id === 'number' ? await codingRow(ctx, id) : null;
  if (coding === null || coding.source_id !== sourceId) return;
  touched.spans.push({ start: coding.start, end: coding.end });
}

async function codingRow({ db, projectId }: Ctx, id: number): Promise<Coding | null> {
  const row = await db
    .selectFrom('coding')
    .select(['source_id', 'code_id', 'start', 'end'])
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function memoCoding({ db, projectId }: Ctx, id: number): Promise<number | null> {
  const row = await db
    .selectFrom('memo')
    .select('coding_id')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.coding_id ?? null;
}
