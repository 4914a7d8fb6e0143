import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPlan } from '../../src/sample/index.ts';
import { aGroup, anInterview, aRegion, aRespondent, aSource } from '../factories/data.ts';
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
const TABLE = encodeURIComponent(`${LONG},2,3\nWorkers,1,1\nTotal,3,4\n`);

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  base = `${app.url}/projects/${app.ctx.projectId}`;
  const long = await aGroup(app.ctx, LONG);
  const region = await aRegion(app.ctx, LONG);
  const facts = { region_id: region, organisation: LONG };
  const one = await aRespondent(app.ctx, { ...facts, group_id: long, role: LONG });
  const other = await aRespondent(app.ctx, {
    ...facts,
    reference: 'R-99',
    group_id: await aGroup(app.ctx, 'Workers'),
    role: 'Clerk',
  });
  const joint = await anInterview(app.ctx, [one, other], { location: LONG });
  await anInterview(app.ctx, [one], { location: LONG });
  await aSource(app.ctx, 'R-01: Yes.\n\nMT: So?\n\nR-01: No.', { name: LONG, interview_id: joint });
  await importPlan(app.ctx, [{ line: 1, group: LONG, region: LONG, planned: 6 }]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const PAGES = [
  '/respondents/1',
  '/respondents/1/merge',
  '/respondents/1/merge?with=R-99',
  '/respondents/1/split',
  '/respondents/1/erase',
  '/sample',
  `/overview-table/compare?table=${TABLE}`,
];

describe('pages about people, with long names', () => {
  it.each(PAGES)(
    'have nothing for axe to find at 360 px: %s',
    { timeout: 60_000 },
    async (path) => {
      const page = await openPage(browser, base + path, { width: 360, dark: true });
      for (const summary of await page.locator('main details > summary').all())
        await summary.click();
      expect(await axeProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.context().close();
    },
  );
});

it('a respondent is erased by the keyboard alone', { timeout: 60_000 }, async () => {
  const page = await openPage(browser, `${base}/respondents/1/erase`);
  await page.getByLabel('Type R-').focus();
  await page.keyboard.type(
    await page
      .locator('h1')
      .innerText()
      .then((text) => /R-\d+/u.exec(text)?.[0] ?? ''),
  );
  await page.keyboard.press('Enter');
  await page.getByText('erased for good').waitFor();
  expect(await page.getByText('Change these facts').count()).toBe(0);
  await page.context().close();
});
