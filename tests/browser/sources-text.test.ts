import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/sources/index.ts';
import { aCode, aCoding, aRespondent } from '../factories/data.ts';
import {
  axeProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  startApp,
  type RunningApp,
} from './harness.ts';

/** One transcript from its file to a text without a name in it, by keyboard, on a narrow screen. */

let browser: Browser;
let app: RunningApp;
let page: Page;
let base: string;
let source: number;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  base = `${app.url}/projects/${app.ctx.projectId}`;
  await aRespondent(app.ctx, { reference: 'R-07' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const TALK = [
  'Speaker 1: What has changed?',
  'Speaker 2: The office in Genf is small, and Ursula Quillon has left it.',
  'Speaker 1: And the migrants?',
  'Speaker 2: They come back in summer.',
].join('\n\n');

const coded = 'They come back in summer';

async function open(path: string): Promise<void> {
  page = await openPage(browser, `${base}/${path}`, { width: 360 });
}

async function isSound(): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
}

const press = (role: 'link' | 'button', name: string) =>
  page.getByRole(role, { name, exact: true }).first().press('Enter');

/** Every byte that is kept: the database, its index and its record, and the original files. */
function kept(): string {
  const files = readdirSync(app.deps.dataDir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name)).toString('latin1'));
  return [app.opened.sqlite.serialize().toString('latin1'), ...files].join('\n').toLowerCase();
}

describe('a transcript, by keyboard at 360 px', () => {
  it('comes in, and each of its speakers is told who it is for all turns at once', async () => {
    await open('sources/upload');
    const buffer = Buffer.from(TALK);
    await page
      .getByLabel('Choose files')
      .setInputFiles([{ name: 'talk.txt', mimeType: 'text/plain', buffer }]);
    await press('button', 'Add files');
    await page.locator('.result[data-outcome="added"]').waitFor();
    source = (await app.ctx.db.selectFrom('source').select('id').executeTakeFirstOrThrow()).id;
    await page.goto(`${base}/sources/${source}/structure`);
    await isSound();
    for (const [speaker, who] of [
      ['Speaker 1', 'The interviewer'],
      ['Speaker 2', 'R-07'],
    ] as const) {
      await page.getByLabel(`Who “${speaker}” is`).focus();
      await page.keyboard.type(who);
    }
    await press('button', 'Save speakers');
    await page.locator('.toast-text').first().waitFor();
    const turns = await app.ctx.db
      .selectFrom('segment as g')
      .innerJoin('speaker as p', 'p.id', 'g.speaker_id')
      .leftJoin('respondent as r', 'r.id', 'p.respondent_id')
      .select(['r.reference', 'p.is_interviewer'])
      .orderBy('g.position')
      .execute();
    const [asked, answered] = [
      { reference: null, is_interviewer: 1 },
      { reference: 'R-07', is_interviewer: 0 },
    ];
    expect(turns).toEqual([asked, answered, asked, answered]);
  }, 180_000);

  it('has a word corrected, and the coding behind it stays on its words', async () => {
    const { text } = await readText(app.ctx, source);
    const start = text.indexOf(coded);
    const code = await aCode(app.ctx, 'Return');
    await aCoding(app.ctx, { source, code, start, end: start + coded.length });
    await open(`sources/${source}/correct?at=${text.indexOf('The office')}`);
    await isSound();
    const words = page.getByRole('textbox');
    await words.press('Control+Home');
    for (let n = 0; n < 'The office in Gen'.length; n += 1) await words.press('ArrowRight');
    await words.press('Delete');
    await page.keyboard.type('eva');
    await press('button', 'Save the correction');
    await page.locator('.toast-text').first().waitFor();
    const now = (await readText(app.ctx, source)).text;
    expect(now).toBe(text.replace('Genf', 'Geneva'));
    const [one] = await app.ctx.db.selectFrom('coding').selectAll().execute();
    expect(now.slice(one?.start, one?.end)).toBe(coded);
    expect(one?.was_version).toBeNull();
  }, 180_000);

  it('has a name taken out for good: of the text, its versions, the index, the record and the file', async () => {
    expect(kept()).toContain('quillon');
    await open(`sources/${source}/redact`);
    await isSound();
    await page.getByRole('checkbox', { name: /^Ursula Quillon/u }).press('Space');
    await press('button', 'Preview');
    await page.getByRole('heading', { name: 'What will be redacted' }).waitFor();
    await isSound();
    await page.getByRole('checkbox', { name: /^Yes, take these words out/u }).press('Space');
    await press('button', 'Redact for good');
    await page.locator('.toast-text').first().waitFor();
    expect((await readText(app.ctx, source)).text).toContain('and [name] has left it');
    expect(kept()).not.toContain('quillon');
  }, 180_000);

  it('is found by the words it has, and not by those that are gone', async () => {
    await open('search');
    await page.keyboard.type('quillon');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing was found' }).waitFor();
    await page.getByLabel('Look for').fill('geneva summer OR "come back"');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /They come back in summer/u }).waitFor();
    await isSound();
  }, 180_000);
});
