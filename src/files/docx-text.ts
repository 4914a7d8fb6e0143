/**
 * A Word document as text, from mammoth's model of it. Paragraphs are separated by a blank line, so that they are found
 * again as segments; headings get Markdown's mark, list items a dash, and footnotes stand at the end under their number.
 */

/** The parts of mammoth's document model that matter here; it has no types of its own. */
export interface DocxNode {
  type: string;
  value?: string;
  children?: DocxNode[];
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  checked?: boolean;
}

export interface DocxDocument extends DocxNode {
  notes?: { resolve(reference: DocxNode): { body: DocxNode[] } | null };
  comments?: unknown[];
}

export interface DocxText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number; comments: number };
}

/** @param keepsLayout list items are indented by their level, and rows keep their empty cells: for what is read as a table or outline */
export function docxText(
  document: DocxDocument,
  { keepsLayout = false }: { keepsLayout?: boolean } = {},
): DocxText {
  const left = { pictures: 0, comments: document.comments?.length ?? 0 };
  const notes: DocxNode[] = [];

  const inline = (node: DocxNode): string => {
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return node.checked === true ? '☒' : '☐';
      case 'noteReference':
        return `[${notes.push(node)}]`;
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
        return [indentOf(node) + markOf(node) + inlineAll(node.children).trim()];
      return blocks(node.children);
    });

  const indentOf = ({ numbering }: DocxNode): string =>
    keepsLayout && numbering ? '  '.repeat(Number(numbering.level) || 0) : '';

  /** Cells side by side, as in a transcript set as a table: speaker, words. */
  const tableRow = (row: DocxNode): string =>
    (row.children ?? [])
      .map((cell) => blocks(cell.children).join('\n').trim())
      .filter((cell) => keepsLayout || cell !== '')
      .join('\t');

  const paragraphs = blocks(document.children);
  // A footnote may itself refer to another, so the list may grow while it is read.
  for (let n = 0; n < notes.length; n += 1) {
    const reference = notes[n];
    const note = reference === undefined ? null : document.notes?.resolve(reference);
    if (note) paragraphs.push(`[${n + 1}] ${blocks(note.body).join('\n').trim()}`);
  }
  const isSaid = (paragraph: string): boolean => paragraph.trim() !== '';
  return { text: paragraphs.filter(isSaid).join('\n\n'), left };
}

function markOf({ styleName, numbering, children }: DocxNode): string {
  if ((children ?? []).length === 0) return '';
  const level = /^heading ([1-6])$/i.exec(styleName ?? '')?.[1];
  if (level !== undefined) return `${'#'.repeat(Number(level))} `;
  if (/^title$/i.test(styleName ?? '')) return '# ';
  return numbering ? '- ' : '';
}
