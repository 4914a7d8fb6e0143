import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges, redoLast, undoLast } from '../../../src/history/index.ts';
import { addVariable } from '../../../src/respondents/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, aRespondent } from '../../factories/data.ts';

let t: TestApp;
let ids: number[];
beforeEach(async () => {
  t = await testApp();
  const group_id = await aGroup(t.ctx, 'Employers');
  ids = [
    await aRespondent(t.ctx, { group_id }),
    await aRespondent(t.ctx),
    await aRespondent(t.ctx),
  ];
});
afterEach(() => t.close());

const set = (form: FormFields) => t.post(`/projects/${t.ctx.projectId}/respondents/set`, form);
const groups = async () =>
  (
    await t.ctx.db
      .selectFrom('respondent as r')
      .leftJoin('respondent_group as g', 'g.id', 'r.group_id')
      .select('g.name')
      .orderBy('r.id')
      .execute()
  ).map(({ name }) => name);

describe('setting one thing for those chosen in the list', () => {
  it('is one change, made with a new name where need be, undone and redone exactly', async () => {
    const count = (await listChanges(t.ctx)).length;
    const chosen = ids.slice(0, 2);
    const response = await set({ respondent: chosen, what: 'group', value: 'Workers', page: 2 });
    expect(response.headers.get('location')).toContain('respondents?page=2');
    expect(await listChanges(t.ctx)).toHaveLength(count + 1);
    expect(await groups()).toEqual(['Workers', 'Workers', null]);
    await undoLast(t.ctx);
    expect(await groups()).toEqual(['Employers', null, null]);
    await redoLast(t.ctx);
    expect(await groups()).toEqual(['Workers', 'Workers', null]);
  });

  it('takes away where nothing is typed', async () => {
    await set({ respondent: ids, what: 'group', value: '' });
    expect(await groups()).toEqual([null, null, null]);
  });

  it('reads values by their type, and refuses beside the field with what was typed and ticked', async () => {
    const { value } = await addVariable(t.ctx, { name: 'Years', type: 'number', options: [] });
    await set({ respondent: ids, what: value, value: '4,5' });
    const values = await t.ctx.db.selectFrom('respondent_value').select('value').execute();
    expect(values).toEqual([{ value: '4.5' }, { value: '4.5' }, { value: '4.5' }]);
    const refused = await set({ respondent: ids[0] ?? 0, what: value, value: 'many' });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('“many” does not fit “Years”');
    expect(page.match(/<input type="checkbox"[^>]*checked/gu)).toHaveLength(1);
  });

  it('refuses nobody, and anybody who is not there', async () => {
    expect((await set({ what: 'group', value: 'Workers' })).status).toBe(422);
    expect((await set({ respondent: [1, 99], what: 'group', value: 'Workers' })).status).toBe(422);
    expect(await groups()).toEqual(['Employers', null, null]);
  });
});
