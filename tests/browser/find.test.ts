import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSmallStudy, type SmallStudy } from '../http/analysis/study.ts';
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
let study: SmallStudy;
let find: string;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  study = await aSmallStudy(app.ctx);
  find = new URL(`/projects/${app.ctx.projectId}/passages/find`, app.url).href;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe('finding passages in a browser', () => {
  it('a query is built, turned round, saved and opened again with the keyboard alone', async () => {
    const page = await openPage(browser, find);
    const choose = async (label: string, typed: string, button: string) => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.type(typed);
      await page.getByRole('button', { name: button, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await choose('Code', 'Visibility', 'Find its passages');
    await page.waitForURL(`**/find?of=${study.codes.visibility}`);
    const add = page.getByRole('group', { name: 'A condition with another code' });
    await add.getByLabel('Other code', { exact: true }).focus();
    await page.keyboard.type('Tripartism');
    await add.getByRole('button', { name: 'Add' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/if=overlaps/u);
    await page.getByRole('link', { name: /^Make it the opposite/u }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/if=not\.overlaps/u);
    await page.getByText('not overlapping “Tripartism”.').waitFor();
    await page.getByText('Save this query').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of the query').focus();
    await page.keyboard.type('Without tripartism');
    await page.keyboard.press('Enter');
    await page.getByText('Query “Without tripartism” saved').waitFor();
    await page.getByRole('link', { name: 'Saved queries' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Without tripartism', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/if=not\.overlaps/u);
  });

  it.each([
    [360, false],
    [1024, true],
    [1600, false],
  ])(
    'at %i pixels (dark: %s) it has no fault that axe knows, and nothing runs over',
    async (width, dark) => {
      const { capacity, money } = study.codes;
      const query = `of=${capacity}&if=near3.${money}&if=or&if=group.${study.groups.workers}&minCell=0`;
      for (const address of [find, `${find}?${query}`]) {
        const page = await openPage(browser, address, { width, dark });
        expect(await axeProblems(page)).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
      }
    },
  );
});
