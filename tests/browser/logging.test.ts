import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addQuestion } from '../../src/guide/index.ts';
import { aGroup, anInterview, aRegion, aRespondent } from '../factories/data.ts';
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
let base: string;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  base = `${app.url}/projects/${app.ctx.projectId}`;
  const group_id = await aGroup(app.ctx, 'Workers');
  const region_id = await aRegion(app.ctx, 'África Occidental');
  await aRespondent(app.ctx, { reference: 'R-07', group_id, region_id, role: 'Secretary' });
  await aRespondent(app.ctx, { reference: 'R-08', role: 'Minister' });
  await anInterview(app.ctx, [], { reference: 'I-01', location: 'Lima' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe('from the register to a logged interview and back, by keyboard alone at 360 px', () => {
  it(
    'takes one key, a few letters of the respondent, and Enter',
    { timeout: 120_000 },
    async () => {
      const page = await openPage(browser, `${base}/interviews`, { width: 360 });
      await press(page, 'n');
      await page.waitForURL(/\/interviews\/new$/u);
      expect(await axeProblems(page)).toEqual([]);
      await tabTo(page, '[role=combobox]');
      await page.keyboard.type('africa');
      await page.getByRole('option', { name: /R-07/u }).waitFor();
      expect(await axeProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await press(page, 'Enter');
      expect(await page.locator('[data-people-chosen]').textContent()).toContain('R-07 · Workers');
      await press(page, 'Enter');
      await page.waitForURL(/\/interviews\/\d+$/u);
      await page.getByText(/Interview I-02 logged/u).waitFor();
      await tabTo(page, '.breadcrumbs a');
      await press(page, 'Enter');
      await page.waitForURL(/\/interviews$/u);
      const row = page.getByRole('row', { name: /I-02/u });
      for (const words of ['R-07', 'Workers', 'África Occidental'])
        expect(await row.textContent()).toContain(words);
      await page.context().close();
    },
  );

  it(
    'describes someone new in place, with what was typed as their name',
    { timeout: 60_000 },
    async () => {
      const page = await openPage(browser, `${base}/interviews/new`, { width: 360 });
      await tabTo(page, '[role=combobox]');
      await page.keyboard.type('Ada Pinewhistle');
      await press(page, 'ArrowUp', 'Enter');
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada Pinewhistle');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
        'new_group',
      );
      await page.keyboard.type('Ministries');
      await press(page, 'Enter');
      await page.waitForURL(/\/interviews\/\d+$/u);
      expect(await page.locator('h1').textContent()).toContain('Ministries');
      await page.context().close();
    },
  );

  it(
    'takes a respondent out again, and one key leaves the typing of letters alone',
    { timeout: 60_000 },
    async () => {
      const page = await openPage(browser, `${base}/interviews/new?respondent=1`, { width: 360 });
      await tabTo(page, '[role=combobox]');
      await press(page, 'Backspace');
      expect(await page.locator('[data-people-chosen]').textContent()).toBe('');
      await press(page, 'n');
      expect(await page.locator('[role=combobox]').inputValue()).toBe('n');
      expect(page.url()).toContain('/interviews/new');
      await page.context().close();
    },
  );
});

describe('single keys of the register', () => {
  it('are listed under ?, and can be turned off', { timeout: 60_000 }, async () => {
    const page = await openPage(browser, `${base}/interviews`);
    await press(page, '?');
    await page.getByRole('dialog').getByText('Log an interview').waitFor();
    await page.getByLabel('Single keys are on').uncheck();
    await press(page, 'Escape', 'n');
    expect(page.url()).toMatch(/\/interviews$/u);
    await page.context().close();
  });
});

describe('the guide by keyboard', () => {
  it(
    'moves a question with Alt and an arrow, and says where it stands',
    { timeout: 60_000 },
    async () => {
      for (const text of ['First?', 'Second?', 'Third?'])
        await addQuestion(app.ctx, { section: '', text, prompts: '', serves: '', forWhom: '' });
      const page = await openPage(browser, `${base}/guide`, { width: 360 });
      await tabTo(page, '#guide-order li:first-child a');
      await press(page, 'Alt+ArrowUp');
      await page.getByText('It is the first question already.').waitFor();
      await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown');
      await page.getByText('Now question 3 of 3.').waitFor();
      expect(await page.locator('#guide-order .note-question').allTextContents()).toEqual([
        ...['Second?', 'Third?', 'First?'],
      ]);
      const inside = () => document.activeElement?.closest('li')?.textContent;
      expect(await page.evaluate(inside)).toContain('First?');
      await page.context().close();
    },
  );
});

describe('the calendar by keyboard', () => {
  it(
    'goes from day to day, over the end of the month, and opens a day',
    { timeout: 60_000 },
    async () => {
      const page = await openPage(browser, `${base}/interviews/calendar?month=2026-01&status=done`);
      expect(await axeProblems(page)).toEqual([]);
      const day = () => page.evaluate(() => document.activeElement?.getAttribute('data-day'));
      await page.locator('#day-2026-01-05').focus();
      await press(page, 'ArrowRight', 'ArrowDown', 'Home', 'ArrowUp');
      expect(await day()).toBe('2026-01-05');
      await press(page, 'ArrowUp');
      await page.waitForURL(/month=2025-12&status=done#day-2025-12-29$/u);
      expect(await day()).toBe('2025-12-29');
      await press(page, 'PageDown');
      await page.waitForURL(/month=2026-01&status=done#day-2026-01-29$/u);
      await press(page, 'Enter');
      await page.waitForURL(/\/interviews\/new\?date=2026-01-29$/u);
      await page.context().close();
    },
  );

  it('is a list of days on a phone, reached by one key', { timeout: 60_000 }, async () => {
    const page = await openPage(browser, `${base}/interviews`, { width: 360 });
    await press(page, 'c');
    await page.waitForURL(/\/interviews\/calendar$/u);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('heading', { name: /5 January/u }).waitFor();
    await page.getByLabel('Search').fill('no such place');
    await page.getByText('No interviews in January 2026').waitFor();
    expect(page.url()).toContain('q=no+such+place');
    await press(page, 'Escape');
    await page.context().close();
  });
});
