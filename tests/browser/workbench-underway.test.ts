import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser, openPage } from './harness.ts';
import { aBench, keys, type Bench } from './workbench.ts';

/** What is seen between the key and the answer (decision 14). */

let browser: Browser;
let bench: Bench;
let page: Page;
let answers: () => void;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await aBench();
  page = await openPage(browser, bench.url);
  const go = new Promise<void>((resolve) => (answers = resolve));
  await page.route('**/codings', async (route) => {
    await go;
    await route.continue();
  });
});
afterEach(async () => {
  await page.context().close();
  await bench.app.stop();
});

/** The words with a line of what is under way, and whether it has the colour of the code. */
const underway = (colour: string) =>
  page.evaluate((value) => {
    const ranges = [...(CSS.highlights.get('underway') ?? [])] as Range[];
    return ranges.map((range) => {
      const words = range.startContainer.parentElement?.closest<HTMLElement>('[data-text]');
      const drawn = words && getComputedStyle(words, '::highlight(underway)').textDecorationColor;
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(${value})`;
      const isOfCode = drawn === getComputedStyle(probe).color;
      probe.remove();
      return [range.toString(), isOfCode];
    });
  }, colour);

it('a passage is underlined in the colour of its code before there is an answer, also one that waits behind another', async () => {
  const colour = await page
    .locator(`[data-code="${bench.capacity}"]`)
    .evaluate((row: HTMLElement) => `--${row.dataset['colour']?.replace('-colour', '') ?? ''}`);
  await keys(page, 'j', '2', 'j', 'l', '2');
  await expect
    .poll(() => underway(colour))
    .toEqual([
      ['What works here?', true],
      ['We do good things.', true],
    ]);
  expect(await bench.stored()).toEqual([]);
  expect(await page.locator('.coded').count()).toBe(0);
  answers();
  await page.locator('.coded', { hasText: 'We do good things.' }).waitFor();
  await expect.poll(() => underway(colour)).toEqual([]);
  expect(await bench.stored()).toEqual([
    'Capacity: What works here?',
    'Capacity: We do good things.',
  ]);
});

it('a coding that is refused leaves no line', async () => {
  await keys(page, 'j', '2');
  await expect.poll(() => underway('--code-1')).toHaveLength(1);
  const { db } = bench.app.ctx;
  await db.updateTable('code').set({ is_codable: 0 }).where('id', '=', bench.capacity).execute();
  answers();
  await page.locator('.toast').waitFor();
  await expect.poll(() => underway('--code-1')).toEqual([]);
  expect(await bench.stored()).toEqual([]);
});

it('what is refused while its text is closed is asked once, and again in its text, where the refusal shows', async () => {
  await page.unroute('**/codings');
  let isAway = true;
  let asked = 0;
  await page.route('**/codings', (route) => {
    if (isAway) return route.abort();
    asked += 1;
    return route.continue();
  });
  await keys(page, 'j', '2');
  await expect.poll(() => underway('--code-1')).toHaveLength(1);
  await expect.poll(() => page.textContent('#waiting')).toContain('not saved');
  const { db } = bench.app.ctx;
  await db.updateTable('code').set({ is_codable: 0 }).where('id', '=', bench.capacity).execute();
  isAway = false;
  const sources = new URL('.', bench.url).href.replace(/\/$/u, '');
  await page.goto(sources);
  await expect.poll(() => asked).toBe(1);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('isRefused');
  await page.goto(sources);
  // As long as it took before, and longer.
  await page.waitForTimeout(1_000);
  expect(asked).toBe(1);
  await page.goto(bench.url);
  await page.locator('.toast', { hasText: 'Capacity' }).waitFor();
  expect(asked).toBe(2);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
    .not.toContain('unsent');
});
