import type { Browser, Page } from 'playwright-core';
import { figure, type Figure } from './measure.ts';
import { aTab } from './tab.ts';

const RUNS = 15;
/** Nobody follows a link before the page with it is painted; ms. */
const REST = 400;

interface Way {
  from: string;
  url: string;
}

/**
 * From following a link to the first screen of text being painted, in a tab that shows another page of Earmark and has
 * its style sheets and has come to rest, as anyone has who works: the time of the largest contentful paint, in milliseconds.
 */
export function painted(browser: Browser, what: string, way: Way): Promise<Figure> {
  return opening(browser, what, way, (page) => page.evaluate(largestPaint));
}

/** The same until an element that the address names is on the screen. */
export async function arrived(
  browser: Browser,
  what: string,
  { wanted, ...way }: Way & { wanted: string },
): Promise<Figure> {
  return opening(
    browser,
    what,
    way,
    async (page) => {
      const times = await page.waitForFunction(() => (window as Seen).seen);
      return (await times.jsonValue()) ?? NaN;
    },
    (page) => page.addInitScript(watchFor, wanted),
  );
}

async function opening(
  browser: Browser,
  what: string,
  { from, url }: Way,
  time: (page: Page) => Promise<number>,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Figure> {
  const page = await aTab(browser);
  await prepare(page);
  const times: number[] = [];
  for (let run = -2; run < RUNS; run += 1) {
    await page.goto(from, { waitUntil: 'load' });
    await page.waitForTimeout(REST);
    await page.goto(url, { waitUntil: 'load' });
    const taken = await time(page);
    if (run >= 0) times.push(taken);
  }
  await page.context().close();
  return figure(what, times);
}

type Seen = Window & { seen?: number };

function largestPaint(): Promise<number> {
  return new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      if (last) resolve(last.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

/** Looks once a frame whether the element is on the screen, and notes when that frame was painted. */
function watchFor(wanted: string): void {
  const look = (): void => {
    const stripe = document.querySelector(wanted)?.closest('.turn');
    const { top = -1, bottom = -1 } = stripe?.getBoundingClientRect() ?? {};
    if (bottom <= 0 || top >= window.innerHeight) return void requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => ((window as Seen).seen = performance.now());
    channel.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
