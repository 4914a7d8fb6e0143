/**
 * What was done and has no answer yet, kept in this browser until it has: a reload, a crash or a closed page loses nothing, and
 * under its key the server does it once however often it comes. Offsets and numbers mostly; words only where a new code or a
 * memo has them. It is gone as soon as it is answered, and in any case before the server forgets the key.
 */
import type { Words } from './words.ts';

export interface Unsent {
  /** The request's key, made before it was sent for the first time. */
  key: string;
  /** Address and content, exactly as they were sent: the server compares both. */
  action: string;
  body: string;
  /** Whose it is: somebody else in this browser does not send it under their name. */
  me: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The server refused it while its text was not open: it waits until it is, and the refusal can be shown there. */
  isRefused?: true;
}

const PREFIX = 'earmark:unsent:';
/** The server remembers keys for seven days. */
const OLDEST = 6 * 24 * 60 * 60 * 1000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export class UnsentStore {
  /** Puts what a page does in one millisecond in order; the key keeps two pages apart. */
  private count = 0;

  constructor(private readonly storage: Store) {}

  /** @returns false when the browser did not keep it */
  put(one: Unsent): boolean {
    this.count += 1;
    const name = `${PREFIX}${one.at}.${String(this.count).padStart(6, '0')}.${one.key}`;
    try {
      this.storage.setItem(name, JSON.stringify(one));
      return true;
    } catch {
      return false;
    }
  }

  drop(key: string): void {
    for (const name of this.namesOf(key)) this.storage.removeItem(name);
  }

  refuse(key: string): void {
    for (const name of this.namesOf(key))
      this.storage.setItem(name, JSON.stringify({ ...this.read(name), isRefused: true }));
  }

  has(key: string): boolean {
    return this.namesOf(key).length > 0;
  }

  /** Somebody's, in the order in which it was done, without what is too old to be safe. */
  waiting(me: string, now: number): Unsent[] {
    return this.of(me).filter(({ at }) => now - at < OLDEST);
  }

  /** Takes out what is too old to be safe. @returns how many, for the person has to be told */
  dropOld(me: string, now: number): number {
    const old = this.of(me).filter(({ at }) => now - at >= OLDEST);
    for (const { key } of old) this.drop(key);
    return old.length;
  }

  private of(me: string): Unsent[] {
    const all = this.names()
      .sort()
      .map((name) => this.read(name));
    return all.filter((one) => one !== null).filter((one) => one.me === me);
  }

  private namesOf(key: string): string[] {
    return this.names().filter((name) => this.read(name)?.key === key);
  }

  private names(): string[] {
    const names = Array.from({ length: this.storage.length }, (_, n) => this.storage.key(n) ?? '');
    return names.filter((name) => name.startsWith(PREFIX));
  }

  private read(name: string): Unsent | null {
    try {
      return JSON.parse(this.storage.getItem(name) ?? 'null') as Unsent | null;
    } catch {
      return null;
    }
  }
}

interface Resending {
  transcript: HTMLElement;
  words: Words;
  tell: (sentence: string) => void;
}

/**
 * Sends what an earlier page left: what belongs to this text as if it were done now, so that it is painted or refused in the
 * usual way; what belongs to another text in the background. What is refused there is kept, and asked again in its text.
 */
export async function resend({ transcript, words, tell }: Resending): Promise<void> {
  const store = new UnsentStore(localStorage);
  const me = whoseIs(document);
  const tooOld = store.dropOld(me, Date.now());
  const here = `${transcript.dataset['href'] ?? ''}/`;
  const isHere = ({ action }: Unsent): boolean => action.startsWith(here);
  const waiting = store.waiting(me, Date.now()).filter((one) => isHere(one) || !isRefused(one));
  if (tooOld > 0) tell(words('tooOld', { count: tooOld }));
  if (waiting.length === 0) return;
  tell(words(waiting.length === 1 ? 'resentOne' : 'resent', { count: waiting.length }));
  for (const one of waiting) {
    if (isHere(one)) await sendHere(transcript, one);
    else await sendElsewhere(store, one);
  }
}

/** On every other page, in the background: nobody has to open a text for what was done in it to arrive. */
export async function resendFromElsewhere(document: Document): Promise<void> {
  if (document.getElementById('transcript')) return;
  const store = new UnsentStore(localStorage);
  for (const one of store.waiting(whoseIs(document), Date.now()))
    if (!isRefused(one)) await sendElsewhere(store, one);
}

/** The id of who is at work, as every page says it; empty where nobody is signed in. */
export const whoseIs = (document: Document): string => document.body.dataset['me'] ?? '';

const sendHere = (source: HTMLElement, { key, action, body }: Unsent): Promise<void> =>
  window.htmx.ajax('POST', action, {
    source,
    values: Object.fromEntries(new URLSearchParams(body)),
    headers: { [KEY_HEADER]: key },
    swap: 'none',
  });

const isRefused = ({ isRefused: is }: Unsent): boolean => is === true;

async function sendElsewhere(store: UnsentStore, { key, action, body }: Unsent): Promise<void> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    'hx-request': 'true',
    [KEY_HEADER]: key,
  };
  const answer = await fetch(action, { method: 'POST', headers, body }).catch(() => null);
  if (answer === null) return;
  if (answer.ok) store.drop(key);
  else if (answer.status < 500) store.refuse(key);
}

export const KEY_HEADER = 'Idempotency-Key';
