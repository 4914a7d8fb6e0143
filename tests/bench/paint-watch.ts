import type { Page } from 'playwright-core';

/** Milliseconds from each code's key. */
export interface KeyTimes {
  /** Until its passage was underlined in the code's colour, before there was an answer. */
  shown: number[];
  /** Until what was stored stood on the page. */
  stored: number[];
}

type Timed = Window & { times?: KeyTimes };

/** Begins to take the time from each code's key to its coding, painted. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(watchPaint);
}

/** Waits until so many codings were painted. */
export async function paintedKeys(page: Page, count: number): Promise<KeyTimes> {
  await page.waitForFunction((wanted) => (window as Timed).times?.stored.length === wanted, count);
  return page.evaluate(() => (window as Timed).times ?? { shown: [], stored: [] });
}

/** In the page: from the key of a code to the frame with its line, and to the frame after its answer was put in. */
function watchPaint(): void {
  const times: KeyTimes = { shown: [], stored: [] };
  (window as Timed).times = times;
  let pressed = 0;
  const afterFrame = (note: number[], isDone: () => boolean): void => {
    requestAnimationFrame(() => {
      if (!isDone()) return afterFrame(note, isDone);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => note.push(performance.now() - pressed);
      channel.port2.postMessage(null);
    });
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (!/^\d$/u.test(event.key)) return;
      pressed = event.timeStamp;
      afterFrame(times.shown, () => CSS.highlights.get('underway')?.size === 1);
    },
    true,
  );
  document.addEventListener('earmark:coded', () => afterFrame(times.stored, () => true));
}
