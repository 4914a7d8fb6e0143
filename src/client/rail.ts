/** The codebook beside the text: filter it, look a code up, apply it by click; and the buttons of the status bar. */
import type { Command } from '../domain/workbench/keymap.ts';
import type { Run } from './actions.ts';
import type { Bench } from './bench.ts';
import { codesOf } from './codes.ts';
import { search } from './fuzzy.ts';
import { showRule } from './rule.ts';

export function tendRail(bench: Bench, run: Run): void {
  const { document, passage, send } = bench.parts;
  const rail = document.getElementById('rail-right');
  if (!rail) return;

  /** A code that is clicked is applied when a passage is marked; its rule is shown either way. */
  const clicked = (code: number): void => {
    const row = document.querySelector(`[data-code="${code}"]`);
    if (passage.span && row?.hasAttribute('data-codable')) {
      bench.apply(code);
      // On a phone the codebook lies over the text, where the coding is to be seen.
      if (rail.matches(':popover-open')) rail.hidePopover();
    }
    void showRule(document, send, code);
    for (const other of document.querySelectorAll('.code-row'))
      other.classList.toggle('is-current', other === row);
  };
  rail.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest('.code-name')?.closest<HTMLElement>('[data-code]');
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clicked(Number(row.dataset['code']));
  });

  for (const button of document.querySelectorAll<HTMLElement>('[data-act]')) {
    // Pressing it must not take the selection away before it acts.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => run({ act: button.dataset['act'] } as Command));
  }
  tendSearch(document, rail, clicked);
}

/** The field above the tree: leaves only what matches, and Enter takes the first. */
function tendSearch(document: Document, rail: HTMLElement, take: (code: number) => void): void {
  const field = document.querySelector<HTMLInputElement>('[name=code-search]');
  if (!field) return;
  document.addEventListener('earmark:search', () => {
    if (!rail.checkVisibility()) rail.showPopover();
    field.focus();
    field.select();
  });
  field.addEventListener('input', () => filterTree(document, field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      filterTree(document, '');
      field.blur();
    } else if (event.key === 'Enter') {
      const [first] = field.value.trim() === '' ? [] : search(field.value, codesOf(document, []));
      if (first) take(first.item.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Shows the codes that match and those above them. */
function filterTree(document: Document, query: string): void {
  const found = new Set(search(query, codesOf(document, [])).map(({ item }) => String(item.id)));
  const items = [...document.querySelectorAll<HTMLElement>('.code-tree li')];
  // Backwards, so that the items below one are decided before it.
  for (const item of items.reverse()) {
    const id = item.querySelector<HTMLElement>('[data-code]')?.dataset['code'] ?? '';
    item.hidden = query.trim() !== '' && !found.has(id) && !item.querySelector('li:not([hidden])');
  }
}
