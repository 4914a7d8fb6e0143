import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../factories/app.ts';

let program: TestApp;
beforeAll(async () => {
  program = await testApp();
});
afterAll(() => program.close());

const kept = async (path: string) => (await program.get(path)).headers.get('cache-control');

describe('style sheets, scripts and icons', () => {
  it('are kept for good under the address that pages give them', async () => {
    const html = await (await program.get('/')).text();
    const icon = /href="(\/static\/icons\/[^"]+)"/u.exec(html)?.[1] ?? '';
    expect(icon).toMatch(/\?v=[0-9a-f]{10}$/u);
    expect(await kept(icon)).toContain('immutable');
  });

  it('are asked for again under any other address, which could show other files tomorrow', async () => {
    expect(await kept('/static/icons/favicon.svg')).toBe('no-cache');
    expect(await kept('/static/icons/favicon.svg?v=yesterday')).toBe('no-cache');
  });

  it('all have the one tag in a page', async () => {
    const html = await (await program.get('/')).text();
    const files = [
      ...html.matchAll(/(?:href|src)="\/static\/[^"]+\.(?:css|js|svg)(\?v=[^"]*)?"/gu),
    ];
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(new Set(files.map(([, tag]) => tag)).size).toBe(1);
  });

  it('no page with people’s words is kept', async () => {
    expect(await kept('/')).toBe('no-store');
  });
});
