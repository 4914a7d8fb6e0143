import { readCsv } from '../domain/csv/read.ts';
import { toCsv } from '../domain/csv/write.ts';
import {
  GUIDE_COLUMNS,
  guideRows,
  readGuideTable,
  readMarkdownGuide,
  writeMarkdownGuide,
} from '../domain/guide/index.ts';
import type { GuideReading, QuestionDraft } from '../domain/guide/index.ts';

/** A heading, a numbered line or a bullet: a table has none of them at the start of a line. */
const LOOKS_LIKE_MARKDOWN = /^(#{1,6} | {0,3}\d+[a-z]?[.)] |[-*+] )/m;

/** Reads a guide from text, which is Markdown or CSV as its content shows. */
export function readGuide(text: string): GuideReading {
  const header = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 1)[0] ?? '';
  const isTable = /[,;\t]/.test(header) && !LOOKS_LIKE_MARKDOWN.test(header);
  if (!isTable && header.trim().toLowerCase() !== 'text') return readMarkdownGuide(text);
  const reading = readCsv(text);
  if (reading.ok) return readGuideTable(reading.rows);
  const { line, column } = reading;
  return { questions: [], warnings: [], problems: [{ line, column, reason: 'quote', text: '' }] };
}

export const guideCsv = (questions: readonly QuestionDraft[]): string =>
  toCsv(GUIDE_COLUMNS, guideRows(questions));

export const guideMarkdown = writeMarkdownGuide;
