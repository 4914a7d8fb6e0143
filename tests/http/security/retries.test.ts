import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { CASES } from './cases.ts';
import { addressOf, isUnsafe, nameOf, routesOf, type RouteEntry } from './routes.ts';
import { newestChange, snapshot } from './rows.ts';
import { aStudy, type Study } from './study.ts';

/** Promise 5 on the addresses as they are registered: a new one is tested without being named here. */

let t: TestApp;
let study: Study;
beforeEach(async () => {
  t = await testApp();
  study = await aStudy(t, 'Retried');
});
afterEach(() => t.close());

const probe = await testApp();
const routes = routesOf(probe);
await probe.close();

const KEY = { 'idempotency-key': 'sent-until-answered' };

describe('a request that comes again with its key is answered as before and does nothing', () => {
  const unsafe = routes
    .filter(isUnsafe)
    .map((route): [string, RouteEntry] => [nameOf(route), route]);

  it.each(unsafe)('%s', async (name, route) => {
    const { form = {}, ids } = (await CASES[name]?.(t, study)) ?? {};
    const address = addressOf(route.path, { ...study, ...ids });
    const first = await t.post(address, form, KEY);
    const [rows, newest] = [await snapshot(t.deps.db), await newestChange(t.deps.db)];
    for (let n = 0; n < 3; n += 1) {
      const again = await t.post(address, form, KEY);
      expect(again.status, await again.clone().text()).toBe(first.status);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
    }
    expect(await newestChange(t.deps.db)).toBe(newest);
    expect(await snapshot(t.deps.db)).toEqual(rows);
  });

  it.each(unsafe)('%s, as a piece of a page', async (name, route) => {
    const { form = {}, ids } = (await CASES[name]?.(t, study)) ?? {};
    const address = addressOf(route.path, { ...study, ...ids });
    const headers = { ...KEY, 'hx-request': 'true', 'hx-request-type': 'partial' };
    const first = await t.post(address, form, headers);
    const newest = await newestChange(t.deps.db);
    const again = await t.post(address, form, headers);
    expect(again.status, await again.clone().text()).toBe(first.status);
    expect(await newestChange(t.deps.db)).toBe(newest);
  });

  it('and what is remembered of requests holds no words that people wrote', async () => {
    for (const [name, route] of unsafe) {
      const { form = {}, ids } = (await CASES[name]?.(t, await aStudy(t, 'Kept'))) ?? {};
      await t.post(addressOf(route.path, { ...study, ...ids }), form, KEY);
    }
    const kept = await t.deps.db.selectFrom('request_key').select('value').execute();
    expect(kept.length).toBeGreaterThan(20);
    for (const words of ['Something else', 'A thought', 'Why?', 'Yes.', 'Ada', 'And then?'])
      expect(JSON.stringify(kept)).not.toContain(words);
  });
});

describe('every form that changes something carries a key', () => {
  const pages = routes.filter((route) => !isUnsafe(route)).map(({ path }) => path);

  it.each(pages)('%s', async (path) => {
    const answer = await t.get(addressOf(path, study));
    if (answer.headers.get('content-type')?.startsWith('text/html') !== true) return;
    const forms = (await answer.text()).match(/<form\b[^>]*method="post".*?<\/form>/gsu) ?? [];
    for (const form of forms)
      expect(form.match(/name="request_key" value="[\w-]{8,}"/gu), form).toHaveLength(1);
  });
});
