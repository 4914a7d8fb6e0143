/**
 * An OpenDocument text (LibreOffice) as text: its content.xml turned into the model of a Word document, so that both come
 * out alike (see `docx-text.ts`). Elements are known by their usual prefixes, which every program writes.
 */
import { SaxesParser } from 'saxes';
import { docxText, type DocxNode } from './docx-text.ts';
import { FileRefused } from './refused.ts';

export interface OdtText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number; comments: number; deletions: number };
}

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** Elements within elements; documents stay below fifty. */
const DEEPEST = 500;
/** `<text:s text:c="…"/>` may claim any number of spaces. */
const MOST_SPACES = 200;

/**
 * @param xml content.xml, without a document type
 * @throws FileRefused
 */
export function odtText(xml: string): OdtText {
  const left = { comments: 0, deletions: 0 };
  const notes: DocxNode[][] = [];
  const inline = (node: Element | string): DocxNode[] => {
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
      case 'text:tracked-changes':
        return [];
      case 'office:annotation':
        left.comments += 1;
        return [];
      default:
        return node.children.flatMap(inline);
    }
  };
  const block = (node: Element | string): DocxNode[] => {
    if (typeof node === 'string') return [];
    const { name, children } = node;
    if (name === 'text:p') return [{ type: 'paragraph', children: children.flatMap(inline) }];
    if (name === 'text:h') return [heading(node, children.flatMap(inline))];
    if (name === 'text:list-item') return children.flatMap(block).map(asItem);
    if (name === 'table:table') return [{ type: 'table', children: rowsOf(node).map(row) }];
    if (name === 'text:tracked-changes') {
      left.deletions += elementsNamed(node, 'text:deletion').length;
      return [];
    }
    return name === 'text:note-citation' ? [] : children.flatMap(block);
  };
  const row = ({ children }: Element): DocxNode => ({
    type: 'row',
    children: children.map((cell) => ({ type: 'cell', children: block(cell) })),
  });

  const children = block(treeOf(xml));
  const { text, left: more } = docxText({
    type: 'document',
    children,
    notes: { resolve: ({ noteId }) => ({ body: notes[Number(noteId)] ?? [] }) },
  });
  return { text, left: { pictures: more.pictures, ...left } };
}

/** Word's own name for the style, which is what gives a heading its mark. */
function heading({ attributes }: Element, children: DocxNode[]): DocxNode {
  const level = Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1));
  return { type: 'paragraph', styleName: `heading ${level}`, children };
}

const asItem = (node: DocxNode): DocxNode =>
  node.type === 'paragraph' ? { ...node, numbering: { isOrdered: false, level: '0' } } : node;

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

/** All elements of a name, wherever they stand. */
const elementsNamed = (node: Element, name: string): Element[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsNamed(child, name);
  });

function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new FileRefused('broken');
  });
  parser.on('doctype', () => {
    throw new FileRefused('unsafe');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new FileRefused('unsafe');
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}
