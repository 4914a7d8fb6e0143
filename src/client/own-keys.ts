/** A person's own keys, kept in this browser: what the workbench acts on, and what its lists of keys show. */
import type { KeyRow } from '../domain/workbench/keymap.ts';
import { keymapWith, ownKeysFrom, type OwnKeys } from '../domain/workbench/own-keys.ts';
import { shownKey } from '../domain/workbench/shown-key.ts';

const SETTING = 'earmark.keymap';

export const ownKeys = (storage: Storage): OwnKeys => ownKeysFrom(storage.getItem(SETTING));

export function keepOwnKeys(storage: Storage, own: OwnKeys): void {
  if (Object.keys(own).length === 0) storage.removeItem(SETTING);
  else storage.setItem(SETTING, JSON.stringify(own));
}

/** The table of keys as it stands; read anew when it was changed, in another tab too. */
export function tableOfKeys(storage: Storage): () => readonly KeyRow[] {
  let kept: string | null | undefined;
  let table: readonly KeyRow[] = [];
  return () => {
    const now = storage.getItem(SETTING);
    if (now !== kept) {
      kept = now;
      table = keymapWith(ownKeysFrom(now));
    }
    return table;
  };
}

/** Shows the keys as they are wherever the page names one: `data-keys-of` all of an act, `data-key-of` the first. */
export function showOwnKeys(document: Document, storage: Storage): void {
  const own = ownKeys(storage);
  for (const { act, keys } of keymapWith(own)) {
    if (own[act] === undefined) continue;
    for (const list of document.querySelectorAll(`[data-keys-of="${act}"]`))
      list.replaceChildren(...keys.flatMap((key) => [kbd(document, key), ' ']));
    for (const one of document.querySelectorAll<HTMLElement>(`[data-key-of="${act}"]`)) {
      one.textContent = keys[0] === undefined ? '' : shownKey(keys[0]);
      one.hidden = keys[0] === undefined;
    }
  }
}

function kbd(document: Document, key: string): HTMLElement {
  const shown = document.createElement('kbd');
  shown.className = 'kbd';
  shown.textContent = shownKey(key);
  return shown;
}
