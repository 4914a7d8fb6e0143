import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRegion, aRespondent } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/interviews${rest}`;
const html = async (address: string) => (await t.get(address)).text();
const shown = async (query: string) =>
  [...(await html(path(`?${query}`))).matchAll(/>(I-\d+)</gu)].map(([, reference]) => reference);
const interviews = () => t.ctx.db.selectFrom('interview').selectAll().orderBy('id').execute();
const bulk = (form: FormFields) => t.post(path('/bulk'), form);

describe('the list of interviews', () => {
  it('finds letters whatever their case and accents, in any script', async () => {
    await anInterview(t.ctx, [], { reference: 'I-90', location: 'São Paulo' });
    await anInterview(t.ctx, [await aRespondent(t.ctx, { role: 'Élue locale' })], {
      reference: 'I-91',
    });
    await anInterview(t.ctx, [], { reference: 'I-92', location: 'Київ' });
    for (const query of ['sao paulo', 'SÃO', 'sa\u0303o'])
      expect(await shown(`q=${encodeURIComponent(query)}`), query).toEqual(['I-90']);
    for (const query of ['elue', 'ÉLUE', 'élue'])
      expect(await shown(`q=${encodeURIComponent(query)}`), query).toEqual(['I-91']);
    expect(await shown(`q=${encodeURIComponent('КИЇВ')}`)).toEqual(['I-92']);
  });

  it('is narrowed to a place, to days and to what consent allows', async () => {
    await anInterview(t.ctx, [], { reference: 'I-90', date: '2026-01-01', location: 'Lima' });
    await anInterview(t.ctx, [], {
      reference: 'I-91',
      date: '2026-01-03',
      end_date: '2026-01-06',
      consent: 'withdrawn',
    });
    await anInterview(t.ctx, [], { reference: 'I-92', date: null });
    expect(await shown('location=Lima')).toEqual(['I-90']);
    expect(await shown('from=2026-01-05')).toEqual(['I-91']);
    expect(await shown('to=2026-01-02')).toEqual(['I-90']);
    expect(await shown('from=2026-01-01&to=2026-01-03')).toEqual(['I-91', 'I-90']);
    expect(await shown('consent=withdrawn')).toEqual(['I-91']);
    expect(await shown('consent=kept&sort=reference')).toEqual(['I-90', 'I-92']);
    expect(await shown('from=nonsense&sort=reference')).toEqual(['I-90', 'I-91', 'I-92']);
  });

  it.each([
    ['respondents', ['I-91', 'I-90']],
    ['group', ['I-90', 'I-91']],
    ['region', ['I-91', 'I-90']],
    ['interviewers', ['I-90', 'I-91']],
    ['location', ['I-91', 'I-90']],
    ['kind', ['I-91', 'I-90']],
    ['mode', ['I-90', 'I-91']],
    ['language', ['I-90', 'I-91']],
    ['status', ['I-90', 'I-91']],
    ['consent', ['I-91', 'I-90']],
  ])('sorts by %s, and the other way round', async (column, order) => {
    const [workers, others] = [await aGroup(t.ctx, 'Workers'), await aGroup(t.ctx, 'Albanians')];
    const [asia, africa] = [await aRegion(t.ctx, 'Asia'), await aRegion(t.ctx, 'Africa')];
    const ten = { reference: 'R-10', group_id: workers, region_id: africa };
    const nine = { reference: 'R-9', group_id: others, region_id: asia };
    await aRespondent(t.ctx, ten);
    await aRespondent(t.ctx, nine);
    const log = (form: FormFields) => t.post(path(), { date: '2013-03-15', ...form });
    const first = { reference: 'I-90', location: 'Lima', mode: 'in person', language: 'English' };
    await log({ ...first, respondent: 1, kind: 'debrief', status: 'planned', interviewers: 'Ana' });
    const second = { reference: 'I-91', location: 'Accra', mode: 'phone', language: 'French' };
    await log({ ...second, respondent: 2, status: 'coded', consent: 'given', interviewers: 'Bo' });
    expect(await shown(`sort=${column}`)).toEqual(order);
    expect(await shown(`sort=-${column}`)).toEqual([...order].reverse());
  });

  it('counts how far all interviews are, whatever is shown', async () => {
    await anInterview(t.ctx, [], { status: 'planned' });
    await anInterview(t.ctx, [], { status: 'planned' });
    await anInterview(t.ctx, [], { status: 'coded' });
    const page = await html(path('?status=coded'));
    for (const words of ['<b>2</b> planned', '<b>0</b> held', '<b>1</b> coded'])
      expect(page).toContain(words);
  });
});

describe('the columns of the list', () => {
  const heads = (page: string) =>
    [...page.matchAll(/class="sort-link" href="[^"]*">([^<]+)/gu)].map(([, words]) => words);

  it('are those the address names, the reference first', async () => {
    await anInterview(t.ctx);
    expect(heads(await html(path('?cols=consent,date')))).toEqual(['Reference', 'Date', 'Consent']);
    expect(heads(await html(path('?cols=reference&cols=mode')))).toEqual(['Reference', 'How']);
    expect(heads(await html(path('?cols=nonsense')))).toContain('Interviewers');
  });

  it('are remembered, and the address then names them', async () => {
    await anInterview(t.ctx);
    const chosen = await t.get(path('?cols=reference&cols=mode'));
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const later = await t.get(path('?status=done'), { cookie });
    expect(later.status).toBe(302);
    expect(later.headers.get('location')).toBe(path('?status=done&cols=reference%2Cmode'));
  });
});

describe('changing several interviews at once', () => {
  it('changes what is said in those chosen, as one change that undo takes back', async () => {
    const ids = [
      await anInterview(t.ctx, [], { location: 'Lima', status: 'planned' }),
      await anInterview(t.ctx, [], { location: 'Accra', status: 'planned' }),
    ];
    const other = await anInterview(t.ctx, [], { status: 'planned' });
    const before = await interviews();
    const changes = (await listChanges(t.ctx)).length;
    const answer = await bulk({
      pick: ids,
      query: 'status=planned',
      status: 'done',
      interviewers: 'Ana; Bo',
      may_quote: 'no',
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(path('?status=planned'));
    expect(await listChanges(t.ctx)).toHaveLength(changes + 1);
    for (const row of await interviews())
      expect(row).toMatchObject(
        row.id === other
          ? { status: 'planned', may_quote: '' }
          : { status: 'done', may_quote: 'no' },
      );
    expect((await interviews()).map(({ location }) => location)).toEqual(['Lima', 'Accra', '']);
    expect(await html(path(`/${ids[1]}`))).toContain('Ana, Bo');
    await t.post(`/projects/${t.ctx.projectId}/undo`);
    const plain = (rows: Awaited<ReturnType<typeof interviews>>) =>
      rows.map(({ revision: _, ...row }) => row);
    expect(plain(await interviews())).toEqual(plain(before));
    expect(await html(path(`/${ids[1]}`))).not.toContain('Ana, Bo');
  });

  it('changes all that are found, on every page', async () => {
    for (let n = 0; n < 60; n += 1) await anInterview(t.ctx, [], { status: 'planned' });
    await anInterview(t.ctx, [], { status: 'coded' });
    await bulk({ all: 'found', query: 'status=planned&page=2', location: 'Lima' });
    const places = (await interviews()).map(({ location }) => location);
    expect(places.filter((place) => place === 'Lima')).toHaveLength(60);
    expect(places.at(-1)).toBe('');
  });

  it('refuses to change none, or nothing, and keeps what was chosen', async () => {
    const id = await anInterview(t.ctx);
    const none = await bulk({ location: 'Lima' });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Choose at least one interview');
    const nothing = await bulk({ pick: id });
    const page = await nothing.text();
    expect(nothing.status).toBe(422);
    expect(page).toContain('at least one field must not be empty');
    expect(page).toMatch(new RegExp(`value="${id}"[^>]*checked`, 'u'));
  });
});

describe('planned interviews for a calendar', () => {
  it('are those with a day, by reference and place, and never by name', async () => {
    const respondent = await aRespondent(t.ctx, { role: 'Secretary' });
    await t.post(`/projects/${t.ctx.projectId}/respondents/${respondent}/identity`, {
      name: 'Pinewhistle',
    });
    const planned = { status: 'planned', date: '2026-02-27' } as const;
    await anInterview(t.ctx, [respondent], { ...planned, reference: 'I-90', location: 'Lima' });
    await anInterview(t.ctx, [], { ...planned, reference: 'I-91', date: null });
    await anInterview(t.ctx, [], { ...planned, reference: 'I-92', consent: 'withdrawn' });
    await anInterview(t.ctx, [], { ...planned, reference: 'I-93', status: 'done' });
    const answer = await t.get(path('/planned.ics'));
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const text = await answer.text();
    expect(text).toContain('SUMMARY:Interview I-90\r\nLOCATION:Lima');
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
    expect(text).not.toMatch(/Pinewhistle|Secretary/u);
  });
});
