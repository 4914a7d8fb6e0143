import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../../views/messages/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { CASES, WORKING_PAPERS } from './cases.ts';
import { addressOf, isUnsafe, nameOf, routesOf, type RouteEntry } from './routes.ts';
import { changedRows, newestChange, recordedSince, snapshot } from './rows.ts';
import { aStudy, type Study } from './study.ts';

let t: TestApp;
let study: Study;
beforeEach(async () => {
  t = await testApp();
  study = await aStudy(t, 'Recorded');
});
afterEach(() => t.close());

const probe = await testApp();
const unsafe = routesOf(probe).filter(isUnsafe);
await probe.close();

describe('every action that changes something leaves one change that names each row it touched', () => {
  const recorded = unsafe.filter((route) => !WORKING_PAPERS.has(nameOf(route)));
  it.each(recorded.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s',
    async (name, route) => {
      const { db } = t.deps;
      const make = CASES[name];
      expect(make, `tests/http/security/cases.ts has no case for ${name}`).toBeDefined();
      const { form, ids } = (await make?.(t, study)) ?? {};
      const [before, lastId] = [await snapshot(db), await newestChange(db)];
      const answer = await t.post(addressOf(route.path, { ...study, ...ids }), form ?? {});
      expect(answer.status, await answer.clone().text()).toBeLessThan(400);
      const touched = changedRows(before, await snapshot(db));
      expect(touched, 'the case changes nothing, so it proves nothing').not.toEqual([]);
      const { changes, rows } = await recordedSince(db, lastId);
      expect(rows).toEqual(touched);
      expect(changes).toHaveLength(1);
      for (const { kind, detail, undo_depth } of changes) {
        const sentence = messages('en').sentenceOf({
          kind,
          detail: JSON.parse(detail) as Record<string, string | number>,
          undoDepth: undo_depth,
        });
        if (!kind.startsWith('test.')) expect(sentence).not.toContain(kind);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
      }
    },
  );

  const papers = unsafe.filter((route) => WORKING_PAPERS.has(nameOf(route)));
  it.each(papers.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s changes a working paper, and nothing of the project',
    async (name, route) => {
      const { db } = t.deps;
      const drafts = async () => [
        await db.selectFrom('register_draft').selectAll().execute(),
        await db.selectFrom('code_split').selectAll().execute(),
        await db.selectFrom('code_split_choice').selectAll().execute(),
      ];
      const { form, ids } = (await CASES[name]?.(t, study)) ?? {};
      const [before, papersBefore] = [await snapshot(db), await drafts()];
      const lastId = await newestChange(db);
      const answer = await t.post(addressOf(route.path, { ...study, ...ids }), form ?? {});
      expect(answer.status, await answer.clone().text()).toBeLessThan(400);
      expect(changedRows(before, await snapshot(db))).toEqual([]);
      expect((await recordedSince(db, lastId)).changes).toEqual([]);
      expect(await drafts()).not.toEqual(papersBefore);
    },
  );

  it('and no case is left of a route that is gone', () => {
    const names = new Set(unsafe.map(nameOf));
    expect(Object.keys(CASES).filter((name) => !names.has(name))).toEqual([]);
  });
});
