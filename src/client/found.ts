import { isTaken, keysAreOn } from './keys.ts';

/**
 * A list of found places by key: `j` to the next line, `k` to the one before; Enter opens it, as it opens any link. Off where
 * someone turned single keys off, and while one types.
 */
export function tendFound(document: Document, storage: Storage): void {
  document.addEventListener('keydown', (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (step === undefined || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const lines = [...document.querySelectorAll<HTMLElement>('[data-found-line]')];
    if (lines.length === 0 || isTaken(target, event.key) || !keysAreOn(storage)) return;
    const at = lines.findIndex((line) => line === target);
    const next = lines[at === -1 ? (step === 1 ? 0 : lines.length - 1) : at + step];
    event.preventDefault();
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  });
}
