import type { Words } from './words.ts';

/** Turns in which there is something to code; which they are never changes while the page is open. */
const CODABLE = '.turn:not(.turn-question, .turn-heading, .turn-empty)';

/** Keeps "6 turns still uncoded" true: the page knows its turns, so no answer has to count them. */
export function tendProgress(
  document: Document,
  transcript: HTMLElement,
  words: Words,
): { count(turns: readonly HTMLElement[]): void } {
  const shown = document.getElementById('uncoded');
  const uncoded = new Set(
    [...transcript.querySelectorAll(`${CODABLE}:not(:has(> [data-stripes]))`)].map(({ id }) => id),
  );
  return {
    /** @param turns that replaced those of the same id */
    count(turns) {
      for (const turn of turns)
        if (turn.matches(CODABLE) && !turn.querySelector(':scope > [data-stripes]'))
          uncoded.add(turn.id);
        else uncoded.delete(turn.id);
      const count = uncoded.size;
      if (shown) shown.textContent = words(count === 1 ? 'uncodedOne' : 'uncoded', { count });
    },
  };
}
