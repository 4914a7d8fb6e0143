import { keysAreOn, setKeys } from './keys.ts';

/** The list of all keys with the switch that turns single keys off; remembered in this browser. */
export function tendKeysDialog(document: Document, storage: Storage): void {
  const box = document.querySelector<HTMLInputElement>('[data-keys-switch]');
  if (!box) return;
  box.checked = keysAreOn(storage);
  box.addEventListener('change', () => setKeys(storage, box.checked));
}
