import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/history/index.ts';
import { createInterview } from '../../../src/interviews/index.ts';
import { testApp, type FormFields, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRegion, aRespondent, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/interviews${rest}`;
const html = async (address: string) => (await t.get(address)).text();
const interviews = () => t.ctx.db.selectFrom('interview').selectAll().orderBy('id').execute();
const QUOTED = { may_quote: 'as', quote_as: 'Only anonymously' };
const log = (form: FormFields = {}) => t.post(path(), { date: '2013-03-15', ...form });

describe('the list of interviews', () => {
  it('is empty with a first step', async () => {
    const page = await html(path());
    expect(page).toContain('No interviews yet');
    expect(page).toContain('/interviews/new');
  });

  it('shows reference, date, respondents with group and region, interviewers and status', async () => {
    const group = await aGroup(t.ctx, 'Workers');
    const region = await aRegion(t.ctx, 'Africa');
    const respondent = await aRespondent(t.ctx, {
      reference: 'R-07',
      group_id: group,
      region_id: region,
    });
    await log({ respondent, interviewers: 'MS; EMcG', location: 'Nairobi' });
    const page = await html(path());
    for (const text of [
      'I-01',
      '15 Mar 2013',
      'R-07',
      'Workers',
      'Africa',
      'Nairobi',
      'MS, EMcG',
      'Done',
    ])
      expect(page).toContain(text);
  });

  it('is filtered, searched and sorted by its address', async () => {
    const workers = await aGroup(t.ctx, 'Workers');
    await anInterview(t.ctx, [await aRespondent(t.ctx, { group_id: workers })], {
      reference: 'I-90',
      status: 'planned',
    });
    await anInterview(t.ctx, [await aRespondent(t.ctx)], { reference: 'I-91', location: 'Beirut' });
    await createInterview(t.ctx, {
      reference: 'I-92',
      date: '2001-01-01',
      endDate: null,
      mode: '',
      location: '',
      language: '',
      consent: 'given',
      mayQuote: '',
      respondents: [],
      interviewers: ['Maren 100%'],
    });
    const shown = async (query: string) =>
      [...(await html(path(`?${query}`))).matchAll(/>(I-9\d)</gu)].map(([, ref]) => ref);
    expect(await shown(`group=${workers}`)).toEqual(['I-90']);
    expect(await shown('status=planned')).toEqual(['I-90']);
    expect(await shown('q=beirut')).toEqual(['I-91']);
    expect(await shown('q=100%25')).toEqual(['I-92']);
    expect(await shown('q=%25')).toEqual(['I-92']);
    expect(await shown('q=nobody')).toEqual([]);
    expect(await shown('sort=reference')).toEqual(['I-90', 'I-91', 'I-92']);
    expect(await shown('sort=-reference')).toEqual(['I-92', 'I-91', 'I-90']);
    expect((await shown('sort=date'))[0]).toBe('I-92');
  });

  it('is bounded, with pages', async () => {
    for (let n = 0; n < 51; n += 1) await anInterview(t.ctx);
    const first = await html(path());
    expect(first).toContain('1 to 50 of 51');
    expect(await html(path('?page=2'))).toContain('51 to 51 of 51');
    expect((await t.get(path('?page=99'))).status).toBe(200);
  });

  it('finds no interview by the name of a respondent', async () => {
    const respondent = await aRespondent(t.ctx);
    await t.post(`/projects/${t.ctx.projectId}/respondents/${respondent}/identity`, {
      name: 'Pinewhistle',
    });
    await anInterview(t.ctx, [respondent], { reference: 'I-77' });
    expect(await html(path('?q=pinewhistle'))).not.toContain('I-77');
  });
});

describe('logging an interview', () => {
  it('begins with today, me, how the last one was, and where the last one of today was', async () => {
    const first = await html(path('/new'));
    expect(first).toContain('value="2026-01-05"');
    expect(first).toMatch(
      /name="interviewers"[^>]*value="You"|value="You"[^>]*name="interviewers"/u,
    );
    await log({ location: 'Lima', mode: 'phone', interviewers: 'MS; EMcG' });
    const next = await html(path('/new'));
    expect(next).toMatch(/value="phone" checked/u);
    expect(next).not.toContain('MS; EMcG');
    expect(next).not.toMatch(/name="location"[^>]*value="Lima"|value="Lima"[^>]*name="location"/u);
    await log({ date: '2026-01-05', location: 'Geneva', interviewers: 'MS' });
    expect(await html(path('/new'))).toMatch(
      /name="location"[^>]*value="Geneva"|value="Geneva"[^>]*name="location"/u,
    );
  });

  it('makes it with known and new respondents, and opens its notes', async () => {
    const known = await aRespondent(t.ctx, { reference: 'R-07' });
    const response = await log({
      respondent: [known, ''],
      new_group: ['Workers', ''],
      new_region: ['Africa', ''],
      new_role: ['Secretary', ''],
      new_organisation: ['', ''],
      new_people: ['', ''],
    });
    expect(response.headers.get('location')).toMatch(/\/interviews\/\d+$/u);
    const [interview] = await interviews();
    expect(interview).toMatchObject({
      reference: 'I-01',
      kind: 'group',
      status: 'done',
      date: '2013-03-15',
    });
    const made = await t.ctx.db
      .selectFrom('respondent')
      .select(['reference', 'role'])
      .where('id', '<>', known)
      .execute();
    expect(made).toEqual([{ reference: 'R-08', role: 'Secretary' }]);
  });

  it('is one change', async () => {
    const before = (await listChanges(t.ctx)).length;
    await log({ new_group: 'Workers', interviewers: 'MS' });
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
  });

  it('takes a respondent from the address, as the respondent’s page offers', async () => {
    const id = await aRespondent(t.ctx);
    expect(await html(path(`/new?respondent=${id}`))).toMatch(
      new RegExp(`value="${id}" selected`, 'u'),
    );
  });

  it('keeps everything typed when another row is asked for', async () => {
    const id = await aRespondent(t.ctx);
    const response = await log({
      more: 'respondent',
      respondent: id,
      location: 'Kyiv',
      new_role: 'Adviser',
    });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Respondent 2');
    expect(page).toContain('Kyiv');
    expect(page).toContain('Adviser');
    expect(await interviews()).toEqual([]);
  });

  it('is planned when its day is still to come', async () => {
    await log({ date: '2026-01-06' });
    expect((await interviews())[0]?.status).toBe('planned');
  });

  it('ties a follow-up to the first interview with the same respondent, and both pages say so', async () => {
    const respondent = await aRespondent(t.ctx);
    await log({ respondent });
    await log({ respondent, date: '2013-04-01' });
    await log({ respondent, kind: 'follow-up', date: '2013-05-22' });
    const [first, , third] = await interviews();
    expect(third).toMatchObject({ kind: 'follow-up', follows_id: first?.id });
    expect(await html(path(`/${third?.id}`))).toContain('Follows');
    expect(await html(path(`/${first?.id}`))).toContain('Followed by');
  });

  it('lets a follow-up follow another one of theirs, and no one else’s', async () => {
    const respondent = await aRespondent(t.ctx);
    await log({ respondent });
    await log({ respondent, date: '2013-04-01' });
    await log({ respondent: await aRespondent(t.ctx) });
    const [, second, stranger] = await interviews();
    const form = { respondent, kind: 'follow-up', date: '2013-05-22' };
    const refused = await log({ ...form, follows: stranger?.id ?? 0 });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('no interview with the same respondents');
    await log({ ...form, follows: second?.id ?? 0 });
    expect((await interviews()).at(-1)?.follows_id).toBe(second?.id);
  });

  it('begins a follow-up with the people of the interview it follows', async () => {
    const respondent = await aRespondent(t.ctx);
    const id = await anInterview(t.ctx, [respondent], { reference: 'I-40' });
    const page = await html(path(`/new?follows=${id}`));
    expect(page).toMatch(new RegExp(`value="${respondent}" selected`, 'u'));
    expect(page).toContain('value="follow-up" selected');
    expect(page).toMatch(new RegExp(`<option value="${id}" selected[^>]*>I-40`, 'u'));
  });

  it('keeps whether the respondent may be quoted: yes, no, or as they say', async () => {
    await log({ may_quote: 'yes' });
    await log({ may_quote: 'no' });
    await log(QUOTED);
    expect((await interviews()).map(({ may_quote }) => may_quote)).toEqual([
      'yes',
      'no',
      'Only anonymously',
    ]);
    const refused = await log({ may_quote: 'as', quote_as: ' ' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Say how the respondent may be quoted');
  });

  it('keeps the name of someone new apart from everything else', async () => {
    await log({ new_name: 'Pinewhistle', new_group: 'Workers' });
    const identity = await t.ctx.db.selectFrom('respondent_identity').selectAll().execute();
    expect(identity.map(({ name }) => name)).toEqual(['Pinewhistle']);
    expect(await html(path('/1'))).not.toContain('Pinewhistle');
    expect(await html(path())).not.toContain('Pinewhistle');
  });

  it.each([
    [{ date: '31.2.2013' }, '“31.2.2013” is not a day in the calendar.'],
    [{ date: 'soon' }, '“soon” is not a date.'],
    [{ end_date: '2013-03-14' }, 'The last day is before the first.'],
    [{ date: '', end_date: '2013-03-14' }, 'Say the first day too.'],
    [{ kind: 'chat' }, 'Choose one of those offered.'],
    [{ new_people: '-3' }, 'Say how many people the group is'],
    [{ respondent: 999 }, 'no longer in this project'],
    [{ location: 'x'.repeat(301) }, 'This is too long'],
  ])(
    'says beside the field what is wrong and keeps what was typed: %j',
    async (wrong, sentence) => {
      const response = await log({ location: 'Trieste', ...QUOTED, ...wrong });
      const page = await response.text();
      expect(response.status).toBe(422);
      expect(page).toContain(sentence);
      expect(page).toContain('aria-invalid="true"');
      expect(page).toContain('Only anonymously');
      expect(await interviews()).toEqual([]);
    },
  );

  it('refuses a reference that is taken and the same respondent twice', async () => {
    const id = await aRespondent(t.ctx);
    await log({ reference: 'I-05' });
    expect(await (await log({ reference: 'I-05' })).text()).toContain(
      'There already is an interview I-05',
    );
    expect(await (await log({ respondent: [id, id] })).text()).toContain('chosen twice');
    expect(await interviews()).toHaveLength(1);
  });
});

describe('changing the facts about an interview', () => {
  const stampIn = async (id: number) =>
    /name="stamp" value="([^"]+)"/u.exec(await html(path(`/${id}/facts`)))?.[1] ?? '';

  it('changes facts and people as one change', async () => {
    const [a, b] = [await aRespondent(t.ctx), await aRespondent(t.ctx)];
    const id = await anInterview(t.ctx, [a]);
    const before = (await listChanges(t.ctx)).length;
    const form = {
      stamp: await stampIn(id),
      respondent: [b, a],
      location: 'Lima',
      interviewers: 'MS',
      status: 'coded',
    };
    expect((await t.post(path(`/${id}/facts`), form)).status).toBe(303);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    const people = await t.ctx.db
      .selectFrom('interview_respondent')
      .select('respondent_id')
      .orderBy('position')
      .execute();
    expect(people.map(({ respondent_id }) => respondent_id)).toEqual([b, a]);
    expect((await interviews())[0]).toMatchObject({ location: 'Lima', status: 'coded' });
  });

  it('is refused when someone changed them meanwhile, with both versions on the page', async () => {
    const id = await anInterview(t.ctx);
    const stamp = await stampIn(id);
    await t.post(path(`/${id}/facts`), { stamp, location: 'Theirs' });
    const response = await t.post(path(`/${id}/facts`), { stamp, location: 'Mine' });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('Theirs');
    expect(page).toContain('value="Mine"');
    expect((await interviews())[0]?.location).toBe('Theirs');
  });

  it('is not refused because notes were saved meanwhile', async () => {
    const id = await anInterview(t.ctx);
    const stamp = await stampIn(id);
    await t.post(path(`/${id}/notes`), { 'notes-free': 'Noisy', 'revision-free': '0-1kbo5t1' }, {});
    expect((await t.post(path(`/${id}/facts`), { stamp, location: 'Mine' })).status).toBe(303);
  });
});

describe('removing an interview', () => {
  it('takes its notes and people with it, and undo brings them back', async () => {
    const id = await anInterview(t.ctx, [await aRespondent(t.ctx)]);
    expect((await t.post(path(`/${id}/remove`))).status).toBe(303);
    expect(await interviews()).toEqual([]);
    await t.post(`/projects/${t.ctx.projectId}/undo`);
    expect(await interviews()).toHaveLength(1);
    expect(await t.ctx.db.selectFrom('interview_respondent').selectAll().execute()).toHaveLength(1);
  });

  it('is refused while a source hangs on it', async () => {
    const id = await anInterview(t.ctx);
    await aSource(t.ctx, 'Hello', { interview_id: id });
    expect((await t.post(path(`/${id}/remove`))).status).toBe(409);
    expect(await interviews()).toHaveLength(1);
  });
});
