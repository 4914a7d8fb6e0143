import type { Ctx } from '../deps.ts';
import { codesIn } from '../codebook/index.ts';
import { findQuote } from '../domain/text/quotes.ts';
import { change, sha256, type ChangeWriter } from '../history/index.ts';
import { coderNamed } from '../projects/index.ts';
import { readText } from '../sources/index.ts';
import type { ExampleCoding, Study } from './study.ts';

/** The codings of one source. */
export interface CodedSource {
  sourceId: number;
  codings: readonly ExampleCoding[];
}

/** What both coders coded, with their memos: one change. @returns how many codings */
export async function loadCodings(
  ctx: Ctx,
  study: Study,
  sources: readonly CodedSource[],
): Promise<number> {
  const placed = await Promise.all(sources.map((source) => place(ctx, source)));
  const { value } = await change(ctx, { kind: 'example.coded', entity: 'coding' }, async (w) => {
    const coders = new Map<string, number>();
    for (const coder of study.coders) coders.set(coder.initials, await coderNamed(ctx, w, coder));
    const codes = new Map(
      (await codesIn(w.trx, ctx.projectId)).map((code) => [code.path, code.id]),
    );
    const all = placed.flat().map((coding) => ({
      ...coding,
      codeId: known(codes, coding.code),
      coderId: known(coders, coding.coder),
    }));
    const ids = await w.insertMany(
      'coding',
      all.map(({ sourceId, codeId, coderId, start, end, quote }) => ({
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        source_id: sourceId,
        code_id: codeId,
        coder_id: coderId,
        start,
        end,
        quote_sha256: sha256(quote),
        revision: 1,
        created_at: ctx.now(),
      })),
    );
    await addMemos(ctx, w, all, ids);
    w.detail = { n: ids.length };
    return ids.length;
  });
  return value;
}

type Placed = ExampleCoding & { sourceId: number; start: number; end: number };

/** Where each quote stands; the example's own tests hold it to exactly one place. */
async function place(ctx: Ctx, { sourceId, codings }: CodedSource): Promise<Placed[]> {
  const { text } = await readText(ctx, sourceId);
  return codings.map((coding) => {
    const [span, other] = findQuote(text, coding.quote, 2);
    if (!span || other) throw new Error(`not exactly once in its source: ${coding.quote}`);
    return { ...coding, ...span, sourceId };
  });
}

async function addMemos(
  ctx: Ctx,
  w: ChangeWriter,
  codings: readonly (Placed & { coderId: number })[],
  ids: readonly number[],
): Promise<void> {
  const now = ctx.now();
  await w.insertMany(
    'memo',
    codings.flatMap(({ memo, coderId }, n) =>
      memo.trim() === ''
        ? []
        : [
            {
              guid: ctx.newGuid(),
              project_id: ctx.projectId,
              coding_id: ids[n] ?? null,
              body: memo.trim(),
              author_id: coderId,
              revision: 1,
              created_at: now,
              updated_at: now,
            },
          ],
    ),
  );
}

function known(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the example names ${name}, which it does not have`);
  return id;
}
