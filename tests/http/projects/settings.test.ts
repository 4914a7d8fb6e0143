import { afterEach, beforeEach, expect, it } from 'vitest';
import { getSettings } from '../../../src/projects/index.ts';
import { undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
let address: string;
beforeEach(async () => {
  t = await testApp();
  address = `/projects/${t.ctx.projectId}/settings`;
});
afterEach(() => t.close());

const typed = {
  name: 'Desk review',
  description: '',
  date_order: 'month',
  min_cell: 3,
  revision: 1,
};

it('saves settings, and undo takes them back', async () => {
  const response = await t.post(address, { ...typed, counts_debriefs: 'on' });
  expect(response.status).toBe(303);
  expect(await getSettings(t.ctx)).toMatchObject({
    date_order: 'month',
    min_cell: 3,
    counts_debriefs: 1,
  });
  await undoLast(t.ctx);
  expect(await getSettings(t.ctx)).toMatchObject({
    name: 'Migration study',
    date_order: 'day',
    min_cell: 5,
    counts_debriefs: 0,
  });
});

it.each(['-1', '2.5', 'few'])(
  'refuses “%s” as smallest group, keeps what was typed and changes nothing',
  async (min_cell) => {
    const before = await getSettings(t.ctx);
    const response = await t.post(address, { ...typed, min_cell });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('Write a whole number from 0 to 100.');
    expect(page).toContain('Desk review');
    expect(await getSettings(t.ctx)).toEqual(before);
  },
);

it('does not save over what someone else saved meanwhile, and keeps what was typed', async () => {
  await t.post(address, typed);
  const late = await t.post(address, { ...typed, name: 'Late name' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('Late name');
  expect((await getSettings(t.ctx)).name).toBe('Desk review');
});

it('says after saving what was done, and offers to undo it', async () => {
  const saved = await t.post(address, typed);
  const cookie = saved.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await t.get(`/projects/${t.ctx.projectId}`, { cookie })).text();
  expect(page).toContain('Settings of “Desk review” changed');
  expect(page).toMatch(/action="\/projects\/\d+\/changes\/\d+\/undo"/u);
});
