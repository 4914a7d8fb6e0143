import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchor } from '../../../src/help/guide.ts';
import { GUIDE_PAGES } from '../../../src/help/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

describe('the guide', () => {
  it('has every page that its contents name, and names every page that it has', () => {
    const files = readdirSync(new URL('../../../docs/guide', import.meta.url)).filter((name) =>
      name.endsWith('.md'),
    );
    expect(files.map((name) => name.replace('.md', '')).sort()).toEqual([...GUIDE_PAGES].sort());
  });

  it.each(GUIDE_PAGES)('shows “%s”, and every link in it leads somewhere', async (name) => {
    const response = await t.get(name === 'index' ? '/help' : `/help/${name}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    for (const [, path = '', , target] of html.matchAll(/href="(\/help[^"#]*)(#([^"]+))?"/gu)) {
      const linked = await t.get(path);
      expect([path, linked.status]).toEqual([path, 200]);
      if (target !== undefined) expect(await linked.text()).toContain(`id="${target}"`);
    }
  });

  it('shows its pictures, each with words for those who cannot see it', async () => {
    const html = await (await t.get('/help/analysis')).text();
    const pictures = [...html.matchAll(/<img src="([^"]+)" alt="([^"]+)"/gu)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, address = ''] of pictures) expect((await t.get(address)).status).toBe(200);
  });

  it('says so when there is no such page', async () => {
    expect((await t.get('/help/nothing')).status).toBe(404);
    expect((await t.get('/help/..%2F..%2Fpackage.json')).status).toBe(404);
  });

  it('makes the same address of a heading as the links to it', () => {
    expect(anchor('What a number counts')).toBe('what-a-number-counts');
    expect(anchor('`codings.empty`')).toBe('codings-empty');
  });
});
