import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCode, listCodes } from '../../../src/codebook/index.ts';
import { setKey } from '../../../src/codebook/commands.ts';
import { listChanges } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCoding, aSource } from '../../factories/data.ts';

let t: TestApp;
let book: string;
beforeEach(async () => {
  t = await testApp();
  book = `/projects/${t.ctx.projectId}/codebook`;
});
afterEach(() => t.close());

const add = async (name: string, parentId: number | null = null) =>
  (await addCode(t.ctx, { name, parentId })).value.id;
const text = async (path: string) => (await t.get(path)).text();
const row = async (id: number) => (await listCodes(t.ctx)).find((code) => code.id === id);

/** The edit form of a code as the page sends it. */
const form = async (id: number, changes: Record<string, string> = {}) => {
  const code = await row(id);
  return {
    name: code?.name ?? '',
    definition: code?.definition ?? '',
    use_when: '',
    not_when: '',
    example: '',
    colour: code?.colour ?? '',
    key: code?.key ?? '',
    revision: code?.revision ?? 0,
    ...changes,
  };
};

describe('the codebook page', () => {
  it('says what belongs there when it is empty, and offers the first theme and an import', async () => {
    const html = await text(book);
    expect(html).toContain('There is no code yet.');
    expect(html).toContain(`${book}/import`);
    expect(html).toContain('Add a theme');
  });

  it('shows the codes by hand, by name or by codings, and only by hand lets them be moved', async () => {
    const [b, a] = [await add('Beta'), await add('alpha')];
    const [low, high] = [await add('Code 2', b), await add('Code 10', b)];
    const source = await aSource(t.ctx, 'We lack people.');
    for (const start of [0, 3]) await aCoding(t.ctx, { source, code: high, start, end: start + 2 });
    const orderOf = async (order: string) => {
      const html = await text(`${book}?order=${order}`);
      return [...html.matchAll(/data-code="(\d+)"/gu)].map(([, id]) => Number(id));
    };
    expect(await orderOf('hand')).toEqual([b, low, high, a]);
    expect(await orderOf('name')).toEqual([a, b, low, high]);
    expect(await orderOf('count')).toEqual([b, high, low, a]);
    expect(await orderOf('nonsense')).toEqual([b, low, high, a]);
    expect(await text(`${book}?order=name`)).toContain('data-fixed="');
    expect(await text(book)).not.toContain('data-fixed');
  });

  it('counts codings, own and with sub-codes, each once', async () => {
    const theme = await add('Visibility');
    const sub = await add('Capacity', theme);
    const source = await aSource(t.ctx, 'Nobody knows us. Nobody at all.');
    await aCoding(t.ctx, { source, code: theme, start: 0, end: 6 });
    await aCoding(t.ctx, { source, code: sub, start: 0, end: 6 });
    await aCoding(t.ctx, { source, code: sub, start: 7, end: 12 });
    const html = await text(book);
    expect(html).toContain('1 coding, 3 with sub-codes');
    expect(html).toContain('2 codings');
    expect(html).toContain('2 codes, 3 codings');
  });

  it('adds a theme and says so with an undo', async () => {
    const answer = await t.post(book, { name: 'Visibility', parent: '' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, book]);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const html = await (await t.get(book, { cookie })).text();
    expect(html).toContain('Theme “Visibility” added');
    expect(html).toMatch(/changes\/\d+\/undo/u);
  });

  it('keeps what was typed when a name is taken, with the reason beside it', async () => {
    await add('Visibility');
    const answer = await t.post(book, { name: 'visibility', definition: 'Being seen', parent: '' });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('value="visibility"');
    expect(html).toContain('Being seen');
    expect(html).toContain('There is a “Visibility” at this place already');
  });

  it('shows names as words, never as markup', async () => {
    const id = await add('<img src=x onerror=alert(1)>');
    for (const path of [book, `${book}/${id}`]) expect(await text(path)).not.toContain('<img');
  });
});

