/** The turns that a swap put into the page, so that nobody has to look through the whole text for them. */
export interface Swaps {
  /** Those since it was last asked, as they stand on the page. */
  take(): HTMLElement[];
}

export function watchSwaps(transcript: HTMLElement): Swaps {
  const fresh = new Set<HTMLElement>();
  const note = (records: readonly MutationRecord[]): void => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof HTMLElement && node.matches('[data-body-start]')) fresh.add(node);
  };
  const observer = new MutationObserver(note);
  observer.observe(transcript, { childList: true, subtree: true });
  return {
    take() {
      note(observer.takeRecords());
      const turns = [...fresh].filter((turn) => turn.isConnected);
      fresh.clear();
      return turns;
    },
  };
}
