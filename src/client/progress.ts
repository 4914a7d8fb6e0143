import type { Words } from './words.ts';

/** Turns in which there is something to code; which they are never changes while the page is open. */
const CODABLE = '.turn:not(.turn-question, .turn-heading, .turn-empty)';

/** Keeps "6 turns still uncoded" true: the page knows its turns, so no answer has to count them. */
export function tendProgress(
  document: Document,
  transcript: HTMLElement,
  words: Words,
): { count(): void } {
  const shown = document.getElementById('uncoded');
  const codable = transcript.querySelectorAll(CODABLE).length;
  return {
    count() {
      if (!shown) return;
      const coded = transcript.querySelectorAll(`${CODABLE} > [data-stripes]`).length;
      const count = codable - coded;
      shown.textContent = words(count === 1 ? 'uncodedOne' : 'uncoded', { count });
    },
  };
}