describe('a code’s page', () => {
  it('shows its rule and its passages, each with the way to its place', async () => {
    const id = await add('Capacity');
    await t.post(
      `${book}/${id}`,
      await form(id, { definition: 'Too few hands', use_when: 'Staff' }),
    );
    const source = await aSource(t.ctx, 'Nobody knows us.');
    await aCoding(t.ctx, { source, code: id, start: 7, end: 12 });
    expect(await text(`${book}/${id}`)).toContain('Too few hands');
    const html = await text(`${book}/${id}/passages`);
    expect(html).toContain('knows');
    expect(html).toContain(`/projects/${t.ctx.projectId}/sources/${source}?at=7-12`);
  });

  it('shows the passages of sub-codes too, unless its own are asked for', async () => {
    const theme = await add('Visibility');
    const sub = await add('Capacity', theme);
    const source = await aSource(t.ctx, 'Nobody knows us. Really nobody.');
    await aCoding(t.ctx, { source, code: theme, start: 0, end: 6 });
    await aCoding(t.ctx, { source, code: sub, start: 17, end: 23 });
    expect(await text(`${book}/${theme}/passages?own=1`)).not.toContain('?at=17-23');
    expect(await text(`${book}/${theme}/passages`)).toContain('?at=17-23');
  });

  it('answers a stale save with both versions and keeps what was typed', async () => {
    const id = await add('Capacity');
    const mine = await form(id, { definition: 'My words' });
    await t.post(`${book}/${id}`, await form(id, { definition: 'Their words' }));
    const answer = await t.post(`${book}/${id}`, mine);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('What stands now');
    expect(html.match(/My words/gu)).toHaveLength(2);
    expect(html).toContain('Their words');
    expect((await row(id))?.definition).toBe('Their words');
    // The form that came back carries the newest revision, so that saving again is a decision.
    const again = await form(id, { definition: 'My words' });
    expect((await t.post(`${book}/${id}`, again)).status).toBe(303);
  });

  it('says which code has a key already', async () => {
    const [a, b] = [await add('A'), await add('B')];
    await setKey(t.ctx, a, 'x');
    const answer = await t.post(`${book}/${b}`, await form(b, { key: 'x', definition: 'Kept' }));
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('“x” is the key of “A”');
    expect(html).toContain('Kept');
  });

  it('records a save that only renames, recolours or sets the key as just that', async () => {
    const id = await add('A');
    for (const [changes, kind] of [
      [{ name: 'Alpha' }, 'code.renamed'],
      [{ colour: '#bf4438' }, 'code.recoloured'],
      [{ key: 'x' }, 'code.keySet'],
      [{ name: 'A', key: '' }, 'code.changed'],
    ] as const) {
      await t.post(`${book}/${id}`, await form(id, changes));
      expect((await listChanges(t.ctx))[0]?.kind).toBe(kind);
    }
    const before = (await listChanges(t.ctx)).length;
    expect((await t.post(`${book}/${id}`, await form(id))).status).toBe(303);
    expect(await listChanges(t.ctx)).toHaveLength(before);
  });

  it('moves by buttons without script, and answers script with the tree', async () => {
    await add('A');
    const b = await add('B');
    expect((await t.post(`${book}/${b}/move`, { to: 'up' })).status).toBe(303);
    expect((await listCodes(t.ctx)).map((code) => code.name)).toEqual(['B', 'A']);
    const answer = await t.post(`${book}/${b}/move`, { to: 'down' }, { 'hx-request': 'true' });
    const html = await answer.text();
    expect(html).toMatch(/^<div class="codebook" id="codebook"/u);
    expect(html).toContain('data-toast');
    const refused = await t.post(`${book}/${b}/move`, { parent: b });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('cannot stand under itself');
  });

  it('deletes with everything below and brings it back with one undo', async () => {
    const theme = await add('Visibility');
    const sub = await add('Capacity', theme);
    const source = await aSource(t.ctx, 'Nobody knows us.');
    await aCoding(t.ctx, { source, code: sub, start: 0, end: 6 });
    expect(await text(`${book}/${theme}`)).toContain('1 sub-code and 1 coding will go with it');
    const answer = await t.post(`${book}/${theme}/delete`);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const html = await (await t.get(book, { cookie })).text();
    expect(html).toContain('Code “Visibility” deleted, with 1 sub-code, 1 coding');
    const undo = /action="([^"]+\/undo)"/u.exec(html)?.[1] ?? '';
    await t.post(undo);
    expect((await listCodes(t.ctx)).map((code) => code.id)).toEqual([theme, sub]);
    expect(await t.ctx.db.selectFrom('coding').selectAll().execute()).toHaveLength(1);
  });

  it('takes a memo and lets it go again', async () => {
    const id = await add('A');
    expect((await t.post(`${book}/${id}/memos`, { body: ' ' })).status).toBe(422);
    await t.post(`${book}/${id}/memos`, { body: '**Split** this? <script>x</script>' });
    const html = await text(`${book}/${id}`);
    expect(html).toContain('<strong>Split</strong>');
    expect(html).not.toContain('<script>x');
    const remove = /action="([^"]+\/memos\/\d+\/delete)"/u.exec(html)?.[1] ?? '';
    await t.post(remove);
    expect(await text(`${book}/${id}`)).toContain('No memo on this code.');
  });

  it('of another project is as unknown as one that does not exist, whatever is asked', async () => {
    const id = await add('A');
    const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const other = `/projects/${value.id}/codebook`;
    expect((await t.get(`${other}/${id}`)).status).toBe(404);
    for (const [rest, body] of [
      ['', { name: 'X', revision: 1 }],
      ['/move', { to: 'up' }],
      ['/delete', {}],
      ['/memos', { body: 'x' }],
      ['/memos/1/delete', {}],
    ] as const)
      expect((await t.post(`${other}/${id}${rest}`, body)).status, rest).toBe(404);
    expect((await t.post(other, { name: 'X', parent: id })).status).toBe(404);
    expect(await listCodes(t.ctx)).toHaveLength(1);
  });
});

