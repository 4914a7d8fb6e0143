import type { Child } from 'hono/jsx';
import {
  Answer,
  ReloadPartial,
  ToastPartial,
  type AnswerProps,
} from '../../views/codings/Answer.tsx';
import type { Ctx } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { flashDone, fragment, statusOf, toastFor, wantsFragment, type C } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { bookOf, countsOf, lineOf, type BookCode, type CodeCount } from './book.ts';
import { placeOf } from './forms.ts';
import { codedCounts, codingsOf, segmentsOf } from './queries.ts';
import { seqOf } from './since.ts';
import { textOf } from './texts.ts';
import { hullOf, segmentViews } from './view.ts';

/** More segments than this are not sent one by one: the page is opened anew. */
const MOST_SEGMENTS = 200;

/** What was done to a source's codings, to be shown. */
export interface Outcome {
  sourceId: number;
  changeId: number | null;
  /** Where something may look different now. */
  spans: readonly Span[];
  codeIds: Iterable<number>;
  /** Instead of the change's own sentence. */
  message?: string;
  /** For the browser: the coding that is now the chosen one. */
  coding?: { id: number; code: number };
  /** Codes came or went, so the codebook beside the text is sent as well. */
  changesTree?: boolean;
  /** Names, colours or other sources changed as well, so that a few segments are not enough. */
  reachesFurther?: boolean;
}

/**
 * Runs a command and answers with what it touched; a refusal becomes a toast and changes nothing on the page.
 * @param refused what to show for an error instead of a toast; null for the toast
 */
export async function answer(
  c: C,
  run: () => Promise<Outcome>,
  refused: (error: DomainError) => Promise<Child> = async () => null,
): Promise<Response> {
  let outcome: Outcome;
  try {
    outcome = await run();
  } catch (error) {
    if (!(error instanceof DomainError) || !wantsFragment(c)) throw error;
    const shown = (await refused(error)) ?? (await refusal(c, error));
    return fragment(c, shown, statusOf(error));
  }
  return wantsFragment(c) ? partials(c, outcome) : wholePage(c, outcome);
}

/** What was refused, as a toast; a text that changed meanwhile also says how to see it with the passage still marked. */
async function refusal(c: C, error: DomainError): Promise<Child> {
  const t = c.get('t');
  const sentence = t.errorSentence(error.code, error.params);
  if (error.code !== 'codings.staleText')
    return <ToastPartial messages={t} toast={{ message: sentence, undoAction: null }} />;
  const wanted = await c.req.parseBody();
  const at = placeOf(`${String(wanted['start'])}-${String(wanted['end'])}`);
  const seen = Number(wanted['version']);
  const place = at === null ? '' : `?version=${seen}&at=${at.start}-${at.end}#at`;
  const href = `/projects/${c.get('project').id}/sources/${Number(c.req.param('sourceId'))}${place}`;
  return <ReloadPartial t={t.codings} reload={{ sentence, href }} />;
}

function wholePage(c: C, { sourceId, changeId, spans }: Outcome): Response {
  flashDone(c, changeId);
  const place = hullOf(spans);
  const at = place === null ? '' : `?at=${place.start}-${place.end}#at`;
  return c.redirect(`/projects/${c.get('project').id}/sources/${sourceId}${at}`, 303);
}

async function partials(c: C, outcome: Outcome): Promise<Response> {
  const ctx = c.get('ctx');
  const { changeId } = outcome;
  const painted = outcome.reachesFurther === true ? null : await repainted(ctx, outcome);
  if (painted === null) {
    flashDone(c, changeId);
    c.header('HX-Refresh', 'true');
    return c.body(null, 200);
  }
  const seq = changeId === null ? null : await seqOf(ctx, changeId);
  const happened = {
    ...(outcome.coding && { 'earmark:coded': outcome.coding }),
    ...(seq !== null && { 'earmark:own': { seq } }),
  };
  if (Object.keys(happened).length > 0) c.header('HX-Trigger', JSON.stringify(happened));
  return fragment(
    c,
    <Answer
      {...painted}
      messages={c.get('t')}
      toast={await outcomeToast(c, outcome)}
      undoes={changeId}
    />,
  );
}

/** What is to be painted anew. */
export interface Repaint {
  sourceId: number;
  spans: readonly Span[];
  codeIds: Iterable<number>;
  changesTree?: boolean;
}

/** The segments, counts and progress as they stand now; null when they are too many to be sent one by one. */
export async function repainted(
  ctx: Ctx,
  { sourceId, spans, codeIds, changesTree = false }: Repaint,
): Promise<Omit<AnswerProps, 'messages' | 'toast' | 'undoes'> | null> {
  const touched = spans.length === 0 ? [] : await segmentsOf(ctx.db, sourceId, distinct(spans));
  if (touched.length > MOST_SEGMENTS) return null;
  const source = await getSource(ctx, sourceId);
  const hull = hullOf(touched);
  const codings = hull === null ? [] : await codingsOf(ctx.db, sourceId, hull);
  const codes = await bookOf(ctx.db, ctx.projectId);
  return {
    projectId: ctx.projectId,
    sourceId,
    segments: segmentViews(await textOf(ctx.db, ctx.db, source), touched, codings),
    codes,
    counts: changesTree
      ? await countsOf(ctx, codes, sourceId)
      : await countsAround(ctx, codes, sourceId, [...codeIds]),
    changesTree,
    progress: await codedCounts(ctx.db, sourceId),
  };
}

async function outcomeToast(c: C, { changeId, message }: Outcome) {
  const toast = await toastFor(c, changeId);
  if (toast === null)
    return { message: message ?? c.get('t').codings.done.nothing, undoAction: null };
  return message === undefined ? toast : { ...toast, message };
}

/** Counts of the codes and of those above them, whose totals hold theirs. */
async function countsAround(
  ctx: Ctx,
  book: readonly BookCode[],
  sourceId: number,
  codeIds: readonly number[],
): Promise<Map<number, CodeCount>> {
  const lines = codeIds.map((id) => lineOf(book, id));
  const themes = lines.flatMap((line) => line.at(-1) ?? []);
  const counts = await countsOf(ctx, book, sourceId, themes);
  const wanted = new Set(lines.flat().map(({ id }) => id));
  return new Map([...counts].filter(([id]) => wanted.has(id)));
}

/** Spans without repeats, and not more than a query should hold. */
function distinct(spans: readonly Span[]): Span[] {
  const unique = [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()];
  const hull = hullOf(unique);
  return unique.length > 50 && hull ? [hull] : unique;
}
