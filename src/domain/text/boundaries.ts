/** Sentences and words, for moving through one segment by key. Offsets in code units of the text given. */
import { segmenter } from './segmenter.ts';
import type { Span } from './span.ts';
import { trimSpan } from './span.ts';

/**
 * Words that end in a full stop without ending the sentence. Unicode's rules know none; these are
 * the titles and abbreviations interviews are full of.
 */
const ABBREVIATION =
  /(?:^|[\s("“])(?:mr|mrs|ms|dr|prof|st|mme|mlle|sr|sra|jr|vs|cf|e\.g|i\.e|approx)\.\s*$/iu;
const ONE_LETTER = /(?:^|[\s("“])(?!I\.)\p{Lu}\.\s*$/u;

export type SentenceOptions = {
  /** The text's line ends are only where a line was full (see `segmentText`): they end no sentence. Default true. */
  wrapped?: boolean;
};

/** The sentences, in order, without the white space around them. Meant for one segment's text. */
export function sentencesIn(text: string, { wrapped = true }: SentenceOptions = {}): Span[] {
  const read = wrapped ? text.replaceAll('\n', ' ') : text;
  const found: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenter('sentence').segment(read)) {
    const end = index + segment.length;
    if (end < text.length && endsInAbbreviation(segment)) continue;
    found.push({ start, end });
    start = end;
  }
  return found.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

/** The words, in order; punctuation and spaces are none. Scripts without spaces are cut by dictionary. */
export function wordsIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter('word').segment(text)) {
    if (isWordLike === true) found.push({ start: index, end: index + segment.length });
  }
  return found;
}

function endsInAbbreviation(sentence: string): boolean {
  const tail = sentence.slice(-16);
  return ONE_LETTER.test(tail) || ABBREVIATION.test(tail);
}
