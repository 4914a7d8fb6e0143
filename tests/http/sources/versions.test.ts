import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeCoding, writeMemo } from '../../../src/codings/index.ts';
import { undo, undoLast } from '../../../src/history/index.ts';
import { readText } from '../../../src/sources/index.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aSource } from '../../factories/data.ts';
import { snapshot } from '../security/rows.ts';

/** A text is corrected, and every coding keeps its passage, waits for a look or is kept as lost. */

const TEXT = [
  'MT: What has changed?',
  'R-01: The office in Genf is small. We travel a lot 👍 and work alone.',
  'MT: And the migrants?',
  'R-01: They come back in summer.',
].join('\n\n');

let t: TestApp;
let source: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT, { name: 'I-01' });
  code = await aCode(t.ctx, 'Capacity');
});
afterEach(() => t.close());

const at = (words: string, text = TEXT) => {
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
};
const coded = (words: string) => aCoding(t.ctx, { source, code, ...at(words) });
const page = () => `/projects/${t.ctx.projectId}/sources/${source}`;
const now = () => readText(t.ctx, source);

async function correct(was: string, words: string) {
  const { text, sha256 } = await now();
  return t.post(`${page()}/correct`, { sha256, ...at(was, text), text: words });
}

async function words(coding: number): Promise<string | null> {
  const row = await t.ctx.db
    .selectFrom('coding')
    .select(['start', 'end'])
    .where('id', '=', coding)
    .executeTakeFirst();
  return row ? (await now()).text.slice(row.start, row.end) : null;
}

const toast = async (response: Response): Promise<string> => {
  const cookie = response.headers.get('set-cookie') ?? '';
  const html = await (
    await t.get(response.headers.get('location') ?? '', { cookie: cookie.split(';')[0] ?? '' })
  ).text();
  return /class="toast-text">([^<]*)</u.exec(html)?.[1] ?? '';
};

const problems = () => check({ opened: t.opened, dataDir: t.deps.dataDir });

