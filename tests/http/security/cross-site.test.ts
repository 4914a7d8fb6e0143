import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { addressOf, isUnsafe, nameOf, routesOf, type RouteEntry } from './routes.ts';
import { aStudy, type Study } from './study.ts';

/** Promise 15, on the addresses as they are registered: a new one is tested without being named here. */

const HOST = '127.0.0.1:4000';
const OURS = `http://${HOST}`;

let t: TestApp;
let study: Study;
let before: unknown;
beforeAll(async () => {
  t = await testApp();
  study = await aStudy(t, 'Ours');
  before = await heads();
});
afterAll(() => t.close());

const probe = await testApp();
const routes = routesOf(probe);
await probe.close();

/** The end of every project's chain of changes: whatever is written moves one of them. */
const heads = () => t.deps.db.selectFrom('change_head').selectAll().orderBy('project_id').execute();

interface Attack {
  how: string;
  method?: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

const form = 'application/x-www-form-urlencoded';
const fields = 'name=x&text=x&body=x&revision=1&start=0&end=4&version=1&code=1';

const ATTACKS: Attack[] = [
  {
    how: 'a form of another site',
    headers: { origin: 'https://evil.example', 'content-type': form },
    body: fields,
  },
  { how: 'a form without an origin', headers: { 'content-type': form }, body: fields },
  {
    how: 'a form whose origin is hidden',
    headers: { origin: 'null', 'content-type': form },
    body: fields,
  },
  {
    how: 'a form of another program on this machine',
    headers: { origin: 'http://127.0.0.1:5000', 'content-type': form },
    body: fields,
  },
  {
    how: 'a form of a site whose name begins with ours',
    headers: { origin: `${OURS}.evil.example`, 'content-type': form },
    body: fields,
  },
  {
    how: 'a form that the browser calls cross-site although its origin looks right',
    headers: { origin: OURS, 'sec-fetch-site': 'cross-site', 'content-type': form },
    body: fields,
  },
  {
    how: 'JSON of another site',
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    body: '{"name":"x"}',
  },
  {
    how: 'JSON sent as plain text',
    headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
    body: '{"name":"x"}',
  },
  {
    how: 'files of another site',
    headers: { origin: 'https://evil.example' },
    body: new FormData(),
  },
  { how: 'DELETE of another site', method: 'DELETE', headers: { origin: 'https://evil.example' } },
  { how: 'PUT without an origin', method: 'PUT', headers: {} },
  { how: 'PATCH without an origin', method: 'PATCH', headers: {} },
];

describe('a request that does not come from our own pages is refused and changes nothing', () => {
  const unsafe = routes
    .filter(isUnsafe)
    .map((route): [string, RouteEntry] => [nameOf(route), route]);

  it.each(unsafe)('%s', async (_name, { method, path }) => {
    for (const attack of ATTACKS) {
      const answer = await t.app.request(addressOf(path, study), {
        method: attack.method ?? method,
        headers: { host: HOST, ...attack.headers },
        ...(attack.body === undefined ? {} : { body: attack.body }),
      });
      expect(answer.status, attack.how).toBe(403);
    }
    expect(await heads()).toEqual(before);
  });

  it('whatever the address, known or not', async () => {
    const answer = await t.app.request('/no/such/address', {
      method: 'POST',
      headers: { host: HOST },
    });
    expect(answer.status).toBe(403);
  });
});

/** Reading must be safe, since a page elsewhere can make a browser ask for any address. */
describe('looking changes nothing', () => {
  /** Looking at an identity is an event of the record itself. */
  const RECORDS_LOOKING = ['GET /projects/:projectId/respondents/:respondentId/identity'];
  const safe = routes
    .filter((route) => !isUnsafe(route) && !RECORDS_LOOKING.includes(nameOf(route)))
    .map((route): [string, RouteEntry] => [nameOf(route), route]);

  it.each(safe)('%s', async (_name, { path }) => {
    await t.get(addressOf(path, study), { origin: 'https://evil.example' });
    expect(await heads()).toEqual(before);
  });
});
