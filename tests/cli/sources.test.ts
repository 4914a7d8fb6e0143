import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testApp, type TestApp } from '../factories/app.ts';
import { runIn } from './inprocess.ts';

const TALK =
  '\uFEFFInterviewer: Shall we?\r\n\r\nR-07: 👍 Our capacity was short.\r\n\r\nInterviewer: Good.\r\n';
const READ = TALK.slice(1).replaceAll('\r', '');

let t: TestApp;
let dir: string;
const run = (...words: string[]) => runIn(t, words);
beforeEach(async () => {
  t = await testApp();
  dir = mkdtempSync(join(tmpdir(), 'earmark-cli-'));
});
afterEach(async () => {
  await t.close();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

it('imports a text, prints it as offsets count in it, and finds words by those offsets', async () => {
  const imported = await run('sources', 'import', file('talk.txt', TALK));
  expect(JSON.parse(imported.stdout)).toEqual([
    {
      id: 1,
      name: 'talk',
      characters: [...READ].length,
      segments: 3,
      sha256: createHash('sha256').update(TALK).digest('hex'),
      warnings: [],
    },
  ]);
  expect((await run('sources', 'text', '1')).stdout).toBe(READ);
  const found = JSON.parse((await run('search', 'capac*')).stdout) as {
    start: number;
    end: number;
  }[];
  expect(found).toMatchObject([
    {
      source: 1,
      name: 'talk',
      speaker: 'R-07',
      before: '👍 Our ',
      match: 'capacity',
      after: ' was short.',
    },
  ]);
  const [{ start = 0, end = 0 } = {}] = found;
  expect([...READ].slice(start, end).join('')).toBe('capacity');
});

it('says that a file is there already, and adds it again only when told to', async () => {
  const path = file('talk.txt', TALK);
  await run('sources', 'import', path);
  const twin = JSON.parse((await run('sources', 'import', path)).stdout) as object[];
  expect(twin).toMatchObject([{ id: 1, warnings: [expect.stringContaining('nothing was added')] }]);
  expect(JSON.parse((await run('sources', 'import', path, '--again')).stdout)).toMatchObject([
    { id: 2, name: 'talk (2)' },
  ]);
});

it('imports nothing when one file is refused, unless told to leave that out', async () => {
  const paths = [
    file('talk.txt', TALK),
    file('photo.txt', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0])),
  ];
  const refused = await run('sources', 'import', ...paths);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('photo.txt is a picture');
  expect((await run('sources', 'text', 'talk')).code).toBe(1);
  const skipping = await run('sources', 'import', ...paths, '--skip-invalid');
  expect(skipping.stderr).toContain('skipped: photo.txt is a picture');
  expect(JSON.parse(skipping.stdout)).toHaveLength(1);
});

it.each([
  [['sources', 'text', 'nothing'], 'There is no source “nothing”'],
  [['sources', 'import', 'nowhere.txt'], 'There is no file nowhere.txt'],
  [['sources', 'import', 'FILE', '--interview', 'I-99'], 'There is no interview I-99'],
  [['sources', 'import', 'FILE', '--kind', 'poem'], '“poem” is no kind of source'],
  [['search', '"open'], 'A quotation mark is open'],
  [['search', 'a', '--in', 'names'], '“names” cannot be searched'],
  [['search', 'a', '--limit', '0'], 'is no number of places'],
])('refuses %j in one line', async (words, sentence) => {
  const path = file('talk.txt', TALK);
  const ran = await run(...words.map((word) => (word === 'FILE' ? path : word)));
  expect([ran.code, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr.trim()).toContain(sentence);
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
});
