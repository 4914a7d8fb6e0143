import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Ctx } from '../../../src/deps.ts';
import { DomainError } from '../../../src/domain/errors.ts';
import { redoLast, sha256, undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { OPERATIONS } from './operations.ts';

/** Promise 25: ten thousand random operations, undone one by one. */
const RUNS = 10;
const OPERATIONS_A_RUN = 1_000;
const BETWEEN_LOOKS = 25;

/** The record itself, drafts, and the search index, which is brought up to date when somebody searches. */
const UNCOMPARED =
  /^(?:change|kept_text|request_key|to_forget|register_draft|code_split|search_|sqlite_)/u;

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
});
afterEach(() => t.close());

/** Each thing an hour after the one before: what is typed into one answer in a row would be one step, undone at once. */
let hours = 0;
function apart(): Ctx {
  const at = new Date(Date.UTC(2026, 0, 5) + hours++ * 3_600_000).toISOString();
  return { ...t.ctx, now: () => at };
}

/** Numbers from 0 up to, not including, `below`; the same again for the same seed (mulberry32). */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' order by name`.execute(t.ctx.db);
  return rows.map(({ name }) => name).filter((name) => !UNCOMPARED.test(name));
}

/** Every row of every table, derived ones included; a revision only ever grows. */
async function state(names: readonly string[]): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const name of names) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      t.ctx.db,
    );
    const lines = rows.map(({ revision: _, ...row }) =>
      // A segment is made anew from its text; nothing points to it.
      JSON.stringify(name === 'segment' ? { ...row, id: 0 } : row),
    );
    read[name] = sha256(lines.sort().join('\n'));
  }
  return read;
}

/** Does random things until so many of them changed something; what is refused by rule changes nothing. */
async function work(seed: number, wanted: number): Promise<{ done: number; kinds: Set<string> }> {
  const random = randomly(seed);
  const kinds = new Set<string>();
  for (let done = 0; done < wanted;) {
    const [name, operation] = OPERATIONS[random(OPERATIONS.length)] ?? [];
    if (name === undefined || operation === undefined) throw new Error('no such operation');
    try {
      const { changeId } = await operation(apart(), random);
      if (changeId === null) continue;
      done++;
      kinds.add(name);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { done: wanted, kinds };
}

describe('undo is exact', () => {
  const seeds = Array.from({ length: RUNS }, (_, run) => run + 1);
  it.each(seeds)(
    `for ${OPERATIONS_A_RUN} random operations, one by one (seed %i)`,
    { timeout: 300_000 },
    async (seed) => {
      const names = await tables();
      const looks = [await state(names)];
      const kinds = new Set<string>();
      for (let done = 0; done < OPERATIONS_A_RUN; done += BETWEEN_LOOKS) {
        const did = await work(seed * 1_000_003 + done, BETWEEN_LOOKS);
        did.kinds.forEach((kind) => kinds.add(kind));
        looks.push(await state(names));
      }
      expect(kinds.size).toBe(OPERATIONS.length);
      const last = looks.length - 1;
      for (let look = last - 1; look >= 0; look--) {
        for (let step = 0; step < BETWEEN_LOOKS; step++)
          expect(await undoLast(apart())).not.toBeNull();
        expect(await state(names)).toEqual(looks[look]);
      }
      if (seed > 1) return;
      for (let step = 0; step < OPERATIONS_A_RUN; step++)
        expect(await redoLast(apart())).not.toBeNull();
      expect(await state(names)).toEqual(looks[last]);
    },
  );
});
