import type { Page } from 'playwright-core';

type Timed = Window & { painted?: number[] };

/** Begins to take the time from each code's key to its coding, painted. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(watchPaint);
}

/** Waits until so many codings were painted. @returns milliseconds of each */
export async function paintedKeys(page: Page, count: number): Promise<number[]> {
  await page.waitForFunction((wanted) => (window as Timed).painted?.length === wanted, count);
  return page.evaluate(() => (window as Timed).painted ?? []);
}

/** In the page: from the key of a code to the frame after its answer was put in. */
function watchPaint(): void {
  const timed = window as Timed;
  timed.painted = [];
  let pressed = 0;
  document.addEventListener(
    'keydown',
    (event) => {
      if (/^\d$/u.test(event.key)) pressed = event.timeStamp;
    },
    true,
  );
  document.addEventListener('earmark:coded', () => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => timed.painted?.push(performance.now() - pressed);
      channel.port2.postMessage(null);
    });
  });
}
