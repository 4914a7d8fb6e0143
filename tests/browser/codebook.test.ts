import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCode, importCodebook, listCodes } from '../../src/codebook/index.ts';
import { createProject } from '../../src/projects/index.ts';
import type { Ctx } from '../../src/deps.ts';
import { aCoding, aSource } from '../factories/data.ts';
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
/** A project of its own for each test. */
let ctx: Ctx;
let book: string;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
beforeEach(async () => {
  const { value } = await createProject({ ...app.deps, userId: app.userId }, { name: 'Study' });
  ctx = { ...app.ctx, projectId: value.id };
  book = `${app.url}/projects/${value.id}/codebook`;
});

const LONG = 'Verwaltungszuständigkeitsüberschneidungen '.repeat(4).trim();

const TABLE = [
  'path,definition,key,codable',
  'Visibility,Whether the Office is seen.,,no',
  'Visibility > Capacity,Too little to work with.,1,',
  'Visibility > Capacity > People,,,',
  'Visibility > Communication,,2,',
  `"${LONG}","${LONG}",,`,
  'Nexus,,,',
].join('\n');

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('.codebook-name')?.textContent ?? '');
const paths = async () => (await listCodes(ctx)).map((code) => code.path);

/** Presses keys one after the other and tells which code has the focus then. */
async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key);
  return focused(page);
}

describe('the pages of the codebook', () => {
  // axe takes seconds a page, so each width looks at other pages; none may scroll sideways at any.
  it.each([
    [360, false, ['', '/CODE?edit', '/history']],
    [1024, true, ['/LONG', '/CODE?edit', '/CODE/split', '/compare?from=0']],
    [1600, false, ['', '/import', '/import?from=migration']],
  ])('are free of what axe finds and never scroll sideways, %i px', async (width, dark, looked) => {
    const page = await openPage(browser, book, { width, dark });
    if (width === 360) expect(await axeProblems(page)).toEqual([]);
    await importCodebook(ctx, TABLE);
    const codes = await listCodes(ctx);
    const idOf = (name: string) => String(codes.find((code) => code.name === name)?.id);
    for (const path of [
      '',
      '/CODE?edit',
      '/LONG',
      '/import',
      '/import?from=migration',
      '/CODE/split',
      '/document',
      '/history',
      '/past',
      '/compare?from=0',
      '/several',
    ]) {
      await page.goto(book + path.replace('CODE', idOf('Capacity')).replace('LONG', idOf(LONG)));
      expect(await scrollsSideways(page), path).toBe(false);
      if (looked.includes(path)) expect(await axeProblems(page), path).toEqual([]);
    }
    await page.context().close();
  });
});

describe('the tree by keyboard', () => {
  it('is one stop for Tab; arrows, Home, End and letters walk in it, and Enter opens', async () => {
    await importCodebook(ctx, TABLE);
    const page = await openPage(browser, book);
    await page.locator('[role=treeitem]').first().focus();
    expect(await press(page, 'ArrowDown')).toBe('Capacity');
    expect(await press(page, 'End')).toBe('Nexus');
    expect(await press(page, 'Home')).toBe('Visibility');
    expect(await press(page, 'c')).toBe('Capacity');
    await page.waitForTimeout(700);
    expect(await press(page, 'c')).toBe('Communication');
    await page.waitForTimeout(700);
    expect(await press(page, 'p', 'e')).toBe('People');
    expect(await press(page, 'ArrowLeft')).toBe('Capacity');
    expect(await press(page, 'ArrowLeft', 'ArrowDown')).toBe('Communication');
    expect(await press(page, 'ArrowUp', 'ArrowRight', 'ArrowRight')).toBe('People');
    expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/codebook\/\d+$/u);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('People');
    await page.context().close();
  });

  it('moves a code with Alt and an arrow, keeps the focus on it and says what was done', async () => {
    await importCodebook(ctx, 'path\nA\nB\nC\n');
    const page = await openPage(browser, book);
    await page.getByRole('treeitem', { name: /^C / }).focus();
    const toast = page.locator('#toasts');
    await page.keyboard.press('Alt+ArrowUp');
    await toast.getByText('“C” moved among the themes').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('.codebook-code'));
    expect(await paths()).toEqual(['A', 'C', 'B']);
    await page.keyboard.press('Alt+ArrowRight');
    await toast.getByText('“C” moved under “A”').waitFor();
    expect(await focused(page)).toBe('C');
    expect(await paths()).toEqual(['A', 'A > C', 'B']);
    await page.keyboard.press('Alt+ArrowLeft');
    await toast.getByText('“C” moved among the themes').waitFor();
    expect(await paths()).toEqual(['A', 'C', 'B']);
    await page.keyboard.press('Alt+ArrowLeft');
    await toast.getByText('cannot go further').waitFor();
    expect(await focused(page)).toBe('C');
    expect(page.url()).toBe(book);
    expect(await axeProblems(page)).toEqual([]);
    await page.context().close();
  });
});

