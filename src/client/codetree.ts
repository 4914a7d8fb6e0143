/**
 * Makes the nested lists of the codebook a tree for the keyboard (ARIA tree pattern with links): arrows walk and fold,
 * Home and End, letters find, Alt with an arrow moves the code itself; several are chosen and dragged.
 */
import { announcer, type Announcer } from './announce.ts';
import {
  chooseAll,
  chooseNone,
  chosenIds,
  chooseTo,
  dressChoice,
  showChoice,
  toggle,
} from './codetree-choose.ts';
import { tendDragging } from './codetree-drag.ts';
import { foldAll, isFolded, setFolded, storedFolds } from './codetree-fold.ts';
import { moveByKey, type Step } from './codetree-move.ts';
import { showToast } from './toast.ts';

/** Letters typed within this time are one word. Milliseconds. */
const WORD = 600;
const LINK = 'a.codebook-code';

/** What is being typed to find a code, and when its last letter came. */
let word = '';
let typedAt = 0;

/** A space inside a word that is being typed belongs to it. */
const isTyping = (): boolean => word !== '' && performance.now() - typedAt < WORD;

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

export function tendCodeTree(document: Document, storage: Storage): void {
  if (!document.querySelector('#codebook')) return;
  const { say } = announcer(document);
  dress(document, storage);
  listen(document, storage, say);
  choose(document, say);
  tendDragging({ document, say, dressed: () => dress(document, storage) });
}

/** Roles, levels and one stop for Tab, on the tree as it stands; after each move again. */
export function dress(document: Document, storage: Storage): void {
  const tree = document.querySelector<HTMLElement>('#codebook > ul');
  if (!tree) return;
  tree.role = 'tree';
  tree.setAttribute('aria-describedby', 'codebook-help');
  const folds = storedFolds(storage);
  const level = (list: Element, depth: number): void => {
    const items = [...list.children];
    items.forEach((item, at) => {
      const link = item.querySelector<HTMLElement>(`:scope > ${LINK}`);
      if (!link) return;
      item.setAttribute('role', 'none');
      link.role = 'treeitem';
      link.tabIndex = -1;
      link.ariaLevel = String(depth);
      link.ariaSetSize = String(items.length);
      link.ariaPosInSet = String(at + 1);
      const words = item.querySelector(':scope > .codebook-definition');
      if (words) link.setAttribute('aria-describedby', words.id);
      const below = item.querySelector(':scope > ul');
      if (!below) return;
      below.setAttribute('role', 'group');
      below.id = `below-${link.dataset['code'] ?? ''}`;
      link.setAttribute('aria-owns', below.id);
      link.ariaExpanded = String(!folds.has(link.dataset['code'] ?? ''));
      level(below, depth + 1);
    });
  };
  level(tree, 1);
  dressChoice(tree, [...tree.querySelectorAll<HTMLElement>(LINK)]);
  oneStop(tree);
}

/** The codes one can walk to: not those folded away. */
function linksOf(tree: Element): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>(LINK)].filter((link) => link.offsetParent !== null);
}

/** Tab stops at one code: where one was, else at the page's own, else at the first. */
function oneStop(tree: Element): void {
  const links = linksOf(tree);
  const stop =
    links.find((link) => link.tabIndex === 0) ??
    links.find((link) => link.hasAttribute('aria-current')) ??
    links[0];
  for (const link of tree.querySelectorAll<HTMLElement>(LINK))
    link.tabIndex = link === stop ? 0 : -1;
}

