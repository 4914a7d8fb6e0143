import type { Words } from './words.ts';

/** Keeps "6 turns still uncoded" true: the page knows its turns, so no answer has to count them. */
export function tendProgress(
  document: Document,
  transcript: HTMLElement,
  words: Words,
): { count(): void } {
  const shown = document.getElementById('uncoded');
  return {
    count() {
      if (!shown) return;
      let uncoded = 0;
      for (const turn of transcript.querySelectorAll(
        '.turn:not(.turn-question, .turn-heading, :has(mark[data-c]))',
      ))
        if (turn.querySelector('[data-text]')?.textContent?.trim()) uncoded++;
      shown.textContent = words(uncoded === 1 ? 'uncodedOne' : 'uncoded', { count: uncoded });
    },
  };
}
