import { sentencesIn } from '../text/boundaries.ts';
import { trimSpan, type Span } from '../text/span.ts';

/** What of a passage is coded where something was found: the words found, their sentence, or the passage itself. */
export const MARKS = ['word', 'sentence', 'paragraph'] as const;
export type Mark = (typeof MARKS)[number];

/**
 * What is to be marked for each hit, in order and each once; code units of the passage's text. Words found that reach from
 * one sentence into another mark both.
 * @param wrapped the text's line ends only mean that a line was full, and end no sentence
 */
export function marksOf(
  text: string,
  hits: readonly Span[],
  mark: Mark,
  { wrapped }: { wrapped: boolean },
): Span[] {
  if (hits.length === 0) return [];
  if (mark === 'word') return hits.map(({ start, end }) => ({ start, end }));
  if (mark === 'paragraph') return [trimSpan(text, { start: 0, end: text.length })];
  const sentences = sentencesIn(text, { wrapped });
  const marks: Span[] = [];
  for (const hit of hits) {
    const touched = sentences.filter(({ start, end }) => start < hit.end && end > hit.start);
    const first = touched[0] ?? hit;
    const final = touched.at(-1) ?? hit;
    const last = marks.at(-1);
    if (last !== undefined && first.start < last.end) last.end = Math.max(last.end, final.end);
    else marks.push({ start: first.start, end: final.end });
  }
  return marks;
}
