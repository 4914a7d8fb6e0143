/** The codes as the codebook beside the text shows them; the tree on the page is the only list there is. */
import type { PickerCode } from './picker.ts';

/** Asked instead of the document, which holds a whole text before it. */
export const treeIn = (document: Document): ParentNode =>
  document.getElementById('code-tree') ?? document;

/** Codes that can be applied, in the book's order. @param recent ids, the one used last first */
export function codesOf(document: Document, recent: readonly number[]): PickerCode[] {
  return [...treeIn(document).querySelectorAll<HTMLElement>('[data-codable]')].map((row) => {
    const id = Number(row.dataset['code']);
    const at = recent.indexOf(id);
    return {
      id,
      path: pathOf(row),
      colour: row.dataset['colour'] ?? '',
      key: row.dataset['key'] ?? '',
      recency: at < 0 ? Infinity : at,
    };
  });
}

/** A code's own key -> its id. */
export function codeKeys(document: Document): Map<string, number> {
  return new Map(
    [...treeIn(document).querySelectorAll<HTMLElement>('[data-codable][data-key]')].map((row) => [
      row.dataset['key'] ?? '',
      Number(row.dataset['code']),
    ]),
  );
}

/** Names from the theme down; empty for a code that is not in the tree any more. */
export function pathOfCode(document: Document, id: number): string[] {
  const row = rowOf(document, id);
  return row ? pathOf(row) : [];
}

/** The code's colour as a value of CSS; a quiet one for a code that is not in the tree. */
export function colourOfCode(document: Document, id: number): string {
  const colour = rowOf(document, id)?.dataset['colour'];
  return colour === undefined ? NEW_COLOUR : `var(--${colour.replace('-colour', '')})`;
}

/** Of a code that is only being made. */
export const NEW_COLOUR = 'var(--soft)';

const rowOf = (document: Document, id: number): HTMLElement | null =>
  treeIn(document).querySelector<HTMLElement>(`[data-code="${id}"]`);

function pathOf(row: HTMLElement): string[] {
  const path: string[] = [];
  for (let item = row.closest('li'); item; item = item.parentElement?.closest('li') ?? null)
    path.unshift(item.querySelector('.code-name')?.textContent ?? '');
  return path;
}

/** `Visibility › Capacity`, as people see and hear it. */
export const codeLabel = (document: Document, id: number): string =>
  pathOfCode(document, id).join(' › ');
