import type { Sender } from './send.ts';

/** Shows a code's rule beside the text, and puts it in the address: whoever comes back finds the same passages. */
export async function showRule(
  document: Document,
  send: Sender,
  code: number,
  round = 0,
): Promise<void> {
  const rule = document.getElementById('rule');
  if (!rule) return;
  await send.get(`/codes/${code}${round > 0 ? `?round=${round}` : ''}`, rule);
  const to = new URL(location.href);
  to.searchParams.set('code', String(code));
  to.searchParams.delete('round');
  if (round > 0) to.searchParams.set('round', String(round));
  history.replaceState(history.state, '', to);
}

/** "Show others" brings other passages in place of those shown. */
export function tendRule(document: Document, send: Sender): void {
  const rule = document.getElementById('rule');
  rule?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-round]');
    const code = link?.closest<HTMLElement>('[data-rule]')?.dataset['rule'];
    if (!link || !code || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void showRule(document, send, Number(code), Number(link.dataset['round'])).then(() =>
      rule.querySelector<HTMLElement>('[data-round]')?.focus(),
    );
  });
}
