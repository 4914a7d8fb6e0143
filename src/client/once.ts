/**
 * What is sent is sent once, however often it has to be tried: each intent has a key, and the server does not do again what
 * it did under the same key with the same content. Plain forms carry their key from the server (`src/http/once.ts`).
 */

/** Waits between tries when the connection fails, in milliseconds; then the person is told and decides. */
const WAITS = [500, 1000, 2000, 4000];
const KEY_HEADER = 'Idempotency-Key';
const FORM_KEY = 'earmark:sent';

type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** 128 random bits; `randomUUID` is missing where the page does not come over a secure connection. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/**
 * Like `fetch`, for what changes something: an answer that does not come is asked for again under the same key.
 * @param waiting called before each further try
 */
export async function fetchOnce(
  input: string,
  init: RequestInit,
  waiting: () => void = () => undefined,
): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), [KEY_HEADER]: newKey() };
  for (const wait of WAITS) {
    try {
      return await fetch(input, { ...init, headers });
    } catch (error) {
      if (init.signal?.aborted === true) throw error;
      waiting();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return fetch(input, { ...init, headers });
}

interface HtmxRequest extends Event {
  detail: { ctx: { fetch?: Fetch; request: { method: string } } };
}

/** Every request of htmx that changes something goes through `fetchOnce`; notes are sent again in their own way. */
export function sendOnce(document: Document): void {
  document.addEventListener('htmx:config:request', (event) => {
    const { ctx } = (event as HtmxRequest).detail;
    const isNote = event.target instanceof Element && event.target.closest('[data-note]') !== null;
    if (ctx.request.method === 'GET' || isNote) return;
    const waiting = (): void => void document.dispatchEvent(new Event('earmark:retrying'));
    ctx.fetch = (input, init) => fetchOnce(input, init, waiting);
  });
}

/**
 * A plain form that was sent, whose answer never came, and that is sent again after Back, is the same intent: Back may have
 * brought the page with a new key, so the old one is put in again. Once any page of ours was reached, it is over.
 */
export function rememberSentForms(document: Document, window: Window): void {
  const { sessionStorage: storage } = window;
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry?.type !== 'back_forward') storage.removeItem(FORM_KEY);
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    const field = form.querySelector<HTMLInputElement>('input[name="request_key"]');
    if (!field || event.defaultPrevented) return;
    const before = JSON.parse(storage.getItem(FORM_KEY) ?? '{}') as Partial<SentForm>;
    if (before.action === form.action) field.value = before.key ?? field.value;
    const sent: SentForm = { action: form.action, key: field.value };
    storage.setItem(FORM_KEY, JSON.stringify(sent));
  });
}

/** Other content under the same key is another intent to the server, so the content need not be kept here. */
interface SentForm {
  action: string;
  key: string;
}
