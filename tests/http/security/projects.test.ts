import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type TestApp } from '../../factories/app.ts';
import { CASES } from './cases.ts';
import {
  addressOf,
  isInProject,
  isUnsafe,
  nameOf,
  parametersOf,
  plain,
  routesOf,
  type RouteEntry,
} from './routes.ts';
import { aStudy, SECRET, type Study } from './study.ts';

/** Promise 17 as far as it can go before there are accounts: nothing crosses from one project to another. */

const probe = await testApp();
const routes = routesOf(probe);
await probe.close();

/**
 * Every address that is not inside a project, and so does not pass the project door. Whoever adds one here says with it
 * that it shows nothing of any project.
 */
const OUTSIDE = ['GET /', 'GET /health', 'GET /help', 'GET /help/:page', 'POST /projects'];

it('every address is inside a project, or is one of a closed list', () => {
  const outside = routes.filter((route) => !isInProject(route)).map(nameOf);
  expect(outside.sort()).toEqual([...OUTSIDE].sort());
});

let t: TestApp;
let ours: Study;
let theirs: Study;
const STRANGERS = 'Strangers';
beforeAll(async () => {
  t = await testApp();
  ours = await aStudy(t, 'Ours');
  theirs = await aStudy(t, STRANGERS);
});
afterAll(() => t.close());

const heads = () => t.deps.db.selectFrom('change_head').selectAll().orderBy('project_id').execute();

/** Sends the route's valid request to another address. */
async function send(
  { method, path }: RouteEntry,
  address: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  if (method === 'GET') return t.get(address, headers);
  const form = (await CASES[nameOf({ method, path })]?.(t, await scratch()))?.form;
  return t.post(address, form ?? {}, headers);
}

/** What a case makes for itself must not move the chains that the test compares. */
let scratchStudy: Study | undefined;
async function scratch(): Promise<Study> {
  scratchStudy ??= await aStudy(t, 'Scratch');
  return scratchStudy;
}

/** A page as it looks when ids and addresses are left out of it. */
function stripped(html: string): string {
  return html.replace(/\/projects\/[^"\s<>]*/gu, '/…').replace(/\d+/gu, '0');
}

const inside = routes.filter(isInProject);

describe('an address with an id of another project answers as if there were no such thing', () => {
  const withIds = inside.filter(({ path }) => parametersOf(path).length > 1);

  it.each(withIds.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s',
    async (_name, route) => {
      await scratch();
      const before = await heads();
      for (const mixed of mixes(route.path)) {
        const answer = await send(route, addressOf(route.path, mixed));
        const body = await answer.text();
        expect(answer.status, body).toBe(404);
        expect(body).not.toContain(SECRET);
        const unknown = await send(route, addressOf(route.path, { ...mixed, ...NOWHERE(mixed) }));
        expect(unknown.status).toBe(404);
        expect(stripped(body)).toBe(stripped(await unknown.text()));
        const piece = await send(route, addressOf(route.path, mixed), { 'hx-request': 'true' });
        expect(piece.status).toBe(404);
        expect(await piece.text()).not.toContain(SECRET);
      }
      expect(withoutScratch(await heads())).toEqual(withoutScratch(before));
    },
  );

  /** Ours with one id of theirs, for each id in the path; and with all of them. */
  function mixes(path: string): Omit<Study, 'ctx'>[] {
    const keys = parametersOf(path)
      .filter((name) => name !== 'projectId')
      .map((name) => keyFor(path, name));
    const one = keys.map((key) => ({ ...ours, [key]: theirs[key] }));
    return keys.length > 1 ? [...one, { ...theirs, projectId: ours.projectId }] : one;
  }

  /** The same address with ids that nothing has, where the mix had ids of theirs. */
  function NOWHERE(mixed: Omit<Study, 'ctx'>): Partial<Study> {
    const foreign = Object.entries(mixed).filter(
      ([key, value]) =>
        key !== 'projectId' && key !== 'ctx' && value === theirs[key as keyof Study],
    );
    return Object.fromEntries(foreign.map(([key]) => [key, 999_999]));
  }
});

function keyFor(path: string, name: string): keyof Omit<Study, 'ctx'> {
  if (name !== 'id') return name as keyof Omit<Study, 'ctx'>;
  if (plain(path).includes('/groups/')) return 'groupId';
  return plain(path).includes('/regions/') ? 'regionId' : 'variableId';
}

function withoutScratch(rows: { project_id: number }[]): unknown[] {
  return rows.filter(({ project_id }) => project_id !== scratchStudy?.projectId);
}

describe('a project that one is no member of answers as one that does not exist', () => {
  beforeAll(async () => {
    // Taken away behind the program's back: in local mode it has no way to leave a project yet.
    await t.deps.db.deleteFrom('member').where('project_id', '=', theirs.projectId).execute();
  });

  it.each(inside.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s',
    async (_name, route) => {
      const address = addressOf(route.path, theirs);
      const answer = await send(route, address);
      const body = await answer.text();
      const unknown = await send(
        route,
        address.replace(`/projects/${theirs.projectId}`, '/projects/99999'),
      );
      expect([answer.status, unknown.status]).toEqual([404, 404]);
      expect(stripped(body)).toBe(stripped(await unknown.text()));
      expect(body).not.toMatch(new RegExp(`${SECRET}|${STRANGERS}`, 'u'));
    },
  );

  it('and is not in the list of projects', async () => {
    expect(await (await t.get('/')).text()).not.toContain(STRANGERS);
  });

  it('changes nothing there', async () => {
    const [head] = (await heads()).filter(({ project_id }) => project_id === theirs.projectId);
    const changes = await t.deps.db
      .selectFrom('change')
      .select('id')
      .where('project_id', '=', theirs.projectId)
      .execute();
    expect(head?.seq).toBe(changes.length);
  });

  it('whatever is asked of it that is no address at all', async () => {
    expect(routes.filter(isUnsafe).length).toBeGreaterThan(0);
    for (const project of [theirs.projectId, 99_999])
      expect((await t.get(`/projects/${project}/no/such/page`)).status).toBe(404);
  });
});
