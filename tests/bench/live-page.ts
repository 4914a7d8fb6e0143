import type { Client } from './client.ts';

/** As in `src/client/live.ts`: changes that come together are asked for together, those of other texts after a while; ms. */
const TOGETHER = 120;
const ELSEWHERE = 3000;

/** An open page of the workbench as the server meets it: told of changes it asks for what others altered, not for its own. */
export class LivePage {
  private readonly pending = new Set<number>();
  private readonly own = new Set<number>();
  private readonly leaving = new AbortController();
  private hearing: Promise<void> = Promise.resolve();
  private isCounting = false;
  private isLooking = false;

  private constructor(
    private readonly client: Client,
    private readonly source: number,
    /** The last change that it shows. */
    private seen: number,
  ) {}

  static async open(client: Client, source: number): Promise<LivePage> {
    const html = await client.text(`/sources/${source}`);
    const page = new LivePage(client, source, Number(/data-seq="(\d+)"/u.exec(html)?.[1]));
    page.hearing = page.hear();
    return page;
  }

  /** @param happened what the answer to a coding says, in its header `HX-Trigger` */
  did(happened: Record<string, { seq?: number }>): void {
    const seq = happened['earmark:own']?.seq;
    if (seq !== undefined) this.own.add(seq);
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.hearing;
  }

  private async hear(): Promise<void> {
    const { signal } = this.leaving;
    try {
      const headers = { accept: 'text/event-stream' };
      const address = this.client.address(`/sources/${this.source}/live?since=${this.seen}`);
      const answer = await fetch(address, { headers, signal });
      const text = answer.body?.pipeThrough(new TextDecoderStream()) ?? [];
      for await (const piece of text as AsyncIterable<string>)
        for (const [, event, seqs = ''] of piece.matchAll(/^event: (\w+)\ndata: (.+)$/gmu)) {
          for (const seq of seqs.split(' ').map(Number)) this.pending.add(seq);
          if (event === 'changed') this.lookAfter(TOGETHER);
          else if (!this.isCounting) {
            this.isCounting = true;
            this.lookAfter(ELSEWHERE);
          }
        }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private lookAfter(ms: number): void {
    setTimeout(() => {
      if (ms === ELSEWHERE) this.isCounting = false;
      if (!this.leaving.signal.aborted)
        this.hearing = Promise.all([this.hearing, this.look()]).then();
    }, ms);
  }

  private async look(): Promise<void> {
    const others = [...this.pending].filter((seq) => !this.own.has(seq));
    if (this.isLooking || others.length === 0) return;
    this.isLooking = true;
    const until = Math.max(...this.pending);
    const query = `since=${this.seen}&version=1&own=${[...this.own].join('+')}`;
    await this.client.get(`/sources/${this.source}/live/changes?${query}`, {
      'hx-request': 'true',
    });
    this.isLooking = false;
    this.seen = until;
    for (const set of [this.pending, this.own])
      for (const seq of set) if (seq <= until) set.delete(seq);
  }
}
