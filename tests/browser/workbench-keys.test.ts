import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoLast } from '../../src/history/index.ts';
import { launchBrowser } from './harness.ts';
import { aBench, drag, keys, openBench, passage, saves, type Bench } from './workbench.ts';

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

describe('coding with the keyboard alone', () => {
  it('moves by turn, sentence and word, and extends', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j');
    expect(await passage(page)).toBe('What works here?');
    await keys(page, 'ArrowDown', 'l');
    expect(await passage(page)).toBe('We do good things.');
    await keys(page, 'Shift+L');
    expect(await passage(page)).toMatch(/^We do .* website\.$/);
    await keys(page, 'Escape', 'j', 'w', 'Control+Shift+ArrowRight');
    expect(await passage(page)).toBe('What works');
  });

  it('applies a code by its own key, by the picker, and the last one again', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j', 'l');
    await saves(page, () => keys(page, '2'));
    await keys(page, 'l');
    await saves(page, async () => {
      await keys(page, 'c');
      await page.keyboard.type('visi');
      await keys(page, 'Enter');
    });
    await keys(page, 'j', 'j');
    await saves(page, () => keys(page, 'q'));
    expect(await bench.stored()).toEqual([
      'Capacity: We do good things.',
      'Visibility: Nobody hears of them, and half of the week goes to the website.',
      'Visibility: Is that a matter of people?',
    ]);
  });

  it('typing a new name makes the code, already applied, and it is in the tree at once', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j', 'Space');
    await page.keyboard.type('Visibility > Being heard');
    await saves(page, () => keys(page, 'Enter'));
    expect((await bench.stored())[0]).toMatch(/^Being heard: We do/);
    expect(await page.locator('.code-tree').innerText()).toContain('Being heard');
  });

  it('makes a code of the passage’s own words', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j', 'l');
    await saves(page, () => keys(page, 'v'));
    expect(await bench.stored()).toEqual(['We do good things.: We do good things.']);
  });

  it('takes back and does again, and says what', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j');
    await saves(page, () => keys(page, '2'));
    await saves(page, () => keys(page, 'Control+z'));
    expect(await bench.stored()).toEqual([]);
    expect(await page.locator('mark').count()).toBe(0);
    await saves(page, () => keys(page, 'Control+Shift+z'));
    expect(await bench.stored()).toHaveLength(1);
    expect(await page.locator('#toasts').innerText()).toContain('Coded “Capacity”');
  });

  it('takes a code off, and the toast’s button brings it back', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j');
    await saves(page, () => keys(page, '2'));
    await saves(page, () => keys(page, 'u'));
    expect(await bench.stored()).toEqual([]);
    await saves(page, () =>
      page.locator('#toasts .toast').last().getByRole('button', { name: 'Undo' }).press('Enter'),
    );
    expect(await bench.stored()).toHaveLength(1);
  });

  it('makes a coding longer and shorter by a word; a burst of keys is one change', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j', 'l');
    await saves(page, () => keys(page, '2'));
    await saves(page, () => keys(page, ']', ']', '['));
    expect(await bench.stored()).toEqual(['Capacity: We do good things. Nobody']);
    await undoLast(bench.app.ctx);
    expect(await bench.stored()).toEqual(['Capacity: We do good things.']);
  });

  it('writes a memo and comes back to the text', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j');
    await saves(page, () => keys(page, '2'));
    await keys(page, 'm');
    await page.locator('#coding-card textarea:focus').waitFor();
    await page.keyboard.type('Says it twice.');
    await saves(page, () => keys(page, 'Tab', 'Enter'));
    expect(await bench.app.ctx.db.selectFrom('memo').select('body').execute()).toEqual([
      { body: 'Says it twice.' },
    ]);
    await expect.poll(() => page.locator('.stripe-memo').count()).toBe(1);
    await keys(page, 'k');
    expect(await passage(page)).toBe('What works here?');
  });

  it('chooses one of several codings, says which, and takes just that one off', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j');
    await saves(page, () => keys(page, '1'));
    await saves(page, () => keys(page, '2'));
    await keys(page, 'Escape', 'o');
    await expect.poll(() => page.locator('#announce').innerText()).toContain('1 of 2');
    await saves(page, () => keys(page, 'u'));
    expect(await bench.stored()).toHaveLength(1);
  });

  it('says what is read and coded to a screen reader', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j');
    await expect
      .poll(() => page.locator('#announce').innerText())
      .toMatch(/^R-09: We do .* Uncoded$/);
    await saves(page, () => keys(page, '2'));
    expect(await page.locator('#toasts').innerText()).toContain(
      'Coded “Capacity”, 1 code on this passage',
    );
    expect(await page.locator('#toasts').getAttribute('role')).toBe('status');
  });

  it('without a passage says what to do, and nothing is stored', async () => {
    const page = await openBench(browser, bench);
    await keys(page, '2');
    expect(await page.locator('#toasts').innerText()).toContain('Mark a passage first');
    expect(await bench.stored()).toEqual([]);
  });

  it('keeps a code at hand until Escape', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'j', 'l');
    await saves(page, () => keys(page, '2'));
    await keys(page, 'a');
    expect(await page.locator('#armed').innerText()).toContain('Visibility › Capacity');
    await saves(page, () => drag(page, 'Employers', 'skills.'));
    expect((await bench.stored())[1]).toBe('Capacity: Employers come when we talk about skills.');
    await keys(page, 'Escape');
    expect(await page.locator('#armed').isHidden()).toBe(true);
  });

  it('single keys can be turned off, and stay so; undo still has its key', async () => {
    const page = await openBench(browser, bench);
    await keys(page, '?');
    await page.getByLabel('Single keys are on').uncheck();
    await keys(page, 'Escape', 'j');
    expect(await passage(page)).toBe('');
    await page.reload();
    await keys(page, 'j');
    expect(await passage(page)).toBe('');
    await saves(page, () => keys(page, 'Control+z'));
  });

  it('Tab is the browser’s everywhere: it leads through the page and out of it', async () => {
    const page = await openBench(browser, bench);
    const stops = new Set<string>();
    for (let i = 0; i < 80; i++) {
      await keys(page, 'Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: at } = document;
        return at === document.body
          ? 'out'
          : `${at?.tagName} ${at?.id} ${at?.className} ${at?.textContent?.slice(0, 20)}`;
      });
      if (stop === 'out') break;
      stops.add(stop);
    }
    const all = [...stops].join('\n');
    expect(all).toContain('passage-cursor');
    expect(all).toContain('code-search');
    expect(all).toContain('status-key');
    expect(stops.size).toBeLessThan(80);
  });

  it('the picker is left by Escape and by Tab, and the passage stays', async () => {
    const page = await openBench(browser, bench);
    for (const leave of ['Escape', 'Tab']) {
      await keys(page, 'j', 'c');
      await page.locator('#picker input:focus').waitFor();
      const before = await passage(page);
      await keys(page, leave);
      expect(await page.locator('#picker').isHidden()).toBe(true);
      expect(await passage(page)).toBe(before);
    }
  });

  it('typing in a field is typing', async () => {
    const page = await openBench(browser, bench);
    await keys(page, 'j', 'Shift+C');
    await page.keyboard.type('cap2');
    expect(await page.locator('[name=code-search]').inputValue()).toBe('cap2');
    expect(await bench.stored()).toEqual([]);
  });
});
