import type { Words } from './words.ts';

interface HtmxEvent extends Event {
  detail: { ctx: { request: { method: string } } };
}

/** Says what is not saved while Earmark cannot be reached, and asks before a page is left that holds it. */
export function tendUnsaved(document: Document, words: Words): void {
  const shown = document.getElementById('waiting');
  let unsaved = 0;
  let isFailing = false;
  const show = (): void => {
    if (unsaved === 0) isFailing = false;
    const sentence = isFailing
      ? words(unsaved === 1 ? 'unsavedOne' : 'unsaved', { count: unsaved })
      : '';
    if (shown && shown.textContent !== sentence) shown.textContent = sentence;
  };
  const count = (event: Event, by: 1 | -1): void => {
    if ((event as HtmxEvent).detail.ctx.request.method === 'GET') return;
    unsaved += by;
    show();
  };
  // One that waits for its turn behind another is counted as well.
  document.addEventListener('htmx:config:request', (event) => count(event, 1));
  document.addEventListener('htmx:finally:request', (event) => count(event, -1));
  document.addEventListener('earmark:unsaved', () => {
    isFailing = true;
    show();
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved > 0) event.preventDefault();
  });
}
