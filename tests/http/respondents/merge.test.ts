import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChains, listChanges, redoLast, undoLast } from '../../../src/history/index.ts';
import { addVariable, changeIdentity, knownRespondents } from '../../../src/respondents/index.ts';
import { runIn } from '../../cli/inprocess.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRegion, aRespondent, aSource } from '../../factories/data.ts';
import { snapshot } from '../security/rows.ts';
import { aMemo } from './erase-study.ts';

let t: TestApp;
let first: number;
let second: number;
beforeEach(async () => {
  t = await testApp();
  const values = { region_id: await aRegion(t.ctx, 'Africa'), role: '' };
  first = await aRespondent(t.ctx, {
    reference: 'R-01',
    group_id: await aGroup(t.ctx, 'Workers'),
    ...values,
  });
  second = await aRespondent(t.ctx, {
    reference: 'R-02',
    group_id: await aGroup(t.ctx, 'Employers'),
    ...values,
    role: 'Secretary',
  });
});
afterEach(() => t.close());

const path = (rest: string) => `/projects/${t.ctx.projectId}/respondents/${rest}`;
const html = async (rest: string) => (await t.get(path(rest))).text();
const merge = (form: FormFields = {}) =>
  t.post(path(`${first}/merge`), {
    with: 'R-02',
    other: second,
    seen_this: 1,
    seen_other: 1,
    ...form,
  });
const seats = () =>
  t.ctx.db
    .selectFrom('interview_respondent')
    .select(['interview_id', 'respondent_id'])
    .orderBy('interview_id')
    .execute();
const respondents = () => t.ctx.db.selectFrom('respondent').selectAll().orderBy('id').execute();

/** Every recorded row, without the bookkeeping that undo does not restore. */
const rows = async () =>
  new Map(
    [...(await snapshot(t.ctx.db))].map(([key, row]) => [
      key,
      row.replace(/"revision":\d+/u, '"revision":0'),
    ]),
  );

