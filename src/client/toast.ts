/**
 * Toasts: one line at the foot of the window, perhaps with a button that takes the act back. The server
 * puts them into the page's `[data-toasts]`; this lets them go again, and makes those only the browser can say.
 */

/** A toast stays this long after it was last looked at. Milliseconds; undo stays on its key for ever. */
const STAYS = 8000;
const AT_ONCE = 3;

/** Lets toasts go: after a while, not while pointed at or focused, and never more than three. */
export function tendToasts(document: Document, stays = STAYS): void {
  const box = document.querySelector<HTMLElement>('[data-toasts]');
  if (!box) return;
  const tend = (toast: HTMLElement): void => {
    let timer = 0;
    const wait = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (toast.matches(':hover, :focus-within')) wait();
        else toast.remove();
      }, stays);
    };
    toast.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-dismiss]')) toast.remove();
    });
    wait();
  };
  for (const toast of box.children) if (toast instanceof HTMLElement) tend(toast);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes]))
      if (node instanceof HTMLElement) tend(node);
    while (box.childElementCount > AT_ONCE) box.firstElementChild?.remove();
  }).observe(box, { childList: true });
}

/** A sentence of the browser's own, such as "Select a passage first". */
export function showToast(document: Document, sentence: string): void {
  const box = document.querySelector('[data-toasts]');
  const toast = document.createElement('div');
  toast.className = 'toast';
  const text = document.createElement('p');
  text.className = 'toast-text';
  text.textContent = sentence;
  toast.append(text);
  box?.append(toast);
}
