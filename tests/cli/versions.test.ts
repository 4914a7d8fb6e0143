import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/sources/originals.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { aCode, aCoding, aSource } from '../factories/data.ts';
import { aFile, runIn } from './inprocess.ts';

const TEXT = 'Amina leads the office.\n\nThe office is in Geneva.';
const BETTER = 'Amina runs the office.\n\nThe office is in Geneva, near Amina.';

let t: TestApp;
let id: string;
const run = async (...words: string[]) => {
  const ran = await runIn(t, words);
  return { ...ran, json: (ran.code === 0 ? JSON.parse(ran.stdout) : null) as unknown };
};
beforeEach(async () => {
  t = await testApp();
  const source = await aSource(t.ctx, TEXT);
  id = String(source);
  const code = await aCode(t.ctx, 'Office');
  for (const words of ['leads', 'in Geneva']) {
    const start = TEXT.indexOf(words);
    await aCoding(t.ctx, { source, code, start, end: start + words.length });
  }
});
afterEach(() => t.close());

const textNow = async () => (await runIn(t, ['sources', 'text', id])).stdout;

describe('earmark sources replace', () => {
  it('says with --dry-run what would become of each coding, and changes nothing', async () => {
    const { json } = await run('sources', 'replace', id, aFile(t, 'b.txt', BETTER), '--dry-run');
    expect(json).toMatchObject({ dry_run: true, version: 1, kept: 1, warnings: [] });
    expect(json).toMatchObject({ codings: [{ coding: 1, was: 'leads' }] });
    expect(await textNow()).toBe(TEXT);
  });

  it('replaces the text, keeps the file and says how codings went', async () => {
    const { json } = await run('sources', 'replace', id, aFile(t, 'b.txt', BETTER));
    const sha256 = hashOf(Buffer.from(BETTER));
    expect(json).toMatchObject({ version: 2, characters: BETTER.length, sha256, kept: 1 });
    expect(await textNow()).toBe(BETTER);
    expect(readdirSync(join(t.deps.dataDir, 'originals'))).toContain(sha256);
  });

  it('refuses a file that cannot be read, and a source there is not', async () => {
    const empty = await run('sources', 'replace', id, aFile(t, 'b.txt', ''));
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('b.txt is empty')]);
    expect((await run('sources', 'replace', 'none', aFile(t, 'b.txt', BETTER))).code).toBe(1);
    expect((await run('sources', 'replace', id)).code).toBe(2);
  });
});

describe('earmark sources redact', () => {
  it('says where the words stand, and takes them out only with the mark of that text', async () => {
    const list = aFile(t, 'names.txt', 'Amina\t[official]\nGeneva\n');
    const words = ['sources', 'redact', id, '--list', list, '--as', '[place]'];
    const plan = await run(...words);
    expect(plan.json).toMatchObject({
      dry_run: true,
      places: 2,
      codings: 1,
      shown: [
        { match: 'Amina', replacement: '[official]' },
        { match: 'Geneva', replacement: '[place]' },
      ],
    });
    expect(await textNow()).toBe(TEXT);
    const wrong = await run(...words, '--confirm', '0000000');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('Nothing was done')]);
    const { mark } = plan.json as { mark: string };
    const done = await run(...words, '--confirm', mark);
    expect(done.json).toMatchObject({ places: 2, codings: 1, original_deleted: false });
    expect(await textNow()).toBe('[official] leads the office.\n\nThe office is in [place].');
  });

  it('says so when the words stand nowhere, or none are given', async () => {
    expect((await run('sources', 'redact', id, '--words', 'Nobody')).stderr).toContain('None of');
    expect((await run('sources', 'redact', id)).stderr).toContain('Choose a name');
  });
});
