import { fetchOnce } from './once.ts';
import { showToast } from './toast.ts';

export type Step = 'up' | 'down' | 'in' | 'out';

/** One move after the other: a second key waits for the first answer, so that none is lost. */
let queue: Promise<void> = Promise.resolve();

/** Sends the move, puts the tree as it then stands on the page, and keeps the focus on the code. */
export function moveByKey(
  document: Document,
  link: HTMLElement,
  step: Step,
  say: (sentence: string) => void,
  dressed: () => void,
): Promise<void> {
  const id = link.dataset['code'] ?? '';
  queue = queue.then(() => move(document, id, step, say, dressed)).catch(() => undefined);
  return queue;
}

async function move(
  document: Document,
  id: string,
  step: Step,
  say: (sentence: string) => void,
  dressed: () => void,
): Promise<void> {
  const book = document.querySelector<HTMLElement>('#codebook');
  if (!book) return;
  const answer = await fetchOnce(`${book.dataset['move'] ?? ''}/${id}/move`, {
    method: 'POST',
    headers: { 'HX-Request': 'true' },
    body: new URLSearchParams({ to: step, current: book.dataset['current'] ?? '' }),
  });
  const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const tree = html.querySelector('#codebook');
  if (!answer.ok || !tree) {
    const sentence = html.body.textContent.trim();
    showToast(document, sentence);
    say(sentence);
    return;
  }
  const scrolled = book.closest('.codebook-side')?.scrollTop;
  book.replaceWith(tree);
  dressed();
  const moved = document.querySelector<HTMLElement>(`.codebook-code[data-code="${id}"]`);
  if (scrolled !== undefined) tree.closest('.codebook-side')?.scrollTo({ top: scrolled });
  moved?.focus({ preventScroll: true });
  moved?.scrollIntoView({ block: 'nearest' });
  const toast = html.querySelector('[data-toast]');
  // The region of the toasts is a live one: a screen reader hears the sentence from there.
  if (toast) document.getElementById('toasts')?.replaceChildren(toast);
}
