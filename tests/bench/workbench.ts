import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium.ts';
import type { Client } from './client.ts';
import { scroll, type Scrolled } from './frames.ts';
import { figure, type Figure } from './measure.ts';
import { paintedKeys, watchKeys } from './paint-watch.ts';
import { arrived, painted } from './painted.ts';
import { aTab } from './tab.ts';

/** What the workbench is shown with. */
export interface Dense {
  /** A transcript with 300 codings. */
  dense: number;
  /** 170,000 words with 3,000 codings by five coders. */
  large: number;
  /** One of them near its end. */
  farCoding: number;
}

const PRESSES = 40;
const SCROLLS = 5;
/** Some 25 screens. */
const FAR = 20_000;

/** The workbench as someone who codes meets it, in Chromium. */
export async function workbenchFigures(client: Client, sources: Dense): Promise<Figure[]> {
  const browser = await launchBrowser();
  const { dense, large, farCoding } = sources;
  const from = client.address('/sources');
  const url = (source: number, more = ''): string => client.address(`/sources/${source}${more}`);
  const far = `?coding=${farCoding}#coding-${farCoding}`;
  try {
    return [
      goal(await painted(browser, 'painted: transcript, 300 codings', { from, url: url(dense) }), {
        of: 'median',
        below: 150,
      }),
      goal(await painted(browser, 'painted: large, 3,000 codings', { from, url: url(large) }), {
        of: 'median',
        below: 400,
      }),
      await arrived(browser, 'painted: large, at a coding near its end', {
        from,
        url: url(large, far),
        wanted: `#coding-${farCoding}`,
      }),
      ...(await keyed(browser, 'transcript', url(dense))),
      ...(await keyed(browser, 'large', url(large, far))),
      ...(await scrolled(browser, url(large))),
    ];
  } finally {
    await browser.close();
  }
}

const goal = (measured: Figure, aim: NonNullable<Figure['goal']>): Figure => ({
  ...measured,
  goal: aim,
});

/** Moves on by a sentence and applies a code by its key, again and again. */
async function keyed(browser: Browser, where: string, url: string): Promise<Figure[]> {
  const page = await opened(browser, url);
  await watchKeys(page);
  for (let n = 0; n < PRESSES; n += 1) {
    await page.keyboard.press('l');
    await page.keyboard.press(String((n % 9) + 1));
    await paintedKeys(page, n + 1);
  }
  const { shown, stored } = await paintedKeys(page, PRESSES);
  await page.context().close();
  const figures = [
    figure(`key to line under the passage: ${where}`, shown),
    figure(`key to stored coding, painted: ${where}`, stored),
  ];
  return figures.map((each) => goal(each, { of: 'p95', below: 60 }));
}

async function scrolled(browser: Browser, url: string): Promise<Figure[]> {
  const page = await opened(browser, url);
  const rounds: Scrolled[] = [];
  for (let n = 0; n < SCROLLS; n += 1) rounds.push(await scroll(browser, page, FAR));
  await page.context().close();
  const longest = rounds.map((round) => round.longest);
  return [
    goal(
      figure(
        'scrolling large: frame to frame',
        rounds.flatMap(({ frames }) => frames),
      ),
      { of: 'p95', below: 17 },
    ),
    goal(
      figure(
        'scrolling large: longest task',
        longest.map(({ wall }) => wall),
      ),
      { of: 'p95', below: 50 },
    ),
    figure(
      'scrolling large: longest task, processor',
      longest.map(({ processor }) => processor),
    ),
  ];
}

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await aTab(browser);
  await page.goto(url, { waitUntil: 'load' });
  // Whatever a page still does when it has just opened belongs to opening it.
  await page.waitForTimeout(1_000);
  return page;
}
