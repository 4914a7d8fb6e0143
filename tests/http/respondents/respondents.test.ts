import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { addVariable, createRespondent } from '../../../src/respondents/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRegion, aRespondent } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/respondents${rest}`;
const html = async (address: string) => (await t.get(address)).text();
const add = (form: FormFields = {}) => t.post(path(), form);
const respondents = () => t.ctx.db.selectFrom('respondent').selectAll().orderBy('id').execute();

describe('the list of respondents', () => {
  it('is empty with a first step', async () => {
    expect(await html(path())).toContain('No respondents yet');
  });

  it('shows reference, classifications, role, people and interviews', async () => {
    const group = await aGroup(t.ctx, 'Governments');
    const region = await aRegion(t.ctx, 'Asia');
    const id = await aRespondent(t.ctx, {
      reference: 'R-13',
      kind: 'group',
      head_count: 6,
      group_id: group,
      region_id: region,
      role: 'Officials',
    });
    await anInterview(t.ctx, [id]);
    const page = await html(path());
    for (const text of ['R-13', 'Governments', 'Asia', 'Officials', '1 respondent, 6 people'])
      expect(page).toContain(text);
  });

  it('is filtered, searched and sorted by its address', async () => {
    const group = await aGroup(t.ctx);
    await aRespondent(t.ctx, { reference: 'R-9', group_id: group, role: 'Adviser' });
    await aRespondent(t.ctx, { reference: 'R-10', role: 'Director' });
    const shown = async (query: string) =>
      [...(await html(path(`?${query}`))).matchAll(/>(R-\d+)</gu)].map(([, ref]) => ref);
    expect(await shown('')).toEqual(['R-9', 'R-10']);
    expect(await shown('sort=-reference')).toEqual(['R-10', 'R-9']);
    expect(await shown(`group=${group}`)).toEqual(['R-9']);
    expect(await shown('q=DIRECT')).toEqual(['R-10']);
    expect(await shown('q=_')).toEqual([]);
    await aRespondent(t.ctx, { reference: 'R-11', role: 'Secrétaire général' });
    for (const typed of ['secretaire', 'SECRÉTAIRE', 'GENERAL'])
      expect(await shown(`q=${encodeURIComponent(typed)}`)).toEqual(['R-11']);
  });

  it('is bounded, with pages', async () => {
    for (let n = 0; n < 51; n += 1) await aRespondent(t.ctx);
    expect(await html(path())).toContain('1 to 50 of 51');
  });
});

