import type { Browser } from 'playwright-core';
import { figure, type Figure } from './measure.ts';

const RUNS = 7;

/**
 * From asking for the address to the first screen of text being painted, in a browser that has the style sheets already,
 * as anyone has who works: the time of the largest contentful paint, in milliseconds.
 */
export async function painted(browser: Browser, what: string, url: string): Promise<Figure> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const times: number[] = [];
  for (let run = -2; run < RUNS; run += 1) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    const time = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            if (last) resolve(last.startTime);
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
    if (run >= 0) times.push(time);
    await page.close();
  }
  await context.close();
  return figure(what, times);
}
