/** Footnotes of a web page: small links into it, and what they lead to. */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export interface Footnotes {
  /** What stands in the text, and the note it leads to. */
  references: ReadonlyMap<Element, Element>;
  bodies: ReadonlySet<Element>;
  /** Links of notes back to the text, which say nothing once they lead nowhere. */
  backs: ReadonlySet<Element>;
}

/** What may hold a note; a link to a heading or a picture is no reference. */
const BODIES = new Set(['li', 'p', 'div', 'aside', 'dd']);
const LABEL = /^[[(]?(?:\d{1,4}|[a-z]{1,3}|[*†‡§]{1,3})[\])]?$/iu;
const BACK = /^(?:\s|\p{S}|\uFE0E|\uFE0F)*$/u;

/** A link is a reference when it is a small raised mark, or says that it is. */
export function footnotesOf(nodes: readonly Node[]): Footnotes {
  const byId = new Map<string, Element>();
  const links: { link: Element; isRaised: boolean }[] = [];
  const look = (node: Node, isRaised: boolean): void => {
    if (!('tagName' in node)) return;
    const id = attribute(node, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    if (node.tagName === 'a') links.push({ link: node, isRaised: isRaised || holdsRaised(node) });
    const isSup = node.tagName === 'sup' || attribute(node, 'role') === 'doc-noteref';
    for (const child of node.childNodes) look(child, isRaised || isSup);
  };
  for (const node of nodes) look(node, false);

  const references = new Map<Element, Element>();
  for (const { link, isRaised } of links) {
    const body = byId.get(/^#(.+)/u.exec(attribute(link, 'href') ?? '')?.[1] ?? '');
    const isSaid = attribute(link, 'role') === 'doc-noteref';
    if (
      body &&
      BODIES.has(body.tagName) &&
      (isRaised || isSaid) &&
      LABEL.test(wordsOf(link).trim())
    )
      references.set(link, body);
  }
  const bodies = new Set(references.values());
  const backs = links
    .map(({ link }) => link)
    .filter((link) => isIn(link, bodies) && BACK.test(wordsOf(link)));
  return { references, bodies, backs: new Set(backs) };
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const holdsRaised = ({ childNodes }: Element): boolean =>
  childNodes.some((child) => child.nodeName === 'sup');

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

function isIn(node: Element, bodies: ReadonlySet<Element>): boolean {
  for (let at = node.parentNode; at; at = 'parentNode' in at ? at.parentNode : null)
    if ('tagName' in at && bodies.has(at)) return true;
  return false;
}
