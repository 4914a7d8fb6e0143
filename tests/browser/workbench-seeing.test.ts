import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCode, aCoding, aSource } from '../factories/data.ts';
import { axeProblems, launchBrowser, scrollsSideways } from './harness.ts';
import { aBench, keys, passage, TEXT, type Bench } from './workbench.ts';

let browser: Browser;
let bench: Bench;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  bench = await aBench();
  const { app, source, capacity } = bench;
  const skills = await aCode(app.ctx, 'Skills', { colour: '#b9548a' });
  const at = (words: string) => ({
    start: TEXT.indexOf(words),
    end: TEXT.indexOf(words) + words.length,
  });
  await aCoding(app.ctx, { source, code: capacity, ...at('half of the week') });
  await aCoding(app.ctx, { source, code: skills, ...at('Employers come') });
  const other = await aSource(app.ctx, TEXT, { name: 'Walk' });
  await aCoding(app.ctx, { source: other, code: capacity, ...at('If two of us travel') });
  // One visit for all: a page of the harness's is closed after each test.
  const context = await browser.newContext({ viewport: { width: 1600, height: 800 } });
  page = await context.newPage();
  await page.goto(bench.url);
});
afterAll(async () => {
  await browser.close();
  await bench.app.stop();
});

const painted = () =>
  page.locator('mark.coded').evaluateAll((marks) => marks.map((mark) => mark.textContent));

describe('seeing a text', () => {
  it('a filter acts at once, is heard and stands in the address; Back takes it back', async () => {
    await page.click('summary:has-text("Filter")');
    await page.check('#filter .filter-code:has-text("Skills") input');
    await expect.poll(painted).toEqual(['Employers come']);
    expect(new URL(page.url()).searchParams.has('under')).toBe(true);
    await expect
      .poll(() => page.textContent('#announce'))
      .toContain('1 of 2 codings shown: theme Skills');
    expect(await axeProblems(page)).toEqual([]);
    await page.reload();
    expect(await painted()).toEqual(['Employers come']);
    await page.goBack();
    await expect.poll(painted).toEqual(['half of the week', 'Employers come']);
  });

  it('next coding goes on, and at the end says so and stays', async () => {
    await keys(page, '.', '.');
    await expect.poll(() => passage(page)).toBe('Employers come');
    await keys(page, '.');
    await expect.poll(() => page.textContent('#toasts')).toContain('No coding after this place.');
    expect(await passage(page)).toBe('Employers come');
    await keys(page, ',');
    await expect.poll(() => passage(page)).toBe('half of the week');
  });

  it('the line of codes and the map show what is there', async () => {
    await expect.poll(() => page.locator('.legend-code').allInnerTexts()).toHaveLength(2);
    await expect.poll(() => page.locator('#minimap g path').count()).toBe(2);
  });

  it('words are found by key: marked, counted, gone through, and coded where they stand', async () => {
    const found = () =>
      page.evaluate(() => [...(CSS.highlights.get('search-hit') ?? [])].map(String));
    await keys(page, 'Escape', 'Escape', '/');
    await page.keyboard.type('work* OR we');
    await expect.poll(() => page.textContent('#find-count')).toBe('3 places');
    await expect.poll(found).toEqual(['works', 'We', 'we']);
    await keys(page, 'Enter', 'Enter');
    await expect.poll(() => passage(page)).toBe('We');
    await expect.poll(() => page.textContent('#announce')).toMatch(/^2 of 3: R-09: We do good/);
    await keys(page, 'Escape', ';', ';');
    await expect.poll(() => page.textContent('#toasts')).toContain('No place with the words');
    expect(await passage(page)).toBe('we');
    expect(new URL(page.url()).searchParams.get('find')).toBe('work* OR we');
    await page.locator('#minimap .minimap-hits[d^="M"]').waitFor({ state: 'attached' });
    await page.click('[data-find=close]');
    await expect.poll(found).toEqual([]);
    await keys(page, ',', ',');
  });

  it('an example leads to another text, and Back to the same passage', async () => {
    await page.evaluate((code) => {
      const rule = document.querySelector<HTMLAnchorElement>(`[data-code="${code}"] a`);
      rule?.click();
    }, bench.capacity);
    await page.locator('#rule figure a').click();
    await page.waitForURL(/at=/);
    await page.goBack();
    await page.locator('#rule figure').waitFor();
    await expect.poll(() => passage(page)).toBe('half of the week');
  });

  it('hidden structure stays hidden after a reload, and a marked question comes out', async () => {
    await page.click('summary:has-text("View")');
    await page.check('#hide-times');
    await page.reload();
    expect(await page.locator('#transcript').getAttribute('class')).toContain('hide-times');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.click('summary:has-text("View")');
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
