import { setTimeout } from 'node:timers/promises';
import { getCookie } from 'hono/cookie';
import { raw } from 'hono/html';
import { Shell } from '../../views/layout/Shell.tsx';
import type { ShellProps } from '../../views/layout/types.ts';
import { WorkbenchPage } from '../../views/codings/WorkbenchPage.tsx';
import { segmentHtml } from '../../views/codings/segment.ts';
import type { RuleView, SegmentView } from '../../views/codings/types.ts';
import type { Ctx } from '../deps.ts';
import { blocksOf } from '../domain/workbench/blocks.ts';
import { readHidden } from '../domain/workbench/view.ts';
import { documentOf, pageInPieces, shellProps, type C } from '../http/index.ts';
import type { Span } from '../domain/text/span.ts';
import { countWaiting, getSource, placeNow, type PlaceNow, type Source } from '../sources/index.ts';
import { memosOf, neighboursOf, otherSourcesOf } from './beside.ts';
import { bookOf, countsOf, type BookCode } from './book.ts';
import { factsOf } from './facts.ts';
import { placeOf } from './forms.ts';
import { codingsOf, segmentsOf } from './queries.ts';
import { ruleOf, type ExamplePassage, type Look } from './rule.ts';
import { showingOf } from './shown.ts';
import { headOf } from './since.ts';
import { textOf } from './texts.ts';
import { factsView, progressOf, segmentViews, sourceView } from './view.ts';

/**
 * The workbench for one source. `?at=10-25` marks a place (of an older text, with `&version=1`), `?coding=7` a coding,
 * `?code=3` shows a code's rule, `?find=skills` looks for words (by script, as text is marked); see `shown.ts` for the filter.
 */
export async function workbenchPage(c: C, sourceId: number): Promise<Response> {
  const source = await getSource(c.get('ctx'), sourceId);
  const shell = await shellProps(c);
  const empty = <Shell shell={shell} title={source.name} />;
  return pageInPieces(c, empty, () => piecesOf(c, shell, source));
}

async function* piecesOf(c: C, shell: ShellProps, source: Source): AsyncGenerator<string> {
  const ctx = c.get('ctx');
  const sourceId = source.id;
  // Before the codings: what is done while they are read is then brought to the page.
  const seq = await headOf(ctx);
  const text = await textOf(ctx.db, ctx.db, source);
  const codings = await codingsOf(ctx.db, sourceId);
  const segments = segmentViews(text, await segmentsOf(ctx.db, sourceId), codings);
  const codes = await bookOf(ctx.db, ctx.projectId);
  const facts = await factsOf(ctx.db, source.interviewId);
  const waiting = await countWaiting(ctx, sourceId);
  const showing = showingOf(c, { codes, segments, codings, questions: facts.questions });
  const asked = placeOf(c.req.query('at'));
  const carried = await carriedOver(ctx, source, asked, Number(c.req.query('version')));
  const at = carried === null ? placeWithin(source, asked) : carriedTo(carried, segments);
  const coding = codings.find(({ id }) => id === Number(c.req.query('coding')))?.id ?? null;
  const frame = await documentOf(
    <WorkbenchPage
      shell={shell}
      source={sourceView(source, waiting.changed + waiting.lost)}
      segments={segments.length === 0 ? null : raw(SEGMENTS)}
      codes={codes}
      counts={await countsOf(ctx, codes, sourceId)}
      facts={factsView(facts, segments, (id) => `/projects/${ctx.projectId}/interviews/${id}`)}
      beside={{
        memos: await memosOf(ctx, sourceId),
        others: await otherSourcesOf(ctx, source),
        neighbours: await neighboursOf(ctx, source),
      }}
      progress={progressOf(segments, codings)}
      rule={await ruleView(ctx, codes, Number(c.req.query('code')), lookAt(c, sourceId))}
      at={at}
      carried={carried?.state ?? null}
      coding={coding}
      filter={showing.view}
      find={c.req.query('find')?.slice(0, 500) ?? null}
      keep={showing.keep}
      seq={seq}
      hidden={readHidden(c.req.queries('hide') ?? getCookie(c, 'earmark_hide')?.split('.') ?? [])}
    />,
  );
  const book = new Map(codes.map((code) => [code.id, code]));
  const t = c.get('t').codings;
  const here = `/projects/${ctx.projectId}/sources/${sourceId}`;
  const html = (segment: SegmentView): string =>
    segmentHtml(segment, {
      t,
      book,
      here,
      at: at ?? undefined,
      shown: showing.of,
      keep: showing.keep,
    });
  const isForBeginning = at === null && coding === null && c.req.query('find') === undefined;
  yield* framed(frame, segments, html, isForBeginning);
}

