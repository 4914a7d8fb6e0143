/**
 * Comments and tracked changes of an OpenDocument text. What was inserted stands between two marks in the text; what was
 * deleted stands apart, with a mark where it was.
 */
import type { DocxNode } from './docx-text.ts';
import { elementsNamed, wordsIn, type Element } from './odt-tree.ts';
import { COMMENT_END, COMMENT_START, type Tracked } from './review.ts';

interface Region {
  kind: 'insertion' | 'deletion';
  author: string;
  /** What was deleted. */
  content: Element | null;
}

type Inline = (node: Element | string) => DocxNode[];

const NAMES: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:annotation-end',
  'text:tracked-changes',
  'text:change',
  'text:change-start',
  'text:change-end',
]);

/** Goes along while a document is walked through in its order. */
export class OdtReview {
  readonly #regions: ReadonlyMap<string, Region>;
  /** Insertions that are open and not taken. */
  readonly #open = new Set<string>();
  readonly #comments: { id: string; author: string; day: string; words: string }[] = [];
  /** Numbers of comments by their names. */
  readonly #named = new Map<string, string>();

  constructor(
    root: Element,
    private readonly tracked: Tracked,
  ) {
    this.#regions = regionsOf(root);
  }

  sees({ name }: Element): boolean {
    return NAMES.has(name);
  }

  get isLeftOut(): boolean {
    return this.#open.size > 0;
  }

  /** What stands in the text for a mark that `sees` knows. */
  nodesFor(node: Element, inline: Inline): DocxNode[] {
    const { name, attributes } = node;
    if (name === 'office:annotation') return this.#comment(node);
    if (name === 'office:annotation-end') {
      const id = this.#named.get(attributes['office:name'] ?? '');
      return id === undefined ? [] : [{ type: 'bookmarkStart', name: COMMENT_END + id }];
    }
    const id = attributes['text:change-id'] ?? '';
    const region = this.#regions.get(id);
    if (this.tracked === 'accepted' || !region) return [];
    if (name === 'text:change-start' && region.kind === 'insertion') this.#open.add(id);
    if (name === 'text:change-end') this.#open.delete(id);
    if (name === 'text:change' && region.content !== null) return deleted(region.content, inline);
    return [];
  }

  #comment(node: Element): DocxNode[] {
    const id = String(this.#comments.length + 1);
    const [creator] = elementsNamed(node, 'dc:creator');
    const [date] = elementsNamed(node, 'dc:date');
    this.#comments.push({
      id,
      author: creator ? wordsIn(creator) : '',
      day: /^\d{4}-\d\d-\d\d/u.exec(date ? wordsIn(date) : '')?.[0] ?? '',
      words: elementsNamed(node, 'text:p').map(wordsIn).join('\n'),
    });
    const name = node.attributes['office:name'];
    if (name !== undefined) this.#named.set(name, id);
    return [{ type: 'bookmarkStart', name: COMMENT_START + id }];
  }

  facts() {
    const regions = [...this.#regions.values()];
    return {
      comments: this.#comments,
      insertions: regions.filter(({ kind }) => kind === 'insertion').length,
      deletions: regions.filter(({ kind }) => kind === 'deletion').length,
      authors: [...new Set(regions.map(({ author }) => author))].filter((one) => one !== ''),
    };
  }
}

/** Words that were deleted, where they were; between paragraphs of them the line ends. */
const deleted = (content: Element, inline: Inline): DocxNode[] =>
  content.children
    .filter((child) => typeof child !== 'string' && /^text:[ph]$/u.test(child.name))
    .flatMap((child, at) => [...(at > 0 ? [{ type: 'break' }] : []), ...inline(child)]);

function regionsOf(root: Element): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const region of elementsNamed(root, 'text:changed-region')) {
    const { attributes } = region;
    const id = attributes['text:id'] ?? attributes['xml:id'];
    const [content] = elementsNamed(region, 'text:deletion');
    const [insertion] = elementsNamed(region, 'text:insertion');
    const change = content ?? insertion;
    if (id === undefined || change === undefined) continue;
    const [creator] = elementsNamed(change, 'dc:creator');
    regions.set(id, {
      kind: content ? 'deletion' : 'insertion',
      author: creator ? wordsIn(creator) : '',
      content: content ?? null,
    });
  }
  return regions;
}
