import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCoding } from '../../src/codings/index.ts';
import type { Ctx } from '../../src/deps.ts';
import { contextFor } from '../../src/http/index.ts';
import { correctText } from '../../src/sources/index.ts';
import { startServer } from '../../src/server.ts';
import { aSource } from '../factories/data.ts';
import { launchBrowser, openPage } from './harness.ts';
import { aBench, keys, passage, saves, TEXT, type Bench } from './workbench.ts';

let browser: Browser;
let bench: Bench;
let ada: Ctx;
beforeAll(async () => {
  [browser, bench] = await Promise.all([launchBrowser(), aBench()]);
  const { deps, ctx } = bench.app;
  const row = { guid: deps.newGuid(), name: 'Ada', initials: 'AL', created_at: ctx.now() };
  const { id } = await ctx.db
    .insertInto('user')
    .values({ ...row, is_local: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  ada = contextFor(deps, id, ctx.projectId);
});
afterAll(async () => {
  await browser.close();
  await bench.app.stop();
});

/** Ada codes these words, elsewhere. */
async function adaCodes(words: string): Promise<void> {
  const start = TEXT.indexOf(words);
  const wanted = { sourceId: bench.source, start, end: start + words.length, version: 1 };
  await addCoding(ada, { ...wanted, codeId: bench.capacity });
}
const shows = (page: Page, words: string) =>
  page.locator('mark.coded', { hasText: words }).first().waitFor({ timeout: 10_000 });
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString());

describe('two coders in one text', () => {
  it('see each other’s work in place, without losing passage, selection or place', async () => {
    const page = await openPage(browser, bench.url, { height: 500 });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/live/changes')) asked.push(request.url());
    });
    await keys(page, 'j', 'j', 'l');
    const before = { top: await topOf(page), words: await selected(page) };
    expect(before.words).toBe('We do good things.');
    await adaCodes('good things');
    await shows(page, 'good things');
    expect(await passage(page)).toBe('We do good things.');
    expect({ top: await topOf(page), words: await selected(page) }).toEqual(before);
    expect(await page.locator('#live').innerText()).toBe('Ada coded “Capacity”');
    expect(await page.locator('#toasts').innerText()).toBe('');

    // What this page does itself is not brought to it a second time; what another window does is.
    expect(asked).toHaveLength(1);
    await saves(page, () => keys(page, '1'));
    const other = await openPage(browser, bench.url);
    await keys(other, 'j', 'j', 'j');
    await saves(other, () => keys(other, '1'));
    await shows(page, 'Is that a matter of people?');
    expect(asked).toHaveLength(2);

    // Nothing changes under a selection that is being made.
    const box = await page.locator('[data-text]', { hasText: 'If two of us' }).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 12, { steps: 3 });
    await adaCodes('two of us travel');
    await shows(other, 'two of us travel');
    const growing = await selected(page);
    expect(growing?.length).toBeGreaterThan(10);
    expect(await page.locator('mark', { hasText: 'two of us travel' }).count()).toBe(0);
    await page.mouse.up();
    await shows(page, 'two of us travel');
    expect(await selected(page)).toBe(growing);

    // A break is made good.
    const { port } = new URL(bench.app.url);
    await bench.app.running.stop();
    await adaCodes('Employers come');
    const { deps, opened } = bench.app;
    bench.app.running = await startServer(
      { deps, opened },
      { host: '127.0.0.1', port: Number(port) },
    );
    await shows(page, 'Employers come');
    await shows(other, 'Employers come');
    expect(await selected(page)).toBe(growing);

    // Without a connection what was coded is kept, said to be unsaved, and sent once when it is back.
    const saved = (await bench.stored()).length;
    const toasts = await page.locator('.toast').count();
    await page.context().setOffline(true);
    await keys(page, 'l', '1', 'l', '1');
    await page.getByText('2 changes are not saved yet').waitFor();
    expect(await page.locator('.toast').count()).toBeLessThanOrEqual(toasts);
    expect(await bench.stored()).toHaveLength(saved);
    await page.context().setOffline(false);
    await expect.poll(async () => (await bench.stored()).length).toBe(saved + 2);
    await expect.poll(() => page.locator('#waiting').innerText()).toBe('');

    // A page that is left before keeps it in the browser: the next one sends it, once.
    await page.route('**/codings', (route) => route.abort());
    await keys(page, 'l', '1');
    await page.getByText('1 change is not saved yet').waitFor();
    await page.reload();
    await page.getByText('1 change from before').first().waitFor();
    await page.unroute('**/codings');
    await expect.poll(async () => (await bench.stored()).length).toBe(saved + 3);
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).join()))
      .not.toContain('unsent');

    // So does any other page, for whom the day ends without a connection.
    await page.route('**/codings', (route) => route.abort());
    await keys(page, 'l', '1');
    await page.getByText('1 change is not saved yet').waitFor();
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(new URL('/help', bench.app.url).href);
    await expect.poll(async () => (await bench.stored()).length).toBe(saved + 4);
    await elsewhere.close();
    await page.unroute('**/codings');
    await expect.poll(() => page.locator('#waiting').innerText()).toBe('');
    expect(await bench.stored()).toHaveLength(saved + 4);

    // What is coded in another text counts beside this one.
    const walk = await aSource(bench.app.ctx, TEXT, { name: 'Walk' });
    const counted = await page.locator(`#count-${bench.capacity}`).innerText();
    await addCoding(ada, { sourceId: walk, start: 4, end: 8, version: 1, codeId: bench.capacity });
    await expect
      .poll(() => page.locator(`#count-${bench.capacity}`).innerText(), { timeout: 10_000 })
      .not.toBe(counted);

    // A text that was corrected takes no code any more, and is opened again with the passage still marked.
    await page.mouse.click(700, 480);
    await keys(page, 'j', 'j', 'l');
    const words = await passage(page);
    expect(words).not.toBe('');
    await correctText(ada, bench.source, { start: 4, end: 8, sha256: await hash() }, 'And what');
    await page.getByRole('link', { name: 'Show the text as it is now' }).waitFor();
    const count = (await bench.stored()).length;
    const refused = page.waitForResponse(/\/codings$/u);
    await keys(page, '1');
    expect((await refused).status()).toBe(409);
    expect(await bench.stored()).toHaveLength(count);
    await page.getByRole('link', { name: 'Show the text as it is now' }).press('Enter');
    await page.waitForURL(/version=1&at=/u);
    await expect.poll(() => passage(page)).toBe(words);
    expect(await page.locator('#stale').innerText()).toContain('is marked here');
    await saves(page, () => keys(page, '2'));
    expect(await bench.stored()).toHaveLength(count + 1);
  }, 120_000);
});

const hash = async () =>
  (await bench.app.ctx.db.selectFrom('source').select('text_sha256').executeTakeFirstOrThrow())
    .text_sha256;
const topOf = (page: Page) =>
  page
    .locator('[data-text]', { hasText: 'We do' })
    .evaluate((at) => at.getBoundingClientRect().top);
