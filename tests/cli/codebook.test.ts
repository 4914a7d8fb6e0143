import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { earmark } from './earmark.ts';

let dir: string;
const run = (...words: string[]) => earmark(...words, '--data', join(dir, 'data'));
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'earmark-cli-'));
  await run('project', 'new', 'Study');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const file = (text: string): string => {
  const path = join(dir, 'codebook.csv');
  writeFileSync(path, text);
  return path;
};

it('imports a codebook once, and a second time says that nothing changed', async () => {
  const path = file('path,key\nVisibility,\nVisibility > =Capacity,1\n');
  const first = JSON.parse((await run('codebook', 'import', path)).stdout) as object;
  expect(first).toEqual({ codes: 2, created: 2, changed: 0, unchanged: 0, sets: 0, warnings: [] });
  const second = JSON.parse((await run('codebook', 'import', path)).stdout) as object;
  expect(second).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
  const csv = await run('codebook', 'export', '--format', 'csv');
  const back = JSON.parse((await run('codebook', 'import', file(csv.stdout))).stdout) as object;
  expect(back).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
});

it('refuses a table whole, with line and column, and exit code 1', async () => {
  const ran = await run('codebook', 'import', file('path,colour\nA,#3b6fb6\nB,greenish\n'));
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toContain('Line 3, column colour: “greenish” is no colour.');
  expect((await run('codebook', 'export')).stdout.trim()).toBe('[]');
});

it('only looks when told to', async () => {
  const ran = await run('codebook', 'import', file('path\nA\n'), '--dry-run');
  expect(JSON.parse(ran.stdout)).toMatchObject({ created: 1 });
  expect((await run('codebook', 'export')).stdout.trim()).toBe('[]');
});
