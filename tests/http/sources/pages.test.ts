import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges, undoLast } from '../../../src/history/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { listSegments, listSpeakers } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';
import { docx, paragraph, upload } from './files.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}/sources`;
});
afterEach(() => t.close());

const TALK =
  'Interviewer: Shall we?\n\nR-07: Yes, 👍 please.\n\nInterviewer: Good.\n\nR-07: Right.\n';
const sources = () => t.ctx.db.selectFrom('source').selectAll().orderBy('id').execute();
const originals = (): string[] => {
  const folder = join(t.deps.dataDir, 'originals');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('uploading files', () => {
  it('adds each as a source with its segments and speakers, as one change each', async () => {
    const before = (await listChanges(t.ctx)).length;
    const answer = await t.post(
      `${base}/upload`,
      upload({ 'talk.txt': TALK, 'paper.md': '# One\n\nTwo.' }),
    );
    expect(answer.status).toBe(200);
    const [talk, paper] = await sources();
    expect(talk).toMatchObject({
      name: 'talk',
      kind: 'transcript',
      encoding: 'UTF-8',
      code_points: [...TALK].length,
      length: TALK.length,
    });
    expect(paper).toMatchObject({
      name: 'paper',
      kind: 'document',
      original_type: 'text/markdown',
    });
    expect(await listChanges(t.ctx)).toHaveLength(before + 2);
    const segments = await listSegments(t.ctx, talk?.id ?? 0);
    expect(segments.map(({ speaker, isInterviewer }) => [speaker, isInterviewer])).toEqual([
      ['Interviewer', true],
      ['R-07', false],
      ['Interviewer', true],
      ['R-07', false],
    ]);
  });

  it('keeps the original byte for byte under its hash', async () => {
    const bytes = Buffer.from('\uFEFFone\r\ntwo\r\n');
    await t.post(`${base}/upload`, upload({ 'a.txt': bytes }));
    const [source] = await sources();
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(source?.original_sha256).toBe(hash);
    expect(readFileSync(join(t.deps.dataDir, 'originals', hash))).toEqual(bytes);
    const answer = await t.get(`${base}/${source?.id}/original`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a.txt");
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('recognises a file that the project has, says so, and adds it again only when asked', async () => {
    await t.post(`${base}/upload`, upload({ 'a.txt': TALK }));
    const page = await (await t.post(`${base}/upload`, upload({ 'other name.txt': TALK }))).text();
    expect(page).toContain('Already here');
    expect(await sources()).toHaveLength(1);
    const [first] = await sources();
    await t.post(`${base}/${first?.id}/again`);
    expect((await sources()).map(({ name }) => name)).toEqual(['a', 'a (2)']);
    expect(originals()).toHaveLength(1);
  });

  it('sent one by one by the script of the page answer with their line alone', async () => {
    const headers = { 'HX-Request': 'true' };
    const added = await t.post(`${base}/upload`, upload({ 'a.txt': TALK }), headers);
    expect(added.status).toBe(200);
    expect(await added.text()).toMatch(/^<li class="result" data-outcome="added">/u);
    const refused = await t.post(`${base}/upload`, upload({ 'b.txt': '' }), headers);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/^<li class="result" data-outcome="refused">/u);
  });

  it('refuses one file with the reason and takes the others', async () => {
    const png = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n'), Buffer.alloc(9)]);
    const answer = await t.post(`${base}/upload`, upload({ 'photo.txt': png, 'talk.txt': TALK }));
    const page = await answer.text();
    expect(page).toContain('photo.txt is a picture');
    expect(page).toContain('1 of 2 files added');
    expect((await sources()).map(({ name }) => name)).toEqual(['talk']);
    expect(originals()).toHaveLength(1);
  });

  it('says which encoding was assumed, and offers another', async () => {
    const bytes = iconv.encode(
      'Les élèves étaient très déçus de l’école fermée à la fin de l’été.',
      'windows-1252',
    );
    const page = await (await t.post(`${base}/upload`, upload({ 'a.txt': bytes }))).text();
    const [source] = await sources();
    expect(page).toContain('windows-1252 was assumed');
    expect(page).toContain(`${base}/${source?.id}/encoding`);
  });

  it('takes a Word document', async () => {
    const content = await docx(
      paragraph('R-07: One.') + paragraph('I: Two?') + paragraph('R-07: Three.'),
    );
    await t.post(`${base}/upload`, upload({ 'talk.docx': content }));
    expect(await sources()).toMatchObject([{ name: 'talk', kind: 'transcript', encoding: null }]);
  });

  it('ties files to an interview, and a speaker with a respondent’s reference to that respondent', async () => {
    const respondent = await aRespondent(t.ctx, { reference: 'R-07' });
    const interview = await anInterview(t.ctx, [respondent], { reference: 'I-04' });
    await t.post(
      `${base}/upload`,
      upload({ 'talk.txt': TALK }, { interview: String(interview), kind: 'notes' }),
    );
    const [source] = await sources();
    expect(source).toMatchObject({ interview_id: interview, kind: 'notes' });
    const speakers = await listSpeakers(t.ctx, source?.id ?? 0);
    expect(speakers.find(({ label }) => label === 'R-07')?.respondentId).toBe(respondent);
  });

  it('refuses an interview of another project, and keeps nothing', async () => {
    const other = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const interview = await anInterview({ ...t.ctx, projectId: other.value.id });
    const page = await (
      await t.post(`${base}/upload`, upload({ 'a.txt': TALK }, { interview: String(interview) }))
    ).text();
    expect(page).toContain('There is no such interview');
    expect(await sources()).toEqual([]);
  });

  it('without a file says that one has to be chosen', async () => {
    const answer = await t.post(`${base}/upload`, upload({}, { interview: '' }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('No file was chosen');
  });

  it('over the limit is answered 413 before it is read, with the limit', async () => {
    const answer = await t.app.request(`${base}/upload`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:4000',
        origin: 'http://127.0.0.1:4000',
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '60000000',
      },
      body: 'x',
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('50 MB');
  });

  it('shows file names and sentences as text, never as markup', async () => {
    const page = await (
      await t.post(`${base}/upload`, upload({ '<img src=x>.txt': TALK, '<b>.docx': 'x' }))
    ).text();
    expect(page).not.toContain('<img src=x>');
    expect(page).not.toContain('<b>.docx');
  });
});

describe('pasting text', () => {
  it('adds it and leads to it', async () => {
    const answer = await t.post(`${base}/upload`, {
      name: 'Field notes',
      text: 'We went.\r\n\r\nIt rained.',
      interview: '',
      kind: 'notes',
    });
    const [source] = await sources();
    expect(answer.headers.get('location')).toBe(`${base}/${source?.id}`);
    expect(source).toMatchObject({
      name: 'Field notes',
      kind: 'notes',
      length: 'We went.\n\nIt rained.'.length,
      original_sha256: null,
    });
  });

  it('without a name keeps the text and says what is missing', async () => {
    const answer = await t.post(`${base}/upload`, {
      name: ' ',
      text: 'We went.',
      interview: '',
      kind: '',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('A source needs a name.');
    expect(page).toContain('We went.');
  });

  it('that the project has is recognised', async () => {
    for (const name of ['One', 'Two'])
      await t.post(`${base}/upload`, { name, text: 'We went.', interview: '', kind: '' });
    expect(await sources()).toHaveLength(1);
    const [first] = await sources();
    await t.post(`${base}/${first?.id}/again`);
    expect((await sources()).map(({ name }) => name)).toEqual(['One', 'One (2)']);
  });
});

describe('the list of sources', () => {
  it('says what belongs there when there is none', async () => {
    expect(await (await t.get(base)).text()).toContain('There is no text yet');
  });

  it('shows name, kind, length, codings and the beginning of the text’s hash', async () => {
    const source = await aSource(t.ctx, TALK, { name: 'Talk' });
    await aCoding(t.ctx, { source, code: await aCode(t.ctx), start: 0, end: 5 });
    const page = await (await t.get(base)).text();
    const [row] = await sources();
    expect(page).toContain(`<a class="source-name" href="${base}/${source}">Talk</a>`);
    expect(page).toContain(`>${row?.text_sha256.slice(0, 7)}<`);
    expect(page).toContain('Transcript');
    expect(page).toContain(`<td class="number">1</td>`);
  });

  it('is narrowed by its address: name, interview, kind', async () => {
    const interview = await anInterview(t.ctx, [], { reference: 'I-09' });
    await aSource(t.ctx, 'one', { name: 'Été 100%', kind: 'notes' });
    await aSource(t.ctx, 'two', { name: 'Bangkok', interview_id: interview });
    const shown = async (query: string): Promise<string[]> => {
      const page = await (await t.get(`${base}?${query}`)).text();
      return ['Été 100%', 'Bangkok'].filter((name) => page.includes(`>${name}</a>`));
    };
    expect(await shown('name=bang')).toEqual(['Bangkok']);
    expect(await shown('name=Été')).toEqual(['Été 100%']);
    expect(await shown('name=%25')).toEqual(['Été 100%']);
    expect(await shown('kind=notes')).toEqual(['Été 100%']);
    expect(await shown('interview=none')).toEqual(['Été 100%']);
    expect(await shown(`interview=${interview}`)).toEqual(['Bangkok']);
    expect(await shown('kind=nonsense&interview=x')).toEqual(['Été 100%', 'Bangkok']);
    expect(await (await t.get(`${base}?name=nowhere`)).text()).toContain('No source is like that');
  });

  it('sorts by length and turns round at the second click', async () => {
    await aSource(t.ctx, 'short', { name: 'Short' });
    await aSource(t.ctx, 'much longer', { name: 'Long' });
    const first = async (sort: string): Promise<boolean> => {
      const page = await (await t.get(`${base}?sort=${sort}`)).text();
      return page.indexOf('>Long<') < page.indexOf('>Short<');
    };
    expect(await first('-length')).toBe(true);
    expect(await first('length')).toBe(false);
    expect(await (await t.get(`${base}?sort=-length`)).text()).toContain('?sort=length');
  });

  it('never shows another project’s', async () => {
    const other = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const foreign = await aSource({ ...t.ctx, projectId: other.value.id }, TALK, {
      name: 'Foreign',
    });
    expect(await (await t.get(base)).text()).not.toContain('Foreign');
    for (const page of ['details', 'original', 'encoding'])
      expect((await t.get(`${base}/${foreign}/${page}`)).status).toBe(404);
    for (const act of ['details', 'speakers', 'delete', 'again', 'encoding']) {
      const answer = await t.post(`${base}/${foreign}/${act}`, {
        name: 'x',
        kind: 'notes',
        revision: 1,
        encoding: 'UTF-8',
        interview: '',
      });
      expect([act, answer.status]).toEqual([act, 404]);
    }
  });
});

describe('a source’s details', () => {
  const details = (id: number, fields: Record<string, string | number>) =>
    t.post(`${base}/${id}/details`, {
      name: 'Talk',
      kind: 'transcript',
      interview: '',
      language: '',
      revision: 1,
      ...fields,
    });

  it('can be changed, and undo brings them back', async () => {
    const id = await aSource(t.ctx, TALK, { name: 'Talk' });
    const answer = await details(id, { name: ' New  name ', kind: 'notes', language: 'fr' });
    expect(answer.status).toBe(303);
    expect(await sources()).toMatchObject([{ name: 'New name', kind: 'notes', language: 'fr' }]);
    await undoLast(t.ctx);
    expect(await sources()).toMatchObject([{ name: 'Talk', kind: 'transcript', language: '' }]);
  });

  it('are not saved over what someone else saved meanwhile', async () => {
    const id = await aSource(t.ctx, TALK, { name: 'Talk' });
    await details(id, { name: 'Mine' });
    const answer = await details(id, { name: 'Yours' });
    expect(answer.status).toBe(409);
    expect((await sources())[0]?.name).toBe('Mine');
  });

  it('refuse the name of another source, beside the field', async () => {
    await aSource(t.ctx, 'x', { name: 'Taken' });
    const id = await aSource(t.ctx, TALK, { name: 'Talk' });
    const answer = await details(id, { name: 'Taken' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Another source is called “Taken”');
  });

  it('say who speaks under each label', async () => {
    const respondent = await aRespondent(t.ctx, { reference: 'R-31' });
    const id = await aSource(t.ctx, TALK, { name: 'Talk' });
    const [a, b] = await listSpeakers(t.ctx, id);
    await t.post(`${base}/${id}/speakers`, {
      [`speaker-${a?.id}`]: 'interviewer',
      [`speaker-${b?.id}`]: respondent,
    });
    expect(await listSpeakers(t.ctx, id)).toMatchObject([
      { isInterviewer: true, respondentId: null },
      { isInterviewer: false, respondentId: respondent, respondent: 'R-31' },
    ]);
  });
});

describe('deleting a source', () => {
  it('takes its codings and memos along, and undo brings all of it back, segments included', async () => {
    await t.post(`${base}/upload`, upload({ 'talk.txt': TALK }));
    const [source] = await sources();
    const id = source?.id ?? 0;
    await aCoding(t.ctx, { source: id, code: await aCode(t.ctx), start: 0, end: 11 });
    const before = await everything();
    const answer = await t.post(`${base}/${id}/delete`);
    expect(answer.headers.get('location')).toBe(base);
    expect(await sources()).toEqual([]);
    expect(await t.ctx.db.selectFrom('segment').selectAll().execute()).toEqual([]);
    await undoLast(t.ctx);
    expect(await everything()).toEqual(before);
  });

  async function everything() {
    const { db } = t.ctx;
    return {
      sources: await sources(),
      texts: await db.selectFrom('source_text').selectAll().execute(),
      speakers: await db.selectFrom('speaker').selectAll().orderBy('id').execute(),
      segments: (await db.selectFrom('segment').selectAll().orderBy('position').execute()).map(
        ({ id: _, ...row }) => row,
      ),
      codings: await db.selectFrom('coding').selectAll().execute(),
    };
  }

  it('is said on the next page, with the way back', async () => {
    const id = await aSource(t.ctx, TALK, { name: 'Talk' });
    const answer = await t.post(`${base}/${id}/delete`);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await (await t.get(base, { cookie })).text();
    expect(page).toContain('Source “Talk” deleted');
    expect(page).toContain('/undo"');
  });
});

describe('reading the letters anew', () => {
  const polish = iconv.encode(`${'Zwykłe słowa. '.repeat(3)}Łódź: ó\n\nŁódź: ś`, 'windows-1250');

  it('makes another version of the text from the original file; undo brings the first back', async () => {
    await t.post(`${base}/upload`, upload({ 'a.txt': polish }));
    const [before] = await sources();
    const page = await (await t.get(`${base}/${before?.id}/encoding`)).text();
    expect(page.replace(/<\/?mark>/gu, '')).toContain('Zwykłe słowa');
    await t.post(`${base}/${before?.id}/encoding`, { encoding: 'KOI8-R' });
    expect(await sources()).toMatchObject([{ encoding: 'KOI8-R', version: 2 }]);
    await t.post(`${base}/${before?.id}/encoding`, { encoding: 'windows-1250' });
    const [after] = await sources();
    const { text } = await t.ctx.db
      .selectFrom('source_text')
      .select('text')
      .where('version', '=', 3)
      .executeTakeFirstOrThrow();
    expect(text).toContain('Łódź: ś');
    expect(after?.version).toBe(3);
    await undoLast(t.ctx);
    await undoLast(t.ctx);
    expect((await sources())[0]).toEqual({ ...before, revision: expect.any(Number) });
  });

  it('takes codings along: kept on the same letters, listed to be looked at on others', async () => {
    await t.post(`${base}/upload`, upload({ 'a.txt': polish }));
    const [source] = await sources();
    const id = source?.id ?? 0;
    const code = await aCode(t.ctx);
    const { text } = await t.ctx.db
      .selectFrom('source_text')
      .select('text')
      .executeTakeFirstOrThrow();
    await aCoding(t.ctx, { source: id, code, start: 0, end: text.length });
    await aCoding(t.ctx, {
      source: id,
      code,
      start: text.indexOf('owa'),
      end: text.indexOf('owa') + 3,
    });
    expect(await (await t.get(`${base}/${id}/encoding`)).text()).toContain('2 codings stand');
    const answer = await t.post(`${base}/${id}/encoding`, { encoding: 'KOI8-R' });
    expect(answer.headers.get('location')).toBe(`${base}/${id}/look`);
    const codings = await t.ctx.db
      .selectFrom('coding')
      .select('was_version')
      .orderBy('id')
      .execute();
    expect(codings.map(({ was_version }) => was_version)).toEqual([1, null]);
    await undoLast(t.ctx);
    expect((await sources())[0]?.version).toBe(1);
  });
});