describe('importing on the page', () => {
  const upload = (
    content: string | Uint8Array<ArrayBuffer>,
    fields: Record<string, string> = {},
  ) => {
    const body = new FormData();
    body.set('file', new File([content], 'codebook.csv', { type: 'text/csv' }));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return t.post(`${book}/import`, body);
  };

  it('shows what it would do first, and does it when told', async () => {
    await add('A');
    const html = await (await upload('path,definition\nA,Rule\nB,\n')).text();
    expect(html).toContain('1 new code, 1 changed, 0 unchanged.');
    expect(await listCodes(t.ctx)).toHaveLength(1);
    await t.post(`${book}/import`, { text: 'path,definition\nA,Rule\nB,\n', confirm: 'yes' });
    expect((await listCodes(t.ctx)).map((code) => code.definition)).toEqual(['Rule', '']);
  });

  it('says everything that is wrong, with line and column, and keeps the table', async () => {
    const answer = await upload('path,colour,key\nA,greenish,1\nB,,c\n');
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('Line 2, column colour: “greenish” is no colour.');
    expect(html).toContain('Line 3, column key: “c” already does something while coding.');
    expect(html).toContain('B,,c');
  });

  it('says when nothing was chosen', async () => {
    const html = await (await t.post(`${book}/import`, {})).text();
    expect(html).toContain('Choose a file or paste a table.');
  });

  it('reads a table that a spreadsheet saved in its own encoding', async () => {
    const bytes = new Uint8Array(
      Buffer.from('path;definition\nS\xe9curit\xe9;Prot\xe9g\xe9s\n', 'latin1'),
    );
    expect(await (await upload(bytes)).text()).toContain('Sécurité');
  });

  it('says that nothing is new when what was exported comes back', async () => {
    await add('=A', await add('-B'));
    const csv = await (await t.get(`${book}/export`)).text();
    expect(csv).toContain("'-B");
    expect(await (await upload(csv)).text()).toContain('This table says nothing new');
  });
});

describe('a codebook of 2,000 codes', () => {
  it('comes in whole and is shown whole', async () => {
    await t.post(`${book}/import`, {
      confirm: 'yes',
      text: `path,definition\n${Array.from({ length: 2000 }, (_, n) => {
        const theme = Math.floor(n / 50);
        return n % 50 === 0
          ? `Theme ${theme},Rule`
          : `Theme ${theme} > Code ${n},A rule of some words`;
      }).join('\n')}\n`,
    });
    const shown = await text(book);
    expect(shown).toContain('Theme 39');
    expect(shown).toContain('Code 1999');
  });
});

describe('a memo on a code', () => {
  it('is changed in place, as one change; a stale save shows both versions and loses neither', async () => {
    const code = await add('Capacity');
    await t.post(`${book}/${code}/memos`, { body: 'First words' });
    const memo = await t.ctx.db.selectFrom('memo').select('id').executeTakeFirstOrThrow();
    const address = `${book}/${code}/memos/${memo.id}`;
    const before = (await listChanges(t.ctx)).length;
    expect((await t.post(address, { body: 'Better words', revision: 1 })).status).toBe(303);
    expect((await listChanges(t.ctx)).length).toBe(before + 1);
    const stale = await t.post(address, { body: 'My words', revision: 1 });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain('<p>Better words</p>');
    expect(html).toContain('My words</textarea>');
    expect(html).toContain('Somebody changed this memo');
    expect(html).toContain('name="revision" value="2"');
    const empty = await t.post(address, { body: ' ', revision: 2 });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Write something first.');
    expect((await t.ctx.db.selectFrom('memo').select('body').execute())[0]?.body).toBe(
      'Better words',
    );
  });
});
