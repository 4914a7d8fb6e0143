/** Speakers, questions and times can be hidden; remembered in this browser, in a cookie, so that the server begins so. */
import type { PageSegment } from './selection.ts';

/** Seconds. */
const YEAR = 31_536_000;

export interface View {
  /** A hidden question that is marked comes out, so that nobody codes what they do not see. */
  reveal(marked: readonly PageSegment[]): void;
}

export function tendView(document: Document, transcript: HTMLElement, changed: () => void): View {
  const form = document.querySelector<HTMLFormElement>('#view');
  form?.addEventListener('submit', (event) => event.preventDefault());
  form?.addEventListener('change', () => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>('[name=hide]')];
    for (const { value, checked } of boxes) transcript.classList.toggle(`hide-${value}`, checked);
    const hidden = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    document.cookie = `earmark_hide=${hidden.join('.')}; path=/; max-age=${YEAR}; samesite=strict`;
    // An address that says otherwise would win when the page is loaded again.
    const to = new URL(location.href);
    to.searchParams.delete('hide');
    history.replaceState(history.state, '', to);
    changed();
  });
  return {
    reveal(marked) {
      if (!transcript.classList.contains('hide-questions')) return;
      const open = new Set(marked.map(({ element }) => element));
      for (const shown of transcript.querySelectorAll<HTMLElement>('.turn-question.is-open'))
        if (!open.has(shown)) shown.classList.remove('is-open');
      for (const turn of open) turn.classList.add('is-open');
    },
  };
}
