/**
 * An OpenDocument text (LibreOffice) as text: its content.xml turned into the model of a Word document, so that both come
 * out alike (see `docx-text.ts`).
 */
import { docxText, type DocxNode } from './docx-text.ts';
import { ListCounter, numberedLevels } from './odt-lists.ts';
import { OdtReview } from './odt-review.ts';
import { treeOf, type Element } from './odt-tree.ts';
import { placed, type Review, type Tracked } from './review.ts';

export interface OdtText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number };
  review: Review;
}

/** `<text:s text:c="…"/>` may claim any number of spaces. */
const MOST_SPACES = 200;

/**
 * @param xml content.xml, without a document type
 * @param styles styles.xml, which may say which lists are numbered
 * @throws FileRefused
 */
export function odtText(
  xml: string,
  { tracked = 'accepted', styles = '' }: { tracked?: Tracked; styles?: string } = {},
): OdtText {
  const root = treeOf(xml);
  const lists = new ListCounter(numberedLevels(root, ...(styles === '' ? [] : [treeOf(styles)])));
  const review = new OdtReview(root, tracked);
  const notes: DocxNode[][] = [];

  const inline = (node: Element | string): DocxNode[] => {
    if (typeof node !== 'string' && review.sees(node)) return review.nodesFor(node, inline);
    if (review.isLeftOut) return [];
    if (typeof node === 'string')
      return [{ type: 'text', value: node.replace(/[ \t\n\r]+/gu, ' ') }];
    switch (node.name) {
      case 'text:s':
        return [{ type: 'text', value: ' '.repeat(spaces(node)) }];
      case 'text:tab':
        return [{ type: 'tab' }];
      case 'text:line-break':
        return [{ type: 'break' }];
      case 'draw:image':
        return [{ type: 'image' }];
      case 'text:note':
        return [
          { type: 'noteReference', noteId: String(notes.push(node.children.flatMap(block)) - 1) },
        ];
      case 'text:note-citation':
        return [];
      default:
        return node.children.flatMap(inline);
    }
  };
  const block = (node: Element | string): DocxNode[] => {
    if (typeof node === 'string') return [];
    const { name, children } = node;
    if (review.sees(node)) return review.nodesFor(node, inline);
    if (name === 'text:p') return [{ type: 'paragraph', children: children.flatMap(inline) }];
    if (name === 'text:h') return [heading(node, children.flatMap(inline))];
    if (name === 'text:list') return list(node);
    if (name === 'table:table') return [{ type: 'table', children: rowsOf(node).map(row) }];
    return name === 'text:note-citation' ? [] : children.flatMap(block);
  };
  const list = (node: Element): DocxNode[] => {
    lists.enter(node);
    const items = node.children.flatMap((child) => {
      if (typeof child === 'string') return [];
      // Counted before what is in it, since that may be a list of its own.
      const number = child.name === 'text:list-item' ? lists.next(child) : undefined;
      return asItem(block(child), number);
    });
    lists.leave(node);
    return items;
  };
  const row = ({ children }: Element): DocxNode => ({
    type: 'row',
    children: children.map((cell) => ({ type: 'cell', children: block(cell) })),
  });

  const { text, left, places } = docxText({
    type: 'document',
    children: block(root),
    notes: { resolve: ({ noteId }) => ({ body: notes[Number(noteId)] ?? [] }) },
  });
  const { comments, ...changes } = review.facts();
  return { text, left, review: { ...changes, comments: placed(comments, places) } };
}

/** Word's own name for the style, which is what gives a heading its mark. */
function heading({ attributes }: Element, children: DocxNode[]): DocxNode {
  const level = Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1));
  return { type: 'paragraph', styleName: `heading ${level}`, children };
}

/** The paragraphs of a list item: the first has its number, and what is an item of a list within it stays so. */
const asItem = (nodes: DocxNode[], number: number | undefined): DocxNode[] =>
  nodes.map((node, at) => {
    if (node.type !== 'paragraph' || node.numbering) return node;
    const isFirst = at === nodes.findIndex(({ type }) => type === 'paragraph');
    if (number === undefined) return { ...node, numbering: { isOrdered: false, level: '0' } };
    return isFirst ? { ...node, numbering: { isOrdered: true, level: '0', number } } : node;
  });

const spaces = ({ attributes }: Element): number =>
  Math.min(MOST_SPACES, Math.max(0, Number(attributes['text:c'] ?? 1) || 1));

/** Rows of a table, those in its header and in groups too, but not those of a table in a cell. */
function rowsOf({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'table:table-row') return [child];
    return child.name.startsWith('table:table-') ? rowsOf(child) : [];
  });
}
