import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCoding } from '../factories/data.ts';
import { launchBrowser, openPage } from './harness.ts';
import {
  aBench,
  drag,
  keys,
  manyCodings,
  openBench,
  passage,
  saves,
  TEXT,
  type Bench,
} from './workbench.ts';

let browser: Browser;
let bench: Bench;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await aBench();
});
afterEach(() => bench.app.stop());

describe('coding with the mouse', () => {
  it('a click on a code applies it to the selection and shows its rule', async () => {
    const page = await openBench(browser, bench);
    await drag(page, 'Nobody', 'them,');
    await saves(page, () => page.getByRole('link', { name: 'Capacity' }).click());
    expect(await bench.stored()).toEqual(['Capacity: Nobody hears of them,']);
    await expect.poll(() => page.locator('#rule').innerText()).toContain('Too few people.');
  });

  it('a click on a name in the margin opens the coding, and its end can be dragged', async () => {
    const at = TEXT.indexOf('Nobody');
    await aCoding(bench.app.ctx, {
      source: bench.source,
      code: bench.capacity,
      start: at,
      end: at + 'Nobody hears'.length,
    });
    const page = await openPage(browser, bench.url, { width: 1600 });
    await page.locator('.stripe-label').click();
    await page.locator('#coding-card textarea').waitFor();
    await keys(page, 'Escape');
    const handle = await page.locator('.handle-end').boundingBox();
    const goal = await page.evaluate(() => {
      const words = document.querySelectorAll('[data-text]')[1];
      const last = words?.lastChild;
      const range = document.createRange();
      if (last) range.setStart(last, (last.textContent ?? '').indexOf(' and'));
      return range.getBoundingClientRect().toJSON() as DOMRect;
    });
    if (!handle) throw new Error('no handle');
    await saves(page, async () => {
      await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
      await page.mouse.down();
      await page.mouse.move(goal.left + 1, goal.top + 8, { steps: 5 });
      await page.mouse.up();
    });
    expect(await bench.stored()).toEqual(['Capacity: Nobody hears of them,']);
  });

  it('a passage over several turns stays marked, and selected, after it was coded', async () => {
    const page = await openBench(browser, bench);
    await drag(page, 'works', 'good');
    await saves(page, () => keys(page, '2'));
    expect(await passage(page)).toMatch(/^works here\?.*We do good$/s);
    await saves(page, () => keys(page, '1'));
    expect(await page.evaluate(() => document.getSelection()?.toString())).toMatch(
      /^works here\?.*We do good$/s,
    );
    expect((await bench.stored()).map((coding) => coding.split(': ').slice(1).join(': '))).toEqual([
      'works here?\n\nR-09: We do good',
      'works here?\n\nR-09: We do good',
    ]);
  });

  it('what has no room in the margin is listed on request, and opened from there', async () => {
    await manyCodings(bench);
    const page = await openPage(browser, bench.url, { width: 1600 });
    await page.locator('[data-more] button').click();
    expect(await page.locator('#coding-card [data-stripe]').count()).toBe(8);
    await page.keyboard.press('Enter');
    await page.locator('#coding-card textarea').waitFor();
    expect(await passage(page)).toContain('We do good things.');
  });

  it('a triple click takes the turn and not the next one', async () => {
    const page = await openBench(browser, bench);
    await page.locator('[data-text]').nth(3).click({ clickCount: 3 });
    expect(await passage(page)).toBe('Both, I think. If two of us travel, the office is closed.');
  });
});

describe('opening a place', () => {
  it('?at= marks the passage and brings it to the screen', async () => {
    const at = TEXT.indexOf('If two');
    const page = await openPage(browser, `${bench.url}?at=${at}-${at + 16}#at`, { height: 300 });
    expect(await passage(page)).toBe('If two of us tra');
    const box = await page.evaluate(
      () =>
        [...(CSS.highlights.get('passage') ?? [])].map(
          (range) => (range as Range).getBoundingClientRect().top,
        )[0],
    );
    expect(box).toBeLessThan(300);
    expect(box).toBeGreaterThan(0);
    // The text moves, not the page with it.
    expect(await page.evaluate(() => [scrollY, document.documentElement.scrollTop])).toEqual([
      0, 0,
    ]);
  });
  it('?coding= chooses a coding', async () => {
    const at = TEXT.indexOf('Nobody');
    const id = await aCoding(bench.app.ctx, {
      source: bench.source,
      code: bench.capacity,
      start: at,
      end: at + 6,
    });
    const page = await openPage(browser, `${bench.url}?coding=${id}#coding-${id}`);
    expect(await passage(page)).toBe('Nobody');
    expect(await page.locator('.stripe.is-focused').count()).toBe(1);
  });
});
