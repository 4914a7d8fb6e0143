import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The browser named by CHROMIUM, else the system's, else the one that a package of ours carries. */
export async function browserPath(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  return SYSTEM.find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
}

/** @param flags more of them, as Chromium's command line takes them */
export async function launchBrowser(...flags: string[]): Promise<Browser> {
  const args = [...FLAGS, ...flags];
  return chromium.launch({ executablePath: await browserPath(), args, headless: true });
}
