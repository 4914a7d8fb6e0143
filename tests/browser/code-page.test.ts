import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings, getSettings } from '../../src/projects/index.ts';
import { aSmallStudy, type SmallStudy } from '../http/analysis/study.ts';
import {
  axeProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  startApp,
  tabTo,
  type RunningApp,
} from './harness.ts';

let browser: Browser;
let app: RunningApp;
let study: SmallStudy;
let book: string;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  study = await aSmallStudy(app.ctx);
  book = `${app.url}/projects/${app.ctx.projectId}/codebook`;
  const { name, description, date_order, revision } = await getSettings(app.ctx);
  const settings = { name, description, date_order, min_cell: 0, counts_debriefs: 0 as const };
  await changeSettings(app.ctx, settings, revision);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The page with all that comes after it. */
async function whole(page: Page): Promise<Page> {
  for (const part of ['counts', 'passages', 'together', 'changes'])
    await page.locator(`.code-${part}`).waitFor();
  return page;
}

describe('a code’s page in a browser', () => {
  it('is walked by key: a filter, a passage picked as an example, a count opened', async () => {
    const page = await whole(await openPage(browser, `${book}/${study.codes.capacity}`));
    await tabTo(page, '#passages-source');
    await page.locator('#passages-source').selectOption({ label: 'I-02 transcript' });
    await tabTo(page, '.code-filters button');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('source') === String(study.sources.s2));
    await whole(page);
    expect(await page.locator('.codebook-passages > li').count()).toBe(1);
    await tabTo(page, '.passage-pick button');
    await page.keyboard.press('Enter');
    await page.locator('.code-examples', { hasText: 'Nobody plans on eight months.' }).waitFor();
    expect(page.url()).toContain(`source=${study.sources.s2}`);
    await whole(page);
    await tabTo(page, '.code-counts td a');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Capacity × Workers' }).waitFor();
  });

  it.each([
    [360, false],
    [1600, true],
  ])('has nothing for axe to find and no sideways scrolling at %i px', async (width, dark) => {
    const path = `${book}/${study.codes.visibility}`;
    const page = await whole(await openPage(browser, path, { width, dark }));
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('leads to each part without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${book}/${study.codes.capacity}`);
    await page.getByRole('link', { name: 'Read its passages' }).click();
    await page.getByLabel('Source').selectOption({ label: 'Project paper' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('1 passage.').waitFor();
    expect(await page.locator('.codebook-passages > li').count()).toBe(1);
    await context.close();
  });
});
