import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { boundaryBefore } from '../domain/text/snap.ts';
import type { Span } from '../domain/text/span.ts';
import { pickExamples } from '../domain/workbench/examples.ts';
import { getSource } from '../sources/index.ts';
import { textOf } from './texts.ts';

/** Passages shown beside a code's rule. */
const EXAMPLES = 3;
/** Passages picked as examples that are shown before them. */
const PICKED = 10;
/** Code units of a passage shown there. */
const SHOWN = 240;

/** Passages that are chosen among: a code with more is known well enough. */
const MOST = 5000;

type Reader = Pick<Ctx, 'db' | 'projectId' | 'userId' | 'now'>;

/** Where the rule is looked at. */
export interface Look {
  sourceId: number;
  /** From 0; each shows other passages. */
  round: number;
}

export interface RuleRow {
  definition: string;
  useWhen: string;
  notWhen: string;
  example: string;
  /** Codings with this code in the project that may be used. */
  total: number;
  /** Of these, in other texts than the one at hand. */
  elsewhere: number;
  passages: ExamplePassage[];
  /** Those picked as examples of it. */
  picked: ExamplePassage[];
}

export interface ExamplePassage extends Span {
  sourceId: number;
  source: string;
  /** What was coded, on one line, cut when long. */
  text: string;
}

/**
 * A code's rule and a few of its passages from other texts. They are chosen at random, by person and day: coders meet more
 * than the first ones, and whoever comes back finds what was there.
 * @throws NotFound `codings.noCode`
 */
export async function ruleOf(ctx: Reader, codeId: number, look: Look): Promise<RuleRow> {
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
  const elsewhere = await ctx.db
    .selectFrom('coding')
    .select(['id', 'source_id as sourceId', 'start', 'end'])
    .where('code_id', '=', codeId)
    .where('source_id', '!=', look.sourceId)
    .where('source_id', 'not in', withdrawnSources(ctx))
    .orderBy('id')
    .limit(MOST)
    .execute();
  const picked = await ctx.db
    .selectFrom('coding')
    .select(['source_id as sourceId', 'start', 'end'])
    .where('project_id', '=', ctx.projectId)
    .where('code_id', '=', codeId)
    .where('is_example', '=', 1)
    .where('source_id', 'not in', withdrawnSources(ctx))
    .orderBy('id')
    .limit(PICKED)
    .execute();
  const seed = `${ctx.userId}.${codeId}.${ctx.now().slice(0, 10)}`;
  const chosen = pickExamples(elsewhere, seed, look.round, EXAMPLES);
  return {
    ...code,
    total,
    elsewhere: elsewhere.length,
    passages: await Promise.all(chosen.map((coding) => passageOf(ctx, coding))),
    picked: await Promise.all(picked.map((coding) => passageOf(ctx, coding))),
  };
}

async function passageOf(
  ctx: Reader,
  { sourceId, start, end }: Span & { sourceId: number },
): Promise<ExamplePassage> {
  const source = await getSource(ctx, sourceId);
  const text = await textOf(ctx.db, ctx.db, source);
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
