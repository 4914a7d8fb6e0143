import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { addCode } from '../../src/codebook/index.ts';
import { addQuestion } from '../../src/guide/index.ts';
import { listChanges } from '../../src/history/index.ts';
import { testApp, type FormFields, type TestApp } from '../factories/app.ts';
import { aCode, anInterview, aSource } from '../factories/data.ts';

/** Promise 5: a retry never doubles. */

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const at = (path: string) => `/projects/${t.ctx.projectId}${path}`;
const keyed = (key: string) => ({ 'idempotency-key': key });
const names = async () =>
  (await t.ctx.db.selectFrom('code').select('name').orderBy('id').execute()).map(
    ({ name }) => name,
  );

it('a thousand retries of what makes something make nothing more', async () => {
  const interview = await anInterview(t.ctx);
  const { value: question } = await addQuestion(t.ctx, {
    section: '',
    text: 'Why?',
    prompts: '',
    serves: '',
    forWhom: '',
  });
  const source = await aSource(t.ctx, 'x'.repeat(500));
  const code = await aCode(t.ctx);
  const passage = (n: number) => ({ start: n, end: n + 5, version: 1 });
  const requests: ((n: number) => [string, FormFields])[] = [
    (n) => [at('/codebook'), { name: `Code number ${n}` }],
    (n) => [at('/guide'), { text: `Question number ${n}` }],
    (n) => [at('/interviews'), { date: '2026-02-03', location: `Place ${n}` }],
    (n) => [at('/respondents'), { role: `Role ${n}` }],
    (n) => [at('/respondents/groups'), { name: `Group ${n}` }],
    () => [at(`/codebook/${code}/memos`), { body: 'The same thought' }],
    (n) => [at(`/sources/${source}/codings`), { ...passage(n), code }],
    (n) => [at(`/sources/${source}/codings/new-code`), { ...passage(n), name: `In vivo ${n}` }],
    (n) => [
      at(`/interviews/${interview}/notes`),
      {
        [`revision-${question}`]: Math.floor(n / 10),
        [`state-${question}`]: 'asked',
        [`notes-${question}`]: `Notes ${n}`,
      },
    ],
    (n) => ['/projects', { name: `Project ${n}` }],
  ];
  const tables = ['code', 'question', 'interview', 'respondent', 'respondent_group', 'memo'];
  const count = async () => {
    const rows: Record<string, number> = {};
    for (const table of [...tables, 'coding', 'answer', 'project', 'change'] as 'change'[]) {
      const { n } = await t.ctx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      rows[table] = n;
    }
    return rows;
  };
  let retries = 0;
  for (let n = 0; n < 250; n += 1) {
    const [path, form] = requests[n % requests.length]?.(n) ?? ['', {}];
    const first = await t.post(path, form, keyed(`request-${n}`));
    expect(first.status).toBe(303);
    const before = await count();
    for (let again = 0; again < 4; again += 1) {
      const answer = await t.post(path, form, keyed(`request-${n}`));
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(first.headers.get('location'));
      retries += 1;
    }
    expect(await count()).toEqual(before);
  }
  expect(retries).toBe(1000);
}, 120_000);

describe('a request that is sent again', () => {
  it('while the first is still under way does it once', async () => {
    const send = () => t.post(at('/codebook'), { name: 'Capacity' }, keyed('double-click'));
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await names()).toEqual(['Capacity']);
  });

  it('after the program was started anew is known', async () => {
    const form = { text: 'What else?' };
    await t.post(at('/guide'), form, keyed('before-the-crash'));
    const anew = createApp(t.deps);
    const changes = (await listChanges(t.ctx)).length;
    const headers = {
      ...keyed('before-the-crash'),
      host: '127.0.0.1:4000',
      origin: 'http://127.0.0.1:4000',
    };
    const body = new URLSearchParams(form);
    const answer = await anew.request(at('/guide'), { method: 'POST', headers, body });
    expect(answer.status).toBe(303);
    expect(await listChanges(t.ctx)).toHaveLength(changes);
  });

  it('by the field of a form is known as well', async () => {
    const form = { name: 'Capacity', request_key: 'from-the-form' };
    await t.post(at('/codebook'), form);
    expect((await t.post(at('/codebook'), form)).status).toBe(303);
    expect(await names()).toEqual(['Capacity']);
  });

  it('with other content is another intent, although its key is the same', async () => {
    await t.post(at('/codebook'), { name: 'Capacity', request_key: 'gone-back' });
    await t.post(at('/codebook'), { name: 'Visibility', request_key: 'gone-back' });
    expect(await names()).toEqual(['Capacity', 'Visibility']);
  });

  it('with another file of the same name and size is another intent', async () => {
    const file = (text: string) => {
      const form = new FormData();
      form.set('file', new File([text], 'guide.csv'));
      form.set('request_key', 'gone-back');
      return form;
    };
    await t.post(at('/guide/import'), file('number,text\n1,Why?\n'));
    await t.post(at('/guide/import'), file('number,text\n2,How?\n'));
    const { n } = await t.ctx.db
      .selectFrom('question')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBe(2);
  });

  it('that was refused is tried anew, since nothing was done', async () => {
    await t.post(at('/codebook'), { name: 'Capacity' });
    const send = () => t.post(at('/codebook'), { name: 'capacity' }, keyed('refused-first'));
    expect((await send()).status).toBe(409);
    const code = await t.ctx.db.selectFrom('code').select('id').executeTakeFirstOrThrow();
    await t.post(at(`/codebook/${code.id}/delete`));
    expect((await send()).status).toBe(303);
    expect(await names()).toEqual(['capacity']);
  });

  it('that undid the last change does not undo the one before', async () => {
    await t.post(at('/codebook'), { name: 'One' });
    await t.post(at('/codebook'), { name: 'Two' });
    for (let n = 0; n < 3; n += 1) await t.post(at('/undo'), {}, keyed('undo-once'));
    expect(await names()).toEqual(['One']);
  });

  it('of several files adds each once, also those that the first did not come to', async () => {
    const files = (...texts: string[]) => {
      const form = new FormData();
      for (const text of texts) form.append('files', new File([text], `${text}.txt`));
      return form;
    };
    const send = () => t.post(at('/sources/upload'), files('One', 'Two'), keyed('many-files'));
    await send();
    const page = await (await send()).text();
    expect(page).not.toContain('already');
    const sources = await t.ctx.db.selectFrom('source').select('name').execute();
    expect(sources.map(({ name }) => name)).toEqual(['One', 'Two']);
  });
});

it('two people may use the same key by chance', async () => {
  const other = await t.ctx.db
    .insertInto('user')
    .values({ guid: 'b', name: 'B', initials: 'B', is_local: 0, created_at: t.deps.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const request = () => ({ key: 'by-chance', parts: 0 });
  await addCode({ ...t.ctx, request: request() }, { name: 'Mine' });
  await addCode({ ...t.ctx, userId: other.id, request: request() }, { name: 'Theirs' });
  expect(await names()).toEqual(['Mine', 'Theirs']);
});

it('requests of more than a week ago are forgotten', async () => {
  await t.post(at('/codebook'), { name: 'One' }, keyed('long-ago-one'));
  t.deps.now = () => '2026-01-13T09:00:00.000Z';
  await t.post(at('/codebook'), { name: 'Two' }, keyed('just-now-two'));
  const kept = await t.ctx.db.selectFrom('request_key').select('key').execute();
  expect(kept).toHaveLength(1);
});
