import type { Span } from './span.ts';
import { trimSpan } from './span.ts';

/** A line that is not blank, without the white space around it. Code units. */
export type Line = Span & {
  /** A blank line (or a page break on a line of its own) stands before it; true for the first line. */
  afterBlank: boolean;
};

/** The lines that say something, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const { start, end } = trimSpan(text, { start: from, end: to });
    if (start === end) afterBlank = true;
    else {
      lines.push({ start, end, afterBlank });
      afterBlank = false;
    }
    from = to + 1;
  }
  return lines;
}

/** `# Heading` in Markdown; the length of its mark in code units, 0 when the line is none. */
export function headingMark(text: string, line: Line): number {
  if (text.charCodeAt(line.start) !== 35) return 0;
  const mark = /^#{1,6}[ \t]+(?=\S)/.exec(
    text.slice(line.start, Math.min(line.end, line.start + 20)),
  );
  return mark === null ? 0 : mark[0].length;
}

const ITEM = /^(?:[-*+•·●○▪–—]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+\S/;

/** Whether the line begins as an item of a list does. */
export function isItem(text: string, line: Line): boolean {
  return ITEM.test(text.slice(line.start, Math.min(line.end, line.start + 12)));
}
