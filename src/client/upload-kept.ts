/** More results than this are not kept: the list of sources has them all. In code units of HTML. */
const MOST = 400_000;

interface Kept {
  /** Results as the server wrote them. */
  html: string;
  /** Names of files that were chosen and not sent yet. */
  unsent: string[];
}

/** What became of the files sent from this tab, so that someone who leaves the page and comes back finds it. */
export function keptLines(storage: Storage, address: string) {
  const place = `earmark:upload:${address}`;
  return {
    keep(list: HTMLElement, unsent: readonly string[]): void {
      const done = [...list.querySelectorAll('[data-outcome]')].map((line) => line.outerHTML);
      while (done.join('').length > MOST) done.shift();
      try {
        storage.setItem(place, JSON.stringify({ html: done.join(''), unsent }));
      } catch {
        // Full: then nothing is found again, and the list of sources says what came in.
        storage.removeItem(place);
      }
    },
    read(): Kept {
      const kept = JSON.parse(storage.getItem(place) ?? '{}') as Partial<Kept>;
      return { html: kept.html ?? '', unsent: kept.unsent ?? [] };
    },
  };
}
