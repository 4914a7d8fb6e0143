import { tidyName } from '../names.ts';
import type { Span } from '../text/span.ts';

/** What was noted under one question; or, without a number, under none. */
export interface NotedPart {
  /** null for the notes that belong to no question. */
  number: string | null;
  /** The question's text, or what notes without a question are called. */
  title: string;
  notes: string;
}

const MARK = '## ';

/** A question as it stands above its answer in a text made of notes: `5. Where do you get stuck?`. */
export const headingOf = ({ number, title }: Pick<NotedPart, 'number' | 'title'>): string =>
  number === null ? tidyName(title) : `${number}. ${tidyName(title)}`;

/**
 * The notes of an interview as one text: those without a question first, then each question as a heading with its answer.
 * Parts without notes are left out. @returns '' when there are none
 */
export function notesText(parts: readonly NotedPart[]): string {
  return parts
    .filter(({ notes }) => notes.trim() !== '')
    .map((part) => `${MARK}${headingOf(part)}\n\n${part.notes.trim()}\n`)
    .join('\n');
}

/** A stretch of the text under one question, its heading included. */
export interface NotedSection extends Span {
  /** null before the first question. */
  questionId: number | null;
}

/**
 * Which question each stretch of such a text belongs to. A question is recognised by its heading; one whose words were
 * changed since, by its number. Spans in code units; together they are the whole text.
 */
export function notedSections(
  text: string,
  questions: readonly { id: number; number: string; text: string }[],
): NotedSection[] {
  const byHeading = new Map(
    questions.map(({ id, number, text: title }) => [headingOf({ number, title }), id]),
  );
  const byNumber = new Map(questions.map(({ id, number }) => [number, id]));
  const sections: NotedSection[] = [];
  let current: NotedSection = { questionId: null, start: 0, end: text.length };
  for (const match of text.matchAll(/^## (?:(\S+)\. )?.*$/gmu)) {
    const heading = match[0].slice(MARK.length);
    const questionId = byHeading.get(heading) ?? byNumber.get(match[1] ?? '');
    if (questionId === undefined) continue;
    if (match.index > 0) sections.push({ ...current, end: match.index });
    current = { questionId, start: match.index, end: text.length };
  }
  return current.start < current.end ? [...sections, current] : sections;
}
