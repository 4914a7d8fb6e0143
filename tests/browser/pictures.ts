/**
 * Takes the pictures of the guide to coding anew, from the worked example: `npm run pictures` after `npm run build`.
 * Look at each before it is committed.
 */
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { loadExample } from '../../src/example/index.ts';
import { startServer } from '../../src/server.ts';
import { testApp } from '../factories/app.ts';
import { launchBrowser } from './chromium.ts';
import { drag } from './drag.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const WIDE = { width: 1600, height: 819 };
const PHONE = { width: 360, height: 640 };

/** Good enough for small letters, and a third of what PNG takes. */
const QUALITY = 80;

async function main() {
  const t = await testApp();
  const project = await t.opened.allOrNothing(() => loadExample(t.deps, t.userId));
  const source = await t.deps.db
    .selectFrom('source')
    .select('id')
    .where('project_id', '=', project.id)
    .where('name', '=', 'I-09')
    .executeTakeFirstOrThrow();
  const running = await startServer(
    { deps: t.deps, opened: t.opened },
    { host: '127.0.0.1', port: 0 },
  );
  const browser = await launchBrowser();
  const url = new URL(`/projects/${project.id}/sources/${source.id}`, running.url).href;
  for (const take of [workbench, picker, phone, margin, find]) await take(browser, url);
  await browser.close();
  await running.stop();
  await t.close();
}

async function workbench(browser: Browser, url: string) {
  const page = await open(browser, url);
  const top = await below(page);
  const clip = { x: 0, y: top, width: WIDE.width, height: WIDE.height - top };
  await save(page, 'workbench', clip, 0.7);
}

async function picker(browser: Browser, url: string) {
  const page = await open(browser, url);
  const { x, y } = await boxOf(page, '[data-text]:has-text("From Addis")');
  await drag(page, 'From Addis', 'yes.');
  await page.keyboard.press('c');
  await page.keyboard.type('vis cap');
  await page.getByText('New code “vis cap”').waitFor();
  await save(page, 'picker', { x: x - 120, y: y - 26, width: 760, height: 355 });
}

async function phone(browser: Browser, url: string) {
  const page = await open(browser, url, PHONE);
  await drag(page, 'From Addis', 'yes.');
  await page.mouse.move(0, 0);
  await save(page, 'phone', { x: 0, y: 0, ...PHONE });
}

async function margin(browser: Browser, url: string) {
  const page = await open(browser, url);
  const { x, y } = await boxOf(page, '[data-text]:has-text("It is my life")');
  const label = page.locator('.stripe-label', { hasText: 'memo' }).first();
  await label.hover();
  await page.getByText('Candidate for the title').last().waitFor();
  await save(page, 'margin', { x: x - 84, y: y - 69, width: 1063, height: 270 }, 0.95);
}

async function find(browser: Browser, url: string) {
  const page = await open(browser, url);
  await page.locator('[data-act="find"]').click();
  await page.locator('#find input').fill('migration');
  await page.keyboard.press('Enter');
  await page.locator('#find-count', { hasText: 'of' }).waitFor();
  const { x } = await boxOf(page, '#find');
  await save(page, 'find', { x: x - 26, y: await below(page), width: 1030, height: 400 });
}

async function open(browser: Browser, url: string, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText('Live', { exact: true }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Where the workbench begins, below what stands at the head of every page. */
async function below(page: Page): Promise<number> {
  const { y, height } = await boxOf(page, 'header');
  return y + height;
}

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`Nothing on the page is ${selector}`);
  return box;
}

/** @param scale of the picture to the page */
async function save(page: Page, name: string, clip: Box, scale = 1) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { ...clip, scale },
  });
  const file = new URL(`../../static/guide/coding-${name}.webp`, import.meta.url);
  writeFileSync(file, Buffer.from(data, 'base64'));
  await page.context().close();
}

await main();