/** Where the segments go; what people write never holds it, since their `<` is escaped. */
const SEGMENTS = '<!--segments-->';
/** Blocks of the first piece: what is seen at once. */
const FIRST = 4;
/** Blocks of each piece after it: several screens. */
const NEXT = 10;
/** For the browser to paint the beginning before it is given the rest to read; milliseconds. */
const SEEN = 50;

/**
 * The page with its segments, the beginning of the text first.
 * @param isForBeginning whether that is what will be looked at: then the rest waits until it can be seen
 */
async function* framed(
  frame: string,
  segments: readonly SegmentView[],
  html: (segment: SegmentView) => string,
  isForBeginning: boolean,
): AsyncGenerator<string> {
  const [before = '', after = ''] = frame.split(SEGMENTS);
  const blocks = blocksOf(segments);
  const made = (block: readonly SegmentView[]): string =>
    `<div class="turns">${block.map(html).join('')}</div>`;
  yield before;
  for (let from = 0, to = FIRST; from < blocks.length; from = to, to += NEXT) {
    yield blocks.slice(from, to).map(made).join('');
    if (from === 0 && to < blocks.length && isForBeginning) await setTimeout(SEEN);
  }
  yield after;
}

/** The place in the address, as far as it lies in the text. */
function placeWithin(source: Source, place: Span | null): Span | null {
  if (place === null || place.start >= source.length) return null;
  return { start: place.start, end: Math.min(place.end, source.length) };
}

/** What became of a passage that was marked in an older version; null when the address names none. */
async function carriedOver(
  ctx: Ctx,
  source: Source,
  place: Span | null,
  version: number,
): Promise<PlaceNow | null> {
  if (place === null || version === source.version || !Number.isSafeInteger(version)) return null;
  return placeNow(ctx, source.id, version, place);
}

/** Where it stands now; when nothing of it is left, the words of the nearest segment. */
function carriedTo(carried: PlaceNow, segments: readonly SegmentView[]): Span | null {
  if (carried.state !== 'lost') return carried.span;
  const hasWords = segments.filter(({ body }) => body.trim() !== '');
  const nearest = hasWords.find(({ end }) => end > carried.near) ?? hasWords.at(-1);
  return nearest ? { start: nearest.bodyStart, end: nearest.end } : null;
}

/** `?round=2` shows other passages beside a rule than `?round=1`. */
export const lookAt = (c: C, sourceId: number): Look => ({
  sourceId,
  round: Number(/^\d{1,4}$/.exec(c.req.query('round') ?? '')?.[0] ?? 0),
});

/** The rule to show; null when the address names no code of this project. */
export async function ruleView(
  ctx: Ctx,
  codes: readonly BookCode[],
  codeId: number,
  look: Look,
): Promise<RuleView | null> {
  const code = codes.find(({ id }) => id === codeId);
  if (!code) return null;
  const rule = await ruleOf(ctx, codeId, look);
  const shown = ({ text, sourceId, source, start, end }: ExamplePassage) => ({
    text,
    from: source,
    href: placeHref(ctx.projectId, sourceId, { start, end }),
  });
  return {
    ...rule,
    code,
    round: look.round,
    passages: rule.passages.map(shown),
    picked: rule.picked.map(shown),
  };
}

/** The address that opens a source with a passage marked; code units. */
export const placeHref = (
  projectId: number,
  sourceId: number,
  span: { start: number; end: number },
): string => `/projects/${projectId}/sources/${sourceId}?at=${span.start}-${span.end}#at`;
