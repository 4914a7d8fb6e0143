import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCode, aSource } from '../factories/data.ts';
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
let base: string;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  base = `${app.url}/projects/${app.ctx.projectId}`;
  await aSource(app.ctx, 'MT: Visa?\n\nR-07: The visa came late. Another visa never came.', {
    name: 'Conversation_with_the_regional_representative_of_the_employers’_federation '
      .repeat(2)
      .trim(),
  });
  await aSource(app.ctx, '移民労働者のビザは遅れた。', { name: '面接' });
  await aCode(app.ctx, 'Papers');
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function isSound(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

describe('search in the browser, by keyboard', () => {
  it('goes from place to place, opens one, and comes back to the results', async () => {
    const page = await openPage(browser, `${base}/search`, { width: 360 });
    await page.keyboard.type('visa OR');
    await page.keyboard.press('Enter');
    await page.getByText('There are no words after OR.').waitFor();
    expect(await page.locator('.search-problem mark').innerText()).toBe('OR');
    await page.keyboard.press('End');
    await page.keyboard.type(' 労働');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 passages in 2 sources.' }).waitFor();
    await isSound(page);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    expect(await focused(page)).toContain('Visa?');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toContain('The visa came late');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sources\/\d+\?at=\d+-\d+&find=[^#]+#at$/u);
    await page.locator('#at').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '3 passages in 2 sources.' }).waitFor();
    await page.keyboard.press('/');
    expect(
      await page.getByLabel('Look for').evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.context().close();
  });

  it('codes all hits but one after a look at each, undoes that at once, and keeps the search', async () => {
    const page = await openPage(browser, `${base}/search?q=visa`, { width: 360, dark: true });
    await page.getByRole('link', { name: 'Code all hits…' }).press('Enter');
    await page.getByLabel('Code', { exact: true }).fill('Papers');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '3 passages to code “Papers”' }).waitFor();
    await isSound(page);
    await page.getByRole('checkbox', { name: 'Visa?' }).press('Space');
    expect(await page.getByText('2 chosen').count()).toBe(1);
    await page.getByRole('button', { name: 'Code what is ticked' }).press('Enter');
    await page.getByText('Coded “Papers” on 2 passages').waitFor();
    const codings = () => app.ctx.db.selectFrom('coding').select('id').execute();
    expect(await codings()).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('Undone: Coded “Papers” on 2 passages').waitFor();
    expect(await codings()).toHaveLength(0);
    await page.goto(`${base}/search?q=visa`);
    await page.getByText('Save this search').press('Enter');
    await page.getByLabel('Name').fill('Papers');
    await page.keyboard.press('Enter');
    await page.getByText('Saved the search “Papers”').waitFor();
    await page.getByRole('link', { name: 'Saved searches' }).press('Enter');
    await page.getByText('2 found now').waitFor();
    await isSound(page);
    await page.context().close();
  });
});
