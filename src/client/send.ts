/** Posts to the source's own address and lets htmx swap what comes back. Requests wait for each other, none is dropped. */
export interface Sender {
  /** @param path below the source: `/codings`; resolves when the answer is on the page */
  post(path: string, values?: Record<string, string | number>): Promise<void>;
  get(path: string, target: HTMLElement): Promise<void>;
  /** Asks for pieces of the page that say themselves where they go; waits for its turn like a post. */
  look(path: string): Promise<void>;
}

interface Htmx {
  ajax(verb: string, path: string, options: object): Promise<void>;
  process(root: Element): void;
}

declare global {
  interface Window {
    htmx: Htmx;
  }
}

/** @param source the element that asks; its `hx-sync` keeps requests in order */
export function sender(source: HTMLElement): Sender {
  const href = source.dataset['href'] ?? '';
  return {
    post: (path, values = {}) =>
      window.htmx.ajax('POST', href + path, { source, values, swap: 'none' }),
    get: (path, target) =>
      window.htmx.ajax('GET', href + path, { source: target, target, swap: 'innerHTML' }),
    look: (path) => window.htmx.ajax('GET', href + path, { source, swap: 'none' }),
  };
}
