import type { Browser, Page } from 'playwright-core';

/** A tab of its own, as wide as a small notebook's. Close its context. */
export async function aTab(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  // What runs in the page is compiled like all of this, and calls a helper that names functions.
  await context.addInitScript('window.__name = (named) => named');
  return context.newPage();
}
