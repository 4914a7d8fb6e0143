/**
 * Takes the pictures of the guide anew, from the worked example: `npm run pictures` after `npm run build`.
 * Needs `cwebp` (Debian: webp), which makes smaller pictures than the browser.
 * Look at each before it is committed.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Db } from '../../db/schema.ts';
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

/** Of letters on plain paper this takes less than a picture that loses something. */
const SMALL = ['-quiet', '-lossless', '-z', '9'];

async function main() {
  const t = await testApp();
  const project = await t.opened.allOrNothing(() => loadExample(t.deps, t.userId));
  const running = await startServer(
    { deps: t.deps, opened: t.opened },
    { host: '127.0.0.1', port: 0 },
  );
  const browser = await launchBrowser();
  const { source, question, theme } = await shown(t.deps.db, project.id);
  const base = new URL(`/projects/${project.id}`, running.url).href;
  for (const take of [workbench, picker, phone, margin, find])
    await take(browser, `${base}/sources/${source}`);
  const table = `${base}/themes?over=asked&question=${question}&pin=${theme}`;
  await wideTable(browser, `${table}&code=${theme}`);
  for (const width of [1024, 360]) await narrowTable(browser, table, width);
  await browser.close();
  await running.stop();
  await t.close();
}

/** The text, the question and the theme that the guide speaks of. */
async function shown(db: Db, projectId: number) {
  const source = await db
    .selectFrom('source')
    .select('id')
    .where('project_id', '=', projectId)
    .where('name', '=', 'I-09')
    .executeTakeFirstOrThrow();
  const question = await db
    .selectFrom('question')
    .innerJoin('guide', 'guide.id', 'question.guide_id')
    .select('question.id')
    .where('guide.project_id', '=', projectId)
    .where('question.number', '=', '14')
    .executeTakeFirstOrThrow();
  const theme = await db
    .selectFrom('code')
    .select('id')
    .where('project_id', '=', projectId)
    .where('name', '=', 'Rights and markets')
    .executeTakeFirstOrThrow();
  return { source: source.id, question: question.id, theme: theme.id };
}

async function workbench(browser: Browser, url: string) {
  const page = await open(browser, url);
  const top = await below(page);
  const clip = { x: 0, y: top, width: WIDE.width, height: WIDE.height - top };
  await save(page, 'coding-workbench', clip, 0.7);
}

async function picker(browser: Browser, url: string) {
  const page = await open(browser, url);
  const { x, y } = await boxOf(page, '[data-text]:has-text("From Addis")');
  await drag(page, 'From Addis', 'yes.');
  await page.keyboard.press('c');
  await page.keyboard.type('vis cap');
  await page.getByText('New code “vis cap”').waitFor();
  await save(page, 'coding-picker', { x: x - 120, y: y - 26, width: 760, height: 355 });
}

async function phone(browser: Browser, url: string) {
  const page = await open(browser, url, PHONE);
  await drag(page, 'From Addis', 'yes.');
  await page.mouse.move(0, 0);
  await save(page, 'coding-phone', { x: 0, y: 0, ...PHONE });
}

async function margin(browser: Browser, url: string) {
  const page = await open(browser, url);
  const { x, y } = await boxOf(page, '[data-text]:has-text("It is my life")');
  const label = page.locator('.stripe-label', { hasText: 'memo' }).first();
  await label.hover();
  await page.getByText('Candidate for the title').last().waitFor();
  await save(page, 'coding-margin', { x: x - 84, y: y - 69, width: 1063, height: 270 }, 0.95);
}

async function find(browser: Browser, url: string) {
  const page = await open(browser, url);
  await page.locator('[data-act="find"]').click();
  await page.locator('#find input').fill('migration');
  await page.keyboard.press('Enter');
  await page.locator('#find-count', { hasText: 'of' }).waitFor();
  const { x } = await boxOf(page, '#find');
  await save(page, 'coding-find', { x: x - 26, y: await below(page), width: 1030, height: 400 });
}

async function wideTable(browser: Browser, url: string) {
  const viewport = { width: 1600, height: 1000 };
  const page = await visit(browser, url, viewport);
  await page.getByText('Asked which question?').click();
  await page.mouse.move(0, 0);
  await save(page, 'themes-asked-1600', { x: 0, y: 0, ...viewport });
}

/** Scrolled so that most of the picture is the table. */
async function narrowTable(browser: Browser, url: string, width: number) {
  const viewport = { width, height: 760 };
  const page = await visit(browser, url, viewport);
  const bar = await boxOf(page, '.analysis-bar');
  const y = Math.round(bar.y) - 134;
  await page.evaluate((to) => scrollTo(0, to), y);
  await save(page, `themes-asked-${width}`, { x: 0, y, ...viewport });
}

/** The workbench, once it is connected. */
async function open(browser: Browser, url: string, viewport = WIDE): Promise<Page> {
  const page = await visit(browser, url, viewport);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

async function visit(browser: Browser, url: string, viewport: typeof WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The line below the header that marks the page one is on reaches into what follows; px. */
const MARKED = 2;

/** Where the workbench begins, below what stands at the head of every page. */
async function below(page: Page): Promise<number> {
  const { y, height } = await boxOf(page, 'header');
  return y + height + MARKED;
}

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`Nothing on the page is ${selector}`);
  return box;
}

/** @param scale of the picture to the page */
async function save(page: Page, name: string, clip: Box, scale = 1) {
  const session = await page.context().newCDPSession(page);
  const clipped = { ...clip, scale };
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: clipped });
  const file = new URL(`../../static/guide/${name}.webp`, import.meta.url);
  execFileSync('cwebp', [...SMALL, '-o', fileURLToPath(file), '--', '-'], {
    input: Buffer.from(data, 'base64'),
  });
  await page.context().close();
}

await main();
