/**
 * Toasts: one line at the foot of the window, perhaps with a button that takes the act back. The server puts them
 * into `#toasts`; this lets them go again, and makes those only the browser can say. Closing one is `app.ts`'s.
 */

/** A toast stays this long after it was last looked at. Milliseconds; undo stays on its key for ever. */
const STAYS = 8000;
const AT_ONCE = 2;

/** Lets toasts go: after a while, not while pointed at or focused, and never more than a few at once. */
export function tendToasts(document: Document, stays = STAYS): void {
  const box = document.getElementById('toasts');
  if (!box) return;
  const tend = (toast: Node): void => {
    if (!(toast instanceof HTMLElement)) return;
    const wait = (): void => {
      window.setTimeout(() => {
        if (toast.matches(':hover, :focus-within')) wait();
        else toast.remove();
      }, stays);
    };
    wait();
  };
  box.childNodes.forEach(tend);
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(tend);
    while (box.childElementCount > AT_ONCE) box.firstElementChild?.remove();
  }).observe(box, { childList: true });
}

/** A sentence of the browser's own, such as "Mark a passage first". */
export function showToast(document: Document, sentence: string): void {
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.dataset['toast'] = '';
  const text = document.createElement('span');
  text.className = 'toast-text';
  text.textContent = sentence;
  toast.append(text);
  document.getElementById('toasts')?.append(toast);
}
