import type { Words } from './words.ts';

interface HtmxEvent extends Event {
  detail: { ctx: { request: { method: string } } };
}

/** Says what is not saved while Earmark cannot be reached, and asks before a page is left that alone holds it. */
export function tendUnsaved(document: Document, words: Words): void {
  const shown = document.getElementById('waiting');
  let unsaved = 0;
  let isFailing = false;
  /** Something is nowhere but in this page: the browser's storage is full or forbidden. */
  let isOnlyHere = false;
  const show = (): void => {
    if (unsaved === 0) isFailing = isOnlyHere = false;
    const one = unsaved === 1 ? 'unsavedOne' : 'unsaved';
    const sentence = isFailing
      ? `${words(one, { count: unsaved })} ${words(isOnlyHere ? 'leaveOpen' : 'keptHere')}`
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
  document.addEventListener('earmark:unkept', () => (isOnlyHere = true));
  window.addEventListener('beforeunload', (event) => {
    if (unsaved > 0 && isOnlyHere) event.preventDefault();
  });
}
