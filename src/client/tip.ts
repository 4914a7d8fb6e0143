/**
 * What a coding in the margin is, in a box beside it, on hover and on focus: path, coder, date, memo. Escape closes it, the
 * pointer may go into it, and it stays as long as pointer or focus do (WCAG 1.4.13). A finger opens the coding itself instead.
 */
import { placeBeside } from './place.ts';

/** A pointer that only passes opens nothing, and may stray on its way into the box. Milliseconds. */
const OPENS = 250;
const CLOSES = 250;

export function tendTip(document: Document): void {
  const tip = document.getElementById('tip');
  if (!tip) return;
  let label: HTMLElement | null = null;
  let timer = 0;

  const hide = (): void => {
    window.clearTimeout(timer);
    label?.removeAttribute('aria-describedby');
    label = null;
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
  const show = (next: HTMLElement): void => {
    window.clearTimeout(timer);
    if (next === label) return;
    label?.removeAttribute('aria-describedby');
    label = next;
    fillTip(tip, next);
    next.setAttribute('aria-describedby', tip.id);
    tip.showPopover();
    placeBeside(tip, next.getBoundingClientRect());
  };
  const later = (act: () => void, after: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, after);
  };

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const over = labelAt(event.target);
    if (over) later(() => show(over), OPENS);
    else if (tip.contains(event.target as Node)) window.clearTimeout(timer);
    else if (label && document.activeElement !== label) later(hide, CLOSES);
    else window.clearTimeout(timer);
  });
  document.addEventListener('focusin', ({ target }) => {
    const on = labelAt(target);
    if (on?.matches(':focus-visible')) show(on);
    else if (label) hide();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !label) return;
      hide();
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  // What is under the box now is another coding, or the card of this one.
  for (const gone of ['scroll', 'click', 'htmx:before:swap'])
    document.addEventListener(gone, hide, true);
}

const labelAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.stripes .stripe-label') : null;

/** The browser's own box would lie over ours, so its words move into ours the first time. */
function fillTip(tip: HTMLElement, label: HTMLElement): void {
  if (label.title !== '') {
    label.dataset['says'] = label.title;
    label.removeAttribute('title');
  }
  const [path = '', by = ''] = (label.dataset['says'] ?? '').split('\n');
  const { memo } = label.dataset;
  tip.replaceChildren(
    ...[path, by, memo].flatMap((text, at) => {
      if (text === undefined) return [];
      const line = tip.ownerDocument.createElement('p');
      line.className = ['tip-path', 'tip-by', 'tip-memo'][at] ?? '';
      line.textContent = text;
      return [line];
    }),
  );
}
