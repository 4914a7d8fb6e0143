import { fetchOnce } from './once.ts';
import { showToast } from './toast.ts';

export type Step = 'up' | 'down' | 'in' | 'out';

/** What a page's script needs besides the move itself. */
export interface Around {
  document: Document;
  say: (sentence: string) => void;
  /** Called when the tree as it then stands is on the page. */
  dressed: () => void;
}

/** One move after the other: a second key waits for the first answer, so that none is lost. */
let queue: Promise<void> = Promise.resolve();

/** Sends the step of one code, puts the tree as it then stands on the page, and keeps the focus on the code. */
export function moveByKey(around: Around, link: HTMLElement, step: Step): Promise<void> {
  const id = link.dataset['code'] ?? '';
  return inTurn(() => send(around, `/${id}/move`, new URLSearchParams({ to: step }), id));
}

/** Sends several codes beside or under another. */
export function moveByDrop(
  around: Around,
  ids: readonly string[],
  drop: { place: 'before' | 'after' | 'into'; target: string },
): Promise<void> {
  const body = new URLSearchParams({ do: 'move', ...drop });
  for (const id of ids) body.append('code', id);
  return inTurn(() => send(around, '/several', body, ids[0] ?? ''));
}

function inTurn(work: () => Promise<void>): Promise<void> {
  queue = queue.then(work).catch(() => undefined);
  return queue;
}

async function send(
  { document, say, dressed }: Around,
  path: string,
  body: URLSearchParams,
  focused: string,
): Promise<void> {
  const book = document.querySelector<HTMLElement>('#codebook');
  if (!book) return;
  body.set('current', book.dataset['current'] ?? '');
  const answer = await fetchOnce(`${book.dataset['move'] ?? ''}${path}`, {
    method: 'POST',
    headers: { 'HX-Request': 'true' },
    body,
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
  const moved = document.querySelector<HTMLElement>(`.codebook-code[data-code="${focused}"]`);
  if (scrolled !== undefined) tree.closest('.codebook-side')?.scrollTo({ top: scrolled });
  moved?.focus({ preventScroll: true });
  moved?.scrollIntoView({ block: 'nearest' });
  const toast = html.querySelector('[data-toast]');
  // The region of the toasts is a live one: a screen reader hears the sentence from there.
  if (toast) document.getElementById('toasts')?.replaceChildren(toast);
}