describe('a new respondent', () => {
  it('gets the next free reference, and groups and regions by name, made when new', async () => {
    await aGroup(t.ctx, 'Workers');
    await add({ group: 'workers', region: ' Africa ', role: 'Secretary' });
    await add({ group: 'Employers' });
    expect((await respondents()).map(({ reference }) => reference)).toEqual(['R-01', 'R-02']);
    const groups = await t.ctx.db.selectFrom('respondent_group').select('name').execute();
    expect(groups.map(({ name }) => name)).toEqual(['Workers', 'Employers']);
  });

  it('can be a group with a head count; a person is one whatever is typed', async () => {
    await add({ kind: 'group', head_count: 6 });
    await add({ kind: 'person', head_count: 6 });
    expect((await respondents()).map(({ head_count }) => head_count)).toEqual([6, 1]);
  });

  it.each([
    [{ kind: 'group', head_count: '0' }, 'Say how many people the group is'],
    [{ kind: 'group', head_count: 'six' }, 'Say how many people the group is'],
    [{ role: 'x'.repeat(301) }, 'longer than 300 characters'],
    [{ reference: 'x'.repeat(41) }, 'at most 40 characters'],
  ])('is refused beside the field, with what was typed: %j', async (wrong, sentence) => {
    const response = await add({ organisation: 'A union, Foggia', ...wrong });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain('A union, Foggia');
    expect(await respondents()).toEqual([]);
  });

  it('has values of the project’s variables, each in the form its type has', async () => {
    const { value: years } = await addVariable(t.ctx, {
      name: 'Years',
      type: 'number',
      options: [],
    });
    const { value: since } = await addVariable(t.ctx, { name: 'Since', type: 'date', options: [] });
    await add({ [`value-${years}`]: '4,5', [`value-${since}`]: '1.2.2010' });
    const values = await t.ctx.db
      .selectFrom('respondent_value')
      .select('value')
      .orderBy('id')
      .execute();
    expect(values.map(({ value }) => value)).toEqual(['4.5', '2010-02-01']);
    const refused = await add({ [`value-${years}`]: 'many', role: 'Adviser' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('“many” does not fit “Years”, which takes a number');
    expect(await respondents()).toHaveLength(1);
  });
});

describe('the facts about a respondent', () => {
  const seen = async (id: number): Promise<FormFields> => {
    const page = await html(path(`/${id}`));
    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
    return {
      revision: field('revision'),
      values_seen: field('values_seen').replaceAll('&quot;', '"'),
    };
  };

  it('are on the page with the interviews, newest first', async () => {
    const id = await aRespondent(t.ctx, { reference: 'R-07', role: 'Adviser' });
    await anInterview(t.ctx, [id], { reference: 'I-01', date: '2013-03-15' });
    await anInterview(t.ctx, [id], { reference: 'I-02', date: '2013-05-22' });
    const page = await html(path(`/${id}`));
    expect(page).toContain('Adviser');
    expect(page.indexOf('I-02')).toBeLessThan(page.indexOf('I-01'));
  });

  it('are changed as one change, and an emptied value is taken away', async () => {
    const { value: variable } = await addVariable(t.ctx, {
      name: 'Gender',
      type: 'text',
      options: [],
    });
    await add({ role: 'Adviser', [`value-${variable}`]: 'woman' });
    const [respondent] = await respondents();
    const id = respondent?.id ?? 0;
    const before = (await listChanges(t.ctx)).length;
    const form = {
      ...(await seen(id)),
      role: 'Director',
      group: 'Workers',
      [`value-${variable}`]: '',
    };
    expect((await t.post(path(`/${id}`), form)).status).toBe(303);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    expect((await respondents())[0]?.role).toBe('Director');
    expect(await t.ctx.db.selectFrom('respondent_value').selectAll().execute()).toEqual([]);
    await undoLast(t.ctx);
    expect((await respondents())[0]?.role).toBe('Adviser');
  });

  it('changed by someone else meanwhile are not overwritten, be it a fact or a value', async () => {
    const { value: variable } = await addVariable(t.ctx, {
      name: 'Gender',
      type: 'text',
      options: [],
    });
    const id = await aRespondent(t.ctx);
    const mine = await seen(id);
    await t.post(path(`/${id}`), { ...mine, [`value-${variable}`]: 'woman' });
    const response = await t.post(path(`/${id}`), {
      ...mine,
      [`value-${variable}`]: 'man',
      role: 'Mine',
    });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('Both versions are below');
    expect(page).toContain('value="Mine"');
    expect(
      (await t.ctx.db.selectFrom('respondent_value').select('value').execute())[0]?.value,
    ).toBe('woman');
  });

  it('cannot be removed while there is an interview', async () => {
    const id = await aRespondent(t.ctx);
    await anInterview(t.ctx, [id]);
    expect((await t.post(path(`/${id}/remove`))).status).toBe(409);
    expect(await respondents()).toHaveLength(1);
  });

  it('go with the respondent, and undo brings all of it back', async () => {
    const { value } = await createRespondent(t.ctx, {
      kind: 'person',
      headCount: 1,
      group: 'Workers',
      region: '',
      role: '',
      organisation: '',
      identity: { name: 'Amaltea Pinewhistle', contact: '' },
    });
    await t.post(path(`/${value.id}/remove`));
    expect(await respondents()).toEqual([]);
    await undoLast(t.ctx);
    const [identity] = await t.ctx.db.selectFrom('respondent_identity').selectAll().execute();
    expect(identity?.name).toBe('Amaltea Pinewhistle');
  });

  it('of another project are not there', async () => {
    for (const rest of ['/9999', '/9999/identity'])
      expect((await t.get(path(rest))).status).toBe(404);
    expect((await t.post(path('/9999'), { role: 'x' })).status).toBe(404);
  });
});

describe('who a respondent is', () => {
  const NAME = 'Amaltea Pinewhistle';
  let id: number;
  beforeEach(async () => {
    id = await aRespondent(t.ctx);
    await t.post(path(`/${id}/identity`), { name: NAME, contact: 'a.pinewhistle@office.example' });
  });

  it('is shown at its own address only, and the look is recorded', async () => {
    const interview = await anInterview(t.ctx, [id]);
    const project = `/projects/${t.ctx.projectId}`;
    for (const address of [
      path(),
      path(`/${id}`),
      `${project}/interviews`,
      `${project}/interviews/${interview}`,
    ])
      expect(await html(address)).not.toContain('Pinewhistle');
    const page = await html(path(`/${id}/identity`));
    expect(page).toContain(NAME);
    expect(page).toContain('a.pinewhistle@office.example');
    expect((await listChanges(t.ctx))[0]).toMatchObject({ kind: 'identity.viewed', entityId: id });
  });

  it('cannot be searched', async () => {
    expect(await html(path('?q=pinewhistle'))).toContain('No respondent fits');
  });

  it('stands in no recorded change', async () => {
    await html(path(`/${id}/identity`));
    const changes = await t.ctx.db.selectFrom('change').select(['detail', 'rows']).execute();
    expect(JSON.stringify(changes)).not.toContain('Pinewhistle');
    expect(JSON.stringify(t.logged)).not.toContain('Pinewhistle');
  });

  it('is for those who arrange interviews: others are refused, and nothing is recorded', async () => {
    await t.ctx.db.updateTable('member').set({ role: 'coder' }).execute();
    const before = (await listChanges(t.ctx)).length;
    expect((await t.get(path(`/${id}/identity`))).status).toBe(403);
    expect((await t.post(path(`/${id}/identity`), { name: 'Someone' })).status).toBe(403);
    expect(await html(path(`/${id}`))).not.toContain('/identity');
    expect(await html(path('/new'))).not.toContain('name="contact"');
    await add({ name: 'Sneaked In' });
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    expect(await t.ctx.db.selectFrom('respondent_identity').selectAll().execute()).toHaveLength(1);
  });
});
