import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Schema } from '../../../db/schema.ts';
import { loadExample } from '../../../src/example/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { listChanges, undo } from '../../../src/history/index.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
let project: { id: number; name: string };
beforeAll(async () => {
  t = await testApp();
  project = await loadExample(t.deps, t.userId);
});
afterAll(() => t.close());

async function count(table: keyof Schema): Promise<number> {
  const row = await t.deps.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

describe('the worked example', () => {
  it('is a study with a register, a guide, a codebook and what two coders coded', async () => {
    expect(await count('interview')).toBe(29);
    expect(await count('respondent')).toBe(28);
    expect(await count('respondent_group')).toBe(6);
    expect(await count('region')).toBe(5);
    expect(await count('question')).toBe(15);
    expect(await count('code')).toBeGreaterThanOrEqual(25);
    expect(await count('source')).toBeGreaterThanOrEqual(29);
    expect(await count('coding')).toBeGreaterThanOrEqual(350);
    expect(await count('answer')).toBeGreaterThanOrEqual(300);
    const coders = await t.deps.db.selectFrom('coding').select('coder_id').distinct().execute();
    expect(coders).toHaveLength(2);
  });

  // The guide says so in “Counting themes”, reckoned there by hand.
  it('has a code whose share depends on who was asked', async () => {
    const share = async (over: string) => {
      const csv = await (await t.get(`/projects/${project.id}/themes.csv?${over}`)).text();
      const row = (name: string) => csv.split('\n').find((line) => line.startsWith(`${name},`));
      const first = (line = '') => line.trim().split(',').slice(1, 3);
      const last = (line = '') => line.trim().split(',').slice(-2);
      return [row('denominator'), row('Rights and markets')].map((l) => [first(l), last(l)]);
    };
    const question = await t.deps.db
      .selectFrom('question')
      .innerJoin('guide', 'guide.id', 'question.guide_id')
      .select('question.id')
      .where('guide.project_id', '=', project.id)
      .where('question.number', '=', '14')
      .executeTakeFirstOrThrow();
    expect(await share('')).toEqual([
      [
        ['5', ''],
        ['26', ''],
      ],
      [
        ['2', '0.4'],
        ['20', '0.7692'],
      ],
    ]);
    expect(await share(`over=asked&question=${question.id}`)).toEqual([
      [
        ['2', ''],
        ['21', ''],
      ],
      [
        ['2', '1'],
        ['20', '0.9524'],
      ],
    ]);
  });

  it('knows who speaks: each respondent’s words are theirs', async () => {
    const loose = await t.deps.db
      .selectFrom('speaker')
      .select(['label', 'respondent_id', 'is_interviewer'])
      .where('label', 'like', 'R-%')
      .where('respondent_id', 'is', null)
      .execute();
    expect(loose).toEqual([]);
  });

  it('passes the check, originals included', async () => {
    expect(await check({ opened: t.opened, dataDir: t.deps.dataDir })).toEqual([]);
  });

  it('is recorded, and each change has its sentence', async () => {
    const ctx = contextFor(t.deps, t.userId, project.id);
    const changes = await listChanges(ctx, { limit: 100 });
    expect(changes.length).toBeGreaterThan(5);
    const { messages } = await import('../../../views/messages/index.ts');
    for (const entry of changes) expect(messages('en').sentenceOf(entry)).not.toBe(entry.kind);
  });

  it('can be undone, the codings first', async () => {
    const ctx = contextFor(t.deps, t.userId, project.id);
    const [newest] = await listChanges(ctx, { limit: 1 });
    expect(newest?.kind).toBe('example.coded');
    const { value } = await undo(ctx, newest?.id ?? 0);
    expect(value.undone).toBe(true);
    expect(await count('coding')).toBe(0);
  });
});
