/**
 * A web page as text, from parse5's tree of it. Blocks are separated by a blank line, so that they are found again as
 * segments; headings get Markdown's mark, list items a dash or their number, a row of a table is a line with its cells
 * apart, and footnotes stand at the end under their number. Scripts are not run and nothing is fetched.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { footnotesOf, type Footnotes } from './html-notes.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface HtmlText {
  text: string;
  /** What a text cannot hold and was left out, by kind and number. */
  left: { pictures: number };
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Holds nothing that a reader of the page sees as its words. */
const UNSEEN = words(
  'head script style template noscript iframe object embed svg math select button canvas video audio',
);
const PICTURES = words('img svg canvas video audio object embed');
/** Stands apart from what is before and after it. */
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul',
);

export function htmlText(html: string): HtmlText {
  const { childNodes } = parse(html);
  const page: Page = { left: { pictures: 0 }, notes: footnotesOf(childNodes), order: [] };
  const blocks = blocksOf(childNodes, page);
  // A footnote may itself refer to another, so the list may grow while it is read.
  for (let n = 0; n < page.order.length; n += 1) {
    const words = blocksOf(page.order[n]?.childNodes ?? [], page).join('\n');
    blocks.push(`[${n + 1}] ${words}`);
  }
  return { text: blocks.join('\n\n'), left: page.left };
}

interface Page {
  left: HtmlText['left'];
  notes: Footnotes;
  /** Footnotes in the order in which the text refers to them. */
  order: Element[];
}

function blocksOf(nodes: readonly Node[], page: Page): string[] {
  const { left, notes } = page;
  const blocks: string[] = [];
  let line = '';
  /** Stands before the next block: a heading's or a list item's. */
  let mark = '';
  const push = (block: string): void => {
    if (block.trim() === '') return;
    blocks.push(mark + block);
    mark = '';
  };
  const end = (): void => {
    push(
      line
        .replace(/ {2,}/gu, ' ')
        .replace(/ *\n */gu, '\n')
        .trim(),
    );
    line = '';
  };
  const walk = (node: Node): void => {
    if ('value' in node) line += node.value.replace(/[ \t\n\r\f]+/gu, ' ');
    else if ('tagName' in node) enter(node);
  };
  const enter = (node: Element): void => {
    const { tagName, childNodes } = node;
    if (PICTURES.has(tagName)) left.pictures += 1;
    if (UNSEEN.has(tagName) || isHidden(node) || notes.bodies.has(node)) return;
    const note = notes.references.get(node);
    if (note) {
      if (!page.order.includes(note)) page.order.push(note);
      line += `[${page.order.indexOf(note) + 1}]`;
      return;
    }
    if (notes.backs.has(node)) return;
    if (tagName === 'br') line += '\n';
    else if (!BLOCKS.has(tagName)) childNodes.forEach(walk);
    else {
      end();
      if (tagName === 'tr') push(rowOf(node, page));
      else if (tagName === 'pre') push(exactly(node).replace(/^\n+|\s+$/gu, ''));
      else {
        mark = markOf(node) || mark;
        childNodes.forEach(walk);
      }
      end();
      if (tagName === 'li') mark = '';
    }
  };
  nodes.forEach(walk);
  end();
  return blocks;
}

/** Cells side by side, as in a transcript set as a table: speaker, words. */
function rowOf({ childNodes }: Element, page: Page): string {
  return childNodes
    .flatMap((cell) => ('tagName' in cell ? [blocksOf(cell.childNodes, page).join('\n')] : []))
    .filter((cell) => cell !== '')
    .join('\t');
}

/** Where white space is the author's. */
function exactly(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(exactly).join('') : '';
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const isHidden = (node: Element): boolean =>
  attribute(node, 'hidden') !== undefined || attribute(node, 'aria-hidden') === 'true';

function markOf(node: Element): string {
  const level = /^h([1-6])$/u.exec(node.tagName)?.[1];
  if (level !== undefined) return `${'#'.repeat(Number(level))} `;
  if (node.tagName !== 'li') return '';
  const list = node.parentNode;
  if (list?.nodeName !== 'ol') return '- ';
  const items = list.childNodes.filter(({ nodeName }) => nodeName === 'li');
  const first = Number(('attrs' in list ? attribute(list, 'start') : undefined) ?? 1);
  return `${(Number.isInteger(first) ? first : 1) + items.indexOf(node)}. `;
}
