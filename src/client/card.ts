import { placeBeside } from './place.ts';
import type { Sender } from './send.ts';

/** Opens the details of a coding beside its passage. @param toMemo whether to begin writing at once */
export async function openCard(
  document: Document,
  send: Sender,
  coding: number,
  beside: DOMRect | null,
  toMemo: boolean,
): Promise<void> {
  const card = document.getElementById('coding-card');
  if (!card) return;
  await send.get(`/codings/${coding}`, card);
  card.showPopover();
  placeBeside(card, beside);
  if (toMemo) card.querySelector('textarea')?.focus();
  // What the card saves or takes off is done: it closes, and the toast says so.
  card.addEventListener('submit', () => card.hidePopover(), { once: true });
}