function listen(document: Document, storage: Storage, say: Announcer['say']): void {
  document.addEventListener('click', (event) => {
    const fold = (event.target as Element).closest<HTMLElement>('[data-fold]')?.dataset['fold'];
    if (fold === undefined) return;
    foldAll(document, storage, fold === 'shut');
    const tree = document.querySelector('#codebook > ul');
    if (tree) oneStop(tree);
  });
  document.addEventListener('focusin', (event) => {
    const link = (event.target as Element).closest<HTMLElement>(`${LINK}[role=treeitem]`);
    if (!link) return;
    for (const other of document.querySelectorAll<HTMLElement>(`${LINK}[tabindex="0"]`))
      other.tabIndex = -1;
    link.tabIndex = 0;
  });
  document.addEventListener('keydown', (event) => {
    const link = (event.target as Element).closest<HTMLElement>(`${LINK}[role=treeitem]`);
    const tree = link?.closest<HTMLElement>('[role=tree]');
    if (!link || !tree || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const step = STEPS[event.key];
    if (event.altKey) {
      if (step === undefined) return;
      event.preventDefault();
      const fixed = tree.closest<HTMLElement>('#codebook')?.dataset['fixed'];
      if (fixed !== undefined) {
        showToast(document, fixed);
        say(fixed);
      } else if (!event.repeat)
        void moveByKey({ document, say, dressed: () => dress(document, storage) }, link, step);
      return;
    }
    const now = event.timeStamp;
    word = now - typedAt < WORD ? word : '';
    const to = walk(tree, link, event.key, storage) ?? typed(event);
    if (to === null) return;
    event.preventDefault();
    to.focus();

    function typed({ key }: KeyboardEvent): HTMLElement | null {
      if (!link || !tree || key.length !== 1 || (key === ' ' && word === '')) return null;
      word += key.toLowerCase();
      typedAt = now;
      return found(linksOf(tree), link, word);
    }
  });
}

/** Choosing by mouse and by key. What a key does here, the other keys of the tree leave alone. */
function choose(document: Document, say: Announcer['say']): void {
  const shown = (): void => showChoice(document, say);
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('[data-chosen-none]')) {
      chooseNone(document);
      shown();
    }
    const link = target.closest<HTMLElement>(`${LINK}[role=treeitem]`);
    const tree = link?.closest<HTMLElement>('[role=tree]');
    if (!link || !tree || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    if (event.shiftKey) chooseTo(linksOf(tree), link, link);
    else toggle(link);
    link.focus();
    shown();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      const link = (event.target as Element).closest<HTMLElement>(`${LINK}[role=treeitem]`);
      const tree = link?.closest<HTMLElement>('[role=tree]');
      if (!link || !tree || event.altKey || !chooseByKey(document, tree, link, event)) return;
      event.preventDefault();
      shown();
    },
    { capture: true },
  );
}

/** Whether the key chose something. */
function chooseByKey(
  document: Document,
  tree: HTMLElement,
  link: HTMLElement,
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
): boolean {
  const links = linksOf(tree);
  const isWith = ctrlKey || metaKey;
  if (key === ' ' && !shiftKey && !isTyping()) toggle(link);
  else if (key === 'a' && isWith) chooseAll(links);
  else if (key === 'Escape' && chosenIds(document).length > 0) chooseNone(document);
  else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const to = links[links.indexOf(link) + (key === 'ArrowDown' ? 1 : -1)] ?? link;
    chooseTo(links, link, to);
    to.focus();
  } else return false;
  return true;
}

/** Where an arrow, Home or End leads; folds and unfolds on the way. Null when the key means nothing here. */
function walk(
  tree: HTMLElement,
  link: HTMLElement,
  key: string,
  storage: Storage,
): HTMLElement | null {
  const links = linksOf(tree);
  const at = links.indexOf(link);
  switch (key) {
    case 'ArrowDown':
      return links[at + 1] ?? link;
    case 'ArrowUp':
      return links[at - 1] ?? link;
    case 'Home':
      return links[0] ?? link;
    case 'End':
      return links.at(-1) ?? link;
    case 'ArrowRight':
      if (isFolded(link)) setFolded(link, storage, false);
      else if (link.ariaExpanded === 'true') return links[at + 1] ?? link;
      return link;
    case 'ArrowLeft':
      if (link.ariaExpanded === 'true') setFolded(link, storage, true);
      else return link.closest('ul')?.parentElement?.querySelector<HTMLElement>(LINK) ?? link;
      return link;
    default:
      return null;
  }
}

/** The next code, going round, whose name begins with what was typed; one letter again goes on to the next. */
function found(links: readonly HTMLElement[], from: HTMLElement, word: string): HTMLElement {
  const letters = [...word];
  const wanted = letters.every((letter) => letter === letters[0]) ? (letters[0] ?? '') : word;
  const at = links.indexOf(from);
  const start = wanted.length === 1 ? at + 1 : at;
  const round = [...links.slice(start), ...links.slice(0, start)];
  const nameOf = (link: HTMLElement) =>
    link.querySelector('.codebook-name')?.textContent.trim().toLowerCase() ?? '';
  return round.find((link) => nameOf(link).startsWith(wanted)) ?? from;
}
