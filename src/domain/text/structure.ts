/** What people corrected in the structure of a text, laid over what was found in it. Code units throughout. */
import type { SegmentShape } from './segments.ts';

/** Whose words begin at `start`; null when they are nobody's. */
export interface SpeakerMark {
  mark: 'speaker';
  start: number;
  speakerId: number | null;
}

/**
 * What question the words from `start` on belong to: one begins, none does (`questionId` null), or the one before goes on
 * although something else was found here.
 */
export interface QuestionMark {
  mark: 'question';
  start: number;
  questionId: number | null;
  goesOn: boolean;
}

export type Mark = SpeakerMark | QuestionMark;

export type PlacedSegment = SegmentShape & { speakerId: number | null; questionId: number | null };

/**
 * Segments with their speaker and question, corrections included. Neither the text nor where segments begin and end is
 * changed by a mark.
 *
 * - A speaker's mark holds for its segment and, in a turn, for the paragraphs that go on in it.
 * - A question holds until the next mark, or until a heading that is not below the one it began with.
 */
export function applyMarks(
  segments: readonly (SegmentShape & { questionId?: number | null })[],
  marks: readonly Mark[],
  speakerIdOf: (label: string) => number | null,
): PlacedSegment[] {
  const { speakers, questions } = bySegment(segments, marks);
  let turn: { found: string; speakerId: number | null } | null = null;
  let topic: Topic | null = null;
  return segments.map((segment, at) => {
    const said = speakers.get(at);
    const found = segment.speaker === null ? null : speakerIdOf(segment.speaker);
    if (said) turn = segment.speaker === null ? null : { found: segment.speaker, ...said };
    else if (!goesOn(segment) || turn?.found !== segment.speaker) turn = null;
    topic = nextTopic(topic, segment, questions.get(at));
    return {
      ...segment,
      // A paragraph of which somebody says who speaks begins a turn.
      kind: said?.speakerId != null && segment.kind === 'paragraph' ? 'turn' : segment.kind,
      speakerId: said ? said.speakerId : turn ? turn.speakerId : found,
      questionId: topic ? topic.questionId : (segment.questionId ?? null),
    };
  });
}

/** Whether the segment goes on in a turn that began before it: a paragraph, or a piece of one that was divided. */
export const goesOn = ({
  kind,
  start,
  bodyStart,
}: Pick<SegmentShape, 'kind' | 'start' | 'bodyStart'>): boolean =>
  kind === 'paragraph' || (kind === 'turn' && bodyStart === start);

interface Topic {
  questionId: number | null;
  /** Length of the mark (`## `) of the heading it began with; null when it began with a turn. */
  level: number | null;
}

function nextTopic(
  topic: Topic | null,
  segment: SegmentShape,
  mark: QuestionMark | undefined,
): Topic | null {
  const level = segment.kind === 'heading' ? segment.bodyStart - segment.start : null;
  if (mark) return mark.goesOn ? topic : { questionId: mark.questionId, level };
  if (topic === null || level === null || topic.questionId === null) return topic;
  return topic.level === null || level <= topic.level ? { questionId: null, level } : topic;
}

/** Marks by the index of the segment they stand in, or of the next one when they stand between two. */
function bySegment(segments: readonly SegmentShape[], marks: readonly Mark[]) {
  const speakers = new Map<number, { speakerId: number | null }>();
  const questions = new Map<number, QuestionMark>();
  for (const mark of marks) {
    const at = segmentAt(segments, mark.start);
    if (at < 0) continue;
    if (mark.mark === 'speaker') speakers.set(at, { speakerId: mark.speakerId });
    else questions.set(at, mark);
  }
  return { speakers, questions };
}

/** Index of the first segment that ends after the offset; -1 after the last. */
export function segmentAt(segments: readonly { end: number }[], offset: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low < segments.length ? low : -1;
}
