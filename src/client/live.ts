/**
 * Brings what others do in this source to the page. The server's stream says only which changes there were, by number; what
 * they altered is asked for when it disturbs nobody: not while something is being selected, and not what this page did itself.
 */
import type { Sender } from './send.ts';
import { Settled } from './settled.ts';
import type { Words } from './words.ts';

/** Several changes that come together are asked for together. Milliseconds. */
const TOGETHER = 120;
/** Counts that changed by what is done in other texts may be so old. Milliseconds. */
const ELSEWHERE = 3000;
/** A stream that was refused, not only interrupted, is asked for again after this. Milliseconds. */
const REFUSED = 30_000;
/** A break shorter than this is not worth a word. Milliseconds. */
const BREAK = 4000;
/** How long it is told who did something. Milliseconds. */
const TOLD = 20_000;

export interface LiveOptions {
  transcript: HTMLElement;
  send: Sender;
  words: Words;
}

export function tendLive(document: Document, { transcript, send, words }: LiveOptions): void {
  const live = new Live(document, transcript, send);
  const line = document.getElementById('live');
  let timer = 0;
  /** @param state of the connection: a filled or an open dot in front of the words, and what stands there at rest */
  const tell = (state: 'live' | 'lost', after: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!line) return;
      line.dataset['state'] = state;
      line.title = state === 'live' ? words('liveTitle') : words('unconnected');
      line.replaceChildren(words(state === 'live' ? 'live' : 'unconnected'));
    }, after);
  };
  live.onBreak = () => tell('lost', BREAK);
  live.onOpen = () => tell('live', 0);
  document.addEventListener('earmark:live', () => tell('live', TOLD));
}

class Live {
  onBreak = (): void => undefined;
  onOpen = (): void => undefined;
  /** The last change that the page shows. */
  private seen: number;
  /** Changes that were rung and not brought yet; this page's own are in `own`, and need not be. */
  private readonly pending = new Set<number>();
  private readonly own = new Set<number>();
  private stream: EventSource | null = null;
  private again = 0;
  private counting = 0;
  private isBroken = false;
  private isLooking = false;
  private isOver = false;
  private readonly settled: Settled;

  constructor(
    private readonly document: Document,
    private readonly transcript: HTMLElement,
    private readonly send: Sender,
  ) {
    this.seen = Number(transcript.dataset['seq']);
    this.settled = new Settled(document, transcript);
    document.addEventListener('earmark:own', (event) => this.did(seqOf(event)));
    document.addEventListener('earmark:live', (event) => this.forget(seqOf(event)));
    document.addEventListener('earmark:over', () => this.end());
    // A browser opens six connections to one address; pages that nobody looks at leave theirs to the others.
    document.addEventListener('visibilitychange', () => this.connect());
    this.connect();
  }

  private connect(): void {
    window.clearTimeout(this.again);
    this.stream?.close();
    this.stream = null;
    if (this.document.hidden || this.isOver) return;
    const href = this.transcript.dataset['href'] ?? '';
    const stream = new EventSource(`${href}/live?since=${this.seen}`);
    stream.addEventListener('changed', ({ data }: MessageEvent<string>) => this.rung(data));
    stream.addEventListener('elsewhere', ({ data }: MessageEvent<string>) => {
      this.note(data);
      if (this.counting !== 0) return;
      this.counting = window.setTimeout(() => {
        this.counting = 0;
        this.look();
      }, ELSEWHERE);
    });
    stream.addEventListener('open', () => {
      this.onOpen();
      this.isBroken = false;
    });
    stream.addEventListener('error', () => {
      if (!this.isBroken) this.onBreak();
      this.isBroken = true;
      if (stream.readyState === EventSource.CLOSED)
        this.again = window.setTimeout(() => this.connect(), REFUSED);
    });
    this.stream = stream;
  }

  private rung(seqs: string): void {
    this.note(seqs);
    this.look();
  }

  private note(seqs: string): void {
    for (const seq of seqs.split(' ').map(Number)) if (seq > this.seen) this.pending.add(seq);
  }

  /** A change of this page's own is on it already; unless the page was being brought up to date at that moment. */
  private did(seq: number): void {
    if (!this.isLooking) this.own.add(seq);
  }

  private look(): void {
    void this.settled.wait(TOGETHER).then(async () => {
      if (this.isLooking || this.isOver) return undefined;
      const others = [...this.pending].filter((seq) => !this.own.has(seq));
      if (others.length === 0) return void this.forget(Math.max(0, ...this.pending));
      this.isLooking = true;
      const version = this.transcript.dataset['version'] ?? '';
      const own = [...this.own].join('+');
      const query = `since=${this.seen}&version=${version}&own=${own}`;
      const { seen } = this;
      await this.send.look(`/live/changes?${query}`).finally(() => (this.isLooking = false));
      if (this.pending.size === 0) return undefined;
      // Nothing came: the connection may be gone, or the text. It is tried again in a while.
      return void window.setTimeout(() => this.look(), this.seen === seen ? REFUSED : 0);
    });
  }

  /** Only a new page shows what happened: nothing more is brought to this one. */
  private end(): void {
    this.isOver = true;
    this.stream?.close();
  }

  private forget(until: number): void {
    this.seen = Math.max(this.seen, until);
    for (const set of [this.pending, this.own])
      for (const seq of set) if (seq <= until) set.delete(seq);
  }
}

const seqOf = (event: Event): number => (event as CustomEvent<{ seq: number }>).detail.seq;
