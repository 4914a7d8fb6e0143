import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { runCli } from '../../factories/cli.ts';
import { aGroup } from '../../factories/data.ts';
import { aStudyToErase, Secrets, type ErasedStudy } from './erase-study.ts';

let t: TestApp;
let study: ErasedStudy;
let secrets: Secrets;
beforeEach(async () => {
  t = await testApp();
  secrets = new Secrets();
  study = await aStudyToErase(t.ctx, secrets);
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/respondents/${study.respondent}${rest}`;
const html = async (address: string) => (await t.get(address)).text();
const role = (name: string) =>
  t.opened.sqlite
    .prepare('update member set role = ? where project_id = ?')
    .run(name, t.ctx.projectId);

describe('the page that asks before erasing', () => {
  it('says of each interview and source whether it goes or stays, and shows no name', async () => {
    const page = await html(path('/erase'));
    expect(page).toContain('I-01');
    expect(page).toContain('goes, with its codings, memos and the original file');
    expect(page).toContain('I-02, 5 Jan 2026, with R-02');
    expect(page).toContain('what they say is blacked out');
    expect(page).not.toContain(secrets.words[0]);
  });

  it('refuses another reference beside the field and keeps what was typed', async () => {
    const response = await t.post(path('/erase'), {
      confirmed: 'R-1',
      words: 'the old clerk',
      [`joint-${study.joint}`]: 'whole',
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('Type R-01 exactly as it stands here. Nothing was erased.');
    expect(page).toContain('the old clerk');
    expect(page).toMatch(/value="whole"[^>]*checked/u);
  });

  it('leads to what remains, with nothing to change and no undo', async () => {
    const response = await t.post(path('/erase'), { confirmed: 'R-01', words: '' });
    expect(response.status).toBe(303);
    const cookie = response.headers.get('set-cookie') ?? '';
    const page = await (await t.get(path(), { cookie })).text();
    expect(page).toContain('Respondent R-01 erased for good');
    expect(page).toContain('Erased on');
    expect(page).toContain('I-01');
    expect(page).not.toMatch(/\/changes\/\d+\/undo/u);
    expect(page).not.toContain('Change these facts');
    for (const [address, form] of [
      ['', { role: 'Clerk', revision: 9 }],
      ['/identity', { name: 'Someone' }],
      ['/remove', {}],
      ['/erase', { confirmed: 'R-01' }],
    ] as const)
      expect((await t.post(path(address), form)).status).toBe(409);
    expect(await html(`/projects/${t.ctx.projectId}/respondents`)).toContain('erased');
    expect(await html(`/projects/${t.ctx.projectId}/activity`)).toContain('words erased since');
  });

  it('is for the lead', async () => {
    role('interviewer');
    expect((await t.get(path('/erase'))).status).toBe(403);
    expect((await t.post(path('/erase'), { confirmed: 'R-01' })).status).toBe(403);
    expect(await html(path())).not.toContain('/erase');
  });
});

describe('tables after an erasing', () => {
  const count = async () =>
    (await runCli(t, COMMANDS, ['table', 'interviews', '--rows', 'group'])).json();

  it('count as before, and say how many were erased', async () => {
    await aGroup(t.ctx, 'Empty');
    const before = await count();
    await t.post(path('/erase'), { confirmed: 'R-01' });
    expect(await count()).toEqual(before);
    const table = await html(`/projects/${t.ctx.projectId}/overview-table`);
    expect(table).toContain('1 respondent was erased and still counts here.');
    expect(await html(`/projects/${t.ctx.projectId}/themes`)).toContain('1 respondent was erased');
  });

  it('count an interview as held whose text was the only sign that it was', async () => {
    t.opened.sqlite.prepare(`update interview set status = 'planned'`).run();
    const before = await count();
    await t.post(path('/erase'), { confirmed: 'R-01' });
    expect(await count()).toEqual(before);
  });
});

describe('earmark respondents erase', () => {
  const run = (...words: string[]) => runCli(t, COMMANDS, ['respondents', 'erase', ...words]);

  it('only says what it would do until the reference is confirmed', async () => {
    const told = await run('R-01');
    expect(told.json()).toMatchObject({ dry_run: true, reference: 'R-01' });
    expect(told.out).not.toContain(secrets.words[0]);
    expect((await run('R-01', '--confirm', 'R-02')).code).toBe(1);
    const done = await run('R-01', '--confirm', 'R-01', '--whole', 'I-02');
    expect(done.json()).toEqual({
      reference: 'R-01',
      interviews: 2,
      sources: 2,
      blacked_out: 0,
      complete: true,
    });
  });

  it('refuses a respondent there is not, and an interview that is not with others', async () => {
    expect((await run('R-99')).err).toContain('There is no respondent R-99');
    expect((await run('R-01', '--whole', 'I-01')).err).toContain(
      'in no interview I-01 with others',
    );
  });
});
