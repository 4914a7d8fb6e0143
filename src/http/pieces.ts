import { setImmediate } from 'node:timers/promises';
import type { C } from './env.ts';
import { onError } from './errors.tsx';
import { documentOf, type Node } from './render.ts';

const HEAD_ENDS = '</head>';
const afterHead = (html: string): string => html.slice(html.indexOf(HEAD_ENDS));

/**
 * Answers with a document that is sent while it is made. Its head goes first, so that the browser fetches style and
 * script, and clears the page before, while the rest is read and written.
 * @param empty the same page without what is in it: its head is sent
 * @param whole makes the page piece by piece; the first piece holds the whole head
 */
export async function pageInPieces(
  c: C,
  empty: Node,
  whole: () => AsyncGenerator<string>,
): Promise<Response> {
  const pieces = headFirst(c, await documentOf(empty), whole);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  );
  return c.body(stream, 200, { 'content-type': 'text/html; charset=UTF-8' });
}

async function* headFirst(
  c: C,
  empty: string,
  whole: () => AsyncGenerator<string>,
): AsyncGenerator<string, undefined> {
  yield empty.slice(0, empty.indexOf(HEAD_ENDS));
  let isFirst = true;
  try {
    for await (const piece of whole()) {
      // Lets others' requests pass, and this page's own for its style sheet.
      await setImmediate();
      yield isFirst ? afterHead(piece) : piece;
      isFirst = false;
    }
  } catch (error) {
    // Too late for a status: the page itself says it.
    yield afterHead(await (await onError(error as Error, c)).text());
  }
  return undefined;
}
