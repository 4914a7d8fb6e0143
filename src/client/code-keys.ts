/** The codes' own keys, in the list of all keys: written when it opens, since the codebook may have changed. */
import { codeKeys, codeLabel } from './codes.ts';

export function showCodeKeys(document: Document): void {
  const list = document.querySelector<HTMLElement>('#code-keys dl');
  if (!list?.parentElement) return;
  const keys = [...codeKeys(document)].sort(([a], [b]) => (a < b ? -1 : 1));
  list.parentElement.hidden = keys.length === 0;
  list.replaceChildren(
    ...keys.flatMap(([key, code]) => {
      const term = document.createElement('dt');
      const shown = document.createElement('kbd');
      shown.className = 'kbd';
      shown.textContent = key.toUpperCase();
      term.append(shown);
      const does = document.createElement('dd');
      does.textContent = codeLabel(document, code);
      return [term, does];
    }),
  );
}
