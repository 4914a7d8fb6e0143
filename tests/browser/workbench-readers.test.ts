import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeProblems, launchBrowser, openPage, scrollsSideways, tabTo } from './harness.ts';
import { aBench, keys, manyCodings, saves, type Bench } from './workbench.ts';

let browser: Browser;
let bench: Bench;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  bench = await aBench();
});
afterEach(() => bench.app.stop());

describe('every reader', () => {
  it.each([
    [360, false],
    [1600, true],
  ])(
    'finds nothing in the way at %i px (dark: %s), in any state',
    { timeout: 240_000 },
    async (width, dark) => {
      await manyCodings(bench);
      const page = await openPage(browser, `${bench.url}?code=${bench.capacity}`, { width, dark });
      const looks = async () => {
        expect(await axeProblems(page)).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
      };
      await looks();
      await keys(page, 'j', 'j', 'c');
      await page.keyboard.type('code');
      await looks();
      await keys(page, 'Escape');
      await saves(page, () => keys(page, '2'));
      await keys(page, 'm');
      await page.locator('#coding-card textarea:focus').waitFor();
      await looks();
      await keys(page, 'Escape', '?');
      await looks();
    },
  );

  it.each([
    [1024, true],
    [1600, false],
  ])('finds nothing in the way at %i px (dark: %s)', async (width, dark) => {
    await manyCodings(bench);
    const page = await openPage(browser, bench.url, { width, dark });
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('nothing moves when a code is applied', async () => {
    await manyCodings(bench);
    const page = await openPage(browser, bench.url, { width: 1600 });
    await keys(page, 'j', 'j', 'j', 'j', 'l');
    const tops = () =>
      page
        .locator('.turn')
        .evaluateAll((turns) => turns.map((turn) => turn.getBoundingClientRect().top));
    const before = await tops();
    await saves(page, () => keys(page, '1'));
    await saves(page, () => keys(page, '2'));
    expect(await tops()).toEqual(before);
  });

  it('names in the margin never lie on each other, and what has no room is counted', async () => {
    await manyCodings(bench);
    const page = await openPage(browser, bench.url, { width: 1600 });
    await page.locator('[data-placed]').waitFor();
    const seen = await page.evaluate(() => {
      const labels = [...document.querySelectorAll('.stripe:not([data-folded]) .stripe-label')];
      return {
        boxes: labels
          .map((label) => label.getBoundingClientRect())
          .map(({ top, bottom }) => [top, bottom] as const),
        more: document.querySelector('[data-more]:not([hidden])')?.textContent ?? '',
      };
    });
    seen.boxes
      .sort((a, b) => a[0] - b[0])
      .forEach(([top], at) => {
        if (at > 0) expect(top).toBeGreaterThanOrEqual((seen.boxes[at - 1]?.[1] ?? 0) - 1);
      });
    expect(seen.boxes.length + Number(seen.more.replace('+', ''))).toBe(8);
  });

  it('hears the codes of each passage, what each act did, and is held nowhere', async () => {
    const page = await openPage(browser, bench.url);
    const turn = page.locator('.turn', { hasText: 'We do good' });
    // In front of the text is the one place where keys reach Earmark; Tab leads in, through and out.
    await keys(page, 'Tab', 'Tab', 'Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('passage-cursor');
    const cursor = page.locator('#passage-cursor');
    const value = (words: string) =>
      expect.poll(() => cursor.getAttribute('aria-valuetext')).toContain(words);
    await keys(page, 'j', 'j', 'l');
    await value('R-09: We do good things.. Uncoded');
    // Said once: what has the focus tells its value by itself.
    expect(await page.textContent('#announce')).toBe('');
    await saves(page, () => keys(page, '2'));
    await expect.poll(() => page.textContent('#toasts')).toContain('Coded “Capacity”');
    await value('We do good things.. Codes: Visibility › Capacity');
    expect(await turn.ariaSnapshot()).toMatch(
      /paragraph:.*We do good things\..*list "Codes on this passage":\s+- listitem:\s+- link "Visibility › Capacity, Me"/su,
    );
    await keys(page, 'h', 'l');
    await value('Codes: Visibility › Capacity');
    await keys(page, 'm');
    await page.locator('#coding-card textarea:focus').waitFor();
    await page.keyboard.type('Who hears of them?');
    await saves(page, () => keys(page, 'Control+Enter'));
    await page.locator('#passage-cursor:focus').waitFor();
    expect(await turn.ariaSnapshot()).toContain('link "Visibility › Capacity, Me, memo"');
    await saves(page, () => keys(page, 'u'));
    expect(await turn.ariaSnapshot()).not.toContain('Codes on this passage');
    expect(await page.locator('#transcript').ariaSnapshot()).toMatch(/slider "Passage by key"/u);
    await keys(page, 'Tab');
    expect(await page.locator('#passage-cursor:focus').count()).toBe(0);
    await keys(page, 'Shift+Tab');
    expect(await page.locator('#passage-cursor:focus').count()).toBe(1);
  });

  it('goes on with keys where they reach Earmark: nothing is selected that a screen reader would follow away', async () => {
    const page = await openPage(browser, bench.url);
    const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
    await keys(page, 'j');
    expect(await selected()).toBe('What works here?');
    await tabTo(page, '#passage-cursor');
    await keys(page, 'j', 'l');
    expect(await selected()).toBe('');
    const copied = await page.evaluate(() => {
      const event = new ClipboardEvent('copy', {
        clipboardData: new DataTransfer(),
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied).toBe('We do good things.');
    await saves(page, () => keys(page, '2'));
    expect(await bench.stored()).toEqual(['Capacity: We do good things.']);
    // Each end tells of itself: a value that stays the same is not said.
    const now = () => page.locator('#passage-cursor').getAttribute('aria-valuenow');
    const before = await now();
    await keys(page, 'Shift+W');
    expect(await now()).not.toBe(before);
  });

  it('sees what is coded and what is marked where the system sets all colours', async () => {
    await manyCodings(bench);
    const context = await browser.newContext({ forcedColors: 'active' });
    const page = await context.newPage();
    await page.goto(bench.url);
    const line = (element: Element, of: string | null) =>
      getComputedStyle(element, of)[of === null ? 'textDecorationLine' : 'backgroundColor'];
    expect(await page.locator('.coded').first().evaluate(line, null)).toBe('underline');
    const highlight = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.backgroundColor = 'Highlight';
      return getComputedStyle(probe).backgroundColor;
    });
    const words = page.locator('[data-text]').first();
    expect(await words.evaluate(line, '::highlight(passage)')).toBe(highlight);
    await context.close();
  });

  it('without script reads the text with its codings', async () => {
    await manyCodings(bench);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${bench.url}?code=${bench.capacity}#rule`);
    expect(await page.locator('.transcript').innerText()).toContain('If two of us travel');
    expect(await page.locator('mark').count()).toBeGreaterThan(1);
    expect(await page.locator('.stripe-label').first().isVisible()).toBe(true);
    expect(await page.locator('#rule').innerText()).toContain('Too few people.');
    await context.close();
  });
});
