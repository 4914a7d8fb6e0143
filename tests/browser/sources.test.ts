import iconv from 'iconv-lite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSource } from '../../src/sources/index.ts';
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
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const TALK =
  'Interviewer: Shall we?\n\nR-07: Our capacity was short.\n\nInterviewer: Good.\n\nR-07: Right.';
const LONG_NAME = 'Conversation_with_the_regional_representative_of_the_employers’_federation '
  .repeat(2)
  .trim();

async function isSound(page: Page): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

describe('sources in the browser', () => {
  it('are added by keyboard, one refused and one with letters in doubt, and the page says so', async () => {
    const page = await openPage(browser, `${base}/sources`, { width: 360 });
    await isSound(page);
    await page.getByRole('link', { name: 'Add sources' }).first().press('Enter');
    await page.waitForURL(/upload$/u);
    await isSound(page);
    await page.getByLabel('Choose files').setInputFiles([
      { name: 'talk.txt', mimeType: 'text/plain', buffer: Buffer.from(TALK) },
      {
        name: 'photo.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]),
      },
      {
        name: 'école.txt',
        mimeType: 'text/plain',
        buffer: iconv.encode('Les élèves étaient très déçus de l’été.', 'windows-1252'),
      },
    ]);
    await page.getByRole('button', { name: 'Add files' }).press('Enter');
    await page.getByRole('heading', { name: 'What was added' }).waitFor();
    await page.locator('.result[data-outcome]').nth(2).waitFor();
    expect(await page.locator('.result').allInnerTexts()).toEqual([
      expect.stringContaining('talk'),
      expect.stringContaining('photo.txt is a picture'),
      expect.stringContaining('windows-1252 was assumed'),
    ]);
    await isSound(page);
    await page.getByRole('link', { name: 'Choose another encoding' }).press('Enter');
    await page.getByRole('heading', { name: 'Read the letters anew' }).waitFor();
    await isSound(page);
    // Whoever leaves the page and comes back finds what became of the files.
    await page.goBack();
    await page.locator('.result[data-outcome]').nth(2).waitFor();
    expect(await page.locator('.result').count()).toBe(3);
    await page.context().close();
  }, 180_000);

  it('can be dragged in, each told apart in a line, and what was here already is recognised', async () => {
    const page = await openPage(browser, `${base}/sources/upload`);
    const files = await page.evaluateHandle((talk) => {
      const transfer = new DataTransfer();
      for (const [name, text] of [
        ['again.txt', talk],
        ['new.txt', 'Words that nobody has said here before.'],
      ])
        transfer.items.add(new File([text ?? ''], name ?? ''));
      return transfer;
    }, TALK);
    await page.dispatchEvent('main', 'drop', { dataTransfer: files });
    await page.keyboard.press('Enter');
    await page.locator('.result[data-outcome]').nth(1).waitFor();
    const outcomes = await page
      .locator('.result')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-outcome')));
    expect(outcomes).toEqual(['twin', 'added']);
    await page.getByText('1 of 2 files added.').waitFor();
    await isSound(page);
  });

  it('can be many', async () => {
    for (let n = 1; n <= 55; n += 1)
      await addSource(app.ctx, {
        name: `${LONG_NAME} ${n}`,
        text: `${TALK}\n\nNumber ${n} on capacity.`,
      });
    const page = await openPage(browser, `${base}/sources`);
    expect(await page.getByText('1 to 50 of').count()).toBe(1);
    await page.context().close();
  });

  it.each([
    { path: 'sources', width: 360, dark: true },
    { path: 'sources/1/details', width: 360, dark: true },
    { path: 'search?q=capacity', width: 360, dark: true },
    { path: 'sources', width: 1600, dark: false },
    { path: 'search?q=capacity', width: 1024, dark: false },
  ])(
    'with long names stay in the page: $path, $width px, dark $dark',
    async ({ path, ...look }) => {
      const page = await openPage(browser, `${base}/${path}`, look);
      await isSound(page);
      await page.context().close();
    },
  );

  it('that are deleted come back by the button in the message', async () => {
    const page = await openPage(browser, `${base}/sources?name=talk`);
    await page.getByRole('button', { name: 'Delete talk' }).click();
    await page.getByText('Source “talk” deleted').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: Source “talk” deleted').waitFor();
    await page.goto(`${base}/sources?name=talk`);
    expect(await page.getByRole('link', { name: 'talk', exact: true }).count()).toBe(1);
    await page.context().close();
  });
});
