/** Single keys in the workbench: which presses are ours, and the switch that turns them off (WCAG 2.1.4). */
import type { Command, KeyPress } from '../domain/workbench/keymap.ts';
import { commandOf } from '../domain/workbench/keymap.ts';
import { tableOfKeys } from './own-keys.ts';

/** Where a key types or chooses something itself. */
const FIELDS = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  '[role=combobox]',
  '[role=textbox]',
  '[role=listbox]',
  '[role=menu]',
  'dialog',
  'audio',
  'video',
].join();
/** What Space and Enter press. */
const CONTROLS = 'a[href], button, summary, input, [role=button]';
/** Panes that scroll by arrow and by Space when the focus is in them. */
const PANES = '[data-own-arrows]';
const SETTING = 'earmark.keys';

export interface KeyHandlers {
  /** A code's own key -> its id. */
  codes(): ReadonlyMap<string, number>;
  /** @returns false when there was nothing to do, and the browser should have the key. */
  run(command: Command): boolean;
}

/** Whether single keys act; they do until someone turns them off. Keys with Ctrl or Cmd, and Escape, always do. */
export const keysAreOn = (storage: Storage): boolean => storage.getItem(SETTING) !== 'off';

export function setKeys(storage: Storage, on: boolean): void {
  if (on) storage.removeItem(SETTING);
  else storage.setItem(SETTING, 'off');
}

export function listenToKeys(document: Document, storage: Storage, handlers: KeyHandlers): void {
  const table = tableOfKeys(storage);
  const mac = /Mac|iP(hone|ad)/.test(document.defaultView?.navigator.platform ?? '');
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || event.isComposing || isTaken(target, event.key)) return;
    const command = commandOf(pressOf(event), handlers.codes(), mac, table());
    if (!command || (!keysAreOn(storage) && !worksAlways(event))) return;
    if (handlers.run(command)) event.preventDefault();
  });
}

const worksAlways = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.key === 'Escape';

/** Whether the element with the focus has its own use for the key. */
export function isTaken(target: Element | null, key: string): boolean {
  if (!target) return false;
  // Escape closes what lies open over the page first, and lets go of the passage only after that.
  if (key === 'Escape' && target.ownerDocument.querySelector(':popover-open')) return true;
  if (target.closest(FIELDS)) return true;
  if ((key === ' ' || key.startsWith('Arrow')) && target.closest(PANES)) return true;
  return (key === ' ' || key === 'Enter') && target.closest(CONTROLS) !== null;
}

function pressOf(event: KeyboardEvent): KeyPress & { repeat: boolean } {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  return {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    repeat,
    altGraph: event.getModifierState('AltGraph'),
  };
}
