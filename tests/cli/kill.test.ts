import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import type { Ctx } from '../../src/deps.ts';
import { contextFor } from '../../src/http/index.ts';
import { createProject, ensureLocalUser } from '../../src/projects/index.ts';
import { openProgram } from '../../src/server.ts';
import { check } from '../../src/upkeep/index.ts';
import { aCode, aSource } from '../factories/data.ts';
import { serve, type Server } from './earmark.ts';

/** Promise 1. Each round starts the server anew on the same folder and kills it in the middle of writing. */
const ROUNDS = 50;
/** People coding at once. */
const CODERS = 4;
/** The kill comes up to this long after the round's first acknowledged coding, in milliseconds. */
const KILL_WITHIN = 120;

const TEXT = 'R-01: They know the others, not us, and say so.\n\n'.repeat(3000);
/** Code units from one turn to the next, and of the words coded in each. */
const [TURN, WORDS] = [49, { start: 6, end: 21 }];

let dataDir: string;
let place: { project: number; source: number; code: number };
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'earmark-kill-'));
  const program = await openProgram(dataDir);
  const { id: userId } = await ensureLocalUser(program.deps);
  const { value } = await createProject({ ...program.deps, userId }, { name: 'Killed' });
  const ctx: Ctx = contextFor(program.deps, userId, value.id);
  place = {
    project: value.id,
    source: await aSource(ctx, TEXT),
    code: await aCode(ctx, 'Visibility'),
  };
  await program.opened.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts of passages that the server said are coded. */
const acknowledged = new Set<number>();
let turn = 0;

it('a killed server loses no coding that it acknowledged', { timeout: 300_000 }, async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const server = await serve(dataDir);
    const before = acknowledged.size;
    const coders = Array.from({ length: CODERS }, () => codeUntilKilled(server));
    while (acknowledged.size === before) await pause(1);
    await pause(Math.random() * KILL_WITHIN);
    await server.end('SIGKILL');
    await Promise.all(coders);
    await expectAllThere(round % 10 === 0);
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Codes one passage after another, each its own, until the server is gone. */
async function codeUntilKilled({ url }: Server): Promise<void> {
  const { project, source, code } = place;
  for (;;) {
    const at = TURN * turn;
    const start = at + WORDS.start;
    turn += 1;
    try {
      const answer = await fetch(`${url}/projects/${project}/sources/${source}/codings`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url, 'hx-request': 'true' },
        body: new URLSearchParams({
          start: String(start),
          end: String(at + WORDS.end),
          version: '1',
          code: String(code),
        }),
      });
      if (answer.status < 400) acknowledged.add(start);
      else throw new Unexpected(`${answer.status}: ${await answer.text()}`);
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      return;
    }
  }
}

class Unexpected extends Error {}

async function expectAllThere(withCheck: boolean): Promise<void> {
  const opened = await openDatabase(join(dataDir, 'earmark.db'));
  try {
    const rows = await opened.db.selectFrom('coding').select('start').execute();
    const there = new Set(rows.map(({ start }) => start));
    expect([...acknowledged].filter((start) => !there.has(start))).toEqual([]);
    if (withCheck) expect(await check({ opened, dataDir })).toEqual([]);
  } finally {
    await opened.close();
  }
}
