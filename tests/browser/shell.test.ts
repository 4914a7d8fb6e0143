import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  axeProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  startApp,
  type RunningApp,
} from './harness.ts';

let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

it('makes a project with the keyboard alone, and axe finds nothing at 360 px', async () => {
  const page = await openPage(browser, app.url, { width: 360 });
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Desk review');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/projects\/\d+$/u);
});
