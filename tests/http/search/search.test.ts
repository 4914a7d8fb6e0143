import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject } from '../../../src/projects/index.ts';
import { change } from '../../../src/history/index.ts';
import { searchProject } from '../../../src/search/index.ts';
import { readText } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aSource } from '../../factories/data.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}`;
});
afterEach(() => t.close());

const page = async (query: string): Promise<string> =>
  (await t.get(`${base}/search?${query}`)).text();
const q = (text: string): Promise<string> => page(`q=${encodeURIComponent(text)}`);

async function aMemo(body: string, on: Record<string, number> = {}): Promise<void> {
  await change(t.ctx, { kind: 'test.memo', entity: 'memo' }, (w) =>
    w.insert('memo', {
      guid: t.ctx.newGuid(),
      project_id: t.ctx.projectId,
      body,
      author_id: t.userId,
      revision: 1,
      created_at: t.ctx.now(),
      updated_at: t.ctx.now(),
      ...on,
    }),
  );
}

async function anAnswer(notes: string): Promise<{ interview: number; question: number }> {
  const interview = await anInterview(t.ctx, [], {
    reference: 'I-12',
    notes: 'Free notes on remittances.',
  });
  const { value: question } = await change(
    t.ctx,
    { kind: 'test.answer', entity: 'answer' },
    async (w) => {
      const guide_id = await w.insert('guide', {
        guid: t.ctx.newGuid(),
        project_id: t.ctx.projectId,
        version: 1,
        name: 'Guide',
        created_at: t.ctx.now(),
      });
      const question_id = await w.insert('question', {
        guid: t.ctx.newGuid(),
        guide_id,
        number: '5',
        section: '',
        text: 'What could be improved?',
        prompts: '',
        serves: '',
        for_whom: '',
        position: 5,
        revision: 1,
      });
      await w.insert('answer', {
        interview_id: interview,
        question_id,
        state: 'asked',
        notes,
        revision: 1,
        updated_by: t.userId,
        updated_at: t.ctx.now(),
      });
      return question_id;
    },
  );
  return { interview, question };
}

