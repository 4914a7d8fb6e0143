import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeCode } from '../../../src/codebook/merge.ts';
import { deleteCode } from '../../../src/codebook/remove.ts';
import { fingerprint } from '../../../src/domain/guide/index.ts';
import { saveSummary, SUMMARY_LIMIT } from '../../../src/framework/index.ts';
import { listSteps } from '../../../src/history/queries.ts';
import { undo, undoLast } from '../../../src/history/index.ts';
import { mergeRespondents, removeRespondent } from '../../../src/respondents/index.ts';
import { redactSource } from '../../../src/sources/redact.ts';
import { check } from '../../../src/upkeep/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, anInterview, aRespondent, aSource } from '../../factories/data.ts';
import { snapshot } from '../security/rows.ts';

let t: TestApp;
let respondent: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  respondent = await aRespondent(t.ctx, { reference: 'R-01' });
  code = await aCode(t.ctx, 'Pay');
});
afterEach(() => t.close());

const save = (body: string, before = '', cell = {}, more = {}) =>
  saveSummary(
    t.ctx,
    { respondentId: respondent, codeId: code, ...cell },
    { body, seen: fingerprint(before), seenAt: t.ctx.now(), ...more },
  );

const summaries = () =>
  t.ctx.db
    .selectFrom('framework_summary')
    .select(['respondent_id', 'code_id', 'body', 'seen_at'])
    .orderBy('id')
    .execute();
const bodies = async () => (await summaries()).map(({ body }) => body);

/** Rows as they are compared: undo puts back everything but the counters of revisions. */
async function state(): Promise<string[]> {
  const rows = await snapshot(t.deps.db);
  return [...rows].map(([key, row]) => key + row.replace(/"revision":\d+/u, '')).sort();
}

describe('writing a summary', () => {
  it('keeps the words out of the record, and what is typed in one go is one step and one undo', async () => {
    await save('Says the p');
    await save('Says the pay is late.', 'Says the p');
    expect(await bodies()).toEqual(['Says the pay is late.']);
    const { rows } = await t.ctx.db
      .selectFrom('change')
      .select((eb) => eb.fn.agg<string>('group_concat', ['rows']).as('rows'))
      .executeTakeFirstOrThrow();
    expect(rows).not.toContain('Says the p');
    const { steps } = await listSteps(t.ctx, { limit: 1 });
    expect(steps[0]).toMatchObject({ kind: 'summary.saved', saves: 2 });
    await undoLast(t.ctx);
    expect(await bodies()).toEqual([]);
  });

  it('with no words left takes it away, and undo brings it back', async () => {
    await save('Late pay.');
    const { changeId } = await save(' \n', 'Late pay.');
    expect(await bodies()).toEqual([]);
    await undo(t.ctx, changeId ?? 0);
    expect(await bodies()).toEqual(['Late pay.']);
  });

  it('overwrites nothing that somebody else wrote since, not even after it was taken away and put back', async () => {
    await save('Mine.');
    await save('Theirs.', 'Mine.');
    const cleared = await save('', 'Theirs.');
    expect((await save('Mine, longer.', 'Mine.')).value).toEqual({ isConflict: true });
    await undo(t.ctx, cleared.changeId ?? 0);
    const done = await save('Mine, longer.', 'Mine.');
    expect(done).toEqual({ value: { isConflict: true }, changeId: null });
    expect(await bodies()).toEqual(['Theirs.']);
  });

  it('the same again, or what came on top of a save without an answer, is no conflict', async () => {
    await save('Late pay.');
    expect((await save('Late pay.')).changeId).toBeNull();
    const sentBefore = [fingerprint('Late pay.')];
    expect((await save('Late pay, twice.', '', {}, { sentBefore })).value.isConflict).toBe(false);
    expect(await bodies()).toEqual(['Late pay, twice.']);
  });

  it('remembers when the passages were read, and never later than now', async () => {
    await save('Late pay.', '', {}, { seenAt: '2026-01-01T00:00:00.000Z' });
    const seen = async () => (await summaries())[0]?.seen_at ?? '';
    expect(await seen()).toBe('2026-01-01T00:00:00.000Z');
    await save('Late pay.', 'Late pay.', {}, { seenAt: '2099-01-01T00:00:00.000Z' });
    expect(await seen()).toBe('2026-01-01T00:00:00.000Z');
    await save('Late pay.', 'Late pay.', {}, { seenAt: '2099-01-01T00:00:00.000Z', holds: true });
    expect((await seen()).slice(0, 10)).toBe('2026-01-05');
  });

  it('is refused when it is too long, under a code or for a respondent that is not the project’s', async () => {
    await expect(save('x'.repeat(SUMMARY_LIMIT + 1))).rejects.toMatchObject({
      code: 'framework.long',
    });
    for (const cell of [{ codeId: 999 }, { respondentId: 999 }])
      await expect(save('Late pay.', '', cell)).rejects.toMatchObject({ code: 'framework.noCell' });
  });
});

