import { afterEach, beforeEach, expect, it } from 'vitest';
import { oncePerState } from '../../../src/analysis/kept.ts';
import { createRespondent } from '../../../src/respondents/index.ts';
import { undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

const person = {
  kind: 'person' as const,
  headCount: 1,
  group: '',
  region: '',
  role: '',
  organisation: '',
};
const count = () =>
  oncePerState(t.ctx, 'respondents', async () => {
    const rows = await t.ctx.db.selectFrom('respondent').select('id').execute();
    return rows.length;
  });

it('numbers are those of now: every recorded change, and every undo of one, is counted at once', async () => {
  expect(await count()).toBe(0);
  await createRespondent(t.ctx, person);
  expect(await count()).toBe(1);
  await undoLast(t.ctx);
  expect(await count()).toBe(0);
});

it('what is counted of one state is read once', async () => {
  let readings = 0;
  const read = () => oncePerState(t.ctx, 'x', () => Promise.resolve((readings += 1)));
  await Promise.all([read(), read()]);
  await read();
  expect(readings).toBe(1);
});

it('a reading that failed is not kept', async () => {
  const fails = () => oncePerState(t.ctx, 'y', () => Promise.reject(new Error('busy')));
  await expect(fails()).rejects.toThrow('busy');
  expect(await oncePerState(t.ctx, 'y', () => Promise.resolve(2))).toBe(2);
});
