import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { boundaryBefore } from '../domain/text/snap.ts';
import type { Span } from '../domain/text/span.ts';
import { getSource } from '../sources/index.ts';
import { textOf } from './texts.ts';

/** Passages shown beside a code's rule. */
const EXAMPLES = 3;
/** Code units of a passage shown there. */
const SHOWN = 240;

type Reader = Pick<Ctx, 'db' | 'projectId'>;

export interface RuleRow {
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  /** Codings with this code in the project that may be used. */
  total: number;
  passages: ExamplePassage[];
}

export interface ExamplePassage extends Span {
  sourceId: number;
  source: string;
  /** What was coded, on one line, cut when long. */
  text: string;
}

/**
 * A code's rule and a few of its passages, another choice each time, so that coders meet more than the first ones.
 * @throws NotFound `codings.noCode`
 */
export async function ruleOf(ctx: Reader, codeId: number): Promise<RuleRow> {
  const code = await ctx.db
    .selectFrom('code')
    .select(['definition', 'use_when as useWhen', 'not_when as notWhen', 'example'])
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', codeId)
    .executeTakeFirst();
  if (!code) throw new NotFound('codings.noCode');
  const { total } = await ctx.db
    .selectFrom('coding')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('code_id', '=', codeId)
    .where('source_id', 'not in', withdrawnSources(ctx))
    .executeTakeFirstOrThrow();
  const passages = await Promise.all(
    someOf(total, EXAMPLES).map((nth) => passageAt(ctx, codeId, nth)),
  );
  return { ...code, total, passages: passages.filter((passage) => passage !== null) };
}

/** Up to `count` different numbers below `total`, at random. */
function someOf(total: number, count: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(total, count)) chosen.add(Math.floor(Math.random() * total));
  return [...chosen].sort((a, b) => a - b);
}

async function passageAt(ctx: Reader, codeId: number, nth: number): Promise<ExamplePassage | null> {
  const coding = await ctx.db
    .selectFrom('coding')
    .select(['source_id', 'start', 'end'])
    .where('code_id', '=', codeId)
    .where('source_id', 'not in', withdrawnSources(ctx))
    .orderBy('id')
    .offset(nth)
    .limit(1)
    .executeTakeFirst();
  if (!coding) return null;
  const source = await getSource(ctx, coding.source_id);
  const text = await textOf(ctx.db, ctx.db, source);
  const { start, end } = coding;
  return {
    sourceId: source.id,
    source: source.name,
    start,
    end,
    text: excerpt(text, { start, end }),
  };
}

/** A passage on one line; a long one ends in an ellipsis, between characters. */
function excerpt(text: string, { start, end }: Span): string {
  const cut = end - start > SHOWN ? boundaryBefore(text, start + SHOWN) : end;
  const line = text.slice(start, cut).replace(/\s+/gu, ' ').trim();
  return cut < end ? `${line}…` : line;
}
