import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/history/index.ts';
import { addQuestion } from '../../../src/guide/index.ts';
import { change } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';

const TEXT = `MT: What works?

R-09: We do good things.
We do them slowly.

MT: And then?

R-09: Nobody hears of them.

R-10: We do GOOD  things, too.
`;
const OTHER = 'R-09: In good things we trust, not in goodthings.\n';

let t: TestApp;
let source: number;
let other: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT, { name: 'Talk' });
  other = await aSource(t.ctx, OTHER, { name: 'Second talk' });
  code = await aCode(t.ctx, 'Capacity');
});
afterEach(() => t.close());

const at = () => `/projects/${t.ctx.projectId}/sources/${source}`;
const look = async (query: Record<string, string>) =>
  (
    await t.get(
      `${at()}/code-many?${new URLSearchParams({ code: 'Capacity', ...query }).toString()}`,
    )
  ).text();
const picksIn = (html: string): string[] =>
  [...html.matchAll(/<input type="checkbox" name="pick" value="([^"]+)"([^>]*)>/gu)].flatMap(
    ([, value = '', rest = '']) => (rest.includes('disabled') ? [] : value),
  );
const speaker = async (label: string, of = source) =>
  (
    await t.ctx.db
      .selectFrom('speaker')
      .select('id')
      .where('source_id', '=', of)
      .where('label', '=', label)
      .executeTakeFirstOrThrow()
  ).id;
const stored = async () =>
  (
    await t.ctx.db
      .selectFrom('coding')
      .select(['source_id', 'start', 'end'])
      .orderBy('source_id')
      .orderBy('start')
      .execute()
  ).map((row) => (row.source_id === source ? TEXT : OTHER).slice(row.start, row.end));

describe('coding many passages at once', () => {
  it('takes all turns of a speaker, each whole and once, as one change that one undo takes back', async () => {
    const html = await look({ by: 'speaker', speaker: String(await speaker('R-09')) });
    const before = (await listChanges(t.ctx)).length;
    const answer = await t.post(`${at()}/code-many`, {
      by: 'speaker',
      code: 'Capacity',
      pick: picksIn(html),
    });
    expect(answer.status).toBe(303);
    expect(await stored()).toEqual([
      'We do good things.\nWe do them slowly.',
      'Nobody hears of them.',
    ]);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    await t.post(`/projects/${t.ctx.projectId}/undo`);
    expect(await stored()).toEqual([]);
  });

  it('finds the same words whatever their capitals and line breaks, whole words only, here or everywhere', async () => {
    const here = await look({ by: 'words', words: 'good things' });
    expect(picksIn(here)).toHaveLength(2);
    const everywhere = await look({ by: 'words', words: 'good things', scope: 'project' });
    await t.post(`${at()}/code-many`, { by: 'words', code: 'Capacity', pick: picksIn(everywhere) });
    expect(await stored()).toEqual(['good things', 'GOOD  things', 'good things']);
  });

  it('says which have the code already, and codes only the others', async () => {
    const start = TEXT.indexOf('good');
    await aCoding(t.ctx, { source, code, start, end: start + 11 });
    const html = await look({ by: 'words', words: 'good things' });
    expect(html).toContain('1 passage to code “Capacity”');
    expect(html).toContain('1 passage has the code already');
    expect(html).toContain('coded already');
    const all = [`${source}.1.${start}.${start + 11}`, ...picksIn(html)];
    await t.post(`${at()}/code-many`, { by: 'words', code: 'Capacity', pick: all });
    expect(await stored()).toHaveLength(2);
    const [newest] = await listChanges(t.ctx);
    expect(newest?.detail).toMatchObject({ count: 1, already: 1 });
  });

  it('takes all answers to a question in every text, and leaves the interviewer’s words out', async () => {
    const { value: question } = await addQuestion(t.ctx, {
      ...{ section: '', text: 'What works?', prompts: '', serves: '', forWhom: '' },
    });
    await t.ctx.db
      .updateTable('speaker')
      .set({ is_interviewer: 1 })
      .where('label', '=', 'MT')
      .execute();
    await t.ctx.db.updateTable('segment').set({ question_id: question }).execute();
    const html = await look({ by: 'question', question: String(question), scope: 'project' });
    expect(picksIn(html)).toHaveLength(4);
    expect(html).not.toMatch(/<mark>[^<]*And then\?/u);
  });

  it('leaves out interviews whose consent was withdrawn, and says so', async () => {
    const interview = await anInterview(t.ctx, [await aRespondent(t.ctx)], {
      consent: 'withdrawn',
    });
    await change(t.ctx, { kind: 'test.made', entity: 'source' }, (w) =>
      w.update('source', other, { interview_id: interview }),
    );
    const html = await look({ by: 'words', words: 'good things', scope: 'project' });
    expect(picksIn(html)).toHaveLength(2);
    expect(html).toContain('consent=withdrawn');
  });

  it('begins with the speaker and the words of the passage that the workbench has marked', async () => {
    const start = TEXT.indexOf('Nobody');
    const html = await (await t.get(`${at()}/code-many?at=${start}-${start + 12}`)).text();
    expect(html).toContain('value="Nobody hears"');
    expect(html).toMatch(new RegExp(`<option value="${await speaker('R-09')}" selected`, 'u'));
  });

  it.each([
    [{ by: 'speaker' }, 'Choose whose turns'],
    [{ by: 'question' }, 'Choose the question'],
    [{ by: 'words', words: '  ' }, 'Write the words'],
    [{ by: 'words', words: 'x', code: 'Nothing' }, 'Nothing'],
  ])('%j is refused beside the field, and what was typed stays', async (query, sentence) => {
    const address = new URLSearchParams({ code: 'Capacity', ...query }).toString();
    const answer = await t.get(`${at()}/code-many?${address}`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
  });

  it('of a text that was corrected meanwhile codes nothing', async () => {
    const answer = await t.post(`${at()}/code-many`, {
      by: 'words',
      words: 'good',
      code: 'Capacity',
      pick: `${source}.2.4.8`,
    });
    expect(answer.status).toBe(422);
    expect(await stored()).toEqual([]);
  });
});
