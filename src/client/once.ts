/**
 * What is sent is sent once, however often it has to be tried: each intent has a key, and the server does not do again what
 * it did under the same key with the same content. Plain forms carry their key from the server (`src/http/once.ts`).
 */

import { KEY_HEADER, UnsentStore, whoseIs } from './unsent.ts';

/** Waits between tries when the connection fails, in milliseconds; then the person is told and decides. */
const WAITS = [500, 1000, 2000, 4000];
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

/** One try that gets no answer in this time has failed; milliseconds. */
const NO_ANSWER = 20_000;
/** Between tries that never end; milliseconds. */
const PATIENT = 5000;

/** The server is not there although something in front of it answers: it is being started, or has no room. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** Like `fetchOnce`, under a key that the request has already, and never gives up until its page is left. */
async function fetchKept(input: string, init: RequestInit, failed: () => void): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const signals = [AbortSignal.timeout(NO_ANSWER), ...(init.signal ? [init.signal] : [])];
    try {
      const answer = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
      if (!AWAY.has(answer.status)) return answer;
    } catch (error) {
      if (init.signal?.aborted === true) throw error;
    }
    failed();
    await untilOnline(WAITS[tried] ?? PATIENT);
  }
}

/** Waits so many milliseconds, less when the browser says that the connection is back. */
const untilOnline = (most: number): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = window.setTimeout(done, most);
    window.addEventListener('online', done);
  });

interface HtmxContext {
  fetch?: Fetch;
  request: {
    method: string;
    action: string;
    headers: Record<string, string>;
    body: unknown;
    timeout?: number;
  };
}

interface HtmxRequest extends Event {
  detail: { ctx: HtmxContext };
}

/** Every request of htmx that changes something goes through `fetchOnce`; notes are sent again in their own way. */
export function sendOnce(document: Document): void {
  const store = new UnsentStore(localStorage);
  document.addEventListener('htmx:config:request', (event) => {
    const { ctx } = (event as HtmxRequest).detail;
    const isNote = event.target instanceof Element && event.target.closest('[data-note]') !== null;
    if (ctx.request.method === 'GET' || isNote) return;
    const transcript = document.getElementById('transcript');
    if (transcript) keepUntilAnswered(transcript, ctx, store);
    else ctx.fetch = (input, init) => fetchOnce(input, init);
  });
}

/** What is done in the workbench gets its key and its place in this browser before it is sent, or waits for its turn. */
function keepUntilAnswered(transcript: HTMLElement, ctx: HtmxContext, store: UnsentStore): void {
  const document = transcript.ownerDocument;
  const { request } = ctx;
  // One that an earlier page left has its key, and its place.
  const key = request.headers[KEY_HEADER] ?? newKey();
  if (!store.has(key)) {
    request.headers[KEY_HEADER] = key;
    const body = new URLSearchParams(request.body as URLSearchParams).toString();
    const { action } = request;
    const isKept = store.put({
      ...{ key, action, body },
      me: whoseIs(document),
      at: Date.now(),
    });
    if (!isKept) document.dispatchEvent(new Event('earmark:unkept'));
  }
  request.timeout = 0;
  const failed = (): void => void document.dispatchEvent(new Event('earmark:unsaved'));
  ctx.fetch = async (input, init) => {
    const answer = await fetchKept(input, init, failed);
    store.drop(key);
    return answer;
  };
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
