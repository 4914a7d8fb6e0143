import { isTaken, keysAreOn } from './keys.ts';

/**
 * Single keys of ordinary pages: `data-page-key="n"` on a link or a button is pressed by that key, on a field it takes the
 * focus. They are off where someone turned single keys off, and while one types. The workbench has keys of its own.
 */
export function listenToPageKeys(document: Document, storage: Storage): void {
  if (document.getElementById('transcript')) return;
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || repeat || ctrlKey || metaKey || altKey) return;
    if (isTaken(target, key) || !keysAreOn(storage)) return;
    const own = [...document.querySelectorAll<HTMLElement>('[data-page-key]')].find(
      (element) => element.dataset['pageKey'] === key.toLowerCase(),
    );
    if (!own) return;
    event.preventDefault();
    if (own instanceof HTMLDialogElement) own.showModal();
    else if (own instanceof HTMLInputElement) own.focus();
    else own.click();
  });
}
