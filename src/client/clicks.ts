/** What the pointer does in the text: choose a coding, open its details, give a selection the armed code. */
import type { Bench } from './bench.ts';
import { openCard, openList } from './card.ts';
import { codingOf, codingOnPage } from './chosen.ts';

export function listenToClicks(bench: Bench): void {
  const { document, transcript, passage, chosen, armed, send } = bench.parts;

  document.addEventListener('pointerup', (event) => {
    const inText = event.target instanceof Element && event.target.closest('[data-text]');
    if (armed.code !== null && inText && passage.span) bench.apply(armed.code);
  });

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stripe = target.closest<HTMLElement>('[data-stripe]');
    const more = target.closest('[data-more]')?.closest('[data-stripes]');
    const mark = target.closest<HTMLElement>('mark[data-c]');
    if (stripe) {
      event.preventDefault();
      openStripe(stripe);
    } else if (more) openList(document, more);
    else if (mark && !passage.span) chooseAt(mark);
  });

  // Coding many at once begins with what is marked here.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('[data-many]');
    const { span } = passage;
    if (link instanceof HTMLAnchorElement)
      link.search = span ? `?at=${span.start}-${span.end}` : '';
  });

  const openStripe = (stripe: HTMLElement): void => {
    const coding = codingOf(stripe);
    passage.take(coding, { scroll: false });
    chosen.choose(coding.id);
    void openCard(document, send, coding.id, stripe.getBoundingClientRect());
  };

  /** A click on coded words chooses the coding, another click the next one there. */
  const chooseAt = (mark: HTMLElement): void => {
    const codings = (mark.dataset['c'] ?? '')
      .split(' ')
      .flatMap((id) => codingOnPage(transcript, Number(id)) ?? []);
    chosen.choose(chosen.nextOf(codings)?.id ?? null);
  };
}
