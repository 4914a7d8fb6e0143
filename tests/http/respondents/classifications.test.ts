import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, aRespondent } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/respondents${rest}`;
const post = (rest: string, form: FormFields = {}) => t.post(path(rest), form);
const names = async (table: 'respondent_group' | 'region' | 'variable') =>
  (await t.ctx.db.selectFrom(table).select('name').orderBy('position').execute()).map(
    ({ name }) => name,
  );

describe('groups, regions and variables', () => {
  it('are added at the end of their lists', async () => {
    await post('/groups', { name: ' Workers ' });
    await post('/groups', { name: 'Employers' });
    await post('/regions', { name: 'Africa' });
    await post('/variables', { name: 'Gender', type: 'list', options: 'woman\nman\n\nWoman' });
    expect(await names('respondent_group')).toEqual(['Workers', 'Employers']);
    expect(await names('region')).toEqual(['Africa']);
    const { options } = await t.ctx.db
      .selectFrom('variable')
      .select('options')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(options)).toHaveLength(2);
    const page = await (await t.get(path('/groups'))).text();
    for (const name of ['Workers', 'Africa', 'Gender']) expect(page).toContain(name);
  });

  it('are renamed for everyone who has them, and removed when nobody does', async () => {
    const id = await aGroup(t.ctx, 'Workers');
    await post(`/groups/${id}`, { name: 'Trade unions' });
    expect(await names('respondent_group')).toEqual(['Trade unions']);
    const respondent = await aRespondent(t.ctx, { group_id: id });
    const refused = await post(`/groups/${id}/remove`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('“Trade unions” is in use for 1 respondent.');
    await post(`/${respondent}/remove`);
    expect((await post(`/groups/${id}/remove`)).status).toBe(303);
    expect(await names('respondent_group')).toEqual([]);
  });

  it.each([
    ['/groups', { name: ' ' }, 'Give it a name.'],
    ['/groups', { name: 'WORKERS' }, 'There already is “WORKERS”.'],
    ['/groups', { name: 'x'.repeat(301) }, 'longer than 300'],
    [
      '/variables',
      { name: 'Gender', type: 'list', options: ' ' },
      'A list needs at least one label.',
    ],
    ['/variables', { name: 'Gender', type: 'colour' }, ''],
  ])('are refused with what was typed: %s %j', async (rest, form, sentence) => {
    await aGroup(t.ctx, 'Workers');
    const response = await post(rest, form);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain(form.name.trim());
    expect(await names('respondent_group')).toEqual(['Workers']);
    expect(await names('variable')).toEqual([]);
  });

  it('of another project are not there', async () => {
    expect((await post('/groups/999', { name: 'Mine' })).status).toBe(404);
  });
});
