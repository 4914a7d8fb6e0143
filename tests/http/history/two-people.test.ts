import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../src/deps.ts';
import { addCoding, removeCoding, writeMemo } from '../../../src/codings/index.ts';
import { replaceCode } from '../../../src/codings/commands-coding.ts';
import {
  change,
  checkChains,
  listChanges,
  redoLast,
  undoLast,
} from '../../../src/history/index.ts';
import { coderNamed } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aSource } from '../../factories/data.ts';

/** Two people in one project; each has tabs of their own, which ask the same database. */
let t: TestApp;
let other: Ctx;
let source: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  const { value: userId } = await change(t.ctx, { kind: 'test.made', entity: 'user' }, (w) =>
    coderNamed(t.ctx, w, { name: 'Maria Tamm', initials: 'MT' }),
  );
  other = { ...t.ctx, userId };
  source = await aSource(t.ctx, 'R-09: We do good things.\n');
  code = await aCode(t.ctx, 'Capacity');
});
afterEach(() => t.close());

const passage = (start = 6) => ({ sourceId: source, version: 1, start, end: 11, codeId: code });
const codings = () => t.ctx.db.selectFrom('coding').select(['coder_id', 'start']).execute();

describe('undo by two people in one project', () => {
  it('takes back each one’s own last change, and leaves the other’s', async () => {
    await addCoding(t.ctx, passage(6));
    await addCoding(other, passage(7));
    await undoLast(t.ctx);
    expect(await codings()).toEqual([{ coder_id: other.userId, start: 7 }]);
    await redoLast(t.ctx);
    await undoLast(other);
    expect(await codings()).toEqual([{ coder_id: t.userId, start: 6 }]);
    expect(await checkChains(t.ctx.db)).toEqual([]);
  });

  it('says who built on it, when, and changes nothing', async () => {
    const { value: coding } = await addCoding(t.ctx, passage());
    await writeMemo(other, coding.id, 'Is it?', null);
    const before = await listChanges(t.ctx);
    await expect(undoLast(t.ctx)).rejects.toMatchObject({
      code: 'history.builtOnBy',
      params: { who: 'Maria Tamm' },
    });
    expect(await listChanges(t.ctx)).toEqual(before);
    const answer = await t.post(`/projects/${t.ctx.projectId}/undo`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Maria Tamm built on it on 5 January 2026');
  });

  it('says so when the other changed or removed the very same', async () => {
    const people = await aCode(other, 'People');
    const { value: coding } = await addCoding(t.ctx, passage());
    await replaceCode(other, coding.id, people);
    await expect(undoLast(t.ctx)).rejects.toMatchObject({ params: { who: 'Maria Tamm' } });
    await undoLast(other);
    await undoLast(t.ctx);
    expect(await codings()).toEqual([]);
    await redoLast(t.ctx);
    await removeCoding(other, coding.id);
    await expect(undoLast(t.ctx)).rejects.toMatchObject({ params: { who: 'Maria Tamm' } });
  });

  it('says so when it was oneself, in another way than one can undo first', async () => {
    const { value: coding, changeId } = await addCoding(t.ctx, passage());
    await writeMemo(t.ctx, coding.id, 'Mine', null);
    const answer = await t.post(`/projects/${t.ctx.projectId}/changes/${changeId ?? 0}/undo`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('you built on it yourself');
  });
});
