import { formatDate } from '../../src/domain/dates/format.ts';
import { runsOf, type Run } from '../../src/domain/text/runs.ts';
import { lanesOf } from '../../src/domain/workbench/lanes.ts';
import { markClass } from '../../src/domain/workbench/paint.ts';
import { classes, codeColourClass } from '../ui/attributes.ts';
import { clock } from './clock.ts';
import type { CodeView, CodingView, SegmentView, T } from './types.ts';

/*
 * Segments are the one part of the program written as text instead of JSX: a long transcript has thousands, and as
 * JSX they took 150 ms of a page's 170. Everything that comes from people goes through `escape`.
 */

/** Codes by id, for colour and path. */
export type Book = ReadonlyMap<number, CodeView>;

export interface SegmentProps {
  t: T;
  book: Book;
  /** The source's address. */
  here: string;
  /** A place that the address names: shown as the marked passage. Code units. */
  at?: { start: number; end: number } | undefined;
  /** What the filter leaves of a turn; without it everything. */
  shown?: ((segment: SegmentView) => Shown) | undefined;
  /** The filter as it stands in addresses (`&coder=me`), so that links keep it. */
  keep?: string | undefined;
}

/** The codings that are painted, and whether the turn steps back. */
export interface Shown {
  codings: readonly CodingView[];
  isQuiet: boolean;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute. */
export const escape = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char) : text;

/**
 * One segment: who speaks, the words, the codes beside them. What is inside `data-text` is the source's text and
 * nothing else, because the browser counts it (see `src/client/selection.ts`).
 */
export function segmentHtml(segment: SegmentView, props: SegmentProps): string {
  const { t, book, here, at, keep = '' } = props;
  const { id, start, end, bodyStart, body, kind, isInterviewer, codings } = segment;
  const { codings: shown, isQuiet } = props.shown?.(segment) ?? { codings, isQuiet: false };
  const look = classes(
    'turn',
    isInterviewer && 'turn-question',
    kind === 'heading' && 'turn-heading',
    body.trim() === '' && 'turn-empty',
    isQuiet && 'is-quiet',
  );
  const tag = kind === 'heading' ? 'h2' : 'p';
  return (
    `<div class="${look}" id="segment-${id}" data-start="${start}" data-body-start="${bodyStart}" data-end="${end}"${named(segment)}>` +
    `<div class="turn-who">${who(segment, t, here)}</div>` +
    `<${tag} class="turn-text" data-text dir="auto">${words(segment, shown, book, at)}</${tag}>` +
    (codings.length > 0 ? stripes(codings, new Set(shown), start, { t, book, keep }) : '') +
    '</div>'
  );
}

/** Speaker and question, for the filter in the browser. */
const named = ({ spokenBy, question }: SegmentView): string =>
  (spokenBy === null ? '' : ` data-speaker="${escape(spokenBy)}"`) +
  (question === null ? '' : ` data-question="${escape(question)}"`);

function who(
  { start, speaker, timeMs, isTimeInside, question }: SegmentView,
  t: T,
  here: string,
): string {
  return (
    (question === null ? '' : `<span class="turn-number">${escape(t.question(question))}</span>`) +
    (speaker === null
      ? ''
      : // Not a stop of the Tab key in every turn: the page of turns, linked beside the text, reaches the same.
        `<a class="turn-speaker" tabindex="-1" href="${here}/structure/turn?at=${start}" title="${escape(t.correctTurn)}">${escape(speaker)}</a>`) +
    (timeMs === null
      ? ''
      : `<time class="turn-time"${isTimeInside ? ` title="${escape(t.timeInside)}"` : ''}>${clock(timeMs)}</time>`)
  );
}

/** The body, cut where codings begin and end; uncoded words stand bare. */
function words(
  { start, bodyStart, end, body, codings }: SegmentView,
  shown: readonly CodingView[],
  book: Book,
  at: SegmentProps['at'],
): string {
  if (codings.length === 0 && !at) return escape(body);
  const rows = lanesOf(shown);
  const colours = new Map(shown.map(({ id, codeId }) => [id, book.get(codeId)?.colour ?? 1]));
  const spans = at ? [...codings, { id: 0, ...at }] : codings;
  const mark = (run: Run): string => {
    const text = escape(body.slice(run.start - bodyStart, run.end - bodyStart));
    if (run.ids.length === 0) return text;
    const coded = run.ids.flatMap((id) => {
      const colour = colours.get(id);
      return colour === undefined ? [] : [{ id, colour }];
    });
    const isAt = run.ids[0] === 0;
    const begins =
      isAt && at !== undefined && at.start >= start && run.start === Math.max(at.start, bodyStart);
    const look = classes(markClass(coded, rows), isAt && 'passage');
    const ids = run.ids.filter((id) => id !== 0).join(' ');
    return `<mark class="${look}"${ids === '' ? '' : ` data-c="${ids}"`}${begins ? ' id="at"' : ''}>${text}</mark>`;
  };
  return runsOf({ start: bodyStart, end }, spans).map(mark).join('');
}

type StripeProps = { t: T; book: Book; keep: string };

/** The codes on a segment as a list: read after its words, drawn beside them (see `src/client/stripes.ts`). */
function stripes(
  codings: readonly CodingView[],
  shown: ReadonlySet<CodingView>,
  from: number,
  props: StripeProps,
): string {
  const items = codings.map((coding) =>
    stripe(coding, coding.start >= from, shown.has(coding), props),
  );
  const { stripes: label, moreTitle } = props.t;
  return (
    `<ol class="stripes" data-stripes aria-label="${escape(label)}">${items.join('')}` +
    `<li class="stripe-more" data-more hidden><button type="button" title="${escape(moreTitle)}"></button></li></ol>`
  );
}

/** @param isFirst whether the coding begins here: it bears the id that addresses name */
function stripe(
  coding: CodingView,
  isFirst: boolean,
  isShown: boolean,
  { t, book, keep }: StripeProps,
): string {
  const { id, codeId, coderId, start, end, coder, initials, memo, forReport, createdAt } = coding;
  const code = book.get(codeId);
  const path = code?.path ?? [];
  const above = path.slice(0, -1).join(' › ');
  const whole = path.join(' › ');
  const date = formatDate(createdAt.slice(0, 10));
  const title = escape(t.stripeTitle(whole, coder, date, memo !== null, forReport));
  const said = escape(t.stripeSaid(whole, initials, memo !== null, forReport));
  return (
    `<li class="stripe ${codeColourClass(code?.colour ?? 1)}" data-stripe="${id}" data-code-id="${codeId}"` +
    ` data-coder-id="${coderId}"${forReport ? ' data-report' : ''} data-span="${start}-${end}"${isFirst ? ` id="coding-${id}"` : ''}${isShown ? '' : ' hidden'}>` +
    `<a class="stripe-label" href="?coding=${id}${escape(keep)}#coding-${id}" title="${title}" aria-label="${said}"${memo === null ? '' : ` data-memo="${escape(memo)}"`}>` +
    (above === '' ? '' : `<span class="stripe-path">${escape(above)} › </span>`) +
    `<span class="stripe-name">${escape(path.at(-1) ?? '')}</span>` +
    ` <span class="stripe-coder">${escape(initials)}</span>` +
    (memo !== null ? `<span class="stripe-memo">${escape(t.memoMark)}</span>` : '') +
    (forReport ? '<span class="stripe-report" aria-hidden="true">★</span>' : '') +
    '</a></li>'
  );
}