describe('the search page', () => {
  it('shows each place in its context, marked, under its source, and leads to it', async () => {
    const text = 'Interviewer: What happened?\n\nR-07: 👍 Our capacity was short, and nobody came.';
    const source = await aSource(t.ctx, text, { name: 'Talk with R-07' });
    const html = await q('capacity');
    const start = text.indexOf('capacity');
    expect(html).toContain(
      `href="${base}/sources/${source}?at=${start}-${start + 'capacity'.length}&amp;find=capacity#at"`,
    );
    expect(html).toContain('👍 Our <mark>capacity</mark> was short, and nobody came.');
    expect(html).toContain('>Talk with R-07</a>');
    expect(html).toContain('1 passage in 1 source.');
  });

  it('marks the very words that the address leads to', async () => {
    const source = await aSource(
      t.ctx,
      'R-1: One two 👍.\n\nR-2: Two, and two more.\n\nR-1: three',
    );
    const { text } = await readText(t.ctx, source);
    const html = await q('two');
    const places = [...html.matchAll(/\?at=(\d+)-(\d+)&amp;find=two#at"/gu)].map(([, a, b]) =>
      text.slice(Number(a), Number(b)),
    );
    expect(places).toEqual(['two', 'Two, and two']);
  });

  it('finds notes under questions, notes on interviews and memos, and leads to each', async () => {
    const { interview, question } = await anAnswer('Remittances are sent home.');
    const code = await aCode(t.ctx, 'Money');
    const source = await aSource(t.ctx, 'They send money home.', { name: 'Paper' });
    const coding = await aCoding(t.ctx, { source, code, start: 5, end: 15 });
    await aMemo('Remittances again.', { code_id: code });
    await aMemo('A remittance, here.', { coding_id: coding });
    await aMemo('Remittances in general.');
    const html = await q('remittance*');
    expect(html).toContain('2 notes, 3 memos.');
    expect(html).toContain(`href="${base}/interviews/${interview}#question-${question}"`);
    expect(html).toContain(`href="${base}/codebook/${code}"`);
    expect(html).toContain(`href="${base}/sources/${source}?at=5-15#at"`);
    expect(html).toContain('Question 5');
    expect(html).toContain('On a passage of “Paper” coded “Money”');
    expect(await page('q=remittance*&in=memos')).not.toContain('Question 5');
    expect(await page('q=remittance*&in=sources')).toContain('Nothing was found');
  });

  it('searches one source alone when the address says so', async () => {
    const one = await aSource(t.ctx, 'capacity here', { name: 'One' });
    await aSource(t.ctx, 'capacity there', { name: 'Two' });
    const html = await page(`q=capacity&source=${one}`);
    expect(html).toContain('Only in “One”');
    expect(html).not.toContain('>Two</a>');
  });

  it.each([
    ['"open', 'A quotation mark is open.'],
    ['(a OR b', 'A bracket is open.'],
    ['a AND', 'There are no words after AND.'],
    ['NOT a', 'NOT only takes away.'],
    ['mi*gra', 'the star does not stand at the end'],
    ['???', 'There is no letter or digit'],
  ])('explains “%s” beside the field, and keeps what was typed', async (text, sentence) => {
    const answer = await t.get(`${base}/search?q=${encodeURIComponent(text)}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(sentence);
    expect(html).toContain(`value="${text.replaceAll('"', '&quot;')}"`);
  });

  it.each([
    "'",
    '"; drop table source',
    'a"b',
    '\\',
    'words : x',
    'rowid',
    '{a}',
    '^a',
    'a + b',
    'NEAR(',
    'x'.repeat(2000),
    '\0',
    '😀',
  ])('never fails, whatever is typed: %s', async (text) => {
    await aSource(t.ctx, 'some words');
    expect((await t.get(`${base}/search?q=${encodeURIComponent(text)}`)).status).toBe(200);
  });

  it('shows text of sources and of the search as text, never as markup', async () => {
    await aSource(t.ctx, 'He wrote <img src=x onerror=alert(1)> capacity.', {
      name: '<b>bold</b>',
    });
    const html = await q('capacity <script>');
    expect(html).not.toContain('<script>"');
    expect(await q('capacity')).not.toMatch(/<img|<b>bold/u);
  });

  it('comes in pages of 50 passages, each with its own address', async () => {
    await aSource(
      t.ctx,
      Array.from({ length: 120 }, (_, n) => `Paragraph ${n} on capacity.`).join('\n\n'),
    );
    const first = await q('capacity');
    expect(first.match(/class="found-passage"/gu)).toHaveLength(50);
    expect(first).toContain('Page 1 of 3');
    expect(first).toContain(`${base}/search?q=capacity&amp;page=2`);
    expect((await page('q=capacity&page=3')).match(/class="found-passage"/gu)).toHaveLength(20);
    expect((await t.get(`${base}/search?q=capacity&page=99`)).status).toBe(200);
  });

  it('says what to do when nothing is found, and nothing before anything is asked', async () => {
    expect(await q('nowhere')).toContain('Nothing was found');
    expect(await page('')).not.toContain('Nothing was found');
  });

  it('finds nothing of another project', async () => {
    const other = await createProject({ ...t.deps, userId: t.userId }, { name: 'Other' });
    const foreign = { ...t.ctx, projectId: other.value.id };
    const source = await aSource(foreign, 'A secret capacity.', { name: 'Foreign' });
    expect(await q('capacity')).toContain('Nothing was found');
    expect((await t.get(`${base}/search?q=capacity&source=${source}`)).status).toBe(404);
    expect(await searchProject(foreign, { text: 'capacity' })).toMatchObject({
      found: [{ source: 'Foreign' }],
    });
  });
});

describe('searching a large project', () => {
  it('answers with pages, however often a word occurs', async () => {
    const paragraph = 'The office had too few people, and the work of the office grew. ';
    await aSource(t.ctx, Array.from({ length: 5000 }, (_, n) => `${paragraph} ${n}`).join('\n\n'));
    const result = await searchProject(t.ctx, { text: 'the OR office OR people', page: 80 });
    expect(result).toMatchObject({ ok: true, pages: 100 });
  });
});
