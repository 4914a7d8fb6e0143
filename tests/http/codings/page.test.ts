import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeHref } from '../../../src/codings/index.ts';
import { coderNamed } from '../../../src/projects/index.ts';
import { change } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aGroup, anInterview, aRespondent, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const open = async (source: number, query = ''): Promise<string> => {
  const answer = await t.get(`/projects/${t.ctx.projectId}/sources/${source}${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
};
type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a page as a browser would build it. */
function elements(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
const textOf = (node: Node): string =>
  'value' in node
    ? String(node.value)
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';
const attribute = (element: DefaultTreeAdapterTypes.Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

describe('the workbench', () => {
  it('holds the whole text, whatever is in it, without running or changing any of it', async () => {
    const nasty =
      'He said <script>alert(1)</script> & "<img src=x onerror=alert(1)>" </p></div> &amp; \'x\'';
    const text = `<b>MS</b>: ${nasty}\n\nR-09: ${nasty}\n`;
    const source = await aSource(t.ctx, text, { name: nasty });
    const code = await aCode(t.ctx, nasty, { definition: nasty, key: '1' });
    const { value: coder } = await change(t.ctx, { kind: 'test.made', entity: 'user' }, (w) =>
      coderNamed(t.ctx, w, { name: nasty, initials: '<i>' }),
    );
    const at = text.indexOf('R-09: ') + 6;
    await aCoding(t.ctx, { source, code, start: at + 3, end: at + 30 }, { coder_id: coder });
    const html = await open(source, `?code=${code}&at=${at + 10}-${at + 40}`);
    const all = elements(html);
    expect(all.filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(
      all.filter((one) => one.tagName === 'script' && attribute(one, 'src') === undefined),
    ).toEqual([]);
    for (const { attrs } of all)
      expect(attrs.filter(({ name }) => /^(on|style)/.test(name))).toEqual([]);
    const turns = all.filter((one) => attribute(one, 'data-body-start') !== undefined);
    expect(turns).toHaveLength(2);
    for (const turn of turns) {
      const words = elements(html).find(
        (one) =>
          one.parentNode &&
          attribute(one, 'data-text') !== undefined &&
          attribute(one.parentNode as typeof one, 'id') === attribute(turn, 'id'),
      );
      expect(words && textOf(words)).toBe(
        text.slice(Number(attribute(turn, 'data-body-start')), Number(attribute(turn, 'data-end'))),
      );
    }
  });

  it('says who was interviewed by reference and classification, and which questions they were asked', async () => {
    const group = await aGroup(t.ctx, 'Workers');
    const person = await aRespondent(t.ctx, {
      reference: 'R-31',
      group_id: group,
      role: 'shop steward',
    });
    const interview = await anInterview(t.ctx, [person], { reference: 'I-12' });
    const html = await open(
      await aSource(t.ctx, 'A: Yes.\n\nB: No.\n', { interview_id: interview }),
    );
    expect(html).toContain('Interview I-12');
    expect(html).toContain('R-31, shop steward');
    expect(html).toContain('Workers');
  });

  it('counts codings here and in the project, a theme with its sub-codes', async () => {
    const [one, two] = [
      await aSource(t.ctx, 'One two three.'),
      await aSource(t.ctx, 'One two three.'),
    ];
    const theme = await aCode(t.ctx, 'Visibility');
    const part = await aCode(t.ctx, 'Capacity', { parent_id: theme });
    await aCoding(t.ctx, { source: one, code: part, start: 0, end: 3 });
    await aCoding(t.ctx, { source: two, code: part, start: 0, end: 3 });
    await aCoding(t.ctx, { source: two, code: theme, start: 4, end: 7 });
    const html = await open(one);
    const count = (id: number) =>
      elements(html).find((element) => attribute(element, 'id') === `count-${id}`);
    expect(textOf(count(theme) as Node)).toContain('1 / 3');
    expect(textOf(count(part) as Node)).toContain('1 / 2');
  });

  it('marks the place that an address names, so that it opens there without script', async () => {
    const text = 'A: First words.\n\nB: Second words here.\n';
    const source = await aSource(t.ctx, text);
    const start = text.indexOf('words here');
    const href = placeHref(t.ctx.projectId, source, { start, end: start + 5 });
    expect(href.endsWith('#at')).toBe(true);
    const html = await (await t.get(href.replace('#at', ''))).text();
    const [mark] = elements(html).filter((element) => attribute(element, 'id') === 'at');
    expect(mark && textOf(mark)).toBe('words');
  });

  it('opens at a place beyond the text, or at none that makes sense, as it opens without', async () => {
    const source = await aSource(t.ctx, 'A: First words.\n');
    for (const query of ['?at=900-950', '?at=5-2', '?at=x', '?coding=99', '?code=99']) {
      const html = await open(source, query);
      expect(elements(html).filter((element) => attribute(element, 'id') === 'at')).toEqual([]);
    }
  });

  it('of a long text sends every segment, though not at once', async () => {
    const text = Array.from({ length: 900 }, (_, n) => `P${n % 7}: Turn number ${n}.`).join('\n\n');
    const html = await open(await aSource(t.ctx, text));
    const turns = elements(html).filter((element) => attribute(element, 'data-text') !== undefined);
    expect(turns).toHaveLength(900);
    expect(textOf(turns[899] as Node)).toBe('Turn number 899.');
    expect(html).toContain('</html>');
  });

  it('of an empty codebook says how the first code is made', async () => {
    expect(await open(await aSource(t.ctx, 'A: Words.\n'))).toContain('There is no code yet.');
  });

  it('of another project is as unknown as one that does not exist', async () => {
    const answer = await t.get(`/projects/${t.ctx.projectId}/sources/4711`);
    expect(answer.status).toBe(404);
  });
});
