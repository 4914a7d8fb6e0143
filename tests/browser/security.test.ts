import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../factories/app.ts';
import { hostileStudy } from '../http/security/hostile.ts';
import { GROUPS, PAYLOADS } from '../http/security/payloads.ts';
import { addressOf, ASKED_FOR, isUnsafe, routesOf } from '../http/security/routes.ts';
import type { Study } from '../http/security/study.ts';
import { launchBrowser, startApp, type RunningApp } from './harness.ts';

/** Promise 13: every page with every payload in it, in a real browser; what runs calls `ran`, or opens a dialog. */

const probe = await testApp();
const pages = routesOf(probe)
  .filter((route) => !isUnsafe(route) && route.path.startsWith('/projects/:projectId'))
  .map(({ path }) => path);
await probe.close();

let browser: Browser;
let app: RunningApp;
let page: Page;
const studies: Study[] = [];
const ran: string[] = [];
const elsewhere: string[] = [];
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  for (const payloads of GROUPS) studies.push(await hostileStudy(app, payloads));
  const context = await browser.newContext({ acceptDownloads: false });
  page = await context.newPage();
  await context.exposeFunction('ran', (payload: number) => {
    ran.push(`${PAYLOADS[payload] ?? payload} on ${page.url()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(app.url)) elsewhere.push(request.url());
  });
  page.on('dialog', (dialog) => {
    ran.push(`${dialog.message()} on ${page.url()}`);
    void dialog.dismiss();
  });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** @returns false for a download: it ends the navigation, and there is nothing to look at */
async function arrives(address: string): Promise<boolean> {
  try {
    await page.goto(app.url + address, { waitUntil: 'load' });
    return true;
  } catch (error) {
    if (/ERR_ABORTED|Download is starting/u.test(String(error))) return false;
    throw error;
  }
}

/** Opens the address and gives what it holds every chance to run: pointed at, focused, opened. */
async function visit(address: string): Promise<void> {
  if (!(await arrives(address))) return;
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *')) {
      if (element instanceof HTMLDetailsElement) element.open = true;
      if (element instanceof HTMLElement) element.focus({ preventScroll: true });
      for (const type of ['mouseover', 'pointerover', 'mouseenter'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: type !== 'mouseenter' }));
    }
  });
}

/**
 * Every page with every group of payloads is read in scripts.test.ts; the browser, which takes a hundred times longer, gets
 * each page with a third of the groups, another third for the next page.
 */
const third = (page: number): Study[] => studies.filter((_, group) => (group + page) % 3 === 0);

describe('nothing that somebody wrote runs in a browser', () => {
  const looked = [...pages, ...ASKED_FOR].map((path, index) => ({ path, index }));
  it.each(looked)('$path', { timeout: 120_000 }, async ({ path, index }) => {
    for (const study of third(index)) await visit(addressOf(path, study));
    expect(ran).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  it('nor in the list of projects', async () => {
    await visit('/');
    expect(ran).toEqual([]);
  });

  it('and the hook would have told', async () => {
    await page.goto(`${app.url}/`);
    await page.evaluate('ran(0)');
    expect(ran).toHaveLength(1);
  });
});
