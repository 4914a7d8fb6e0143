/** The elements of an OpenDocument part. They are known by their usual prefixes, which every program writes. */
import { SaxesParser } from 'saxes';
import { FileRefused } from './refused.ts';

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** Elements within elements; documents stay below fifty. */
const DEEPEST = 500;

/** @throws FileRefused when it is no XML, has a document type, or is nested too deeply */
export function treeOf(xml: string): Element {
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

/** All elements of a name, wherever they stand. */
export const elementsNamed = (node: Element, name: string): Element[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsNamed(child, name);
  });

/** All words in an element, a line for each paragraph. */
export function wordsIn(node: Element): string {
  const paragraphs = elementsNamed(node, 'text:p');
  const plain = (one: Element | string): string =>
    typeof one === 'string' ? one.replace(/[ \t\n\r]+/gu, ' ') : one.children.map(plain).join('');
  return (paragraphs.length > 0 ? paragraphs : [node])
    .map((paragraph) => plain(paragraph).trim())
    .join('\n');
}
