import { fill } from './words.ts';

/** Choosing rows of a list: all of the page with one tick, and how many are chosen. Works on a list that htmx brings anew. */
export function tendPicked(document: Document): void {
  const rows = (): HTMLInputElement[] => [
    ...document.querySelectorAll<HTMLInputElement>('input[name="pick"]'),
  ];
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const all = document.querySelector<HTMLInputElement>('[data-pick-all]');
    if (target === all) for (const row of rows()) row.checked = all.checked;
    else if (target.name !== 'pick') return;
    const chosen = rows().filter(({ checked }) => checked).length;
    if (all) {
      all.checked = chosen > 0 && chosen === rows().length;
      all.indeterminate = chosen > 0 && !all.checked;
    }
    const said = document.querySelector<HTMLElement>('[data-picked]');
    if (!said) return;
    said.textContent = chosen === 0 ? '' : fill(said.dataset['picked'] ?? '', { n: chosen });
    const form = said.closest('details');
    if (form && chosen > 0) form.open = true;
  });
}