describe('merging two respondents', () => {
  it('shows what follows and asks only where the two differ', async () => {
    const one = await anInterview(t.ctx, [first, second], { reference: 'I-01' });
    expect(one).toBeGreaterThan(0);
    const page = await html(`${first}/merge?with=R-02`);
    expect(page).toContain('Both took part in I-01');
    expect(page).toContain('Workers (R-01)');
    expect(page).toContain('Employers (R-02)');
    expect(page).not.toContain('Africa (R-01)');
    expect(page).not.toContain('Secretary (R-02)');
  });

  it('brings interviews, speakers, memos, values and what only one had to the one that stays', async () => {
    const { value: years } = await addVariable(t.ctx, { name: 'Years', type: 'text', options: [] });
    const { value: post } = await addVariable(t.ctx, { name: 'Post', type: 'text', options: [] });
    await t.post(path(String(second)), {
      revision: 1,
      values_seen: '[]',
      [`value-${years}`]: '5',
      group: 'Employers',
      region: 'Africa',
      role: 'Secretary',
    });
    await t.post(path(String(first)), {
      revision: 1,
      values_seen: '[]',
      [`value-${post}`]: 'A',
      group: 'Workers',
      region: 'Africa',
    });
    const [joint, own] = [
      await anInterview(t.ctx, [first, second]),
      await anInterview(t.ctx, [second]),
    ];
    const source = await aSource(t.ctx, 'R-02: Yes.\n\nMT: So.\n\nR-02: No.', {
      interview_id: own,
    });
    await t.ctx.db
      .updateTable('speaker')
      .set({ respondent_id: second })
      .where('label', '=', 'R-02')
      .execute();
    await aMemo(t.ctx, { respondent_id: second }, 'A thought');
    const count = (await listChanges(t.ctx)).length;
    const [{ revision: seen_this = 0 } = {}, { revision: seen_other = 0 } = {}] =
      await respondents();
    expect((await merge({ seen_this, seen_other, 'keep-group': 'other' })).status).toBe(303);
    expect(await listChanges(t.ctx)).toHaveLength(count + 1);
    expect(await seats()).toEqual([
      { interview_id: joint, respondent_id: first },
      { interview_id: own, respondent_id: first },
    ]);
    const speaker = await t.ctx.db
      .selectFrom('speaker')
      .select('respondent_id')
      .where('source_id', '=', source)
      .where('label', '=', 'R-02')
      .executeTakeFirst();
    expect(speaker?.respondent_id).toBe(first);
    const [kept, ...others] = await respondents();
    expect(others).toEqual([]);
    const page = await html(String(first));
    for (const text of ['Employers', 'Secretary', 'Merged with R-02']) expect(page).toContain(text);
    expect(kept?.role).toBe('Secretary');
    const values = await t.ctx.db
      .selectFrom('respondent_value')
      .select(['respondent_id', 'value'])
      .orderBy('value')
      .execute();
    expect(values).toEqual([
      { respondent_id: first, value: '5' },
      { respondent_id: first, value: 'A' },
    ]);
  });

  it('is undone and redone exactly, and the chain holds', async () => {
    await anInterview(t.ctx, [first, second]);
    await anInterview(t.ctx, [second]);
    await changeIdentity(t.ctx, first, { name: 'Ada', contact: 'ada@example.org' });
    await changeIdentity(t.ctx, second, { name: 'A. Lovelace', contact: '' });
    await aMemo(t.ctx, { respondent_id: second }, 'A thought');
    const before = await rows();
    await merge({ 'keep-identity': 'other' });
    const after = await rows();
    await undoLast(t.ctx);
    expect(await rows()).toEqual(before);
    await redoLast(t.ctx);
    expect(await rows()).toEqual(after);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });

  it('keeps the name that was chosen, and shows neither', async () => {
    await changeIdentity(t.ctx, first, { name: 'Ada Byron', contact: '' });
    await changeIdentity(t.ctx, second, { name: 'Ada Lovelace', contact: '' });
    const page = await html(`${first}/merge?with=R-02`);
    expect(page).toContain('those of R-02');
    expect(page).not.toMatch(/Byron|Lovelace/u);
    await merge({ 'keep-identity': 'other' });
    const identities = await t.ctx.db.selectFrom('respondent_identity').select('name').execute();
    expect(identities).toEqual([{ name: 'Ada Lovelace' }]);
  });

  it('remembers the reference: an import finds it, and nobody else gets it', async () => {
    await merge();
    const [known] = await knownRespondents(t.ctx);
    expect(known?.aliases).toEqual(['R-02']);
    const refused = await t.post(path('').replace(/\/$/u, ''), { reference: 'R-02' });
    expect(await refused.text()).toContain('R-02 was merged into R-01');
    await t.post(path('').replace(/\/$/u, ''), { role: 'Someone else' });
    expect((await respondents()).map(({ reference }) => reference)).toEqual(['R-01', 'R-03']);
    expect(await html(`${first}/merge?with=R-99`)).toContain('There is no respondent R-99');
  });

  it('refuses one with itself, and two that changed since', async () => {
    expect((await t.get(path(`${first}/merge?with=R-01`))).status).toBe(422);
    expect((await merge({ other: first, seen_other: 1 })).status).toBe(422);
    expect((await merge({ seen_other: 7 })).status).toBe(409);
    expect(await respondents()).toHaveLength(2);
  });
});

