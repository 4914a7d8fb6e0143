import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { listChanges, undo, undoLast } from '../../../src/history/index.ts';
import { eraseRespondent } from '../../../src/respondents/index.ts';
import { removeSearch, saveSearch } from '../../../src/search/saved.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aGroup } from '../../factories/data.ts';
import { aStudyToErase, Secrets, type ErasedStudy } from './erase-study.ts';

let t: TestApp;
let folder: string;
let secrets: Secrets;
let study: ErasedStudy;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earmark-erase-'));
  t = await testApp({ file: join(folder, 'earmark.db') });
  secrets = new Secrets();
  study = await aStudyToErase(t.ctx, secrets);
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const bytesOf = (of: string): Buffer =>
  Buffer.concat(readdirSync(of).map((name) => readFileSync(join(of, name))));
const found = () => secrets.foundIn(folder, t.deps.dataDir);
const erase = (input: Partial<Parameters<typeof eraseRespondent>[2]> = {}) =>
  eraseRespondent(t.ctx, study.respondent, {
    confirmed: 'R-01',
    whole: [],
    words: ['Ms Alpha'],
    ...input,
  });
const problems = () => check({ opened: t.opened, dataDir: t.deps.dataDir });

/** The name of the joint interview's file stays where nobody says that it gives them away. */
const fileName = () => secrets.words.find((word) => word.startsWith('zqboth')) ?? '';

describe('erasing a respondent', () => {
  it('leaves none of their words in the database, its log, the index and the files', async () => {
    expect(found().length).toBeGreaterThan(60);
    await erase({ words: ['Ms Alpha', fileName()] });
    expect(found()).toEqual([]);
  });

  it('takes saved searches for their name along, those that were removed before too, and leaves the others', async () => {
    const save = async (name: string, text: string) =>
      (await saveSearch(t.ctx, name, { text })).value;
    await save('What the director says', 'zqxsavedone OR "ms alpha"');
    await removeSearch(t.ctx, await save('Gone', 'zqxsavedtwo AND Alpha'));
    await save('Permits', 'permit*');
    await erase({ words: ['Ms Alpha', fileName()] });
    const left = await t.ctx.db.selectFrom('saved_search').select('name').execute();
    expect(left).toEqual([{ name: 'Permits' }]);
    for (const word of ['zqxsavedone', 'zqxsavedtwo'])
      expect(bytesOf(folder).includes(word), word).toBe(false);
    expect(await problems()).toEqual([]);
  });

  it('leaves every promise of the check kept, the chain of changes included', async () => {
    await erase();
    expect(await problems()).toEqual([]);
  });

  it('keeps what counts rest on, and what others said', async () => {
    await erase();
    const { rows } = await sql<{ text: string }>`
      select text from source_text union all select notes from interview`.execute(t.ctx.db);
    const texts = rows.map(({ text }) => text).join('\n');
    expect(texts).toContain('we all agree');
    expect(texts).toContain('the clerk said so');
    expect(texts).not.toContain('Ms Alpha');
    const respondent = await t.ctx.db
      .selectFrom('respondent')
      .selectAll()
      .where('id', '=', study.respondent)
      .executeTakeFirstOrThrow();
    expect(respondent).toMatchObject({ reference: 'R-01', role: '', organisation: '' });
    expect(respondent.group_id).not.toBeNull();
    const seats = await t.ctx.db
      .selectFrom('interview_respondent')
      .select('id')
      .where('respondent_id', '=', study.respondent)
      .execute();
    expect(seats).toHaveLength(2);
    const [answer] = await t.ctx.db.selectFrom('answer').select(['state', 'notes']).execute();
    expect(answer).toEqual({ state: 'asked', notes: '' });
    const codings = await t.ctx.db
      .selectFrom('coding')
      .select('id')
      .where('source_id', '=', study.jointSource)
      .execute();
    expect(codings).toHaveLength(2);
    const labels = await t.ctx.db.selectFrom('speaker').select('label').orderBy('id').execute();
    expect(labels.map(({ label }) => label)).toEqual(['MT', 'XX XXXXX', 'Mr Beta']);
  });

  it('takes an interview with others whole when asked to', async () => {
    await erase({ whole: [study.joint] });
    expect(await t.ctx.db.selectFrom('source').select('id').execute()).toEqual([]);
    expect(await t.ctx.db.selectFrom('coding').select('id').execute()).toEqual([]);
    expect(await problems()).toEqual([]);
    expect(found().filter((hit) => !hit.includes('zqboth'))).toEqual([]);
  });

  it('is refused until the reference is typed', async () => {
    await expect(erase({ confirmed: 'R-02' })).rejects.toThrow('respondents.confirm');
    expect(found().length).toBeGreaterThan(60);
  });

  it('is recorded with who, when and which reference, and cannot be undone', async () => {
    const { changeId } = await erase();
    const [newest] = await listChanges(t.ctx, { limit: 1 });
    expect(newest).toMatchObject({ id: changeId, kind: 'respondent.erased', hasRows: false });
    expect(newest?.detail['reference']).toBe('R-01');
    await expect(undo(t.ctx, changeId ?? 0)).rejects.toThrow('history.final');
  });

  it('leaves no earlier change that could bring a word back, and says why', async () => {
    const before = await listChanges(t.ctx, { limit: 200 });
    await erase();
    const refusals = new Set<string>();
    for (const { id } of before)
      await undo(t.ctx, id).catch((error: Error) => refusals.add(error.message));
    expect([...refusals]).toContain('history.wordsErased');
    expect(found().filter((hit) => !hit.includes('zqboth'))).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('is passed over by “undo my last change”', async () => {
    const group = await aGroup(t.ctx, 'Officials');
    await erase();
    await undoLast(t.ctx);
    const groups = await t.ctx.db.selectFrom('respondent_group').select('id').execute();
    expect(groups.map(({ id }) => id)).not.toContain(group);
    expect(await problems()).toEqual([]);
  });

  it('is proved by the chain: altering what was left of a change shows', async () => {
    await erase();
    await sql`update change set detail = '{"name":"Another"}' where salt = '' and seq = 
      (select min(seq) from change where salt = '')`.execute(t.ctx.db);
    expect((await problems()).map(({ kind }) => kind)).toEqual(['chain']);
  });

  it('can follow another erasing of someone in the same interview', async () => {
    await erase();
    await eraseRespondent(t.ctx, study.other, { confirmed: 'R-02', whole: [], words: [] });
    expect(await problems()).toEqual([]);
    const texts = await t.ctx.db.selectFrom('source_text').select('text').execute();
    expect(texts).toEqual([]);
  });
});
