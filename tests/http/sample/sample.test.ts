import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands.ts';
import { listChanges, redoLast, undoLast } from '../../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { runCli } from '../../factories/cli.ts';
import { aGroup, anInterview, aRegion, aRespondent } from '../../factories/data.ts';

let t: TestApp;
let employers: number;
let africa: number;
beforeEach(async () => {
  t = await testApp();
  employers = await aGroup(t.ctx, 'Employers');
  africa = await aRegion(t.ctx, 'Africa');
});
afterEach(() => t.close());

const path = (rest: string) => `/projects/${t.ctx.projectId}/${rest}`;
const html = async (rest: string) => (await t.get(path(rest))).text();
const save = (form: FormFields) => t.post(path('sample'), form);
const targets = () =>
  t.ctx.db
    .selectFrom('sample_target')
    .select(['group_id', 'region_id', 'planned'])
    .orderBy('id')
    .execute();

const interviewedIn = async (values: Parameters<typeof aRespondent>[1], kind = {}) =>
  anInterview(t.ctx, [await aRespondent(t.ctx, values)], kind);

describe('the sample plan', () => {
  it('says what belongs there while there is none', async () => {
    expect(await html('sample')).toContain('No plan yet');
  });

  it('says in words who is short, by group and region', async () => {
    await interviewedIn({ group_id: employers, region_id: africa });
    await save({ [`planned-${employers}-${africa}`]: 6, [`planned-${employers}-`]: 1 });
    const page = await html('sample');
    expect(page).toContain('1 of 6 planned: 5 short');
    expect(page).toContain('1 of 1 planned: reached');
    expect(page).toContain('5 people still to interview');
  });

  it('counts whoever was interviewed, not who is planned, cancelled, debriefed or withdrew', async () => {
    const who = { group_id: employers };
    await interviewedIn(who, { status: 'planned' });
    await interviewedIn(who, { status: 'cancelled' });
    await interviewedIn(who, { kind: 'debrief' });
    await interviewedIn(who, { consent: 'withdrawn' });
    await interviewedIn({ ...who, kind: 'group', head_count: 3 });
    await save({ [`planned-${employers}-`]: 4 });
    expect(await html('sample')).toContain('3 of 4 planned: 1 short');
  });

  it('hides no small numbers: a plan is the team’s own', async () => {
    await save({ [`planned-${employers}-`]: 1 });
    expect(await html('sample')).toContain('0 of 1 planned: 1 short');
  });

  it('is saved as one change, and undo and redo bring exactly that back', async () => {
    await save({ [`planned-${employers}-`]: 2, [`planned--${africa}`]: 3 });
    const first = await targets();
    const count = (await listChanges(t.ctx)).length;
    await save({ [`planned-${employers}-`]: 5, [`planned--${africa}`]: '' });
    expect(await listChanges(t.ctx)).toHaveLength(count + 1);
    const second = await targets();
    expect(second).toEqual([{ group_id: employers, region_id: null, planned: 5 }]);
    await undoLast(t.ctx);
    expect(await targets()).toEqual(first);
    await redoLast(t.ctx);
    expect(await targets()).toEqual(second);
  });

  it('refuses what is no number beside its field, and keeps what was typed', async () => {
    const response = await save({ [`planned-${employers}-`]: 'six', [`planned--${africa}`]: 3 });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('“six” is no number of people');
    expect(page).toMatch(/name="planned--\d+"[^>]*value="3"/u);
    expect(await targets()).toEqual([]);
  });

  it('refuses a group of another project', async () => {
    expect((await save({ 'planned-99-': 1 })).status).toBe(422);
    expect(await targets()).toEqual([]);
  });

  it('goes with its group, and undo brings both back', async () => {
    await save({ [`planned-${employers}-`]: 2 });
    await t.post(path(`respondents/groups/${employers}/remove`));
    expect(await targets()).toEqual([]);
    await undoLast(t.ctx);
    expect(await targets()).toHaveLength(1);
  });
});

