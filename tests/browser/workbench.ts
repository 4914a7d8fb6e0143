import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { aCode, aCoding, aGroup, anInterview, aRespondent, aSource } from '../factories/data.ts';
import { openPage, startApp, type RunningApp } from './harness.ts';

export { drag } from './drag.ts';

export const TEXT = `MS: What works here?

R-09: We do good things. Nobody hears of them, and half of the week goes to the website.

MS: Is that a matter of people?

R-09: Both, I think. If two of us travel, the office is closed.

R-10: Employers come when we talk about skills.
`;

/** One text to code, in a program of its own. */
export interface Bench {
  app: RunningApp;
  source: number;
  /** Code with key 2, below Visibility with key 1. */
  capacity: number;
  url: string;
  /** Every coding as `Code: words`, oldest first. */
  stored(): Promise<string[]>;
}

export async function aBench(): Promise<Bench> {
  const app = await startApp();
  const group = await aGroup(app.ctx, 'Regional office');
  const person = await aRespondent(app.ctx, { reference: 'R-09', group_id: group });
  const interview = await anInterview(app.ctx, [person], { reference: 'I-07' });
  const source = await aSource(app.ctx, TEXT, { name: 'Talk', interview_id: interview });
  const theme = await aCode(app.ctx, 'Visibility', { key: '1', colour: '#3b6fb6' });
  const capacity = await aCode(app.ctx, 'Capacity', {
    parent_id: theme,
    key: '2',
    colour: '#2b8a66',
    definition: 'Too few people.',
  });
  const stored = async () => {
    const rows = await app.ctx.db
      .selectFrom('coding as g')
      .innerJoin('code as c', 'c.id', 'g.code_id')
      .select(['c.name', 'g.start', 'g.end'])
      .where('g.source_id', '=', source)
      .orderBy('g.id')
      .execute();
    return rows.map(({ name, start, end }) => `${name}: ${TEXT.slice(start, end)}`);
  };
  const url = `${app.url}/projects/${app.ctx.projectId}/sources/${source}`;
  return { app, source, capacity, url, stored };
}

/** Eight codings on one sentence, with names that are hard to fit. */
export async function manyCodings({ app, source }: Bench): Promise<void> {
  const at = TEXT.indexOf('We do');
  for (let i = 0; i < 8; i++) {
    const code = await aCode(app.ctx, `A code with a rather long name ${i}`, { colour: '#b9548a' });
    await aCoding(app.ctx, { source, code, start: at + i, end: at + 60 - i });
  }
}

export const openBench = (browser: Browser, { url }: Bench): Promise<Page> =>
  openPage(browser, url);

export async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

/** Does what the server answers, and waits until the answer is on the page. */
export async function saves(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const state = window as Window & { swapped?: boolean };
    state.swapped = false;
    document.addEventListener('htmx:after:swap', () => (state.swapped = true), { once: true });
  });
  await act();
  await expect
    .poll(() => page.evaluate(() => (window as Window & { swapped?: boolean }).swapped), {
      timeout: 15_000,
    })
    .toBe(true);
}

/** The words of the marked passage, as painted. */
export const passage = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String).join());
