/** What a screen reader is told: sentences put into the page's polite live region, `#announce`. */
export interface Announcer {
  say(sentence: string): void;
}

/** Moving by held key would queue a sentence for each step; only where it rests is said. Milliseconds. */
const REST = 150;
/** Later than this a sentence is gone, so that it is not met again when reading through the page. Milliseconds. */
const KEPT = 10_000;

export function announcer(document: Document): Announcer {
  const region = document.getElementById('announce');
  let timer = 0;
  return {
    say(sentence) {
      if (!region) return;
      window.clearTimeout(timer);
      // Emptied first, so that the same sentence twice is heard twice.
      region.textContent = '';
      timer = window.setTimeout(() => {
        region.textContent = sentence;
        timer = window.setTimeout(() => (region.textContent = ''), KEPT);
      }, REST);
    },
  };
}