describe('correcting a passage', () => {
  it('keeps codings on their words, before, in and after it', async () => {
    const before = await coded('What has changed');
    const around = await coded('We travel a lot 👍 and work alone');
    const after = await coded('They come back in summer');
    const answer = await correct('The office in Genf is small.', 'The office in Geneva is small.');
    expect(answer.status).toBe(303);
    expect(await words(before)).toBe('What has changed');
    expect(await words(around)).toBe('We travel a lot 👍 and work alone');
    expect(await words(after)).toBe('They come back in summer');
    expect(await toast(answer)).toBe('“I-01” corrected: 3 codings kept');
    expect(await problems()).toEqual([]);
  });

  it('marks a coding whose words changed for a look, with the old words beside the new', async () => {
    const coding = await coded('The office in Genf is small');
    const answer = await correct('office in Genf', 'office in Geneva');
    expect(await toast(answer)).toBe('“I-01” corrected: 1 coding to look at');
    expect(await words(coding)).toBe('The office in Geneva is small');
    const html = await (await t.get(`${page()}/look`)).text();
    expect(html).toContain('<mark>The office in Genf is small</mark>');
    expect(html).toContain('<mark>The office in Geneva is small</mark>');
    for (const where of [page(), `/projects/${t.ctx.projectId}/sources`])
      expect(await (await t.get(where)).text()).toContain(`${page()}/look`);
  });

  it('keeps a coding whose words are gone as lost: out of the counts, with its old context and its memo', async () => {
    const coding = await coded('come back in summer');
    await writeMemo(t.ctx, coding, 'Seasonal', null);
    const answer = await correct('They come back in summer.', 'Nobody knows.');
    expect(await toast(answer)).toBe('“I-01” corrected: 1 coding lost');
    expect(await words(coding)).toBeNull();
    const html = await (await t.get(`${page()}/look`)).text();
    expect(html).toContain('R-01: They <mark>come back in summer</mark>.');
    expect(html).toContain('Seasonal');
    expect(await problems()).toEqual([]);
  });

  it('is undone exactly: text, codings, memos, and what waited for a look', async () => {
    await coded('They come back in summer');
    const lost = await coded('We travel a lot 👍');
    await writeMemo(t.ctx, lost, 'Tired', null);
    await coded('The office in Genf is small');
    const before = await snapshot(t.ctx.db);
    const segments = await t.ctx.db
      .selectFrom('segment')
      .select(['start', 'end', 'kind'])
      .execute();
    await correct('The office in Genf is small. We travel a lot 👍 and', 'In Geneva we');
    await undoLast(t.ctx);
    expect(withoutRevision(await snapshot(t.ctx.db))).toEqual(withoutRevision(before));
    expect(await t.ctx.db.selectFrom('segment').select(['start', 'end', 'kind']).execute()).toEqual(
      segments,
    );
    expect(await problems()).toEqual([]);
  });

  it('with the words that stand there changes nothing', async () => {
    await correct('They come back in summer.', 'They come back in summer.');
    expect((await now()).version).toBe(1);
  });

  it('refuses to leave a text without words', async () => {
    const { sha256, text } = await now();
    const answer = await t.post(`${page()}/correct`, {
      sha256,
      start: 0,
      end: text.length,
      text: ' ',
    });
    expect(answer.status).toBe(422);
    expect((await now()).version).toBe(1);
  });

  it('on a page that is older than the text is refused, with what was typed and what stands there now', async () => {
    const { sha256 } = await now();
    await correct('MT: What', 'MT: But what');
    const answer = await t.post(`${page()}/correct`, {
      sha256,
      ...at('They come back in summer.'),
      text: 'They return each June.',
    });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('They return each June.');
    expect(html).toContain('They come back in summer.');
    // The form that comes back is on the text as it is now, at the same words.
    const form = Object.fromEntries(
      [...html.matchAll(/name="(sha256|start|end)" value="([^"]*)"/gu)].map(([, k, v]) => [k, v]),
    ) as Record<string, string>;
    const again = await t.post(`${page()}/correct`, { ...form, text: 'They return each June.' });
    expect(again.status).toBe(303);
    expect((await now()).text).toContain('R-01: They return each June.');
  });

  it('gives a speaker whom the text did not have before a name to be told by', async () => {
    await correct('And the migrants?', 'And the migrants?\n\nR-02: Ask them.');
    const labels = await t.ctx.db
      .selectFrom('speaker')
      .select('label')
      .where('source_id', '=', source)
      .execute();
    expect(labels.map(({ label }) => label).sort()).toEqual(['MT', 'R-01', 'R-02']);
  });
});

describe('codings that wait for a look', () => {
  it('are done with when someone says they are right, one or all of a source', async () => {
    const one = await coded('The office in Genf');
    const two = await coded('in Genf is small');
    await correct('Genf', 'Geneva');
    await t.post(`${page()}/look`, { coding: one });
    expect(await waiting()).toEqual([two]);
    await t.post(`${page()}/look`);
    expect(await waiting()).toEqual([]);
  });

  it('are done with when their passage is set anew, and come back when that is undone', async () => {
    const coding = await coded('The office in Genf');
    await correct('Genf', 'Geneva');
    const { text, version } = await now();
    await t.post(`${page()}/codings/${coding}/resize`, {
      ...at('office in Geneva', text),
      version,
    });
    expect(await waiting()).toEqual([]);
    await undoLast(t.ctx);
    expect(await waiting()).toEqual([coding]);
  });

  it('read as they were coded again when the words come back', async () => {
    const coding = await coded('The office in Genf');
    await correct('Genf', 'Geneva');
    await correct('Geneva', 'Genf');
    expect(await words(coding)).toBe('The office in Genf');
    expect(await waiting()).toEqual([]);
  });

  it('go back to what someone last saw, however often the text changes before they look', async () => {
    await coded('The office in Genf');
    await correct('Genf', 'Geneva');
    await correct('Geneva', 'Lausanne');
    const html = await (await t.get(`${page()}/look`)).text();
    expect(html).toContain('<mark>The office in Genf</mark>');
    expect(html).toContain('<mark>The office in Lausanne</mark>');
  });

  it('are taken off only when someone says so', async () => {
    const coding = await coded('The office in Genf');
    await correct('Genf', 'Geneva');
    await t.post(`${page()}/look/remove`, { coding });
    expect(await words(coding)).toBeNull();
    await undoLast(t.ctx);
    expect(await waiting()).toEqual([coding]);
  });
});

