import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion } from '../../src/guide/index.ts';
import { startServer } from '../../src/server.ts';
import { anInterview, aRespondent } from '../factories/data.ts';
import {
  axeProblems,
  launchBrowser,
  openPage,
  scrollsSideways,
  startApp,
  tabTo,
  type RunningApp,
} from './harness.ts';

let browser: Browser;
let app: RunningApp;
let page: Page;
let address: string;
let interview: number;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  for (const text of ['What is your job?', 'Where do you get stuck?'])
    await addQuestion(app.ctx, { section: '', text, prompts: '', serves: '', forWhom: '' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
beforeEach(async () => {
  interview = await anInterview(app.ctx, [await aRespondent(app.ctx)], { status: 'planned' });
  address = `${app.url}/projects/${app.ctx.projectId}/interviews/${interview}`;
  page = await openPage(browser, address, { width: 360 });
});
afterEach(() => page.context().close());

const notes = (number = 1) => page.getByLabel(`Notes on question ${number}`);
const connection = () => page.locator('#connection');
const saved = async (): Promise<string[]> => {
  const rows = await app.ctx.db
    .selectFrom('answer')
    .select('notes')
    .where('interview_id', '=', interview)
    .orderBy('question_id')
    .execute();
  return rows.map((row) => row.notes);
};
const kept = () => page.evaluate(() => Object.keys(localStorage).length);
const eventually = (read: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(read, { timeout: 15_000, interval: 50 }).toEqual(wanted);

describe('notes on a phone', () => {
  it('have nothing for axe to find and do not scroll sideways, also with both versions on the page', async () => {
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await saveElsewhere('Theirs, averyverylongwordthatdoesnotfitintothewidthofaphoneatall');
    await notes().fill('Mine');
    await page.getByText('Someone else saved this answer meanwhile').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('are taken with the keyboard alone: state, words, the next question', async () => {
    await page.getByRole('radio', { name: 'Asked', exact: true }).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Head of unit');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Permits');
    await eventually(saved, ['Head of unit', 'Permits']);
    await page.getByText('1 of 2 questions asked').waitFor();
  });
});

/** What a colleague saves in the meantime. */
async function saveElsewhere(text: string): Promise<void> {
  const other = await openPage(browser, address);
  await other.getByLabel('Notes on question 1').fill(text);
  await expect.poll(saved, { timeout: 15_000 }).toContain(text);
  await other.context().close();
}

describe('what is typed', () => {
  it('is saved without a button, the cursor stays, and nothing is left in the browser', async () => {
    await notes().pressSequentially('One two');
    await eventually(saved, ['One two']);
    await page.getByText(/^saved \d\d:\d\d$/u).waitFor();
    await eventually(kept, 0);
    await page.keyboard.type(' three');
    await eventually(saved, ['One two three']);
    expect(await notes().inputValue()).toBe('One two three');
  });

  it('while a save is under way is saved after it, without a conflict', async () => {
    await page.route('**/notes', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    for (const word of ['One ', 'two ', 'three ', 'four ']) {
      await notes().pressSequentially(word);
      await page.waitForTimeout(1100);
    }
    await eventually(saved, ['One two three four ']);
    await eventually(kept, 0);
    expect(await page.getByText('Someone else saved').count()).toBe(0);
  });

  it('is kept when the connection drops, said so with the number of words, and sent when it is back', async () => {
    await page.context().setOffline(true);
    await notes(1).fill('Three words here');
    await notes(2).fill('Two more');
    await expect
      .poll(() => connection().textContent(), { timeout: 15_000 })
      .toContain('5 words kept on this device');
    expect(await connection().textContent()).toContain('No connection.');
    expect(await saved()).toEqual([]);
    await page.context().setOffline(false);
    await eventually(saved, ['Three words here', 'Two more']);
    await expect.poll(() => connection().textContent()).toContain('Everything is saved.');
    await eventually(kept, 0);
  });

  it('is put back and sent after a reload', async () => {
    await page.route('**/notes', (route) => route.abort());
    await page.getByRole('radio', { name: 'Declined' }).first().check();
    await notes().fill('Typed in the tunnel');
    await expect.poll(() => connection().isVisible(), { timeout: 15_000 }).toBe(true);
    await page.unroute('**/notes');
    await page.reload();
    await eventually(saved, ['Typed in the tunnel']);
    await eventually(() => page.getByRole('radio', { name: 'Declined' }).first().isChecked(), true);
    await eventually(kept, 0);
  });

  it('is no conflict with itself when only the answer got lost', async () => {
    await page.route('**/notes', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await notes().fill('Arrived, unknown to us');
    await eventually(saved, ['Arrived, unknown to us']);
    await expect.poll(() => connection().isVisible(), { timeout: 15_000 }).toBe(true);
    await page.unroute('**/notes');
    await notes().pressSequentially(', and more');
    await eventually(saved, ['Arrived, unknown to us, and more']);
    expect(await page.getByText('Someone else saved').count()).toBe(0);
  });

  it('while typing without a pause is saved all the same', async () => {
    const typing = notes().pressSequentially('and so on '.repeat(12), { delay: 40 });
    await expect.poll(saved, { timeout: 15_000 }).not.toEqual([]);
    const early = (await saved())[0] ?? '';
    await typing;
    expect(early.length).toBeLessThan(120);
    await eventually(saved, ['and so on '.repeat(12)]);
  });

  it('is kept when the tab crashes, and sent from the next one', async () => {
    await page.route('**/notes', (route) => route.abort());
    await notes().fill('Before the crash');
    await expect.poll(() => connection().isVisible(), { timeout: 15_000 }).toBe(true);
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await page.goto(address);
    await eventually(saved, ['Before the crash']);
    await eventually(kept, 0);
  });

  it('in two tabs of one browser is not mixed up: each keeps its own until the server has both', async () => {
    await page.context().setOffline(false);
    const other = await page.context().newPage();
    await other.goto(address);
    await page.context().setOffline(true);
    await notes().fill('In the first tab');
    await other.getByLabel('Notes on question 1').fill('In the second tab');
    await eventually(kept, 2);
    await page.context().setOffline(false);
    const conflicts = async () =>
      (await other.getByText('Someone else saved').count()) +
      (await page.getByText('Someone else saved').count());
    await eventually(conflicts, 1);
    const both = [
      await notes().inputValue(),
      await other.getByLabel('Notes on question 1').inputValue(),
    ];
    expect(both).toEqual(['In the first tab', 'In the second tab']);
  });

  it('survives a busy database: it is sent again', async () => {
    let tries = 0;
    await page.route('**/notes', (route) => {
      tries += 1;
      return tries === 1 ? route.fulfill({ status: 503, body: 'busy' }) : route.continue();
    });
    await notes().fill('Patience');
    await eventually(saved, ['Patience']);
    await eventually(kept, 0);
  });
});

describe('two people in the same note', () => {
  it.each([
    ['Keep both', 'Theirs\n\nMine'],
    ['Keep mine', 'Mine'],
    ['Take theirs', 'Theirs'],
  ])('see both versions, and choose: %s', async (choice, result) => {
    await saveElsewhere('Theirs');
    await notes().fill('Mine');
    await page.getByText('Someone else saved this answer meanwhile').waitFor();
    expect(await saved()).toEqual(['Theirs']);
    expect(await notes().inputValue()).toBe('Mine');
    await page.getByRole('button', { name: choice }).click();
    await eventually(saved, [result]);
    expect(await notes().inputValue()).toBe(result);
    await eventually(kept, 0);
  });

  it('lose nothing when one of them reloads with words not saved', async () => {
    await page.route('**/notes', (route) => route.abort());
    await notes().fill('Mine');
    await expect.poll(() => connection().isVisible(), { timeout: 15_000 }).toBe(true);
    await saveElsewhere('Theirs');
    await page.unroute('**/notes');
    await page.reload();
    await page.getByText('Someone else saved this answer meanwhile').waitFor();
    expect(await notes().inputValue()).toBe('Mine');
    expect(await saved()).toEqual(['Theirs']);
  });
});

describe('a server that goes away and comes back', () => {
  it('finds every character that was typed before, during and after, over a reload as well', async () => {
    const port = Number(new URL(app.url).port);
    await notes().pressSequentially('Before. ');
    await eventually(saved, ['Before. ']);
    await app.running.stop();
    await notes().pressSequentially('While it is gone. ');
    await notes(2).pressSequentially('Here too. ');
    await expect
      .poll(() => connection().textContent(), { timeout: 15_000 })
      .toContain('No connection.');
    expect(await page.locator('#note-kept').textContent()).toContain('On this device only');
    await page.reload().catch(() => undefined);
    app.running = await startServer(
      { deps: app.deps, opened: app.opened },
      { host: '127.0.0.1', port },
    );
    // Chromium’s own page that there is no connection may still be on its way.
    await expect.poll(() => page.goto(address).catch(() => null)).not.toBeNull();
    await eventually(saved, ['Before. While it is gone. ', 'Here too. ']);
    await notes().press('End');
    await notes().pressSequentially('After.');
    await eventually(saved, ['Before. While it is gone. After.', 'Here too. ']);
    await eventually(kept, 0);
    expect(await page.locator('#note-kept').textContent()).toBe('Everything is saved');
  });
});

describe('keys, while one types', () => {
  it('go from question to question, say what was asked, and stamp the time', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+Digit1');
    await page.keyboard.press('Alt+KeyT');
    await page.keyboard.type('Permits');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.type('Skipped');
    await page.keyboard.press('Alt+Digit3');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.type('!');
    const states = async () =>
      (
        await app.ctx.db
          .selectFrom('answer')
          .select(['state', 'notes'])
          .where('interview_id', '=', interview)
          .orderBy('question_id')
          .execute()
      ).map(({ state, notes: text }) => `${state}: ${text.replace(/\d/gu, '0')}`);
    await eventually(states, ['asked: 00:00 Permits!', 'not reached: Skipped']);
  });

  it('show how a note reads, and keep it up to date', async () => {
    await notes().focus();
    await page.keyboard.type('**Very** slow');
    await page.keyboard.press('Alt+KeyP');
    await page.locator('.note-preview strong', { hasText: 'Very' }).waitFor();
    await page.keyboard.type(' and *dear*');
    await page.locator('.note-preview em', { hasText: 'dear' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Alt+KeyP');
    expect(await page.locator('.note-preview').first().isVisible()).toBe(false);
  });

  it('are buttons for a thumb as well', async () => {
    await page.getByRole('button', { name: 'Next question' }).click();
    await page.getByRole('button', { name: 'Next question' }).click();
    await page.keyboard.type('Second');
    await eventually(saved, ['Second']);
  });
});

it('adds a question in the middle of it, and one goes on in its field', async () => {
  await notes().fill('First');
  await page.getByText('Add a question', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Question', exact: true }).fill('And the neighbours?');
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByLabel('Notes on question 3').waitFor();
  await page.keyboard.type('They left.');
  await eventually(saved, ['First', 'They left.']);
  expect(await notes().inputValue()).toBe('First');
  expect(await axeProblems(page)).toEqual([]);
  await page.reload();
  expect(await notes(3).inputValue()).toBe('They left.');
});

describe('from logging to coding, on a phone', () => {
  it('is one way: log it, note what is said, make the notes a source', async () => {
    await page.goto(`${app.url}/projects/${app.ctx.projectId}/interviews`);
    await page.getByRole('link', { name: 'Log an interview' }).first().click();
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByLabel('Place', { exact: true }).fill('Lima');
    await page.locator('form[action$="/interviews"] button.button-primary').click();
    await page.waitForURL(/\/interviews\/\d+/u);
    interview = Number(/interviews\/(\d+)/u.exec(page.url())?.[1]);
    await page.getByRole('radio', { name: 'Asked', exact: true }).first().check();
    await notes().pressSequentially('Permits take long');
    await eventually(saved, ['Permits take long']);
    await page.reload();
    expect(await notes().inputValue()).toBe('Permits take long');
    await page.getByRole('button', { name: 'Make a source of these notes' }).click();
    await page.waitForURL(/\/sources\/\d+/u);
    expect(await page.locator('[data-text]').allInnerTexts()).toContain('Permits take long');
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('is one way with the keyboard alone', async () => {
    await page.goto(`${app.url}/projects/${app.ctx.projectId}/interviews`);
    await page.keyboard.press('n');
    await page.waitForURL(/\/interviews\/new$/u);
    await tabTo(page, '[name=location]');
    await page.keyboard.type('Quito');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/interviews\/\d+/u);
    interview = Number(/interviews\/(\d+)/u.exec(page.url())?.[1]);
    await tabTo(page, 'main input[type=radio]');
    await page.keyboard.press('Space');
    await tabTo(page, 'main textarea');
    await page.keyboard.type('Permits take long');
    await eventually(saved, ['Permits take long']);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make a source of these notes' }).waitFor();
    await tabTo(page, '#notes-source button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sources\/\d+/u);
    expect(await page.locator('[data-text]').allInnerTexts()).toContain('Permits take long');
  });
});

it('puts the time of day where the cursor is', async () => {
  await notes(2).fill('Later');
  // A button does nothing before the page's script has begun: then it is pressed again, as a person would.
  const stamped = async () => {
    if ((await notes(2).inputValue()) === 'Later') {
      await notes(2).press('Home');
      await page.getByRole('button', { name: 'Time stamp' }).click();
    }
    return notes(2).inputValue();
  };
  await expect.poll(stamped, { timeout: 10_000 }).toMatch(/^\d\d:\d\d Later$/u);
});

it('saves every note with one button where script does not run', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  const plain = await context.newPage();
  await plain.goto(address);
  await plain.getByLabel('Notes on question 1').fill('Without script');
  await plain.getByRole('textbox', { name: 'Other notes' }).fill('Noisy');
  await plain.getByRole('button', { name: 'Save' }).click();
  await plain.waitForLoadState();
  expect(await saved()).toEqual(['Without script']);
  expect(await plain.getByRole('textbox', { name: 'Other notes' }).inputValue()).toBe('Noisy');
  await context.close();
});
