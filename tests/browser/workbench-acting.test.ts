import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeProblems, launchBrowser, openPage, scrollsSideways } from './harness.ts';
import { aBench, drag, keys, passage, saves, type Bench } from './workbench.ts';

let browser: Browser;
let bench: Bench;
beforeAll(async () => {
  browser = await launchBrowser();
  bench = await aBench();
});
afterAll(async () => {
  await browser.close();
  await bench.app.stop();
});

it('several codes with Ctrl+Enter, another code instead, the mark for the report, the card: by key alone', async () => {
  const page = await openPage(browser, bench.url);
  await keys(page, 'j', 'j', 'l', 'c');
  await page.keyboard.type('capa');
  await saves(page, () => keys(page, 'Control+Enter'));
  expect(await page.locator('#picker').isVisible()).toBe(true);
  await page.keyboard.type('visi');
  await saves(page, () => keys(page, 'Enter'));
  expect(await bench.stored()).toEqual([
    'Capacity: We do good things.',
    'Visibility: We do good things.',
  ]);
  await saves(page, () => keys(page, 'u'));
  await saves(page, () => keys(page, 'i'));
  expect(await page.locator('.stripe-report').count()).toBe(1);
  await keys(page, 'r');
  await page.keyboard.type('visi');
  await saves(page, () => keys(page, 'Enter'));
  expect(await bench.stored()).toEqual(['Visibility: We do good things.']);
  await keys(page, 'd');
  await page.locator('#coding-card button:focus').waitFor();
  await page.getByRole('link', { name: 'History' }).click();
  await page.locator('.coding-history').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

it('a code dragged onto the marked words codes them, and words dragged onto a code do too', async () => {
  const page = await openPage(browser, bench.url);
  await drag(page, 'Employers', 'skills.');
  const words = page.locator('[data-text]', { hasText: 'Employers' });
  await saves(page, () => page.locator('.code-name', { hasText: 'Capacity' }).dragTo(words));
  expect(await bench.stored()).toContain('Capacity: Employers come when we talk about skills.');
  await saves(page, () => words.dragTo(page.locator('.code-name', { hasText: 'Visibility' })));
  expect(await bench.stored()).toContain('Visibility: Employers come when we talk about skills.');
});

it('keys can be changed, a key that is taken is refused beside its field, and the list shows them', async () => {
  const page = await openPage(browser, bench.url);
  await keys(page, '?');
  await page.getByRole('link', { name: 'Change the keys' }).click();
  const field = page.getByLabel('Next turn or paragraph');
  await field.fill('m');
  await page.getByRole('button', { name: 'Save the keys' }).click();
  expect(await page.locator('.field-error').innerText()).toContain('already the key for');
  expect(await axeProblems(page)).toEqual([]);
  await field.fill('x ArrowDown');
  await page.getByRole('button', { name: 'Save the keys' }).click();
  expect(await page.locator('.field-error').count()).toBe(0);
  await page.goto(bench.url);
  await keys(page, 'j');
  expect(await passage(page)).toBe('');
  await keys(page, 'x');
  expect(await passage(page)).toBe('What works here?');
  expect(await page.locator('[data-keys-of="segment.next"]').textContent()).toContain('X');
});

it('on a phone the bar with what can be done stands below the text, never on it', async () => {
  const page = await openPage(browser, bench.url, { width: 360, height: 640 });
  await drag(page, 'We do', 'things.');
  const button = page.getByRole('button', { name: 'in vivo' });
  const [bar, pane] = [await button.boundingBox(), await page.locator('#text-pane').boundingBox()];
  expect(bar?.height).toBeGreaterThanOrEqual(44);
  expect(bar?.y).toBeGreaterThanOrEqual((pane?.y ?? 0) + (pane?.height ?? 0));
  expect(await scrollsSideways(page)).toBe(false);
  await saves(page, () => button.click());
  expect((await bench.stored()).at(-1)).toContain('We do good things.: ');
});
