import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';

/** Promise 2: what was answered is on disk, and survives a power cut. */
it('a change is on disk before it is acknowledged, and erased words are overwritten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-safety-'));
  const { sqlite, close } = await openDatabase(join(folder, 'earmark.db'));
  const setting = (name: string) => sqlite.pragma(name, { simple: true });
  expect(setting('journal_mode')).toBe('wal');
  expect(setting('synchronous'), '2 is FULL').toBe(2);
  expect(setting('foreign_keys')).toBe(1);
  expect(setting('secure_delete')).toBe(1);
  await close();
  rmSync(folder, { recursive: true, force: true });
});
