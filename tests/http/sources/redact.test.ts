import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMemo } from '../../../src/codings/index.ts';
import { undo, undoLast } from '../../../src/history/index.ts';
import { changeIdentity } from '../../../src/respondents/index.ts';
import { correctText, importRead, readText, readUpload } from '../../../src/sources/index.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aRespondent } from '../../factories/data.ts';

/** Words are taken out of a text for good: its versions, the record, the index, the bytes and the file. */

const NAME = 'Quillon';
const TEXT = [
  'MT: Who runs the office?',
  `${NAME}: I do. ${NAME.toUpperCase()} is on the door.`,
  'MT: And before?',
  `${NAME}: Before ${NAME} there was nobody.`,
].join('\n\n');

let t: TestApp;
let source: number;
let code: number;
let folder: string;
beforeEach(async () => {
  // In a file, so that its bytes can be looked through.
  folder = mkdtempSync(join(tmpdir(), 'earmark-redact-'));
  t = await testApp({ file: join(folder, 'earmark.db') });
  const upload = await readUpload({ name: `${NAME} talk.txt`, bytes: Buffer.from(TEXT) });
  source = (await importRead(t.ctx, upload)).value.id;
  code = await aCode(t.ctx, 'Office');
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => `/projects/${t.ctx.projectId}/sources/${source}`;
const now = () => readText(t.ctx, source);

async function coded(words: string): Promise<number> {
  const { text } = await now();
  const start = text.indexOf(words);
  return aCoding(t.ctx, { source, code, start, end: start + words.length });
}

async function redact(more: Record<string, string> = {}) {
  const { sha256 } = await now();
  const form = { sha256, word: NAME, as: '[name]', do: 'redact', confirmed: 'yes', ...more };
  return t.post(`${page()}/redact`, form);
}

/** Whether the name stands in any of the program's files. */
function stands(): boolean {
  const file = join(folder, 'earmark.db');
  const files = [file, `${file}-wal`].filter((one) => existsSync(one));
  const originals = join(t.deps.dataDir, 'originals');
  if (existsSync(originals))
    files.push(...readdirSync(originals).map((one) => join(originals, one)));
  return files.some((one) => {
    const bytes = readFileSync(one);
    return [NAME, NAME.toUpperCase(), NAME.toLowerCase()].some((word) => bytes.includes(word));
  });
}

describe('redacting', () => {
  it('leaves the words nowhere: texts, older versions, undone ones, labels, names, index, record, file', async () => {
    await coded(`Before ${NAME} there`);
    const { sha256, text } = await now();
    const start = text.indexOf('nobody');
    await correctText(t.ctx, source, { sha256, start, end: start + 6 }, `no ${NAME}`);
    await undoLast(t.ctx);
    const again = await now();
    await correctText(t.ctx, source, { ...again, start, end: start + 6 }, 'no one');
    await t.get(`/projects/${t.ctx.projectId}/search?q=${NAME}`);
    expect(stands()).toBe(true);
    expect((await redact()).status).toBe(303);
    expect(stands()).toBe(false);
    expect((await now()).text).toContain('[name]: Before [name] there was no one.');
    expect(await check({ opened: t.opened, dataDir: t.deps.dataDir })).toEqual([]);
  });

  it('keeps every coding, and lists those whose words went', async () => {
    const kept = await coded('Who runs the office');
    const changed = await coded(`Before ${NAME} there`);
    await writeMemo(t.ctx, changed, 'First', null);
    await redact();
    const { text } = await now();
    const rows = await t.ctx.db
      .selectFrom('coding')
      .select(['id', 'start', 'end', 'was_version'])
      .orderBy('id')
      .execute();
    expect(rows.map(({ id, start, end }) => [id, text.slice(start, end)])).toEqual([
      [kept, 'Who runs the office'],
      [changed, 'Before [name] there'],
    ]);
    expect(rows.map(({ was_version }) => was_version)).toEqual([null, 1]);
    expect((await t.get(`${page()}/look`)).status).toBe(200);
  });

  it('keeps what is said of the speaker whose label was a name', async () => {
    const respondent = await aRespondent(t.ctx);
    const speaker = await t.ctx.db
      .selectFrom('speaker')
      .select('id')
      .where('label', '=', NAME)
      .executeTakeFirstOrThrow();
    await t.post(`${page()}/speakers`, { [`speaker-${speaker.id}`]: respondent });
    await redact();
    const rows = await t.ctx.db.selectFrom('speaker').select(['id', 'label']).execute();
    expect(rows.find(({ id }) => id === speaker.id)?.label).toBe('name');
    const turns = await t.ctx.db
      .selectFrom('segment')
      .select('id')
      .where('speaker_id', '=', speaker.id)
      .execute();
    expect(turns).toHaveLength(2);
  });

  it('cannot be undone, and neither can what held the words', async () => {
    const { sha256, text } = await now();
    const start = text.indexOf(`Before ${NAME}`);
    const corrected = await correctText(
      t.ctx,
      source,
      { sha256, start, end: start + 6 },
      'Earlier than',
    );
    await redact();
    const { id } = await t.ctx.db
      .selectFrom('change')
      .select('id')
      .where('kind', '=', 'source.redacted')
      .executeTakeFirstOrThrow();
    await expect(undo(t.ctx, id)).rejects.toMatchObject({ code: 'history.final' });
    await expect(undo(t.ctx, corrected.changeId ?? 0)).rejects.toMatchObject({
      code: 'history.wordsErased',
    });
  });

  it('takes saved searches and kept views for the words along, said before, and leaves the others', async () => {
    const save = (name: string, q: string) =>
      t.post(`/projects/${t.ctx.projectId}/searches`, {
        name,
        search: new URLSearchParams({ q }).toString(),
      });
    await save('The door', `door AND ${NAME.toLowerCase()}*`);
    await save('The office', 'office');
    await t.post(`/projects/${t.ctx.projectId}/themes/views`, {
      name: 'One place',
      view: new URLSearchParams({ only: `location.${NAME.toLowerCase()}` }).toString(),
    });
    const preview = await (await redact({ do: 'preview' })).text();
    expect(preview).toContain(
      '2 saved searches and kept views that ask for them go as well: “The door”, “One place”.',
    );
    await redact();
    const left = await t.ctx.db.selectFrom('saved_search').select('name').execute();
    expect(left).toEqual([{ name: 'The office' }]);
    expect(await t.ctx.db.selectFrom('saved_view').select('id').execute()).toEqual([]);
    expect(stands()).toBe(false);
  });

  it('is previewed place by place, and asked for, before anything is done', async () => {
    const preview = await (await redact({ do: 'preview' })).text();
    expect(preview.match(/<ins>\[name\]<\/ins>/gu)).toHaveLength(4);
    expect(preview).toContain('is deleted');
    expect((await redact({ confirmed: '' })).status).toBe(422);
    expect((await now()).version).toBe(1);
  });

  it('says that the file stays while another source came from it, and deletes it with the last', async () => {
    const upload = await readUpload({ name: `${NAME} twin.txt`, bytes: Buffer.from(TEXT) });
    const twin = (await importRead(t.ctx, upload, { again: true })).value.id;
    const { sha256 } = await now();
    const form = { sha256, word: NAME, as: '[name]', do: 'preview' };
    expect(await (await t.post(`${page()}/redact`, form)).text()).toContain('stays with the words');
    await redact();
    expect(readdirSync(join(t.deps.dataDir, 'originals'))).toHaveLength(1);
    source = twin;
    expect(await (await t.post(`${page()}/redact`, form)).text()).toContain('is deleted');
    await redact();
    expect(stands()).toBe(false);
  });

  it('offers names of identities that stand in the text, and words with a capital letter', async () => {
    const respondent = await aRespondent(t.ctx);
    await changeIdentity(t.ctx, respondent, { name: `Ada ${NAME}`, contact: '', note: '' });
    const html = await (await t.get(`${page()}/redact`)).text();
    expect(html).toContain('id="field-person-0"');
    expect(html).not.toContain('Ada');
  });

  it.each([
    [{ word: 'Nobodyhere' }, 'None of these words'],
    [{ as: `x ${NAME}` }, 'holds one of the words'],
  ])('refuses %o with a sentence, and changes nothing', async (form, says) => {
    const answer = await redact(form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
    expect((await now()).version).toBe(1);
  });

  it('on a page older than the text is refused with what was chosen', async () => {
    const answer = await redact({ sha256: 'f'.repeat(64) });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(`name="word" value="${NAME}"`);
  });
});
