import type {
  CodingView,
  FactsView,
  ProgressView,
  QuestionView,
  SegmentView,
  SourceView,
} from '../../views/codings/types.ts';
import { shortHash } from '../domain/text/hash.ts';
import type { Span } from '../domain/text/span.ts';
import { stampsIn } from '../domain/text/stamps.ts';
import { codingsBySegment } from '../domain/workbench/group.ts';
import type { Source } from '../sources/index.ts';
import type { Facts } from './facts.ts';
import type { CodingRow, SegmentRow } from './queries.ts';

export const sourceView = (source: Source, waiting: number): SourceView => ({
  waiting,
  id: source.id,
  name: source.name,
  version: source.version,
  hash: shortHash(source.textSha256),
  isWrapped: source.isWrapped,
  isWithdrawn: source.isWithdrawn,
  length: source.length,
});

/** Segments with their words and the codings that share words with them. */
export function segmentViews(
  text: string,
  segments: readonly SegmentRow[],
  codings: readonly CodingRow[],
): SegmentView[] {
  const bodies = segments.map(({ bodyStart, end }) => ({ start: bodyStart, end }));
  const grouped = codingsBySegment(bodies, codings);
  // Named one by one: as `...segment` the same copying takes a hundred times as long, 12 ms for a long transcript.
  return segments.map((segment, index) => {
    const body = text.slice(segment.bodyStart, segment.end);
    const inside = segment.timeMs === null ? stampsIn(body)[0] : undefined;
    return {
      id: segment.id,
      start: segment.start,
      end: segment.end,
      bodyStart: segment.bodyStart,
      kind: segment.kind,
      isInterviewer: segment.isInterviewer,
      timeMs: segment.timeMs ?? inside?.timeMs ?? null,
      isTimeInside: inside !== undefined,
      question: segment.question,
      body,
      // A paragraph that goes on in someone's turn does not name them again.
      speaker: segment.kind === 'turn' ? segment.speaker : null,
      spokenBy: segment.speaker,
      codings: grouped[index] ?? [],
    };
  });
}

/** Turns and paragraphs without any code; questions, headings and empty turns are nothing to code. */
export function progressOf(
  segments: readonly SegmentView[],
  codings: readonly CodingView[],
): ProgressView {
  return {
    codings: codings.length,
    codes: new Set(codings.map(({ codeId }) => codeId)).size,
    uncoded: segments.filter((segment) => isCodable(segment) && segment.codings.length === 0)
      .length,
  };
}

/** Whether there is something to code in it. */
export const isCodable = ({ kind, isInterviewer, body }: SegmentView): boolean =>
  kind !== 'heading' && !isInterviewer && body.trim() !== '';

export function factsView(
  facts: Facts,
  segments: readonly SegmentView[],
  hrefOfInterview: (id: number) => string,
): FactsView {
  const { interview, respondents, interviewers } = facts;
  return {
    interview: interview && {
      reference: interview.reference,
      date: interview.date,
      href: hrefOfInterview(interview.id),
    },
    respondents,
    interviewers,
    questions: facts.questions.map((question) => ({
      ...question,
      ...underQuestion(question.number, segments),
    })),
  };
}

function underQuestion(
  number: string,
  segments: readonly SegmentView[],
): Pick<QuestionView, 'segmentId' | 'codings'> {
  const own = segments.filter(({ question }) => question === number);
  const ids = new Set(own.flatMap(({ codings }) => codings.map(({ id }) => id)));
  return { segmentId: own[0]?.id ?? null, codings: own.length === 0 ? null : ids.size };
}

/** The smallest span around all of them; null around none. */
export function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
