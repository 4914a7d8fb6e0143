import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { PROGRAM, serve } from './earmark.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

it('a first start that is killed leaves no half of the example: the next one loads it whole', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-first-'));
  folders.push(dataDir);
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', '--data', dataDir]);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // The original of the first source is kept on the way, long before the last coding.
  while (!existsSync(join(dataDir, 'originals'))) await new Promise((r) => setTimeout(r, 2));
  child.kill('SIGKILL');
  await gone;
  expect(await held(dataDir)).toEqual({ projects: 0, codings: 0 });

  const server = await serve(dataDir);
  await server.end('SIGTERM');
  const { projects, codings } = await held(dataDir);
  expect(projects).toBe(1);
  expect(codings).toBeGreaterThan(350);
});

async function held(dataDir: string): Promise<{ projects: number; codings: number }> {
  const { db, close } = await openDatabase(join(dataDir, 'earmark.db'));
  const projects = await db.selectFrom('project').select('id').execute();
  const codings = await db.selectFrom('coding').select('id').execute();
  await close();
  return { projects: projects.length, codings: codings.length };
}
