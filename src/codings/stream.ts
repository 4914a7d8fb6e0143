import { setMaxListeners } from 'node:events';
import { MOST, type Bell, type Listener } from './bell.ts';

/** Between two signs of life, by which either side notices that the other is gone; milliseconds. */
const BEAT = 15_000;
/** Before a browser connects again after a break; milliseconds. */
const AGAIN = 1500;
/** A page that takes nothing any more has this many pieces waiting, and is let go. */
const MOST_UNREAD = 100;

export interface StreamOptions extends Pick<Listener, 'projectId' | 'userId' | 'sourceId'> {
  bell: Bell;
  /** The last change that the page shows. */
  since: number;
  /** The server is about to stop. */
  stopping: AbortSignal;
}

/** Server-sent events for one page: `changed` with the numbers of changes, its id the last of them. */
export function streamOf({ bell, since, stopping, ...who }: StreamOptions): ReadableStream {
  const encoder = new TextEncoder();
  let leave = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      let isOpen = true;
      const close = (): void => {
        if (isOpen) controller.close();
        leave();
      };
      const write = (text: string): void => {
        if (!isOpen) return;
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) close();
        else controller.enqueue(encoder.encode(text));
      };
      const listener: Listener = {
        ...who,
        ring: (seqs) => write(`id: ${seqs.at(-1)}\nevent: changed\ndata: ${seqs.join(' ')}\n\n`),
        // Without an id of its own: after a break it is told again, with what came before it.
        count: (seqs) => write(`event: elsewhere\ndata: ${seqs.join(' ')}\n\n`),
        end: close,
      };
      const beat = setInterval(() => write(': here\n\n'), BEAT);
      leave = () => {
        isOpen = false;
        clearInterval(beat);
        bell.remove(listener);
        stopping.removeEventListener('abort', close);
      };
      setMaxListeners(MOST, stopping);
      stopping.addEventListener('abort', close);
      // A browser whose stream was just ended may ask again while the server is about to stop.
      if (stopping.aborted) return close();
      write(`retry: ${AGAIN}\n\n`);
      await bell.add(listener, since);
      // It may have been left while the record was looked at.
      if (!isOpen) bell.remove(listener);
    },
    cancel: () => leave(),
  });
}