describe('bringing in a plan', () => {
  const bring = (table: string) => t.post(path('sample/import'), { table });

  it('makes new groups and regions, changes what it names, and leaves the rest', async () => {
    await save({ [`planned-${employers}-`]: 2, [`planned--${africa}`]: 3 });
    await bring('group,region,planned\nemployers,,6\nWorkers,Africa,4\n,Africa,0\n');
    const groups = await t.ctx.db.selectFrom('respondent_group').select('name').execute();
    expect(groups.map(({ name }) => name)).toEqual(['Employers', 'Workers']);
    expect((await targets()).map(({ planned }) => planned)).toEqual([6, 4]);
    await undoLast(t.ctx);
    expect((await targets()).map(({ planned }) => planned).sort()).toEqual([2, 3]);
  });

  it('takes nothing of a table with a wrong line, and says which', async () => {
    const response = await bring('group,planned\nWorkers,4\nOthers,many\n');
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(
      'Line 3, cell 2: “many” is no whole number of people. Nothing was brought in.',
    );
    expect(await targets()).toEqual([]);
  });

  it('reads what the export writes', async () => {
    await save({ [`planned-${employers}-${africa}`]: 6 });
    const csv = await html('sample.csv');
    expect(csv).toBe('group,region,planned,interviewed,short\r\nEmployers,Africa,6,0,6\r\n');
    const before = await targets();
    await bring(csv);
    expect(await targets()).toEqual(before);
  });
});

describe('comparing with a published table', () => {
  const TABLE = 'group,interviews,people\nEmployers,2,1\nWorkers,3,3\nTotal,5,4\n';
  const compare = (table: string) =>
    html(`overview-table/compare?table=${encodeURIComponent(table)}`);

  it('shows where the two differ, both ways, and says it in words', async () => {
    await interviewedIn({ group_id: employers });
    await interviewedIn({ group_id: await aGroup(t.ctx, 'Governments') });
    const page = await compare(TABLE);
    expect(page).toContain('1 row differs; 1 is published and not counted here');
    expect(page).toContain('1 is counted here and not published');
    expect(page).toContain('−1 interview');
    expect(page).toContain('The totals differ.');
  });

  it('says when they agree, and that published rows add up to something else', async () => {
    await interviewedIn({ group_id: employers });
    const page = await compare('Employers\t1\t1\nTotal\t1\t1');
    expect(page).toContain('The two tables say the same.');
    expect(await compare('A,1,1\nB,2,2\nTotal,2,3')).toContain('add up to +1 interviews');
  });

  it('keeps nothing unless asked to, and then what was asked', async () => {
    await compare(TABLE);
    const kept = () => t.ctx.db.selectFrom('published_table').select('body').execute();
    expect(await kept()).toEqual([]);
    await t.post(path('overview-table/published'), { rows: 'group', table: TABLE });
    expect(await html('overview-table/compare')).toContain('This table is kept');
    await t.post(path('overview-table/published'), { rows: 'group', table: '' });
    expect(await kept()).toEqual([]);
    await undoLast(t.ctx);
    expect(await kept()).toEqual([{ body: TABLE.trim() }]);
  });

  it('refuses what is no such table beside the field', async () => {
    const page = await compare('Employers,two,1\nWorkers,1,1');
    expect(page).toContain('Line 1, “Employers, two, 1”');
    expect(page).toContain('Employers,two,1');
  });
});

describe('on the command line', () => {
  it('a plan comes in and goes out, and two tables are compared', async () => {
    await interviewedIn({ group_id: employers });
    const run = (argv: string[], input: string) => runCli(t, COMMANDS, argv, input);
    const came = await run(['sample', 'import', '-'], 'group,planned\nEmployers,6\n');
    expect(came.json()).toEqual({ lines: 1, targets: 1 });
    expect((await run(['sample', 'export'], '')).json()).toEqual([
      { group: 'Employers', region: '', planned: 6, interviewed: 1, short: 5 },
    ]);
    const compared = await run(['sample', 'compare', '-'], 'Employers,1,1\n');
    expect(compared.json()).toMatchObject({ agrees: true });
    expect((await run(['sample', 'import', '-'], 'a,b\n')).code).toBe(1);
  });
});
