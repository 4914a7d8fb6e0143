import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { contextFor } from '../../src/http/index.ts';
import { createProject, ensureLocalUser } from '../../src/projects/index.ts';
import { openProgram, startServer } from '../../src/server.ts';
import { importRead, readUpload } from '../../src/sources/index.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { aCode } from '../factories/data.ts';
import { figure } from './measure.ts';
import { paintedKeys, watchKeys, type KeyTimes } from './paint-watch.ts';
import { aTab } from './tab.ts';

/**
 * `npx tsx tests/bench/day-of-coding.ts FILE`: codes a transcript of your own with fifty passages, by keyboard alone, and
 * prints how long it took from each key to the painted coding. Nothing of the file is kept.
 */
const PASSAGES = 50;
const CODES = ['Capacity', 'Communication', 'Skills', 'Networks'];

const [file] = process.argv.slice(2);
if (file === undefined)
  throw new Error('Name a transcript: npx tsx tests/bench/day-of-coding.ts FILE');
const folder = mkdtempSync(join(tmpdir(), 'earmark-day-'));
const { deps, opened } = await openProgram(folder);
const running = await startServer({ deps, opened }, { host: '127.0.0.1', port: 0 });
const browser = await launchBrowser();
try {
  const { id: userId } = await ensureLocalUser(deps);
  const { value: project } = await createProject({ ...deps, userId }, { name: 'A day' });
  const ctx = contextFor(deps, userId, project.id);
  const upload = await readUpload({ name: basename(file), bytes: readFileSync(file) });
  const { value: source } = await importRead(ctx, upload, {});
  for (const [n, name] of CODES.entries()) await aCode(ctx, name, { key: String(n + 1) });
  const page = await aTab(browser);
  await page.goto(`${running.url}/projects/${project.id}/sources/${source.id}`);
  const begun = performance.now();
  const { shown, stored: painted } = await code(page);
  const stored = await ctx.db.selectFrom('coding').select('id').execute();
  process.stdout.write(
    `${stored.length} passages in ${((performance.now() - begun) / 1000).toFixed(1)} s, by keyboard; ` +
      `from key to its line: ${inWords(shown)}; to what is stored, painted: ${inWords(painted)} ` +
      `(load ${loadavg()[0]?.toFixed(1)})\n`,
  );
} finally {
  await browser.close();
  await running.stop();
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Moves by turn and sentence, now and then a word longer, and applies a code by its key. */
async function code(page: Page): Promise<KeyTimes> {
  await watchKeys(page);
  for (let n = 0; n < PASSAGES; n += 1) {
    await page.keyboard.press(n % 3 === 0 ? 'j' : 'l');
    if (n % 5 === 4) await page.keyboard.press('Shift+W');
    await page.keyboard.press(String((n % CODES.length) + 1));
    await paintedKeys(page, n + 1);
  }
  return paintedKeys(page, PASSAGES);
}

function inWords(times: readonly number[]): string {
  const { median, p95 } = figure('', times);
  return `median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
}
