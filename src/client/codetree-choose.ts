/** Choosing several codes of the tree: with Ctrl or Shift and a click, with Space and Shift with an arrow (ARIA multiselect). */

const CHOSEN = '.codebook-code[aria-selected="true"]';
/** The code from which Shift reaches to another. */
let anchor = '';

export const chosenIds = (document: Document): string[] =>
  [...document.querySelectorAll<HTMLElement>(CHOSEN)].map((link) => link.dataset['code'] ?? '');

/** Says of each code whether it is chosen; after the tree came anew too, where none is. */
export function dressChoice(tree: HTMLElement, links: readonly HTMLElement[]): void {
  tree.ariaMultiSelectable = 'true';
  for (const link of links) link.ariaSelected ??= 'false';
}

/** Shows in the line above the tree how many are chosen, and puts their numbers into its form. */
export function showChoice(document: Document, say: (sentence: string) => void): void {
  const form = document.querySelector<HTMLFormElement>('[data-chosen]');
  if (!form) return;
  const ids = chosenIds(document);
  const { one = '', many = '' } = form.dataset;
  const lang = document.documentElement.lang;
  const sentence = ids.length === 1 ? one : many.replace('%', ids.length.toLocaleString(lang));
  for (const old of form.querySelectorAll('input[name=code]')) old.remove();
  for (const id of ids) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'code', value: id });
    form.append(field);
  }
  const wasHidden = form.hidden;
  form.hidden = ids.length === 0;
  const count = form.querySelector('[data-chosen-count]');
  if (count) count.textContent = sentence;
  if (!wasHidden || !form.hidden) say(sentence);
}

export function toggle(link: HTMLElement): void {
  link.ariaSelected = String(link.ariaSelected !== 'true');
  anchor = link.dataset['code'] ?? '';
}

export function chooseNone(document: Document): void {
  for (const link of document.querySelectorAll<HTMLElement>(CHOSEN)) link.ariaSelected = 'false';
  anchor = '';
}

export function chooseAll(links: readonly HTMLElement[]): void {
  for (const link of links) link.ariaSelected = 'true';
}

/** From where choosing began to this code, whatever was chosen before. */
export function chooseTo(links: readonly HTMLElement[], from: HTMLElement, to: HTMLElement): void {
  const begun = links.find((link) => link.dataset['code'] === anchor) ?? from;
  anchor = begun.dataset['code'] ?? '';
  const [first, last] = [links.indexOf(begun), links.indexOf(to)].sort((a, b) => a - b);
  links.forEach((link, at) => {
    link.ariaSelected = String(at >= (first ?? 0) && at <= (last ?? 0));
  });
}
