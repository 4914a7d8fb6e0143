import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

/** The parts of a page as a reader meets them. */
export function elements(html: string, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node && wanted(node)) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Words with white space, and what only screen readers hear, as one line. */
export const wordsOf = (element: Element): string => textOf(element).replace(/\s+/gu, ' ').trim();

/** The figures of a page's heat table, by row name; a link's address beside its text. */
export function heatTable(html: string): { head: string[]; rows: Record<string, Figure[]> } {
  const [table] = elements(
    html,
    ({ tagName, attrs }) =>
      tagName === 'table' && attrs.some(({ value }) => value.includes('heat')),
  );
  const cellsOf = (row: Element, tag: string) =>
    row.childNodes.filter((node): node is Element => 'tagName' in node && node.tagName === tag);
  const rows = table ? within(table, 'tr') : [];
  const [head, ...body] = rows;
  return {
    head: head ? cellsOf(head, 'th').map(wordsOf) : [],
    rows: Object.fromEntries(
      body.map((row) => [
        wordsOf(cellsOf(row, 'th')[0] ?? row),
        cellsOf(row, 'td').map((cell) => {
          const [link] = within(cell, 'a');
          return { text: wordsOf(cell), href: link ? attribute(link, 'href') : null };
        }),
      ]),
    ),
  };
}

export interface Figure {
  text: string;
  href: string | null;
}

function within(root: Element, tag: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node) => {
    if ('tagName' in node && node.tagName === tag) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  root.childNodes.forEach(walk);
  return found;
}
