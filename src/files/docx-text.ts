/**
 * A Word document as text, from mammoth's model of it. Paragraphs are separated by a blank line, so that they are found
 * again as segments; headings get Markdown's mark, list items a dash or their number, and footnotes stand at the end under
 * their number.
 */
import { markFor, trimmed, unmarked, withoutMarks, withWords } from './review.ts';

/** The parts of mammoth's document model that matter here; it has no types of its own. */
export interface DocxNode {
  type: string;
  value?: string;
  children?: DocxNode[];
  styleName?: string | null;
  /** `number` of an item in an ordered list, once it is counted: see `docx-lists.ts`. */
  numbering?: { isOrdered: boolean; level: string; number?: number } | null;
  /** The number of its list: see `rewritten` in `docx-review.ts`. */
  alignment?: string | null;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  checked?: boolean;
  /** A bookmark's. */
  name?: string;
}

export interface DocxComment {
  commentId: string;
  body: DocxNode[];
  authorName: string | null;
}

export interface DocxDocument extends DocxNode {
  notes?: { resolve(reference: DocxNode): { body: DocxNode[] } | null };
  comments?: DocxComment[];
}

export interface DocxText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number };
  /** Where bookmarks stand, in code units of the text. */
  places: Map<string, number>;
}

/** @param keepsLayout list items are indented by their level, and rows keep their empty cells: for what is read as a table or outline */
export function docxText(
  document: DocxDocument,
  { keepsLayout = false }: { keepsLayout?: boolean } = {},
): DocxText {
  const left = { pictures: 0 };
  const notes: DocxNode[] = [];

  const inline = (node: DocxNode): string => {
    switch (node.type) {
      case 'text':
        return unmarked(node.value ?? '');
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return node.checked === true ? '☒' : '☐';
      case 'noteReference':
        return `[${notes.push(node)}]`;
      case 'bookmarkStart':
        return markFor(node.name ?? '');
      case 'image':
        left.pictures += 1;
        return '';
      default:
        return inlineAll(node.children);
    }
  };
  const inlineAll = (nodes: DocxNode[] = []): string => nodes.map(inline).join('');

  const blocks = (nodes: DocxNode[] = []): string[] =>
    nodes.flatMap((node) => {
      if (node.type === 'table') return (node.children ?? []).map(tableRow);
      if (node.type === 'paragraph')
        return [indentOf(node) + markOf(node, keepsLayout) + trimmed(inlineAll(node.children))];
      // Between paragraphs, where a passage over several of them begins or ends.
      return node.type === 'bookmarkStart' ? [inline(node)] : blocks(node.children);
    });

  const indentOf = ({ numbering }: DocxNode): string =>
    keepsLayout && numbering ? '  '.repeat(Number(numbering.level) || 0) : '';

  /** Cells side by side, as in a transcript set as a table: speaker, words. */
  const tableRow = (row: DocxNode): string =>
    cellsOf((row.children ?? []).map((cell) => trimmed(blocks(cell.children).join('\n'))));
  const cellsOf = (cells: string[]): string => (keepsLayout ? cells : withWords(cells)).join('\t');

  const paragraphs = blocks(document.children);
  // A footnote may itself refer to another, so the list may grow while it is read.
  for (let n = 0; n < notes.length; n += 1) {
    const reference = notes[n];
    const note = reference === undefined ? null : document.notes?.resolve(reference);
    if (note) paragraphs.push(`[${n + 1}] ${trimmed(blocks(note.body).join('\n'))}`);
  }
  return { ...withoutMarks(withWords(paragraphs).join('\n\n')), left };
}

/** The words of a piece of the document on their own. */
export const wordsOf = (children: DocxNode[]): string =>
  docxText({ type: 'document', children }).text;

/** @param isOutline every item has a dash, whatever it is counted as */
function markOf({ styleName, numbering, children }: DocxNode, isOutline: boolean): string {
  if ((children ?? []).length === 0) return '';
  const level = /^heading ([1-6])$/i.exec(styleName ?? '')?.[1];
  if (level !== undefined) return `${'#'.repeat(Number(level))} `;
  if (/^title$/i.test(styleName ?? '')) return '# ';
  const { number } = numbering ?? {};
  if (number !== undefined && !isOutline) return `${number}. `;
  return numbering ? '- ' : '';
}