describe('splitting a respondent', () => {
  const split = (form: FormFields) => t.post(path(`${first}/split`), form);

  it('takes the chosen interviews and what is said in them to a new one with the same facts', async () => {
    const stays = await anInterview(t.ctx, [first], { date: '2026-01-01' });
    const goes = await anInterview(t.ctx, [first], { follows_id: stays, kind: 'follow-up' });
    await aSource(t.ctx, 'R-01: Yes.\n\nMT: So.\n\nR-01: No.', { interview_id: goes });
    await t.ctx.db
      .updateTable('speaker')
      .set({ respondent_id: first })
      .where('label', '=', 'R-01')
      .execute();
    const before = await rows();
    expect((await split({ interview: goes })).status).toBe(303);
    const [one, , made] = await respondents();
    expect(made).toMatchObject({ reference: 'R-03', group_id: one?.group_id, role: one?.role });
    expect(await seats()).toEqual([
      { interview_id: stays, respondent_id: first },
      { interview_id: goes, respondent_id: made?.id },
    ]);
    const speakers = await t.ctx.db
      .selectFrom('speaker')
      .select('respondent_id')
      .where('label', '=', 'R-01')
      .execute();
    expect(speakers).toEqual([{ respondent_id: made?.id }]);
    const follow = await t.ctx.db
      .selectFrom('interview')
      .select('follows_id')
      .where('id', '=', goes)
      .executeTakeFirst();
    expect(follow?.follows_id).toBeNull();
    const after = await rows();
    await undoLast(t.ctx);
    expect(await rows()).toEqual(before);
    await redoLast(t.ctx);
    expect(await rows()).toEqual(after);
  });

  it('gives back the reference of one that was merged', async () => {
    await anInterview(t.ctx, [first]);
    const theirs = await anInterview(t.ctx, [second]);
    await merge();
    expect(await html(`${first}/split`)).toContain('R-02, once merged into this one');
    await split({ interview: theirs, reference: 'R-02' });
    expect((await respondents()).map(({ reference }) => reference)).toEqual(['R-01', 'R-02']);
    expect(await t.ctx.db.selectFrom('respondent_alias').selectAll().execute()).toEqual([]);
  });

  it('refuses none and all of the interviews', async () => {
    const ids = [await anInterview(t.ctx, [first]), await anInterview(t.ctx, [first])];
    expect((await split({})).status).toBe(422);
    expect((await split({ interview: ids })).status).toBe(422);
    expect(await respondents()).toHaveLength(2);
  });
});

describe('respondents split on the command line', () => {
  const split = (...words: string[]) =>
    runIn(t, ['respondents', 'split', ...words, '--project', String(t.ctx.projectId)]);

  it('gives the interviews named to a new respondent, as one change', async () => {
    await anInterview(t.ctx, [first], { reference: 'I-01' });
    await anInterview(t.ctx, [first], { reference: 'I-02' });
    const before = await rows();
    const { stdout, code } = await split('R-01', 'I-02', '--as', 'R-09');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ reference: 'R-09', interviews: ['I-02'], from: 'R-01' });
    await undoLast(t.ctx);
    expect(await rows()).toEqual(before);
  });

  it('refuses an interview of somebody else, and taking all of them', async () => {
    await anInterview(t.ctx, [first], { reference: 'I-01' });
    await anInterview(t.ctx, [second], { reference: 'I-02' });
    const before = await rows();
    const foreign = await split('R-01', 'I-02');
    expect(foreign.code).toBe(1);
    expect(foreign.stderr).toContain('R-01 has no interview I-02');
    expect((await split('R-01', 'I-01')).code).toBe(1);
    expect(await rows()).toEqual(before);
  });
});

describe('the numbers of interviews', () => {
  it('leave out those whose consent was withdrawn, and say so', async () => {
    await anInterview(t.ctx, [first], { reference: 'I-01' });
    await anInterview(t.ctx, [first], { reference: 'I-02', consent: 'withdrawn' });
    const list = await (await t.get(`/projects/${t.ctx.projectId}/respondents`)).text();
    expect(list).toMatch(/R-01.*?<td class="number">1<\/td><td class="number">1<\/td>/su);
    const projects = await (await t.get('/')).text();
    expect(projects).toContain('1 interviews, 0 sources');
    for (const page of [list, projects])
      expect(page).toContain('1 interview is left out: consent withdrawn.');
  });
});
