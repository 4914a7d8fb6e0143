import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { overlaps, type Span } from '../domain/text/span.ts';
import { shortHash } from '../domain/text/hash.ts';
import { getSource } from '../sources/index.ts';
import { textOf } from './texts.ts';

/** The words of a coding with all that says where they stand; who said them by reference, never by name. */
export interface Quote {
  /** One piece for each turn it runs over, without labels and times. */
  pieces: string[];
  /** References of the respondents who speak here; of the interview's when the text does not say who speaks. */
  respondents: string[];
  /** The words are the interviewer's own. */
  isInterviewer: boolean;
  source: string;
  interview: string | null;
  /** From the start of the recording, where the text says so. */
  timeMs: number | null;
  /** Unicode code points of the text, the end exclusive. */
  start: number;
  end: number;
  version: number;
  /** First letters of the text's SHA-256. */
  hash: string;
  /** Nothing of this interview may be used any more. */
  isWithdrawn: boolean;
  /** What was agreed about quoting this interview. */
  mayQuote: string;
}

/**
 * A coding as a quote with its reference.
 * @throws NotFound `codings.noCoding`
 */
export async function quoteOf(ctx: Ctx, sourceId: number, codingId: number): Promise<Quote> {
  const source = await getSource(ctx, sourceId);
  const span = await spanOf(ctx, sourceId, codingId);
  const text = await textOf(ctx.db, ctx.db, source);
  const index = createOffsetIndex(text);
  const turns = (await turnsOf(ctx, sourceId, span)).filter((turn) => overlaps(turn, span));
  const said = turns.filter(({ isInterviewer }) => !isInterviewer);
  return {
    pieces: turns
      .map(({ start, end }) => text.slice(Math.max(start, span.start), Math.min(end, span.end)))
      .map((words) => words.replace(/\s+/gu, ' ').trim())
      .filter((words) => words !== ''),
    respondents: await references(ctx, source.interviewId, said),
    isInterviewer: turns.length > 0 && said.length === 0,
    source: source.name,
    interview: source.interview,
    timeMs: turns[0]?.timeMs ?? null,
    start: index.toCodePoints(span.start),
    end: index.toCodePoints(span.end),
    version: source.version,
    hash: shortHash(source.textSha256),
    isWithdrawn: source.isWithdrawn,
    mayQuote: await agreedOn(ctx, source.interviewId),
  };
}

async function spanOf(ctx: Ctx, sourceId: number, codingId: number): Promise<Span> {
  const span = await ctx.db
    .selectFrom('coding')
    .select(['start', 'end'])
    .where('project_id', '=', ctx.projectId)
    .where('source_id', '=', sourceId)
    .where('id', '=', codingId)
    .executeTakeFirst();
  if (!span) throw new NotFound('codings.noCoding');
  return span;
}

interface Turn extends Span {
  timeMs: number | null;
  respondent: string | null;
  isInterviewer: boolean;
}

/** The turns that a span runs over; their words only. */
async function turnsOf({ db }: Ctx, sourceId: number, { start, end }: Span): Promise<Turn[]> {
  const rows = await db
    .selectFrom('segment as s')
    .leftJoin('speaker as p', 'p.id', 's.speaker_id')
    .leftJoin('speaker as same', 'same.id', 'p.same_as_id')
    .leftJoin('respondent as r', (join) =>
      join.on((eb) => eb('r.id', '=', eb.fn.coalesce('same.respondent_id', 'p.respondent_id'))),
    )
    .select(['s.body_start', 's.end', 's.time_ms', 'r.reference', 'p.is_interviewer'])
    .where('s.source_id', '=', sourceId)
    .where('s.start', '<', end)
    .where('s.end', '>', start)
    .orderBy('s.position')
    .execute();
  return rows.map((row) => ({
    start: row.body_start,
    end: row.end,
    timeMs: row.time_ms,
    respondent: row.reference,
    isInterviewer: row.is_interviewer === 1,
  }));
}

async function references(
  { db }: Ctx,
  interviewId: number | null,
  said: readonly Turn[],
): Promise<string[]> {
  const named = said.flatMap(({ respondent }) => respondent ?? []);
  if (named.length === said.length && named.length > 0) return [...new Set(named)];
  if (interviewId === null) return [...new Set(named)];
  const rows = await db
    .selectFrom('interview_respondent as ir')
    .innerJoin('respondent as r', 'r.id', 'ir.respondent_id')
    .select('r.reference')
    .where('ir.interview_id', '=', interviewId)
    .orderBy('ir.position')
    .execute();
  return rows.map(({ reference }) => reference);
}

async function agreedOn({ db }: Ctx, interviewId: number | null): Promise<string> {
  if (interviewId === null) return '';
  const row = await db
    .selectFrom('interview')
    .select('may_quote')
    .where('id', '=', interviewId)
    .executeTakeFirst();
  return row?.may_quote ?? '';
}
