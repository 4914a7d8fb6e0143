import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { startServer, type Running } from '../../src/server.ts';
import { testApp, type TestApp } from '../factories/app.ts';

export { launchBrowser } from './chromium.ts';

const opened: BrowserContext[] = [];

/** A page left open goes on asking a server that is gone, and takes the processor from the next test. */
afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});

/** A page of its own (axe needs a context of its own), as wide as asked, in light or dark. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    width = 1024,
    height = 800,
    dark = false,
  }: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  opened.push(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The program on a real port, on a database of its own; `ctx` and the factories fill it. */
export interface RunningApp extends TestApp {
  url: string;
  /** What listens; a test may stop it and put another in its place. */
  running: Running;
  stop(): Promise<void>;
}

export async function startApp(): Promise<RunningApp> {
  const t = await testApp();
  const running: Running = await startServer(
    { deps: t.deps, opened: t.opened },
    { host: '127.0.0.1', port: 0 },
  );
  const app: RunningApp = {
    ...t,
    url: running.url,
    running,
    stop: async () => {
      await app.running.stop();
      await t.close();
    },
  };
  return app;
}

/** What axe finds wrong with the page as it stands, in short; empty when all is well. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Whether the page itself scrolls sideways, which no page may at any width. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

/** Presses Tab until the focus is where it should be; a person would stop there too. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 80; n += 1) {
    if (await page.evaluate((at) => document.activeElement?.matches(at) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}`);
}
