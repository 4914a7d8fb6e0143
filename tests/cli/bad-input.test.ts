import { createServer, type Server } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { earmark } from './earmark.ts';

/** What the program says and does when it cannot do what it was asked: one sentence, and nothing changed. */

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earmark-bad-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One line that ends as a sentence does. */
const SENTENCE = /^[^\n]+[.!?”]\n$/u;

describe('a refusal is one sentence on standard error, exit code 1', () => {
  it('when the port is in use', async () => {
    const other: Server = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    try {
      const ran = await earmark('serve', '--port', String(port), '--data', data);
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toMatch(SENTENCE);
      expect(ran.stderr).toContain(String(port));
      const { db, close } = await openDatabase(join(data, 'earmark.db'));
      expect(await db.selectFrom('project').selectAll().execute()).toEqual([]);
      await close();
    } finally {
      other.close();
    }
  });

  it('when the database is of a newer version, which stays as it is', async () => {
    await earmark('project', 'new', 'A', '--data', data);
    const file = join(data, 'earmark.db');
    const { sqlite, close } = await openDatabase(file);
    sqlite.exec(`insert into kysely_migration (name, timestamp) values ('9999_later', '2030')`);
    await close();
    const before = readFileSync(file);
    for (const words of [['project', 'list'], ['serve', '--port', '0'], ['check']]) {
      const ran = await earmark(...words, '--data', data);
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toMatch(SENTENCE);
      expect(ran.stderr).toContain('newer version');
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('when the database is no database', async () => {
    await earmark('project', 'new', 'A', '--data', data);
    const file = join(data, 'earmark.db');
    writeFileSync(file, 'these are somebody’s notes and no database, long enough to be looked at');
    const ran = await earmark('check', '--data', data);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(SENTENCE);
    expect(readFileSync(file, 'utf8')).toContain('somebody’s notes');
  });

  it('when there is no project, several, or none of that name', async () => {
    const none = await earmark('codings', 'export', '--data', data);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(SENTENCE);
    await earmark('project', 'new', 'A', '--data', data);
    await earmark('project', 'new', 'B', '--data', data);
    const several = await earmark('codings', 'export', '--data', data);
    expect(several.code).toBe(1);
    expect(several.stderr).toContain('--project');
    const unknown = await earmark('codings', 'export', '--project', 'C', '--data', data);
    expect(unknown.stderr).toContain('“C”');
    const chosen = await earmark('codings', 'export', '--project', 'B', '--data', data);
    expect(chosen).toMatchObject({ code: 0, stderr: '' });
  });

  it('when a file is not there, or the result cannot be written', async () => {
    await earmark('project', 'new', 'A', '--data', data);
    const gone = await earmark('codebook', 'import', join(folder, 'gone.csv'), '--data', data);
    expect(gone).toMatchObject({ code: 1, stdout: '' });
    expect(gone.stderr).toMatch(SENTENCE);
    const out = join(folder, 'no', 'such', 'folder.json');
    const unwritable = await earmark('project', 'list', '--out', out, '--data', data);
    expect(unwritable).toMatchObject({ code: 1, stdout: '' });
    expect(unwritable.stderr).toMatch(SENTENCE);
  });

  it('when a format is not offered', async () => {
    const ran = await earmark('project', 'list', '--format', 'xlsx', '--data', data);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(SENTENCE);
  });

  it('when check is pointed at a folder without a database, which it does not make', async () => {
    const ran = await earmark('check', '--data', data);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(existsSync(data)).toBe(false);
  });
});

describe('usage', () => {
  it('is exit code 2 on standard error for a command or an option that does not exist', async () => {
    for (const words of [['bogus'], ['codings', 'bogus'], ['check', '--bogus'], ['backup']]) {
      const ran = await earmark(...words, '--data', data);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).not.toBe('');
    }
    expect(existsSync(data)).toBe(false);
  });

  it('is on standard output when it is asked for', async () => {
    for (const words of [['help'], ['--help'], ['check', '--help']]) {
      const ran = await earmark(...words);
      expect(ran).toMatchObject({ code: 0, stderr: '' });
      expect(ran.stdout).toContain('earmark check');
    }
  });
});

describe('output', () => {
  it('goes to the file named by --out, and nowhere else', async () => {
    const out = join(folder, 'projects.json');
    const ran = await earmark('project', 'list', '--out', out, '--data', data);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual([]);
  });
});
