/**
 * What a screen reader is told. The page holds two polite live regions (`[data-announce]`); saying things in
 * them by turns makes the same sentence twice be heard twice.
 */
export interface Announcer {
  say(sentence: string): void;
}

/** Later than this a sentence is gone, so that it is not met again when reading through the page. Milliseconds. */
const KEPT = 5000;

export function announcer(document: Document): Announcer {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-announce]')];
  let turn = 0;
  let clearing = 0;
  return {
    say(sentence) {
      const region = regions[turn % regions.length];
      if (!region) return;
      for (const other of regions) other.textContent = '';
      region.textContent = sentence;
      turn += 1;
      const view = document.defaultView;
      view?.clearTimeout(clearing);
      clearing = view?.setTimeout(() => (region.textContent = ''), KEPT) ?? 0;
    },
  };
}
