import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCoding, aSource } from '../factories/data.ts';
import { launchBrowser, openPage } from './harness.ts';
import { aBench, type Bench } from './workbench.ts';

const TURNS = 300;
const turn = (n: number): string =>
  `R-09: In turn number ${n} they told us at some length what came of it.`;
const LAST = `turn number ${TURNS - 1} they`;
const TEXT = Array.from({ length: TURNS }, (_, n) => turn(n)).join('\n\n');

let browser: Browser;
let bench: Bench;
let url: string;
let coding: number;
beforeAll(async () => {
  browser = await launchBrowser();
  bench = await aBench();
  const source = await aSource(bench.app.ctx, TEXT, { name: 'A long talk' });
  const start = TEXT.indexOf(LAST);
  coding = await aCoding(bench.app.ctx, {
    source,
    code: bench.capacity,
    start,
    end: start + LAST.length,
  });
  url = `${bench.app.url}/projects/${bench.app.ctx.projectId}/sources/${source}`;
});
afterAll(async () => {
  await browser.close();
  await bench.app.stop();
});

/** The last turn: laid out, and on the screen. */
const atTheEnd = (page: Page) =>
  page.evaluate(() => {
    const last = [...document.querySelectorAll('.turn')].at(-1);
    const { top = NaN } = last?.getBoundingClientRect() ?? {};
    return {
      isLaidOut: last?.checkVisibility({ contentVisibilityAuto: true }),
      isOnScreen: top >= 0 && top < innerHeight,
    };
  });

it('the end of a long text is not laid out before it comes near the screen, and an address brings it there', async () => {
  const page = await openPage(browser, url);
  expect(await atTheEnd(page)).toEqual({ isLaidOut: false, isOnScreen: false });
  const far = await openPage(browser, `${url}?coding=${coding}#coding-${coding}`);
  await expect.poll(() => atTheEnd(far)).toEqual({ isLaidOut: true, isOnScreen: true });
});

it('a search for words in the page finds what is not laid out', async () => {
  const page = await openPage(browser, url);
  const found = (words: string) =>
    page.evaluate(
      (text) => (window as Window & { find?(text: string): boolean }).find?.(text),
      words,
    );
  expect(await found(LAST)).toBe(true);
  await expect.poll(() => atTheEnd(page)).toMatchObject({ isLaidOut: true });
});

it('who listens is given all words, and all codes on them', async () => {
  // Without a screen reader Chromium makes no names for what it has not laid out.
  const listening = await launchBrowser('--force-renderer-accessibility=screen-reader');
  try {
    const page = await openPage(listening, url);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const given = nodes.filter(({ ignored }) => !ignored);
    const named = (role: string): string[] =>
      given.filter((node) => node.role?.value === role).map(({ name }) => String(name?.value));
    const texts = named('StaticText');
    expect(texts.filter((text) => text.includes('they told us'))).toHaveLength(TURNS - 1);
    expect(texts).toContain(LAST);
    const codes = named('link').filter((name) => name.startsWith('Visibility › Capacity'));
    expect(codes).toHaveLength(1);
  } finally {
    await listening.close();
  }
});

it('paper has all words, and all codes on them', async () => {
  const page = await openPage(browser, url);
  const pdf = await page.pdf({ landscape: true });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  const words = text.replace(/\s+/gu, ' ');
  for (let n = 0; n < TURNS; n += 1) expect(words).toContain(`turn number ${n} they`);
  expect(words.slice(words.indexOf(LAST))).toContain('Capacity');
});

it.each([false, true])('the text moves on an opaque ground (dark: %s)', async (dark) => {
  const page = await openPage(browser, url, { dark });
  const pane = page.locator('#text-pane');
  // A colour with an alpha below one is written with four numbers.
  expect(await pane.evaluate((element) => getComputedStyle(element).backgroundColor)).toMatch(
    /^rgb\(\d+, \d+, \d+\)$/u,
  );
});
