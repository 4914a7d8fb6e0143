import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/domain/guide/index.ts';
import { saveSummary } from '../../src/framework/index.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../factories/data.ts';
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
let address: string;
let anna: number;
let pay: number;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  const { ctx } = app;
  anna = await aRespondent(ctx, { reference: 'R-01' });
  const interview = await anInterview(ctx, [anna]);
  await anInterview(ctx, [await aRespondent(ctx, { reference: 'R-02' })]);
  const text = 'Pay comes late. Nobody hears us.';
  const source = await aSource(ctx, text, { interview_id: interview });
  pay = await aCode(ctx, 'Pay');
  const voice = await aCode(ctx, 'Averylongnameofacodethatnobodyshouldgivebutsomebodywill');
  const late = await aCode(ctx, `Lateness${'andwhatcameofit'.repeat(4)}`, { parent_id: pay });
  await aCoding(ctx, { source, code: pay, start: 0, end: 15 });
  await aCoding(ctx, { source, code: late, start: 0, end: 15 });
  await aCoding(ctx, { source, code: voice, start: 16, end: 32 });
  address = `${app.url}/projects/${ctx.projectId}/framework`;
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const written = async () =>
  (await app.ctx.db.selectFrom('framework_summary').select('body').orderBy('id').execute()).map(
    ({ body }) => body,
  );
const eventually = (read: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(read, { timeout: 15_000, interval: 50 }).toEqual(wanted);
const summary = (page: Page) => page.getByRole('textbox', { name: 'Summary' });

describe('the framework grid', () => {
  it('is walked by keyboard alone: a cell, words, the next cell, and back', async () => {
    const page = await openPage(browser, address);
    await tabTo(page, 'a.framework-cell');
    await page.keyboard.press('Enter');
    await page.waitForURL(/framework\/\d+\/\d+$/u);
    await tabTo(page, 'textarea');
    await page.keyboard.type('Says that pay is late.');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Nobody hears us.').waitFor();
    expect(await written()).toEqual(['Says that pay is late.']);
    await summary(page).fill('Feels unheard.');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('Pay comes late.').waitFor();
    await eventually(() => summary(page).inputValue(), 'Says that pay is late.');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Feels unheard.' }).waitFor();
    expect(page.url()).toBe(address);
  });

  it('shows both versions when somebody else writes meanwhile, and keeps both on demand', async () => {
    const page = await openPage(browser, `${address}/${anna}/${pay}`);
    const [before = ''] = await written();
    await saveSummary(
      app.ctx,
      { respondentId: anna, codeId: pay },
      { body: 'Theirs.', seen: fingerprint(before), seenAt: app.ctx.now() },
    );
    await summary(page).fill('Mine.');
    await page.getByText('Someone else saved this summary meanwhile').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep both' }).click();
    await eventually(async () => (await written())[0], 'Theirs.\n\nMine.');
  });

  it.each([
    ['on a phone, light', 360, false],
    ['where the columns are narrowest, light', 1024, false],
    ['on a desk, dark', 1600, true],
  ])('has nothing for axe to find and does not scroll sideways %s', async (_what, width, dark) => {
    for (const path of ['', `/${anna}/${pay}`, '/document?with=passages']) {
      const page = await openPage(browser, address + path, { width, dark });
      expect(await axeProblems(page), path).toEqual([]);
      expect(await scrollsSideways(page), path).toBe(false);
      await page.context().close();
    }
  });
});
