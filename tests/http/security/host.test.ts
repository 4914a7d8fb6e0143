import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../../src/server.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { addressOf, nameOf, routesOf, type RouteEntry } from './routes.ts';
import { aStudy, SECRET, type Study } from './study.ts';

/** Promise 16: a page elsewhere that makes its own name point to this machine gets nothing, not even by GET. */

let t: TestApp;
let study: Study;
beforeAll(async () => {
  t = await testApp();
  study = await aStudy(t, 'Ours');
});
afterAll(() => t.close());

const probe = await testApp();
const routes = routesOf(probe);
await probe.close();

const FOREIGN = [
  'evil.example',
  'evil.example:4000',
  '127.0.0.1.evil.example:4000',
  '127.0.0.1',
  '127.0.0.1:4001',
  '0.0.0.0:4000',
  '192.168.1.10:4000',
];

describe('a request under a name that is not ours is refused', () => {
  it.each(routes.map((route): [string, RouteEntry] => [nameOf(route), route]))(
    '%s',
    async (_name, { method, path }) => {
      for (const host of FOREIGN) {
        const answer = await t.app.request(addressOf(path, study), {
          method,
          headers: { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' },
        });
        expect(answer.status, host).toBe(421);
        expect(await answer.text()).not.toContain(SECRET);
      }
    },
  );

  it('style sheets, unknown addresses and requests without a name included', async () => {
    for (const path of ['/static/build/app.css', '/no/such/address', '/'])
      expect((await t.app.request(path, { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await t.app.request('/')).status).toBe(421);
  });
});

describe('the server listens on this machine only', () => {
  it('refuses to listen anywhere else', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.10', 'earmark.example'])
      await expect(
        startServer({ deps: t.deps, opened: t.opened }, { host, port: 0 }),
      ).rejects.toMatchObject({ code: 'terminal.notLoopback' });
  });

  it('cannot be reached by this machine’s other addresses', async () => {
    const running = await startServer(
      { deps: t.deps, opened: t.opened },
      { host: '127.0.0.1', port: 0 },
    );
    try {
      const port = Number(new URL(running.url).port);
      expect(await canConnect('127.0.0.1', port)).toBe(true);
      const others = Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ internal, family }) => !internal && family === 'IPv4')
        .map(({ address }) => address);
      for (const address of others) expect(await canConnect(address, port), address).toBe(false);
    } finally {
      await running.stop();
    }
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const finish = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}
