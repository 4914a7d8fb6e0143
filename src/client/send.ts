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

/** What htmx hands to its events of the request that was asked for with it. */
interface Asked {
  answered?: () => void;
}

/** @param source the element that asks; its `hx-sync` keeps requests in order */
export function sender(source: HTMLElement): Sender {
  const href = source.dataset['href'] ?? '';
  // The promise of htmx itself is kept at once for a request that waits for its turn behind another.
  source.ownerDocument.addEventListener('htmx:finally:request', (event) => {
    (event as CustomEvent<{ ctx: Asked }>).detail.ctx.answered?.();
  });
  const ask = (verb: string, path: string, options: object): Promise<void> =>
    new Promise((answered, failed) => {
      window.htmx.ajax(verb, href + path, { source, ...options, answered }).catch(failed);
    });
  return {
    post: (path, values = {}) => ask('POST', path, { values, swap: 'none' }),
    get: (path, target) => ask('GET', path, { source: target, target, swap: 'innerHTML' }),
    look: (path) => ask('GET', path, { swap: 'none' }),
  };
}
