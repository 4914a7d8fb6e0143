import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, type RunningApp } from './harness.ts';
import { aBench, drag, type Bench } from './workbench.ts';

/** Promise 5 in a real browser: the answer gets lost on the way, the person or the page sends again. */

let browser: Browser;
let bench: Bench;
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await aBench();
  app = bench.app;
});
afterEach(async () => {
  await page.context().close();
  await app.stop();
});

/** The server gets the next so many requests, and their answers never arrive. */
async function loseAnswers(pattern: string, times: number): Promise<() => number> {
  let lost = 0;
  await page.route(pattern, async (route) => {
    if (route.request().method() !== 'POST' || lost >= times) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    return route.abort();
  });
  return () => lost;
}
const projects = async () =>
  (await app.ctx.db.selectFrom('project').select('name').orderBy('id').execute())
    .map(({ name }) => name)
    .slice(1);
const create = async (name: string) => {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create project' }).click();
};

describe('an answer that gets lost', () => {
  it('while coding: the page asks again by itself, and there is one coding', async () => {
    page = await openPage(browser, bench.url);
    const lost = await loseAnswers('**/codings', 2);
    await drag(page, 'Nobody', 'them,');
    await page.keyboard.press('2');
    await page.locator('.coded', { hasText: 'Nobody' }).first().waitFor();
    expect(lost()).toBe(2);
    expect(await bench.stored()).toEqual(['Capacity: Nobody hears of them,']);
  });

  it('of a form: going back and sending it again makes one project', async () => {
    page = await openPage(browser, app.url);
    const lost = await loseAnswers('**/projects', 1);
    await create('Networks');
    await page.waitForURL(/^chrome-error:/u);
    expect(await projects()).toEqual(['Networks']);
    await page.goBack();
    await create('Networks');
    await page.waitForURL(/\/projects\/\d+$/u);
    expect(lost()).toBe(1);
    expect(await projects()).toEqual(['Networks']);
  });

  it('and going back to change a word is another intent, as is the same form on another day', async () => {
    page = await openPage(browser, app.url);
    for (const name of ['Networks', 'Nets', 'Networks']) {
      await create(name);
      await page.waitForURL(/\/projects\/\d+$/u);
      if (name === 'Networks') await page.goBack();
      else await page.goto(app.url);
    }
    expect(await projects()).toEqual(['Networks', 'Nets', 'Networks']);
  });
});
