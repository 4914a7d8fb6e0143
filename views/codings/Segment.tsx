import { runsOf } from '../../src/domain/text/runs.ts';
import { lanesOf } from '../../src/domain/workbench/lanes.ts';
import { classes, codeColourClass } from '../ui/index.ts';
import { clock } from './clock.ts';
import type { CodeView, CodingView, SegmentView, T } from './types.ts';

/** Codes by id, for colour and path. */
export type Book = ReadonlyMap<number, CodeView>;

/** Lines drawn below a passage; codings beyond them show in the margin. */
const ROWS = 3;

export type SegmentProps = {
  t: T;
  segment: SegmentView;
  book: Book;
  /** A place that the address names: shown as the marked passage. */
  at?: { start: number; end: number } | undefined;
};

/**
 * One segment: who speaks, the words, the codes beside them. What is inside `data-text` is the source's text and
 * nothing else, because the browser counts it (see `src/client/selection.ts`).
 */
export const Segment = ({ t, segment, book, at }: SegmentProps) => {
  const { id, start, end, bodyStart, kind, isInterviewer, codings } = segment;
  return (
    <div
      class={classes(
        'turn',
        isInterviewer && 'turn-question',
        kind === 'heading' && 'turn-heading',
      )}
      id={`segment-${id}`}
      data-segment
      data-start={start}
      data-end={end}
      data-body-start={bodyStart}
    >
      <Who t={t} segment={segment} />
      <Words segment={segment} book={book} at={at} />
      {codings.length > 0 && <Stripes t={t} codings={codings} from={start} book={book} />}
    </div>
  );
};

const Who = ({ t, segment }: { t: T; segment: SegmentView }) => {
  const { speaker, timeMs, question } = segment;
  return (
    <div class="turn-who">
      {question !== null && <span class="turn-number">{t.question(question)}</span>}
      {speaker !== null && (
        <span class="turn-speaker" title={speaker}>
          {speaker}
        </span>
      )}
      {timeMs !== null && <time class="turn-time">{clock(timeMs)}</time>}
    </div>
  );
};

const Words = ({ segment, book, at }: Omit<SegmentProps, 't'>) => {
  const { bodyStart, end, body, codings, kind } = segment;
  const rows = lanesOf(codings);
  const spans = at ? [...codings, { id: 0, ...at }] : codings;
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  const runs = runsOf({ start: bodyStart, end }, spans).map((run) => {
    const text = body.slice(run.start - bodyStart, run.end - bodyStart);
    const coded = run.ids.flatMap((id) => byId.get(id) ?? []);
    const isAt = at !== undefined && run.ids[0] === 0;
    if (coded.length === 0 && !isAt) return <span data-s={run.start}>{text}</span>;
    return (
      <mark
        data-s={run.start}
        data-c={coded.length > 0 ? coded.map(({ id }) => id).join(' ') : undefined}
        id={
          isAt && run.start === Math.max(at.start, bodyStart) && at.start >= segment.start
            ? 'at'
            : undefined
        }
        class={classes(coded.length > 0 && markClass(coded, rows, book), isAt && 'passage')}
      >
        {text}
      </mark>
    );
  });
  return kind === 'heading' ? (
    <h2 class="turn-text" data-text dir="auto">
      {runs}
    </h2>
  ) : (
    <p class="turn-text" data-text dir="auto">
      {runs}
    </p>
  );
};

/** The tint of the coding made last, and up to three lines below, each coding in the same row all along. */
function markClass(
  coded: readonly CodingView[],
  rows: ReadonlyMap<number, number>,
  book: Book,
): string {
  const colourOf = ({ codeId }: CodingView): number => book.get(codeId)?.colour ?? 1;
  const last = coded.reduce((newest, coding) => (coding.id > newest.id ? coding : newest));
  const lines = coded.flatMap((coding) => {
    const row = rows.get(coding.id) ?? ROWS;
    return row < ROWS ? [`line-${row + 1}-${colourOf(coding)}`] : [];
  });
  return classes('coded', codeColourClass(colourOf(last)), ...lines);
}

type StripesProps = { t: T; codings: readonly CodingView[]; from: number; book: Book };

/** The codes on a segment as a list: read after its words, drawn beside them (see `src/client/stripes.ts`). */
const Stripes = ({ t, codings, from, book }: StripesProps) => (
  <ol class="stripes" data-stripes aria-label={t.stripes}>
    {codings.map((coding) => (
      <Stripe t={t} coding={coding} code={book.get(coding.codeId)} isFirst={coding.start >= from} />
    ))}
    <li class="stripe-more" data-more hidden />
  </ol>
);

const Stripe = (props: {
  t: T;
  coding: CodingView;
  code: CodeView | undefined;
  isFirst: boolean;
}) => {
  const { t, coding, code, isFirst } = props;
  const path = code?.path ?? [];
  return (
    <li
      class={classes('stripe', codeColourClass(code?.colour ?? 1))}
      data-stripe={coding.id}
      data-code-id={coding.codeId}
      data-coder-id={coding.coderId}
      data-span={`${coding.start}-${coding.end}`}
      id={isFirst ? `coding-${coding.id}` : undefined}
    >
      <a
        class="stripe-label"
        href={`?coding=${coding.id}#coding-${coding.id}`}
        title={t.stripeTitle(path.join(' › '), coding.coder, coding.hasMemo)}
      >
        {path.length > 1 && (
          <span class="stripe-path">{`${path.slice(0, -1).join(' › ')} › `}</span>
        )}
        <span class="stripe-name">{path.at(-1)}</span>{' '}
        <span class="stripe-coder">{coding.initials}</span>
        {coding.hasMemo && <span class="stripe-memo">{t.memoMark}</span>}
      </a>
    </li>
  );
};
