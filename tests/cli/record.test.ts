import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands.ts';
import { messages } from '../../views/messages/index.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { anInterview } from '../factories/data.ts';
import { changedRows, newestChange, recordedSince, snapshot } from '../http/security/rows.ts';
import { aStudy, type Study } from '../http/security/study.ts';
import { aFile, runIn } from './inprocess.ts';

/** One valid call of each command that writes; the others must change nothing. A new command needs a line here. */
type Words = (t: TestApp, study: Study) => string[] | Promise<string[]>;

const WRITES: Record<string, Words> = {
  'project new': () => ['Another'],
  example: () => [],
  'interviews import': (t) => [
    aFile(t, 'i.csv', 'date,respondents,role,group\n2026-02-03,R-90,Clerk,Others\n'),
  ],
  'guide import': (t) => [aFile(t, 'g.csv', 'number,text\n9,What else?\n')],
  'answers import': (t, { interviewId }) => [
    aFile(
      t,
      'a.csv',
      `interview,question,state,notes\n${referenceOf(t, interviewId)},1,asked,Yes\n`,
    ),
  ],
  'respondents erase': (t, { respondentId }) => {
    const reference = String(
      t.opened.sqlite
        .prepare('select reference from respondent where id = ?')
        .pluck()
        .get(respondentId),
    );
    return [reference, '--confirm', reference];
  },
  'respondents split': async (t, { ctx, respondentId }) => {
    await anInterview(ctx, [respondentId], { reference: 'I-77' });
    const { reference } = await t.ctx.db
      .selectFrom('respondent')
      .select('reference')
      .where('id', '=', respondentId)
      .executeTakeFirstOrThrow();
    return [reference, 'I-77'];
  },
  'sample import': (t) => [aFile(t, 'p.csv', 'group,planned\nOthers,6\n')],
  'sources speakers': (_t, { sourceId }) => [String(sourceId), '--set', 'R-01=interviewer'],
  'sources import': (t) => [aFile(t, 's.txt', 'R-01: Something else.')],
  'sources replace': (t, { sourceId }) => [
    String(sourceId),
    aFile(t, 'r.txt', 'MT: Who?\n\nR-01: Others.'),
  ],
  'sources redact': async (_t, { ctx, sourceId }) => {
    const { sha256 } = await ctx.db
      .selectFrom('source_text')
      .select('sha256')
      .where('source_id', '=', sourceId)
      .executeTakeFirstOrThrow();
    return [String(sourceId), '--words', 'always', '--confirm', sha256.slice(0, 7)];
  },
  'codebook import': (t) => [aFile(t, 'c.csv', 'path\nNew > Sub\n')],
  'codebook name': () => ['After pilot'],
  'codings import': (t, { sourceId, codeId }) => [
    aFile(t, 'k.csv', `source,start,end,code\n${sourceId},0,2,"${codeNameOf(t, codeId)}"\n`),
  ],
};

const READS: Record<string, Words> = {
  'project list': () => [],
  'interviews export': () => [],
  'guide export': () => [],
  'answers export': () => [],
  'sources text': (_t, { sourceId }) => [String(sourceId)],
  'codebook export': () => [],
  'codebook versions': () => [],
  'codings export': () => [],
  'table interviews': () => [],
  'sample export': () => [],
  'sample compare': (t) => [aFile(t, 't.csv', 'Others,1,1\n')],
  'table codes': () => ['--by', 'group'],
  'table comparison': () => [],
  'table cooccurrence': () => ['--within', 'segment'],
  'table coverage': () => [],
  'table saturation': () => [],
  'table words': () => [],
  search: () => ['keep'],
  check: () => [],
  backup: (t) => [join(t.deps.dataDir, 'files', 'study.zip')],
};

/** Tested where the whole database may change: tests/http/upkeep. */
const ELSEWHERE = ['restore'];

let t: TestApp;
let study: Study;
beforeEach(async () => {
  t = await testApp();
  study = await aStudy(t, 'Told');
  // `check` and `backup` want a data folder that has a database; the test's own is in memory.
  writeFileSync(join(t.deps.dataDir, 'earmark.db'), '');
  aFile(t, 'x', '');
});
afterEach(() => t.close());

const referenceOf = (t: TestApp, id: number): string =>
  String(t.opened.sqlite.prepare('select reference from interview where id = ?').pluck().get(id));
const codeNameOf = (t: TestApp, id: number): string =>
  String(t.opened.sqlite.prepare('select name from code where id = ?').pluck().get(id));

async function run(name: string, words: string[]) {
  const { db } = t.deps;
  const [before, lastId] = [await snapshot(db), await newestChange(db)];
  const inProject = ['--project', String(study.projectId)];
  const ran = await runIn(t, [...name.split(' '), ...words, ...inProject]);
  const touched = changedRows(before, await snapshot(db));
  return { ran, touched, ...(await recordedSince(db, lastId)) };
}

it('every command is either one that writes, or one that must not', () => {
  const known = [...Object.keys(WRITES), ...Object.keys(READS), ...ELSEWHERE].sort();
  expect(COMMANDS.map(({ name }) => name).sort()).toEqual(known);
});

describe('a command that writes leaves changes that name each row it touched', () => {
  it.each(Object.entries(WRITES))('%s', async (name, words) => {
    const { ran, touched, rows, changes } = await run(name, await words(t, study));
    expect(ran.code, ran.stderr).toBe(0);
    expect(touched).not.toEqual([]);
    expect(rows).toEqual(touched);
    for (const { kind, detail } of changes) {
      const facts = JSON.parse(detail) as Record<string, string | number>;
      const sentence = messages('en').sentenceOf({ kind, detail: facts, undoDepth: 0 });
      expect(sentence).not.toBe(kind);
      expect(sentence).not.toContain('undefined');
    }
  });
});

describe('a command that reads changes nothing', () => {
  it.each(Object.entries(READS))('%s', async (name, words) => {
    const { ran, touched, changes } = await run(name, await words(t, study));
    expect(ran.code, ran.stderr).toBe(0);
    expect(touched).toEqual([]);
    expect(changes).toEqual([]);
    expect(ran.stdout).not.toBe('');
  });
});

describe('only the result goes to standard output', () => {
  it.each(Object.entries({ ...WRITES, ...READS }))('%s', async (name, words) => {
    const { ran } = await run(name, await words(t, study));
    if (name !== 'sources text') expect(() => JSON.parse(ran.stdout) as unknown).not.toThrow();
  });
});
