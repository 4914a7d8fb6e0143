import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../db/open.ts';
import { sha256 } from '../../../src/history/index.ts';
import { backup, check, restore } from '../../../src/upkeep/index.ts';
import { writeArchive } from '../../../src/upkeep/archive.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aSource } from '../../factories/data.ts';

const NOW = '2026-01-05T09:00:00.000Z';
const ORIGINAL = 'R-01: As it came.';

let t: TestApp;
let folder: string;
let file: string;
let other: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earmark-backup-'));
  file = join(folder, 'study.earmark');
  other = join(folder, 'restored');
  t = await testApp({ file: join(folder, 'earmark.db') });
  mkdirSync(join(t.deps.dataDir, 'originals'));
  writeFileSync(join(t.deps.dataDir, 'originals', sha256(ORIGINAL)), ORIGINAL);
  const source = await aSource(t.ctx, ORIGINAL, { original_sha256: sha256(ORIGINAL) });
  await aCoding(t.ctx, { source, code: await aCode(t.ctx, 'Visibility'), start: 6, end: 11 });
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const make = () => backup({ opened: t.opened, dataDir: t.deps.dataDir }, file, NOW);

/** What stands in a data folder: codes by name, the original files, and what check says. */
async function standing(dataDir: string) {
  const opened = await openDatabase(join(dataDir, 'earmark.db'));
  try {
    const codes = await opened.db.selectFrom('code').select('name').orderBy('id').execute();
    return {
      codes: codes.map(({ name }) => name),
      originals: readdirSync(join(dataDir, 'originals')),
      problems: await check({ opened, dataDir }),
    };
  } finally {
    await opened.close();
  }
}

describe('a backup', () => {
  it('is one file for its owner only, with the size and the hash that were said', async () => {
    const { bytes, sha256: hash, problems } = await make();
    expect(problems).toEqual([]);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(hash);
    expect(statSync(file)).toMatchObject({ size: bytes });
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('restores to the same texts, codings, changes and files', async () => {
    const { bytes, sha256: hash } = await make();
    expect(await restore(file, other, { force: false })).toEqual({ bytes, sha256: hash });
    expect(await standing(other)).toEqual({
      codes: ['Visibility'],
      originals: [sha256(ORIGINAL)],
      problems: [],
    });
  });

  it('is whole while others go on writing', async () => {
    let isWriting = true;
    const writer = (async () => {
      while (isWriting) {
        await aCode(t.ctx);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await make();
    isWriting = false;
    await writer;
    await restore(file, other, { force: false });
    expect((await standing(other)).problems).toEqual([]);
  });

  it('leaves nothing beside it, and replaces an older one', async () => {
    await make();
    await aCode(t.ctx, 'Capacity');
    await make();
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    await restore(file, other, { force: false });
    expect((await standing(other)).codes).toEqual(['Visibility', 'Capacity']);
  });

  it('is refused where it cannot be written', async () => {
    file = join(folder, 'no', 'such', 'folder.zip');
    await expect(make()).rejects.toMatchObject({ code: 'upkeep.cannotWrite' });
  });

  it('is made of a damaged database too, and says what is wrong', async () => {
    t.opened.sqlite.exec('update coding set start = start + 1');
    expect((await make()).problems).toMatchObject([{ kind: 'codingText' }]);
  });
});

describe('a restore', () => {
  const existing = async () => {
    await make();
    await restore(file, other, { force: false });
    await aCode(t.ctx, 'Later');
    await make();
  };

  it('refuses a folder that holds a database, and changes nothing', async () => {
    await existing();
    await expect(restore(file, other, { force: false })).rejects.toMatchObject({
      code: 'upkeep.exists',
    });
    expect((await standing(other)).codes).toEqual(['Visibility']);
  });

  it('replaces it when forced, files that nothing needs included', async () => {
    await existing();
    writeFileSync(join(other, 'originals', sha256('old')), 'old');
    await restore(file, other, { force: true });
    expect(await standing(other)).toEqual({
      codes: ['Visibility', 'Later'],
      originals: [sha256(ORIGINAL)],
      problems: [],
    });
    expect(readdirSync(other).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses a folder on which Earmark is running, even when forced', async () => {
    await existing();
    const running = await openDatabase(join(other, 'earmark.db'));
    try {
      await expect(restore(file, other, { force: true })).rejects.toMatchObject({
        code: 'upkeep.inUse',
      });
      expect(await running.db.selectFrom('code').selectAll().execute()).toHaveLength(1);
    } finally {
      await running.close();
    }
  });

  it('replaces a database that cannot be read any more', async () => {
    await existing();
    writeFileSync(join(other, 'earmark.db'), 'no database at all, but long enough to be looked at');
    writeFileSync(join(other, 'earmark.db-wal'), 'stale');
    await restore(file, other, { force: true });
    expect((await standing(other)).codes).toEqual(['Visibility', 'Later']);
  });

  const refused = async (code: string) => {
    await expect(restore(file, other, { force: false })).rejects.toMatchObject({ code });
    expect(existsSync(join(other, 'earmark.db'))).toBe(false);
  };

  it('refuses what is not there, and what is no backup', async () => {
    await refused('upkeep.noBackup');
    writeFileSync(file, 'PK, but no more');
    await refused('upkeep.notABackup');
  });

  it('refuses a backup that was cut off or altered', async () => {
    await make();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 40));
    await refused('upkeep.notABackup');
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
    await refused('upkeep.notABackup');
  });

  it('refuses a backup whose content does not pass the check', async () => {
    t.opened.sqlite.exec('update coding set start = start + 1');
    await make();
    await refused('upkeep.unsound');
  });

  it('refuses a backup of a newer Earmark', async () => {
    t.opened.sqlite.exec(
      `insert into kysely_migration (name, timestamp) values ('9999_later', '2030')`,
    );
    // The program that made it knew that migration; this one does not, so the copy is put into an archive by hand.
    t.opened.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const path = join(folder, 'earmark.db');
    const database_sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const manifest = { format: 1 as const, created_at: NOW, database_sha256 };
    await writeArchive(file, manifest, [{ path, name: 'earmark.db' }]);
    await refused('upkeep.newerBackup');
  });

  it('writes nothing outside its folder, whatever the archive names', async () => {
    const evil = join(folder, 'evil.txt');
    writeFileSync(evil, 'x');
    const manifest = { format: 1 as const, created_at: NOW, database_sha256: 'a'.repeat(64) };
    await writeArchive(file, manifest, [{ path: evil, name: 'originals/readme.txt' }]);
    await refused('upkeep.notABackup');
    expect(existsSync(other) ? readdirSync(other) : []).toEqual([]);
  });
});
