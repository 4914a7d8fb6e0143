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

  // The name of the chosen coding is a stop of Tab, and says what the coding is as long as it has the focus.
  await keys(page, 'Escape');
  await page.locator('#passage-cursor').focus();
  await keys(page, 'o', 'Tab');
  const tip = page.getByRole('tooltip');
  await expect.poll(() => tip.innerText()).toMatch(/^Visibility\n+Coded by .+ for the report$/su);
  expect(await axeProblems(page)).toEqual([]);
  await keys(page, 'Escape');
  expect(await tip.isVisible()).toBe(false);
  await page.locator('.stripe-label').hover();
  await tip.waitFor();
  await tip.hover();
  expect(await tip.isVisible()).toBe(true);

  // A code made with Ctrl+Enter is in the open list, as applied; the list of keys has those of codes.
  await keys(page, 'Escape', 'j', 'c');
  await page.keyboard.type('Travel');
  await saves(page, () => keys(page, 'Control+Enter'));
  await expect
    .poll(() => page.getByRole('option', { name: 'Travel' }).innerText())
    .toContain('applied');
  await keys(page, 'Escape', '?');
  expect(await page.locator('#code-keys').innerText()).toMatch(/2\s+Visibility › Capacity/u);
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
  expect(await axeProblems(page)).toEqual([]);
  await saves(page, () => button.click());
  expect((await bench.stored()).at(-1)).toContain('We do good things.: ');

  // Its end is dragged with a finger, by a target that a finger can hit.
  const handle = page.locator('.handle-end');
  const size = await handle.evaluate((at) => {
    const { width, height } = getComputedStyle(at, '::after');
    return [parseFloat(width), parseFloat(height)];
  });
  expect(Math.min(...size)).toBeGreaterThanOrEqual(24);
  const box = await handle.boundingBox();
  const goal = await page.evaluate(() => {
    const words = [...document.querySelectorAll('mark')].find(({ textContent }) =>
      textContent.includes('We do good'),
    )?.firstChild;
    const range = document.createRange();
    if (words) range.setStart(words, 'We do good'.length);
    return range.getBoundingClientRect().toJSON() as DOMRect;
  });
  if (!box) throw new Error('no handle');
  const finger = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...touchPoints: { x: number; y: number }[]
  ) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  await saves(page, async () => {
    await touch('touchStart', { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    await touch('touchMove', { x: goal.left + 12, y: goal.top + 20 });
    await touch('touchMove', { x: goal.left + 1, y: goal.top + 8 });
    await touch('touchEnd');
  });
  expect((await bench.stored()).at(-1)).toMatch(/: We do good$/u);

  await page.goto(`${bench.url}/code-many?by=words&words=office`);
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});
