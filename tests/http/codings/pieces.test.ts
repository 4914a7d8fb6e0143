import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../../views/messages/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const open = (source: number, query = ''): Promise<Response> =>
  Promise.resolve(t.get(`/projects/${t.ctx.projectId}/sources/${source}${query}`));
const count = (html: string, what: string): number => html.split(what).length - 1;

describe('the workbench is sent while it is made', () => {
  it('its head goes out before its text is read', async () => {
    const source = await aSource(t.ctx, 'MS: We sat under the tree.\n', { name: 'Jinja' });
    const { body } = await open(source);
    const { value } = await (body as ReadableStream<Uint8Array>).getReader().read();
    const first = new TextDecoder().decode(value);
    expect(first).toMatch(/^<!doctype html><html/);
    expect(first).toContain('Jinja');
    expect(first).toContain('app.css');
    expect(first).not.toContain('</head>');
    expect(first).not.toContain('under the tree');
  });

  it('the pieces are one document, whatever is in the text', async () => {
    const turns = Array.from({ length: 60 }, (_, n) => `MS: </head><body>${n}\n`).join('\n');
    const html = await (await open(await aSource(t.ctx, turns))).text();
    for (const once of ['<!doctype html>', '<head>', '</head>', '<body ', '</body>', '</html>'])
      expect([once, count(html, once)]).toEqual([once, 1]);
    expect(html.indexOf('</head>')).toBeLessThan(html.indexOf('<body '));
    expect(count(html, '&lt;/head&gt;&lt;body&gt;')).toBe(60);
  });

  /** Milliseconds between the beginning of the text and the rest of it. */
  async function restAfter(source: number, query: string): Promise<number> {
    const reader = ((await open(source, query)).body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    let begun = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (begun > 0) return performance.now() - begun;
      if (decoder.decode(piece.value).includes('turn 0.')) begun = performance.now();
    }
    throw new Error('came at once');
  }

  it('the rest of a text waits until its beginning can be seen, unless another place is asked for', async () => {
    const turns = Array.from({ length: 60 }, (_, n) => `MS: This is turn ${n}.\n`).join('\n');
    const source = await aSource(t.ctx, turns);
    expect(await restAfter(source, '')).toBeGreaterThan(40);
    const waits: number[] = [];
    // A busy machine makes any one of them late.
    for (const query of ['?at=5-9', '?find=tree', '?at=90-99', '?find=turn', '?at=20-25'])
      waits.push(await restAfter(source, query));
    expect(Math.min(...waits)).toBeLessThan(40);
  });

  it('what fails after the head is said in the page, and logged', async () => {
    const source = await aSource(t.ctx, 'MS: We sat under the tree.\n');
    await t.ctx.db.schema.alterTable('coding').renameTo('gone').execute();
    const html = await (await open(source)).text();
    expect(html).toContain(messages('en').errorSentence('http.unexpected', {}));
    expect(html).not.toContain('under the tree');
    expect([count(html, '<title>'), count(html, 'app.js')]).toEqual([1, 1]);
    expect(t.logged.map(({ message }) => message)).toEqual(['unexpected error']);
  });

  it('a text that is not there has no head: it answers 404 as ever', async () => {
    expect((await open(999)).status).toBe(404);
  });

  it('nothing in the text asks htmx for anything: htmx does not look there', async () => {
    const source = await aSource(t.ctx, 'MS: We sat under the tree.\n');
    const html = await (await open(source)).text();
    const text = html.slice(html.indexOf('id="transcript"'), html.indexOf('</article>'));
    expect(text).toContain('under the tree');
    expect(text).not.toMatch(/\bhx-(?!sync)/);
  });
});
