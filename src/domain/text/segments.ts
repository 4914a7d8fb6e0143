import { divide } from './divide.ts';
import type { Line } from './lines.ts';
import { headingMark, isItem, linesOf } from './lines.ts';
import type { Opening } from './openings.ts';
import { readOpening } from './openings.ts';
import type { Span } from './span.ts';
import type { Speakers } from './speakers.ts';
import { readSpeakers, withSaid } from './speakers.ts';
import type { Wrapping } from './wrapping.ts';
import { readWrapping } from './wrapping.ts';

/** A segment as found in a text. Offsets in code units. */
export type SegmentShape = Span & {
  /** Where the words begin after a speaker's label or a time stamp; `start` when there is neither, `end` when no words follow. */
  bodyStart: number;
  kind: 'turn' | 'paragraph' | 'heading';
  /** Whose words these are, as the text writes it. A paragraph within a turn has the turn's speaker. */
  speaker: string | null;
  /** From the start of the recording, where the text says so here. */
  timeMs: number | null;
};

/** `wrapped`: line ends within a segment only mean that the line was full; a page shows them as spaces. */
export type Segmentation = { segments: SegmentShape[]; wrapped: boolean };

/**
 * The text in segments: turns, paragraphs and headings, in order, without overlap, covering every
 * character that is not white space. Linear in the length of the text.
 * @param said labels (see `labelKey`) of which people said that they are, or are not, a speaker
 */
export function segmentText(text: string, said?: ReadonlyMap<string, boolean>): Segmentation {
  const layout = layoutOf(text);
  const { openings, wrapping } = layout;
  const speakers = withSaid(readSpeakers(labelsOf(openings), countStarts(layout)), said);
  return {
    segments: shapes(text, paragraphsOf(layout, speakers), speakers),
    wrapped: wrapping.wrapped,
  };
}

/** A label found before a colon or in brackets at the start of a line, whether or not it is a speaker. */
export type LabelFound = { label: string; count: number; isSpeaker: boolean };

/** Every label of the text as it is written, in the order they first come; `isSpeaker` is what is found, not what people said. */
export function labelsIn(text: string): LabelFound[] {
  const layout = layoutOf(text);
  const labels = labelsOf(layout.openings);
  const { isSpeaker } = readSpeakers(labels, countStarts(layout));
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count, isSpeaker: isSpeaker(label) }));
}

function layoutOf(text: string): Layout {
  const lines = linesOf(text);
  const openings = lines.map((line) => readOpening(text, line));
  const wrapping = readWrapping(text, lines, (i) => (openings[i] ?? null) !== null);
  return { text, lines, openings, wrapping, onePerLine: isOnePerLine(lines, wrapping) };
}

type Layout = {
  text: string;
  lines: readonly Line[];
  openings: readonly (Opening | null)[];
  wrapping: Wrapping;
  onePerLine: boolean;
};

type Paragraph = Span & { opening: Opening | null; heading: number };

/** More line ends than blank lines, and none of them forced: each line is a paragraph. */
function isOnePerLine(lines: readonly Line[], { wrapped }: Wrapping): boolean {
  const blanks = lines.filter((line) => line.afterBlank).length;
  return !wrapped && lines.length - blanks > blanks;
}

function labelsOf(openings: readonly (Opening | null)[]): string[] {
  return openings.flatMap((opening) =>
    opening === null || opening.label === null ? [] : [opening.label],
  );
}

/** Paragraphs, counting every line with a label as the start of one. */
function countStarts(layout: Layout): number {
  return layout.lines.filter(
    (_, i) => typeof layout.openings[i]?.label === 'string' || startsAt(layout, i),
  ).length;
}

/** Whether line `i` begins a paragraph, whoever speaks. */
function startsAt({ text, lines, wrapping, onePerLine }: Layout, i: number): boolean {
  const line = lines[i];
  const previous = lines[i - 1];
  if (line === undefined) return false;
  if (previous === undefined || line.afterBlank || onePerLine) return true;
  if (headingMark(text, line) > 0 || headingMark(text, previous) > 0) return true;
  return (
    (isItem(text, line) &&
      !(wrapping.wrapped && wrapping.isFull(i - 1) && isNumbered(text, line))) ||
    wrapping.startsParagraph(i)
  );
}

/** `12. ` at the start of a full text's line may be the end of a sentence rather than an item. */
function isNumbered(text: string, line: Line): boolean {
  return /^\(?[\da-z]/.test(text.slice(line.start, line.start + 2));
}

function paragraphsOf(layout: Layout, speakers: Speakers): Paragraph[] {
  const { text, lines, wrapping } = layout;
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | undefined;
  lines.forEach((line, i) => {
    const starts = startsAt(layout, i);
    const opening = accepted(
      layout.openings[i] ?? null,
      speakers,
      starts || !wrapping.wrapped || !wrapping.isFull(i - 1),
    );
    // A label alone on its line belongs to the words below it.
    const waits = current?.opening?.bodyStart === current?.end && !line.afterBlank;
    if (current !== undefined && opening === null && (!starts || waits)) {
      if (waits && current.opening !== null)
        current.opening = { ...current.opening, bodyStart: line.start };
      current.end = line.end;
      return;
    }
    current = { start: line.start, end: line.end, opening, heading: headingMark(text, line) };
    paragraphs.push(current);
  });
  return paragraphs;
}

/** `mayStamp`: whether a stamp without a speaker counts here; at a forced line end it is part of a sentence. */
function accepted(opening: Opening | null, speakers: Speakers, mayStamp: boolean): Opening | null {
  if (opening === null) return null;
  if (opening.label !== null) return speakers.isSpeaker(opening.label) ? opening : null;
  return mayStamp ? opening : null;
}

function shapes(
  text: string,
  paragraphs: readonly Paragraph[],
  { transcript }: Speakers,
): SegmentShape[] {
  const found: SegmentShape[] = [];
  let turn: string | null = null;
  for (const paragraph of paragraphs) {
    const { opening, heading } = paragraph;
    const label = opening?.label ?? null;
    if (heading > 0) turn = null;
    else if (label !== null) turn = label;
    const speaker = label ?? (transcript ? turn : null);
    const kind = heading > 0 ? 'heading' : label !== null ? 'turn' : 'paragraph';
    divide(text, paragraph).forEach(({ start, end }, n) => {
      const opens = n === 0;
      const bodyStart = opens ? Math.min(opening?.bodyStart ?? start + heading, end) : start;
      found.push({
        start,
        end,
        bodyStart,
        kind,
        speaker,
        timeMs: opens ? (opening?.timeMs ?? null) : null,
      });
    });
  }
  return found;
}