describe('a lost coding', () => {
  const lostOne = async () => {
    const coding = await coded('come back in summer');
    await writeMemo(t.ctx, coding, 'Seasonal', null);
    const { guid } = await t.ctx.db
      .selectFrom('coding')
      .select('guid')
      .where('id', '=', coding)
      .executeTakeFirstOrThrow();
    await correct('They come back in summer.', 'Nobody knows. Nobody asks.');
    const { id } = await t.ctx.db.selectFrom('lost_coding').select('id').executeTakeFirstOrThrow();
    return { id, guid };
  };

  it('is placed on words of the text as it is now, and is the coding it was, with its memo', async () => {
    const { id, guid } = await lostOne();
    const { sha256 } = await now();
    const answer = await t.post(`${page()}/lost/${id}`, { words: 'Nobody  knows', sha256 });
    expect(answer.status).toBe(303);
    const row = await t.ctx.db
      .selectFrom('coding as c')
      .innerJoin('memo as m', 'm.coding_id', 'c.id')
      .select(['c.id', 'c.guid', 'm.body', 'm.source_id', 'm.lost_coding_id'])
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ guid, body: 'Seasonal', source_id: null, lost_coding_id: null });
    expect(await words(row.id)).toBe('Nobody knows');
    expect(await problems()).toEqual([]);
  });

  it('is not placed on words that stand nowhere; on words that stand twice, someone chooses', async () => {
    const { id } = await lostOne();
    const { sha256, text } = await now();
    const nowhere = await t.post(`${page()}/lost/${id}`, { words: 'in summer', sha256 });
    expect(nowhere.status).toBe(422);
    expect(await nowhere.text()).toContain('in summer');
    const twice = await t.post(`${page()}/lost/${id}`, { words: 'Nobody', sha256 });
    expect(twice.status).toBe(422);
    const second = at('Nobody asks', text).start;
    const place = `${second}-${second + 'Nobody'.length}`;
    expect(await twice.text()).toContain(`value="${place}"`);
    const chosen = await t.post(`${page()}/lost/${id}`, { words: 'Nobody', sha256, place });
    expect(chosen.status).toBe(303);
    expect(await problems()).toEqual([]);
  });

  it('goes when someone takes it off, and comes back by undo', async () => {
    const { id } = await lostOne();
    const before = withoutRevision(await snapshot(t.ctx.db));
    await t.post(`${page()}/lost/${id}/remove`);
    expect(await t.ctx.db.selectFrom('lost_coding').selectAll().execute()).toEqual([]);
    await undoLast(t.ctx);
    expect(withoutRevision(await snapshot(t.ctx.db))).toEqual(before);
  });

  it('goes with its source and with its code, and comes back with them', async () => {
    await lostOne();
    const before = withoutRevision(await snapshot(t.ctx.db));
    for (const where of [
      `${page()}/delete`,
      `/projects/${t.ctx.projectId}/codebook/${code}/delete`,
    ]) {
      expect((await t.post(where)).status).toBe(303);
      expect(await t.ctx.db.selectFrom('lost_coding').selectAll().execute()).toEqual([]);
      await undoLast(t.ctx);
      expect(withoutRevision(await snapshot(t.ctx.db))).toEqual(before);
    }
  });
});

