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
  type RunningApp,
} from './harness.ts';

let browser: Browser;
let app: RunningApp;
let base: string;
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsvereinigungsvorsitzende';

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  base = `${app.url}/projects/${app.ctx.projectId}`;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const PAGES = [
  '/interviews',
  '/interviews/new',
  '/interviews/1',
  '/interviews/1/read',
  '/interviews/1/facts',
  '/respondents',
  '/respondents/new',
  '/respondents/1',
  '/respondents/1/identity',
  '/respondents/groups',
  '/guide',
  '/guide/1',
  '/guide/import',
];

/** What axe finds wrong with each page on a phone; axe is slow, so that one width and one theme must do for it. */
async function axeOn(paths: readonly string[], dark: boolean): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths) {
    const page = await openPage(browser, base + path, { width: 360, dark });
    problems.push(...(await axeProblems(page)).map((problem) => `${path}: ${problem}`));
    await page.context().close();
  }
  return problems;
}

/** The pages, each at every width, that scroll sideways. */
async function sideways(paths: readonly string[], widths: readonly number[]): Promise<string[]> {
  const page = await openPage(browser, base);
  const problems: string[] = [];
  for (const path of paths) {
    await page.goto(base + path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      if (await scrollsSideways(page)) problems.push(`${path} at ${width} px`);
    }
  }
  return problems;
}

it('empty pages have nothing for axe to find at 360 px', { timeout: 120_000 }, async () => {
  const empty = ['/interviews', '/interviews/new', '/guide'];
  expect(await axeOn(empty, false)).toEqual([]);
});

describe('pages with long names', () => {
  beforeAll(async () => {
    const respondent = await aRespondent(app.ctx, {
      group_id: await aGroup(app.ctx, LONG),
      region_id: await aRegion(app.ctx, LONG),
      role: LONG,
      organisation: LONG,
    });
    await addQuestion(app.ctx, {
      section: LONG,
      text: LONG,
      prompts: LONG,
      serves: LONG,
      forWhom: LONG,
    });
    await anInterview(app.ctx, [respondent], { location: LONG, may_quote: LONG, notes: LONG });
  });

  it('have nothing for axe to find in the dark at 360 px', { timeout: 240_000 }, async () => {
    const kinds = ['/interviews', '/interviews/1/read', '/interviews/1/facts'];
    const others = ['/respondents/1', '/respondents/groups', '/guide'];
    expect(await axeOn([...kinds, ...others], true)).toEqual([]);
  });

  it('do not scroll sideways at 360, 1024 and 1600 px', { timeout: 240_000 }, async () => {
    expect(await sideways(PAGES, [1600, 1024, 360])).toEqual([]);
  });
});

describe('the register by keyboard', () => {
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('logs an interview with someone new, and Enter does not ask for another row', async () => {
    const page = await openPage(browser, `${base}/interviews/new`);
    await page.getByText('Someone new').focus();
    await press(page, 'Enter');
    await page.getByLabel('Role').focus();
    await page.keyboard.type('Secretary');
    await press(page, 'Enter');
    await page.waitForURL(/\/interviews\/\d+$/u);
    expect(await page.getByRole('status').first().textContent()).toBeDefined();
    await page.getByText(/Interview I-\d+ logged/u).waitFor();
    await page.context().close();
  });

  it('filters as one types, and the address bar names what is shown', async () => {
    const page = await openPage(browser, `${base}/interviews`);
    await page.getByLabel('Search').fill('no such place');
    await page.getByText('No interview fits').waitFor();
    expect(page.url()).toContain('q=no+such+place');
    const calendar = page.getByRole('link', { name: 'Calendar', exact: true });
    expect(await calendar.getAttribute('href')).toContain('q=no+such+place');
    await page.getByLabel('Search').fill('');
    await page.getByRole('link', { name: 'I-' }).first().waitFor();
    await page.context().close();
  });
});
