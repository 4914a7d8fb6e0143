import { WorkbenchPage } from '../../views/codings/WorkbenchPage.tsx';
import type { RuleView } from '../../views/codings/types.ts';
import type { Ctx } from '../deps.ts';
import { page, shellProps, type C } from '../http/index.ts';
import { getSource, type Source } from '../sources/index.ts';
import { bookOf, countsOf, type BookCode } from './book.ts';
import { factsOf } from './facts.ts';
import { placeOf } from './forms.ts';
import { codingsOf, segmentsOf } from './queries.ts';
import { ruleOf } from './rule.ts';
import { textOf } from './texts.ts';
import { factsView, progressOf, segmentViews, sourceView } from './view.ts';

/** The workbench for one source. `?at=10-25` marks a place, `?coding=7` a coding, `?code=3` shows a code's rule. */
export async function workbenchPage(c: C, sourceId: number): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, sourceId);
  const text = await textOf(ctx.db, ctx.db, source);
  const codings = await codingsOf(ctx.db, sourceId);
  const segments = segmentViews(text, await segmentsOf(ctx.db, sourceId), codings);
  const codes = await bookOf(ctx.db, ctx.projectId);
  const facts = await factsOf(ctx.db, source.interviewId);
  return page(
    c,
    <WorkbenchPage
      shell={await shellProps(c)}
      source={sourceView(source)}
      segments={segments}
      codes={codes}
      counts={await countsOf(ctx.db, codes, sourceId)}
      facts={factsView(facts, segments, (id) => `/projects/${ctx.projectId}/interviews/${id}`)}
      progress={progressOf(segments, codings)}
      rule={await ruleView(ctx, codes, Number(c.req.query('code')))}
      at={placeWithin(source, c.req.query('at'))}
      coding={codings.find(({ id }) => id === Number(c.req.query('coding')))?.id ?? null}
      me={{ id: ctx.userId }}
    />,
  );
}

/** The place in the address, as far as it lies in the text. */
function placeWithin(
  source: Source,
  at: string | undefined,
): { start: number; end: number } | null {
  const place = placeOf(at);
  if (place === null || place.start >= source.length) return null;
  return { start: place.start, end: Math.min(place.end, source.length) };
}

/** The rule to show; null when the address names no code of this project. */
export async function ruleView(
  ctx: Ctx,
  codes: readonly BookCode[],
  codeId: number,
): Promise<RuleView | null> {
  const code = codes.find(({ id }) => id === codeId);
  if (!code) return null;
  const rule = await ruleOf(ctx, codeId);
  return {
    ...rule,
    code,
    passages: rule.passages.map(({ text, sourceId, source, start, end }) => ({
      text,
      from: source,
      href: placeHref(ctx.projectId, sourceId, { start, end }),
    })),
  };
}

/** The address that opens a source with a passage marked; code units. */
export const placeHref = (
  projectId: number,
  sourceId: number,
  span: { start: number; end: number },
): string => `/projects/${projectId}/sources/${sourceId}?at=${span.start}-${span.end}#at`;
