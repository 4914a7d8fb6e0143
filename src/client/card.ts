import { placeBeside } from './place.ts';
import type { Sender } from './send.ts';

/** What of the details takes the focus; nothing when they were opened with the pointer. */
const FOCUS = { memo: 'textarea', acts: 'button' } as const;

/** Opens the details of a coding beside its passage. @param focus where a person goes on at once */
export async function openCard(
  document: Document,
  send: Sender,
  coding: number,
  beside: DOMRect | null,
  focus: keyof typeof FOCUS | null = null,
): Promise<void> {
  const card = document.getElementById('coding-card');
  if (!card) return;
  card.dataset['coding'] = String(coding);
  await send.get(`/codings/${coding}`, card);
  card.showPopover();
  placeBeside(card, beside);
  if (focus) card.querySelector<HTMLElement>(FOCUS[focus])?.focus();
}

/** Buttons of the details that need the workbench (another code, a code instead, the quote), and Ctrl+Enter in the memo. */
export function listenToCard(
  document: Document,
  act: (what: string, coding: number) => void,
): void {
  const card = document.getElementById('coding-card');
  card?.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-card-act]');
    if (!button) return;
    card.hidePopover();
    act(button.getAttribute('data-card-act') ?? '', Number(card.dataset['coding']));
  });
  card?.addEventListener('keydown', ({ target, key, ctrlKey, metaKey }) => {
    if (!(target instanceof HTMLTextAreaElement) || key !== 'Enter') return;
    if (ctrlKey || metaKey) target.form?.requestSubmit();
  });
}

/** Closes the details when what they were opened for is done; a refusal leaves them open, with what was typed. */
export function closeCardWhenDone(document: Document): void {
  const card = document.getElementById('coding-card');
  card?.addEventListener('htmx:after:request', (event) => {
    const { ctx } = (
      event as CustomEvent<{ ctx: { response?: { status: number }; request: { method: string } } }>
    ).detail;
    const done = ctx.request.method === 'POST' && (ctx.response?.status ?? 500) < 400;
    if (done) card.hidePopover();
  });
}

/** Lists all codings of a segment where the margin has no room for their names; a click opens one. */
export function openList(document: Document, stripes: Element): void {
  const card = document.getElementById('coding-card');
  if (!card) return;
  const list = document.createElement('ol');
  list.className = 'coding-list';
  for (const stripe of stripes.querySelectorAll('[data-stripe]:not([hidden])')) {
    const item = stripe.cloneNode(true) as HTMLElement;
    item.removeAttribute('id');
    item.removeAttribute('style');
    for (const label of item.querySelectorAll('a')) label.removeAttribute('tabindex');
    list.append(item);
  }
  card.replaceChildren(list);
  card.showPopover();
  placeBeside(card, stripes.querySelector('[data-more]')?.getBoundingClientRect() ?? null);
  list.querySelector('a')?.focus();
}
