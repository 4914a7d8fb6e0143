import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const LIST = [
  'Name Department Date Interviewers',
  'Accra',
  'Ann Lee HEALTH 15.3.2013 MS & VvdV',
  'Bob Ray FISHERIES 27.3.13 VVdB',
  'Ann Lee HEALTH 2.4.13 MS',
].join('\n');

/** Goes on with Tab until the thing is reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 150; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)) return;
  }
  throw new Error(`${selector} cannot be reached with Tab`);
}

describe('a register on a phone, with the keyboard alone', () => {
  it('is pasted, read, settled and imported, and axe finds nothing on the way', async () => {
    const address = `${app.url}/projects/${app.ctx.projectId}/register/import`;
    const page = await openPage(browser, address, { width: 360, height: 740 });
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, 'textarea[name="text"]');
    await page.keyboard.insertText(LIST);
    await tabTo(page, 'form button.button-primary');
    await page.keyboard.press('Enter');
    await page.waitForURL(/import\/\d+$/u);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await tabTo(page, 'button[name="confirm"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#row-/u);
    await tabTo(page, '.reg-correct a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/edit=/u);
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, 'input[name^="group-"]');
    await page.keyboard.insertText('Governments');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('edit='));
    await page.goto(page.url().split('?')[0] ?? '');
    await tabTo(page, '.reg-finish button.button-primary');
    await page.keyboard.press('Enter');
    await page.waitForURL(/interviews$/u);
    expect(await page.textContent('#toasts')).toContain('3 interviews');
    const groups = await app.ctx.db.selectFrom('respondent_group').select('name').execute();
    expect(groups).toContainEqual({ name: 'Governments' });
    await page.context().close();
  });
});
