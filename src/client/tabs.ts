/** Which tabs of this browser have notes open: what one of them typed is its own for as long as it lives. */
export class Tabs {
  readonly id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  private readonly alive = new Set<string>();

  /** @param channel heard by every tab, not by its sender */
  constructor(private readonly channel: Channel) {
    channel.addEventListener('message', ({ data }) => {
      if (data === ASK) channel.postMessage(this.id);
      else this.alive.add(String(data));
    });
  }

  /** The others that answer within a moment. A sleeping one does not; then the server shows both versions. */
  async others(wait = ANSWER): Promise<ReadonlySet<string>> {
    this.channel.postMessage(ASK);
    await new Promise((resolve) => setTimeout(resolve, wait));
    return this.alive;
  }
}

type Channel = Pick<BroadcastChannel, 'postMessage'> & {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
};

const ASK = 'who is there?';
/** Milliseconds. */
const ANSWER = 150;
