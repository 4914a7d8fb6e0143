import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { dangersIn } from './dangers.ts';
import { hostileStudy } from './hostile.ts';
import { GROUPS, PAYLOADS } from './payloads.ts';
import { addressOf, ASKED_FOR, isUnsafe, routesOf } from './routes.ts';
import type { Study } from './study.ts';

/** Promise 13 as the server keeps it; tests/browser/security.test.ts visits the same pages with a real browser. */

let t: TestApp;
const studies: Study[] = [];
beforeAll(async () => {
  t = await testApp();
  for (const payloads of GROUPS) studies.push(await hostileStudy(t, payloads));
});
afterAll(() => t.close());

const probe = await testApp();
const pages = routesOf(probe).filter((route) => !isUnsafe(route));
await probe.close();

it('there are a hundred payloads', () => expect(new Set(PAYLOADS).size).toBe(100));

describe('nothing that somebody wrote can run in a page', () => {
  it.each([...pages.map(({ path }) => path), ...ASKED_FOR])('%s', async (path) => {
    for (const study of studies) {
      for (const headers of [{}, { 'hx-request': 'true' }]) {
        const answer = await t.get(addressOf(path, study), headers);
        expect(answer.status).not.toBe(500);
        if (answer.headers.get('content-type')?.startsWith('text/html') === true)
          expect(dangersIn(await answer.text()), addressOf(path, study)).toEqual([]);
        else if (answer.status === 200 && path !== '/health')
          expect(answer.headers.get('content-disposition'), path).toMatch(/^attachment/u);
      }
    }
  });

  it('nor in what a page says of an address that it does not understand', async () => {
    const words = ['q', 'name', 'by', 'at', 'code', 'coding', 'kind', 'unit', 'count', 'group'];
    for (const { path } of pages) {
      for (const payloads of GROUPS) {
        const said = payloads.join('');
        const query = new URLSearchParams(
          Object.fromEntries(words.map((word) => [word, said])),
        ).toString();
        const study = studies[0];
        if (!study) throw new Error('no study');
        const answer = await t.get(`${addressOf(path, study)}?${query}`);
        expect(answer.status, `${path}?${query}`).not.toBe(500);
        if (answer.headers.get('content-type')?.startsWith('text/html') === true)
          expect(dangersIn(await answer.text()), `${path}?${query}`).toEqual([]);
      }
    }
  });
});

describe('the policy', () => {
  it('allows no inline script or style and nothing from elsewhere, on every answer', async () => {
    for (const path of ['/', '/no/such/page', '/static/build/app.css', '/health']) {
      const policy = (await t.get(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/u);
    }
  });

  it('lets no browser guess a type, and keeps pages out of caches', async () => {
    const { headers } = await t.get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
