import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aGroup, anInterview, aRespondent } from '../../factories/data.ts';

/** Today is the 5th of January 2026. */
let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const path = (rest = '') => `/projects/${t.ctx.projectId}/interviews${rest}`;
const html = async (query = '') => (await t.get(path(`/calendar${query}`))).text();
/** What stands in the table under a day, as words. */
const under = (page: string, day: string) =>
  (new RegExp(`id="day-${day}".*?</td>`, 'su').exec(page)?.[0] ?? '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('the calendar of interviews', () => {
  it('shows the month of today, each interview under its day with its status and respondents', async () => {
    const respondent = await aRespondent(t.ctx, { reference: 'R-71' });
    await anInterview(t.ctx, [respondent], { reference: 'I-90', date: '2026-01-05' });
    await anInterview(t.ctx, [], { reference: 'I-91', date: '2026-01-20', status: 'planned' });
    const page = await html();
    expect(page).toContain('January 2026');
    expect(under(page, '2026-01-05')).toMatch(/I-90 Held.*R-71/u);
    expect(under(page, '2026-01-20')).toContain('I-91 Planned');
    expect(page).toContain('2 interviews: 1 planned, 1 held.');
    expect(page).toMatch(/id="day-2026-01-05"[^>]*aria-current="date"/u);
  });

  it('shows the month that the address names, with the way to those beside it', async () => {
    await anInterview(t.ctx, [], { reference: 'I-90', date: '2013-03-15' });
    const page = await html('?month=2013-03&status=done');
    expect(under(page, '2013-03-15')).toContain('I-90');
    for (const month of ['2013-02', '2013-04', '2026-01'])
      expect(page).toContain(`/calendar?month=${month}&amp;status=done`);
    expect(await html('?month=nonsense')).toContain('January 2026');
  });

  it('puts what lasts several days under each of them and counts it once', async () => {
    await anInterview(t.ctx, [], {
      reference: 'I-90',
      date: '2025-12-30',
      end_date: '2026-01-02',
    });
    const page = await html();
    expect(under(page, '2026-01-01')).toContain('day 3 of 4');
    expect(under(page, '2026-01-02')).toContain('day 4 of 4');
    expect(under(page, '2026-01-03')).not.toContain('I-90');
    expect(page).toContain('1 interview: 0 planned, 1 held.');
  });

  it('leads from a full day to its list, and from an empty one to the form for a new one', async () => {
    for (let n = 0; n < 7; n += 1)
      await anInterview(t.ctx, [], { reference: `I-9${n}`, date: '2026-01-09' });
    const page = await html('?kind=individual');
    expect(under(page, '2026-01-09')).toMatch(/I-90.*I-91.*I-92.*\+4 more/u);
    expect(under(page, '2026-01-09')).not.toContain('I-93');
    expect(page).toContain(path('?kind=individual&amp;from=2026-01-09&amp;to=2026-01-09'));
    const list = await (await t.get(path('?from=2026-01-09&to=2026-01-09'))).text();
    expect(list.match(/>I-9\d</gu)).toHaveLength(7);
    const day = /id="day-2026-01-10" href="([^"]*)"/u.exec(page)?.[1] ?? '';
    expect(await (await t.get(day)).text()).toMatch(/name="date"[^>]*value="2026-01-10"/u);
  });

  it('is narrowed as the list is, and both lead to each other narrowed', async () => {
    const group = await aGroup(t.ctx, 'Workers');
    const worker = await aRespondent(t.ctx, { group_id: group });
    await anInterview(t.ctx, [worker], { reference: 'I-90', date: '2026-01-09' });
    await anInterview(t.ctx, [], { reference: 'I-91', date: '2026-01-09' });
    const page = await html(`?group=${group}`);
    expect(under(page, '2026-01-09')).toContain('I-90');
    expect(under(page, '2026-01-09')).not.toContain('I-91');
    expect(page).toContain(`href="${path(`?group=${group}`)}"`);
    const list = await (await t.get(path(`?group=${group}&from=2013-03-01`))).text();
    expect(list).toContain(path(`/calendar?month=2013-03&amp;group=${group}`));
  });

  it('counts those without a day and leads to them', async () => {
    await anInterview(t.ctx, [], { reference: 'I-90', date: null });
    await anInterview(t.ctx, [], { reference: 'I-91' });
    const page = await html();
    expect(page).toContain('1 has no day yet');
    const link = /href="([^"]*dated=no[^"]*)"/u.exec(page)?.[1] ?? '';
    const list = await (await t.get(link.replaceAll('&amp;', '&'))).text();
    expect([...list.matchAll(/>(I-\d+)</gu)].map(([, reference]) => reference)).toEqual(['I-90']);
  });

  it('says of an empty month where the nearest interviews are', async () => {
    await anInterview(t.ctx, [], { date: '2013-03-15' });
    await anInterview(t.ctx, [], { date: '2013-05-15', consent: 'withdrawn' });
    await anInterview(t.ctx, [], { date: '2027-02-01' });
    const page = await html();
    expect(page).toContain('No interviews in January 2026');
    expect(page).toContain('The last before: March 2013');
    expect(page).toContain('The next: February 2027');
  });

  it('leaves out those whose consent was withdrawn, and says so', async () => {
    await anInterview(t.ctx, [], { reference: 'I-90', consent: 'withdrawn' });
    for (const query of ['', '?consent=withdrawn']) {
      const page = await html(query);
      expect(page).not.toContain('I-90');
      expect(page).toContain('1 interview is left out: consent withdrawn.');
    }
  });
});

describe('filters that are seldom used', () => {
  const more = async (query: string) => {
    const page = await (await t.get(path(query))).text();
    return /<details class="[^"]*register-more"( open="")?.*?<span id="more-filters">([^<]*)/su
      .exec(page)
      ?.slice(1);
  };

  it('are folded away until one is set, and then say how many are', async () => {
    await anInterview(t.ctx);
    expect(await more('')).toEqual([undefined, 'More filters']);
    expect(await more('?q=a&status=done')).toEqual([undefined, 'More filters']);
    expect(await more('?kind=group')).toEqual([' open=""', 'More filters (1 set)']);
    expect(await more('?kind=group&from=2026-01-01&dated=no')).toEqual([
      ' open=""',
      'More filters (3 set)',
    ]);
    expect(await more('/calendar?from=2026-01-01')).toEqual([undefined, 'More filters']);
  });
});
