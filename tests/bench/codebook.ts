import { importCodebook, listCodes } from '../../src/codebook/index.ts';
import { moveCode, renameCode } from '../../src/codebook/commands.ts';
import { mergeCode } from '../../src/codebook/merge.ts';
import { deleteCode } from '../../src/codebook/remove.ts';
import type { Ctx } from '../../src/deps.ts';
import { change, sha256, undo } from '../../src/history/index.ts';
import { createProject } from '../../src/projects/index.ts';
import { testApp } from '../factories/app.ts';
import { aCode, aSource } from '../factories/data.ts';
import { figure, measure, type Figure } from './measure.ts';

/**
 * `npx tsx tests/bench/codebook.ts`: how long a codebook of 2,000 codes takes to open, to come in and to be reworked.
 * Measured inside the process, so that it is the server's own time. It asserts nothing.
 */
const THEMES = 10;
const BRANCHES = 199;
const CODINGS = 5_000;
const RUNS = 10;

const t = await testApp();
try {
  await importing();
  const codes = await listCodes(t.ctx);
  process.stdout.write(`${codes.length} codes\n`);
  await pages(codes[codes.length >> 1]?.id ?? 0);
  await moving();
  await merging();
  await past();
} finally {
  await t.close();
}

function tell({ what, median, fastest, p95 }: Figure): void {
  const ms = [median, fastest, p95].map((value) => value.toFixed(1).padStart(8)).join('');
  process.stdout.write(`${what.padEnd(48)}${ms}  ms (median, fastest, p95)\n`);
}

/** 2,000 codes in ten themes, with rules as long as people write them. */
function table(): string {
  const rows = ['path,definition,use_when'];
  for (let theme = 0; theme < THEMES; theme += 1) {
    rows.push(`Theme ${theme},What stands in theme ${theme}.,`);
    for (let code = 0; code < BRANCHES; code += 1)
      rows.push(
        `Theme ${theme} > Branch ${code % 14}${code < 14 ? '' : ` > Code ${code}`},"What code ${code} means, in a sentence or two.",Whenever somebody says so.`,
      );
  }
  return rows.join('\n');
}

async function importing(): Promise<void> {
  const text = table();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const ctx = run === RUNS - 1 ? t.ctx : await aProject();
    const begun = performance.now();
    await importCodebook(ctx, text);
    times.push(performance.now() - begun);
  }
  tell(figure('importing 2,000 codes (bound: 300)', times));
}

async function aProject(): Promise<Ctx> {
  const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Another' });
  return { ...t.ctx, projectId: value.id };
}

async function pages(codeId: number): Promise<void> {
  const base = `/projects/${t.ctx.projectId}/codebook`;
  for (const [what, path] of [
    ['the codebook of 2,000 codes (bound: 60)', ''],
    ['one of its codes', `/${codeId}`],
    ['exported as QDC', '/export?format=qdc'],
  ] as const) {
    const figured = await measure(what, 20, async () => {
      const answer = await t.get(base + path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return (await answer.text()).length;
    });
    tell(figured);
  }
}

/** A theme with its 199 codes goes under another one and comes back. */
async function moving(): Promise<void> {
  const themes = (await listCodes(t.ctx)).filter((code) => code.depth === 0);
  const [first, second] = themes;
  if (!first || !second) throw new Error('no themes');
  const work = (run: number) =>
    moveCode(t.ctx, second.id, { parentId: run % 2 === 0 ? first.id : null, beforeId: null });
  tell(await measure('moving a subtree of 200 codes (bound: 150)', RUNS, work));
}

/** Two codes with 5,000 codings each, a tenth of them on the same passages; then both merges and a deletion are undone. */
async function merging(): Promise<void> {
  const source = await aSource(t.ctx, 'word '.repeat(CODINGS * 2));
  const merged: number[] = [];
  const undone: number[] = [];
  const deleted: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const [from, into] = [await aCode(t.ctx), await aCode(t.ctx)];
    await code(source, from, 0);
    await code(source, into, CODINGS * 0.9);
    const took = await timed(() => mergeCode(t.ctx, from, into));
    merged.push(took.ms);
    undone.push((await timed(() => undo(t.ctx, took.value.changeId ?? 0))).ms);
    deleted.push((await timed(() => deleteCode(t.ctx, from))).ms);
  }
  tell(figure('merging two codes with 5,000 codings (bound: 150)', merged));
  tell(figure('undoing that', undone));
  tell(figure('deleting a code with 5,000 codings', deleted));
}

/** A state 300 renamings and five merges of thousands of codings ago, among 20,000 changes that touch no code. */
async function past(): Promise<void> {
  const base = `/projects/${t.ctx.projectId}/codebook`;
  const codes = await listCodes(t.ctx);
  const before = await t.ctx.db
    .selectFrom('change')
    .select((eb) => eb.fn.min<number>('seq').as('seq'))
    .where('project_id', '=', t.ctx.projectId)
    .where('kind', '=', 'code.moved')
    .executeTakeFirstOrThrow();
  for (let n = 0; n < 300; n += 1) await renameCode(t.ctx, codes[n * 5]?.id ?? 0, `Renamed ${n}`);
  const noise = { kind: 'test.noise', entity: 'source' };
  for (let n = 0; n < 20_000; n += 1)
    await change(t.ctx, noise, (w) => Promise.resolve((w.isEvent = true)));
  for (const [what, path] of [
    ['a past state, looked at', `/past?at=${before.seq}`],
    ['a past state, as CSV', `/export?at=${before.seq}`],
    ['compared with now', `/compare?from=${before.seq}&to=now`],
    ['one page of the history', '/history'],
  ] as const)
    tell(
      await measure(what, 10, async () => {
        const answer = await t.get(base + path);
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        return (await answer.text()).length;
      }),
    );
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, ms: performance.now() - begun };
}

async function code(source: number, codeId: number, from: number): Promise<void> {
  const quote_sha256 = sha256('word');
  const rows = Array.from({ length: CODINGS }, (_, at) => ({
    guid: t.ctx.newGuid(),
    project_id: t.ctx.projectId,
    source_id: source,
    code_id: codeId,
    coder_id: t.ctx.userId,
    start: (from + at) * 5,
    end: (from + at) * 5 + 4,
    quote_sha256,
    revision: 1,
    created_at: t.ctx.now(),
  }));
  await change(t.ctx, { kind: 'test.made', entity: 'coding' }, (w) => w.insertMany('coding', rows));
}
