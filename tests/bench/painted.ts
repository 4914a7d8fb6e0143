import type { Browser } from 'playwright-core';
import { figure, type Figure } from './measure.ts';

const RUNS = 7;

/**
 * From following a link to the first screen of text being painted, in a tab that shows another page of Earmark and has
 * its style sheets, as anyone has who works: the time of the largest contentful paint, in milliseconds.
 */
export async function painted(
  browser: Browser,
  what: string,
  { from, url }: { from: string; url: string },
): Promise<Figure> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const times: number[] = [];
  for (let run = -2; run < RUNS; run += 1) {
    await page.goto(from, { waitUntil: 'load' });
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
  }
  await context.close();
  return figure(what, times);
}
