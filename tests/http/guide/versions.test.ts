import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addQuestion, listAnswers, listQuestions, newVersion } from '../../../src/guide/index.ts';
import { undoLast } from '../../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRespondent } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/guide${rest}`;
const page = async (rest = '') => (await t.get(path(rest))).text();
const ask = async (text: string, forWhom = '') =>
  (await addQuestion(t.ctx, { section: '', text, prompts: 'For instance', serves: '', forWhom }))
    .value;
const begin = () => t.post(path('/versions'));
const asked = async (interview: number) =>
  (await listAnswers(t.ctx, interview)).map(({ question }) => question.text);
const note = (interview: number, question: number, notes: string) => {
  const form: FormFields = { [`notes-${question}`]: notes, [`revision-${question}`]: 0 };
  return t.post(`/projects/${t.ctx.projectId}/interviews/${interview}/notes`, form);
};

describe('a new version of the guide', () => {
  it('is a copy whose questions are the same questions, as one change that undo takes back', async () => {
    await ask('Why?');
    const [before] = await listQuestions(t.ctx);
    await begin();
    const [after] = await listQuestions(t.ctx);
    expect(after).toMatchObject({ text: 'Why?', number: '1', guid: before?.guid });
    expect(after?.id).not.toBe(before?.id);
    await undoLast(t.ctx);
    expect(await listQuestions(t.ctx)).toMatchObject([{ id: before?.id }]);
  });

  it('leaves interviews with the version they were held with; planned ones without notes take it', async () => {
    const question = await ask('Why?');
    const held = await anInterview(t.ctx, [], { status: 'done' });
    const begun = await anInterview(t.ctx, [], { status: 'planned' });
    const planned = await anInterview(t.ctx, [], { status: 'planned' });
    await note(begun, question, 'Because.');
    await begin();
    const [copy] = await listQuestions(t.ctx);
    await t.post(path(`/${copy?.id}`), { text: 'Why now?', number: '1', revision: 1 });
    expect(await asked(held)).toEqual(['Why?']);
    expect(await asked(begun)).toEqual(['Why?']);
    expect(await asked(planned)).toEqual(['Why now?']);
  });

  it('needs questions to begin with', async () => {
    expect((await begin()).status).toBe(422);
  });

  it('shows the older ones as they were, with nothing to press', async () => {
    await ask('Why?');
    await begin();
    await ask('How?');
    expect(await page()).toContain('How?');
    const old = await page('?version=1');
    expect(old).toContain('This is version 1');
    expect(old).not.toContain('How?');
    expect(old).not.toContain('Move question');
    expect((await t.get(path('?version=9'))).status).toBe(404);
  });

  it('is compared with the one before: added, changed, removed, moved', async () => {
    const [first, second, third] = [await ask('Why?'), await ask('How?'), await ask('When?')];
    await newVersion(t.ctx);
    const [a, b, c] = (await listQuestions(t.ctx)).map(({ id }) => id);
    expect([first, second, third]).not.toContain(a);
    await t.post(path(`/${a}`), { text: 'Why so?', number: '1', revision: 1 });
    await t.post(path(`/${b}/remove`));
    await t.post(path(`/${c}/up`));
    await ask('Where?');
    const html = await page('/compare?from=1&to=2');
    expect(html).toMatch(/Added.*Where\?.*Removed.*How\?.*Changed.*<del>Why\?<\/del>/su);
    expect(html).toMatch(/<ins>Why so\?<\/ins>.*Moved/su);
    expect(await page('/compare?from=1&to=1')).toContain('the same questions in the same order');
  });
});

describe('a question that comes up in an interview', () => {
  it('joins the guide the interview is held with, and the one in use, as the same question', async () => {
    await ask('Why?');
    const held = await anInterview(t.ctx, [], { status: 'done' });
    await begin();
    await t.post(`/projects/${t.ctx.projectId}/interviews/${held}/questions`, {
      text: 'And then?',
    });
    expect(await asked(held)).toEqual(['Why?', 'And then?']);
    const now = await listQuestions(t.ctx);
    expect(now.map(({ text }) => text)).toEqual(['Why?', 'And then?']);
    const [, there] = await listAnswers(t.ctx, held);
    expect(there?.question.guid).toBe(now[1]?.guid);
    await undoLast(t.ctx);
    expect(await asked(held)).toEqual(['Why?']);
    expect(await listQuestions(t.ctx)).toHaveLength(1);
  });
});

describe('a sheet to print', () => {
  it('has every question of the guide with its states and prompts, and whom it is for', async () => {
    await ask('Why?', 'Workers');
    const sheet = await page('/sheet');
    for (const text of ['Why?', '☐ Not reached', 'For instance', 'Only for: Workers'])
      expect(sheet).toContain(text);
  });

  it('of an interview has the questions that apply there, and what is known of it', async () => {
    const workers = await aGroup(t.ctx, 'Workers');
    await aGroup(t.ctx, 'Employers');
    await ask('For you', 'Workers');
    await ask('For others', 'Employers');
    const person = await aRespondent(t.ctx, { group_id: workers, reference: 'R-07' });
    const interview = await anInterview(t.ctx, [person], { location: 'Lima' });
    const address = `/projects/${t.ctx.projectId}/interviews/${interview}/sheet`;
    const sheet = await (await t.get(address)).text();
    for (const text of ['For you', 'R-07', 'Lima']) expect(sheet).toContain(text);
    expect(sheet).not.toContain('For others');
  });
});