describe('several codes of the tree', () => {
  it('are chosen by key and by click, dragged before, after and into another, and Escape gives it up', async () => {
    await importCodebook(ctx, 'path\nA\nB\nC\nD\n');
    const page = await openPage(browser, book);
    const toast = page.locator('#toasts');
    const item = (name: string) =>
      page.getByRole('treeitem', { name: new RegExp(`^${name} `, 'u') });
    await item('A').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 codes chosen').first().waitFor();
    expect(await focused(page)).toBe('B');
    expect(await axeProblems(page)).toEqual([]);
    await item('B').dragTo(item('D'), { targetPosition: { x: 60, y: 30 } });
    await toast.getByText('2 codes moved among the themes').waitFor();
    expect(await paths()).toEqual(['C', 'D', 'A', 'B']);
    await item('B').dragTo(item('C'), { targetPosition: { x: 60, y: 16 } });
    await toast.getByText('“B” moved under “C”').waitFor();
    expect(await paths()).toEqual(['C', 'C > B', 'D', 'A']);
    await item('A').hover();
    await page.mouse.down();
    // The first move begins the dragging, the second is over the code.
    await item('D').hover();
    await item('C').hover({ position: { x: 60, y: 3 } });
    await item('C').hover({ position: { x: 62, y: 3 } });
    await page.locator('.is-drop-before').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.locator('.is-drop-before').waitFor({ state: 'detached' });
    expect(await paths()).toEqual(['C', 'C > B', 'D', 'A']);
    await item('D').click({ modifiers: ['Control'] });
    await item('A').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Change them' }).click();
    await page.waitForURL(/several\?code=\d+&code=\d+$/u);
    expect(await page.locator('input[name=code]:checked').count()).toBe(2);
    expect(await axeProblems(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a codebook by keyboard alone', () => {
  it('is taken apart: each coding goes to a part with one key, and the split is made and undone', async () => {
    const { value } = await addCode(ctx, { name: 'Capacity' });
    const source = await aSource(ctx, 'We lack people and money to do it.');
    for (const [start, end] of [
      [8, 14],
      [19, 24],
    ] as const)
      await aCoding(ctx, { source, code: value.id, start, end });
    const page = await openPage(browser, `${book}/${value.id}/split`);
    await page.getByLabel('Parts').focus();
    await page.keyboard.type('Staff\nMoney');
    await page.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Coding 1 of 2, 0 sent').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('1');
    await page.getByText('Coding 2 of 2, 1 sent').waitFor();
    await page.keyboard.press('2');
    await page.getByText('All 2 codings are sent.').waitFor();
    await page.getByRole('button', { name: 'Make the split' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.toast-text', { hasText: '2 codings sent to 2 new codes' }).waitFor();
    expect(await paths()).toEqual(['Capacity', 'Capacity > Staff', 'Capacity > Money']);
    await page.getByRole('button', { name: 'Undo', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('undone').first().waitFor();
    expect(await paths()).toEqual(['Capacity']);
    await page.context().close();
  });

  it('is begun, given a rule, and a code deleted and brought back', async () => {
    const page = await openPage(browser, book);
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Visibility');
    await page.keyboard.press('Enter');
    await page.locator('[role=treeitem]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/codebook\/\d+$/u);
    await page.getByText('Change name, rule').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Definition').first().focus();
    await page.keyboard.type('Whether the Office is seen.');
    await page.getByRole('radio', { name: 'Blue' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.toast-text', { hasText: 'Code “Visibility” changed' }).waitFor();
    const [code] = await listCodes(ctx);
    expect([code?.definition, code?.colourNumber]).toEqual(['Whether the Office is seen.', 2]);
    await page.getByRole('button', { name: 'Delete code' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Code “Visibility” deleted').waitFor();
    expect(await paths()).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('treeitem', { name: 'Visibility' }).waitFor();
    expect(await paths()).toEqual(['Visibility']);
    await page.context().close();
  });

  it('works without script: nested links, and buttons that move', async () => {
    await importCodebook(ctx, 'path\nA\nB\n');
    const { value } = await addCode(ctx, { name: 'C' });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(book);
    await page.getByRole('link', { name: /^C / }).click();
    await page.getByText('Move', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Up' }).click();
    await page.waitForURL(`${book}/${value.id}`);
    expect(await paths()).toEqual(['A', 'C', 'B']);
    await context.close();
  });
});