describe('undo of a coding', () => {
  it('never puts it on other words than were coded: after a correction it is refused', async () => {
    const coding = await coded('They come back in summer');
    const { changeId } = await removeCoding(t.ctx, coding);
    await correct('MT: What has', 'MT: What, then, has');
    await expect(undo(t.ctx, changeId ?? 0)).rejects.toMatchObject({
      code: 'versions.codedBefore',
    });
    expect(await problems()).toEqual([]);
  });
});

describe('replacing the whole text', () => {
  it('is previewed coding by coding, and is one change that one undo takes back', async () => {
    await coded('What has changed');
    await coded('The office in Genf');
    await coded('come back in summer');
    const before = withoutRevision(await snapshot(t.ctx.db));
    const { sha256 } = await now();
    const text = TEXT.replace('Genf', 'Geneva').replace('They come back in summer', 'Nobody knows');
    const form = { sha256, text };
    const preview = await t.post(`${page()}/replace/upload`, { ...form, do: 'preview' });
    const html = await preview.text();
    for (const said of [
      '1 coding would be lost',
      '1 coding would be listed',
      '1 coding would stay',
    ])
      expect(html).toContain(said);
    expect((await now()).version).toBe(1);
    const done = await t.post(`${page()}/replace/upload`, { ...form, do: 'replace' });
    expect(await toast(done)).toBe('Text of “I-01” replaced: 1 coding kept, 1 to look at, 1 lost');
    expect(await problems()).toEqual([]);
    await undoLast(t.ctx);
    expect(withoutRevision(await snapshot(t.ctx.db))).toEqual(before);
  });

  it('takes exactly the file that was previewed, without choosing it again', async () => {
    const { sha256 } = await now();
    const file = new File([TEXT.replace('Genf', 'Geneva')], 'better.txt');
    const preview = new FormData();
    for (const [name, value] of Object.entries({ sha256, do: 'preview', text: '' }))
      preview.append(name, value);
    preview.append('file', file);
    const html = await (await t.post(`${page()}/replace/upload`, preview)).text();
    const waiting = /name="waiting" value="([0-9a-f]{64})"/u.exec(html)?.[1] ?? '';
    const form = { sha256, text: '', waiting, waitingName: 'better.txt', do: 'replace' };
    const gone = await t.post(`${page()}/replace/upload`, { ...form, waiting: 'f'.repeat(64) });
    expect([gone.status, await gone.text()]).toEqual([422, expect.stringContaining('waits a day')]);
    expect((await t.post(`${page()}/replace/upload`, form)).status).toBe(303);
    const kept = await t.ctx.db
      .selectFrom('source')
      .select(['original_sha256', 'original_name'])
      .where('id', '=', source)
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ original_sha256: waiting, original_name: 'better.txt' });
    expect((await now()).version).toBe(2);
  });

  it('on a page older than the text is refused with the text kept', async () => {
    const form = { sha256: 'f'.repeat(64), text: 'Another text.', do: 'replace' };
    const answer = await t.post(`${page()}/replace/upload`, form);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Another text.');
  });
});

describe('versions of a text', () => {
  it('say who made them, when and how, and what reads differently', async () => {
    await correct('Genf', 'Geneva');
    const list = await (await t.get(`${page()}/versions`)).text();
    expect(list).toContain('Corrected');
    const { sha256 } = await now();
    expect(list).toContain(`>${sha256.slice(0, 7)}<`);
    const what = await (await t.get(`${page()}/versions/compare?version=2`)).text();
    expect(what).toMatch(/<del>.*Genf<\/del><ins>.*Geneva<\/ins>/u);
  });
});

async function waiting(): Promise<number[]> {
  const rows = await t.ctx.db
    .selectFrom('coding')
    .select('id')
    .where('was_version', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Undo neither compares nor restores revisions. */
function withoutRevision(rows: Map<string, string>): Map<string, string> {
  return new Map([...rows].map(([key, row]) => [key, row.replace(/"revision":\d+,?/u, '')]));
}