describe('a summary', () => {
  it('follows its code into another, where two of one respondent become one text, and undo parts them', async () => {
    const [into, other] = [await aCode(t.ctx, 'Money'), await aRespondent(t.ctx)];
    await save('Pay is late.');
    await save('Pay is low.', '', { respondentId: other });
    await save('Money lacks.', '', { codeId: into });
    const before = await state();
    const merged = await mergeCode(t.ctx, code, into);
    expect(merged.value.summaries).toBe(2);
    expect((await summaries()).map(({ code_id: id, body }) => [id, body])).toEqual([
      [into, 'Pay is low.'],
      [into, 'Money lacks.\n\nPay is late.'],
    ]);
    await undo(t.ctx, merged.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('goes with its code, and comes back with it', async () => {
    await save('Pay is late.');
    const before = await state();
    const gone = await deleteCode(t.ctx, code);
    expect(gone.value.summaries).toBe(1);
    expect(await bodies()).toEqual([]);
    await undo(t.ctx, gone.changeId ?? 0);
    expect(await state()).toEqual(before);
  });

  it('follows its respondent into another, and goes with one who is removed', async () => {
    const other = await aRespondent(t.ctx);
    await save('Pay is late.');
    await save('Pay is low.', '', { respondentId: other });
    const seen = { this: 1, other: 1 };
    const merged = await mergeRespondents(t.ctx, respondent, { other, choices: new Map(), seen });
    expect(await bodies()).toEqual(['Pay is late.\n\nPay is low.']);
    await undo(t.ctx, merged.changeId ?? 0);
    expect((await bodies()).sort()).toEqual(['Pay is late.', 'Pay is low.']);
    await removeRespondent(t.ctx, other);
    expect(await bodies()).toEqual(['Pay is late.']);
  });

  it('loses the words that are redacted in a text of its respondent, for good', async () => {
    const interview = await anInterview(t.ctx, [respondent]);
    const text = 'Quillon pays late.';
    const source = await aSource(t.ctx, text, { interview_id: interview });
    await save('Quillon is late.');
    await save('Quillon pays late.', 'Quillon is late.');
    const { text_sha256: sha256 } = await t.ctx.db
      .selectFrom('source')
      .select('text_sha256')
      .where('id', '=', source)
      .executeTakeFirstOrThrow();
    const redactions = [{ words: 'Quillon', replacement: '[name]' }];
    await redactSource(t.ctx, source, { sha256, redactions, anyCase: true, isConfirmed: true });
    expect(await bodies()).toEqual(['[name] pays late.']);
    const kept = await t.ctx.db.selectFrom('kept_text').select('body').execute();
    expect(kept.filter(({ body }) => body.includes('Quillon'))).toEqual([]);
    expect(await check({ opened: t.opened, dataDir: t.deps.dataDir })).toEqual([]);
  });
});
