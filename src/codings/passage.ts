import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { spanProblem, trimSpan, type Span, type SpanProblem } from '../domain/text/span.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import { getSource, type Source } from '../sources/index.ts';
import { textOf } from './texts.ts';

/** A passage that someone wants to code: code units of the version of the text they saw. */
export interface Wanted extends Span {
  sourceId: number;
  version: number;
}

export interface Passage extends Span {
  source: Source;
  /** Of its text, as stored with a coding. */
  sha256: string;
}

const REFUSALS: Record<SpanProblem, string> = {
  empty: 'codings.empty',
  reversed: 'codings.reversed',
  outOfRange: 'codings.outOfRange',
  notInteger: 'codings.notInteger',
  splitsCharacter: 'codings.splitsCharacter',
};

/**
 * The passage as it can be coded.
 * @throws NotFound `sources.notFound`
 * @throws Conflict `codings.staleText` when the text was corrected since
 * @throws Invalid when the span is no passage of the text
 */
export async function passageOf(ctx: Ctx, w: ChangeWriter, wanted: Wanted): Promise<Passage> {
  const source = await getSource({ db: w.trx, projectId: ctx.projectId }, wanted.sourceId);
  if (source.version !== wanted.version) throw new Conflict('codings.staleText');
  const text = await textOf(ctx.db, w.trx, source);
  checkSpan(text, wanted);
  const { start, end } = wanted;
  return { source, start, end, sha256: sha256(text.slice(start, end)) };
}

/** @throws Invalid naming what is wrong with the span (code units) */
export function checkSpan(text: string, span: Span): void {
  const problem = spanProblem(text, span);
  if (problem !== null) throw new Invalid(REFUSALS[problem], { length: text.length });
  const trimmed = trimSpan(text, span);
  if (trimmed.start === trimmed.end) throw new Invalid('codings.onlySpace');
}

export interface CodableCode {
  id: number;
  name: string;
}

/**
 * @throws NotFound `codings.noCode` when the project has no such code
 * @throws Invalid `codings.notCodable` when it only gathers others
 */
export async function codableCode(ctx: Ctx, w: ChangeWriter, codeId: number): Promise<CodableCode> {
  const code = await w.trx
    .selectFrom('code')
    .select(['id', 'name', 'is_codable'])
    .where('project_id', '=', ctx.projectId)
    .where('id', '=', codeId)
    .executeTakeFirst();
  if (!code) throw new NotFound('codings.noCode');
  if (code.is_codable !== 1) throw new Invalid('codings.notCodable', { code: code.name });
  return code;
}
