import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
let project: string;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  study = await aSmallStudy(app.ctx);
  project = new URL(`/projects/${app.ctx.projectId}/`, app.url).href;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const open = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
  openPage(browser, `${project}${path}`, options);

/** Opens what stands folded under these words, by key alone. */
async function unfold(page: Page, words: string) {
  await page.locator('summary', { hasText: words }).first().focus();
  await page.keyboard.press('Enter');
}

const PAGES: [string, (s: SmallStudy) => string][] = [
  ['codes that come together', () => 'analysis/cooccurrence?minCell=0'],
  ['coverage', () => 'analysis/coverage?minCell=0'],
  ['saturation', () => 'analysis/saturation'],
  ['words', () => 'analysis/words?minCell=0'],
  ['groups compared', (s) => `analysis/compare?minCell=0&code=${s.codes.capacity}`],
  ['answers to a question', (s) => `analysis/question?question=${s.questions.one}&minCell=0`],
  ['code by source', () => 'themes?by=source&count=passages&show=coded&minCell=0'],
  ['stacked bars', () => 'themes?picture=stacked&minCell=3'],
  ['bars', () => 'themes?picture=bars&minCell=0'],
  ['heat map', () => 'themes?picture=heat&minCell=0'],
  ['kept views', () => 'themes/views'],
  ['questions tied to a code', (s) => `codebook/${s.codes.visibility}/questions`],
];

describe('in a browser', () => {
  it.each(PAGES)(
    'axe finds nothing with every panel open, narrow and dark: %s',
    async (_name, path) => {
      const page = await open(path(study), { width: 360 });
      await page.evaluate(() => {
        for (const panel of document.querySelectorAll('details:not([data-menu])'))
          panel.setAttribute('open', '');
      });
      expect(await scrollsSideways(page)).toBe(false);
      expect(await axeProblems(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 1600, height: 900 });
      expect(await axeProblems(page)).toEqual([]);
    },
  );

  it('by key alone a page is limited to part of the study, and the whole comes back', async () => {
    const page = await open('analysis/saturation');
    await unfold(page, 'Only part of the study');
    await unfold(page, 'Region');
    await page.getByRole('checkbox', { name: 'Africa' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Only region Africa.').waitFor();
    expect(page.url()).toContain(`only=region.${study.regions.africa}`);
    await tabTo(page, 'a[href$="/analysis/saturation"]:not(.tab)');
    await page.keyboard.press('Enter');
    await page.waitForURL(/analysis\/saturation$/u);
  });

  it('by key alone a table is ordered, drawn, kept under a name and found again', async () => {
    const page = await open('themes?minCell=0');
    await unfold(page, 'Order, pins and intervals');
    await page.getByLabel('Order of the codes').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/order=name/u);
    await page.getByLabel('Picture', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('img', { name: 'Themes by group' }).waitFor();
    await unfold(page, 'Keep this view');
    await page.getByLabel('Name of the view').focus();
    await page.keyboard.type('By name');
    await page.keyboard.press('Enter');
    await page.getByText('View “By name” kept').waitFor();
    await page.goto(`${project}themes/views`);
    await page.getByRole('link', { name: 'By name' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/order=name.*picture=heat/u);
  });

  it('by key alone a question is tied to a code', async () => {
    const page = await open(`codebook/${study.codes.visibility}/questions`);
    await page.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await tabTo(page, 'button.button-primary, form.stack button');
    await page.keyboard.press('Enter');
    await page.locator('.toast-text', { hasText: 'Questions that ask about' }).waitFor();
  });

  it('a picture is saved as PNG; without script its link is not there', async () => {
    const page = await open('themes?picture=bars&minCell=0');
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Picture as PNG' }).focus();
    await page.keyboard.press('Enter');
    const download = await saved;
    expect(download.suggestedFilename()).toBe('themes.png');
    const bytes = await download.createReadStream();
    const [first] = (await bytes.toArray()) as Buffer[];
    expect(first?.subarray(1, 4).toString()).toBe('PNG');
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${project}themes?picture=bars&minCell=0`);
    expect(await plain.getByRole('link', { name: 'Picture as PNG' }).isVisible()).toBe(false);
    expect(await plain.getByRole('link', { name: 'Picture as SVG' }).isVisible()).toBe(true);
    await context.close();
  });
});
