import type { Browser, Page } from 'playwright-core';
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
let themes: string;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  study = await aSmallStudy(app.ctx);
  themes = new URL(`/projects/${app.ctx.projectId}/themes`, app.url).href;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const open = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
  openPage(browser, `${themes}${path}`, options);
const number = (page: Page, row: string, at: number) =>
  page
    .getByRole('row', { name: new RegExp(`^${row}`, 'u') })
    .getByRole('cell')
    .nth(at)
    .getByRole('link');

describe('in a browser', () => {
  it('a number opens its passages beside the table, the address names it, Escape and Back lead back', async () => {
    const page = await open('?minCell=0', { width: 1600 });
    await number(page, 'Capacity', 0).focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('#evidence h2');
    await heading.waitFor();
    expect(await heading.textContent()).toBe('2 of 2 respondents, in 3 passages');
    expect(page.url()).toContain(`code=${study.codes.capacity}&column=${study.groups.workers}`);
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator(':focus').getAttribute('aria-current')).toBe('true');
    await page.goBack();
    await page.getByText('Choose a number').waitFor();
    expect(page.url()).toBe(`${themes}?minCell=0`);
    await page.context().close();
  });

  it('an open number survives a reload, and choosing another marks only that one', async () => {
    const page = await open(`?minCell=0&code=${study.codes.capacity}`, { width: 1600 });
    expect(await page.locator('a[aria-current=true].heat-cell').count()).toBe(1);
    await number(page, 'Money', 0).click();
    await page.locator('#evidence h2', { hasText: '1 of 2' }).waitFor();
    expect(await page.locator('a[aria-current=true].heat-cell').count()).toBe(1);
    expect(await page.locator('a.is-current').textContent()).toContain('1');
    await page.context().close();
  });

  it('a choice in the sentence counts at once, and the address follows', async () => {
    const page = await open('?minCell=0');
    await page.getByLabel('What the columns are').selectOption('region');
    await page.getByRole('heading', { name: 'Themes by region' }).waitFor();
    expect(page.url()).toContain('by=region');
    expect(await page.getByRole('columnheader', { name: 'Africa' }).count()).toBe(1);
    await page.context().close();
  });

  it('works without script: the sentence is a form, a number a page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${themes}?minCell=0`);
    await page.getByLabel('What is counted').selectOption('passages');
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.getByRole('columnheader', { name: 'coded' }).first().waitFor();
    await number(page, 'Money', 0).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Money × Workers');
    await context.close();
  });

  it.each([
    ['themes', (s: SmallStudy) => `?minCell=0&over=asked&code=${s.codes.money}`],
    ['themes with everything hidden', () => ''],
    ['passages', (s: SmallStudy) => `/passages?minCell=0&code=${s.codes.visibility}`],
    ['interviews and people', () => '/../overview-table'],
  ])('axe finds nothing and nothing scrolls sideways: %s', async (_name, path) => {
    for (const look of [{ width: 360 }, { width: 1600, dark: true }]) {
      const page = await open(path(study), look);
      expect(await axeProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.context().close();
    }
  });

  it.each([false, true])('figures reach 4.5:1 on every tint (dark: %s)', async (dark) => {
    const page = await open('?minCell=0', { dark });
    expect(Math.min(...(await contrasts(page)))).toBeGreaterThanOrEqual(4.5);
    await page.context().close();
  });
});

/** Contrast of a cell's figures with each tint, 0 to 9, as WCAG 2.2 reckons it (relative luminance). */
async function contrasts(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const main = document.querySelector('main');
    if (!canvas || !main) throw new Error('no page to measure on');
    const luminance = (colour: string, under: string): number => {
      canvas.fillStyle = under;
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return Array.from({ length: 10 }, (_, step) => {
      const cell = document.createElement('a');
      cell.className = `heat-cell heat-${step}`;
      cell.innerHTML = '<span class="heat-share">1</span>';
      main.append(cell);
      const style = getComputedStyle(cell);
      const back = luminance(style.backgroundColor, paper);
      const inks = [cell, ...cell.children].map((one) =>
        luminance(getComputedStyle(one).color, paper),
      );
      cell.remove();
      return Math.min(
        ...inks.map((ink) => (Math.max(ink, back) + 0.05) / (Math.min(ink, back) + 0.05)),
      );
    });
  });
}
