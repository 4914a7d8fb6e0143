import { foldName } from '../names.ts';
import { readMarkdownGuide } from './markdown.ts';
import { readGuideTable } from './table.ts';
import type { GuideReading } from './types.ts';

/** What people call the column of the questions, besides its own name. */
const TEXT_COLUMNS: readonly string[] = ['question', 'questions', 'pregunta', 'frage'];
const HAS_NUMBER = /^\d+[a-z]?[.)]?$/iu;

/**
 * Reads a guide from a Word document's text as `docxText` lays it out: a table with a row for each question (cells divided
 * by tabs), or a list, whose items are questions and whose items below them are prompts; headings are sections.
 */
export function readWordGuide(text: string): GuideReading {
  const paragraphs = text.split('\n\n');
  const rows = paragraphs
    .map((paragraph, i) => ({
      line: i + 1,
      cells: paragraph.split('\t').map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.length > 1);
  if (rows.length < 2) return readMarkdownGuide(paragraphs.join('\n'));
  return readGuideTable(withHeader(rows));
}

type Row = { line: number; cells: string[] };

/** The table with the names of our columns above it; without a header the first cells are number, question, prompts. */
function withHeader(rows: readonly Row[]): Row[] {
  const [first] = rows;
  const names = (first?.cells ?? []).map((cell) => {
    const name = foldName(cell);
    return TEXT_COLUMNS.includes(name) ? 'text' : name;
  });
  const numbers = (cells: readonly string[]): string[] =>
    cells.map((cell, i) => (i === 0 ? cell.replace(/[.)]$/u, '') : cell));
  if (first && names.includes('text')) return [{ ...first, cells: names }, ...rows.slice(1)];
  const isNumbered = rows.every(({ cells }) => HAS_NUMBER.test(cells[0] ?? ''));
  const header = isNumbered ? ['number', 'text', 'prompts'] : ['text', 'prompts'];
  return [
    { line: first?.line ?? 1, cells: header },
    ...rows.map(({ line, cells }) => ({ line, cells: isNumbered ? numbers(cells) : cells })),
  ];
}
