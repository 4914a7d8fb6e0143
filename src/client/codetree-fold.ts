/** Which codes are folded is kept for the tab: it is how one looks at the codebook, not part of it. */
const STORED = 'earmark.folded';

/** Ids of the codes folded away what is below them. */
export function storedFolds(storage: Storage): Set<string> {
  return new Set((storage.getItem(STORED) ?? '').split(' ').filter((id) => id !== ''));
}

export const isFolded = (link: HTMLElement): boolean => link.ariaExpanded === 'false';

export function setFolded(link: HTMLElement, storage: Storage, folded: boolean): void {
  link.ariaExpanded = String(!folded);
  const folds = storedFolds(storage);
  const id = link.dataset['code'] ?? '';
  if (folded) folds.add(id);
  else folds.delete(id);
  storage.setItem(STORED, [...folds].join(' '));
}

/** Folds every code with sub-codes, or unfolds all. */
export function foldAll(document: Document, storage: Storage, folded: boolean): void {
  const links = [...document.querySelectorAll<HTMLElement>('.codebook-code[aria-expanded]')];
  for (const link of links) link.ariaExpanded = String(!folded);
  const ids = folded ? links.map((link) => link.dataset['code'] ?? '') : [];
  storage.setItem(STORED, ids.join(' '));
}
