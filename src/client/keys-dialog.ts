import { keysAreOn, setKeys } from './keys.ts';
import { showOwnKeys } from './own-keys.ts';

/** The list of all keys as this person has them, with the switch that turns single keys off; remembered in this browser. */
export function tendKeysDialog(document: Document, storage: Storage): void {
  showOwnKeys(document, storage);
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-keys-switch]')) {
    box.checked = keysAreOn(storage);
    box.addEventListener('change', () => setKeys(storage, box.checked));
  }
}
