import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../src/sources/index.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { aCode, aCoding, aSource } from '../factories/data.ts';
import { measure } from './measure.ts';

/**
 * `npx tsx tests/bench/anchoring.ts`: how long a change of a 1 MB text with 1,000 codings takes, as the whole request at the
 * server: from the form that comes in to the answer, every coding on its passage and on disk. It asserts nothing.
 */
const CHARACTERS = 1_000_000;
const CODINGS = 1_000;
const RUNS = 15;
const SENTENCE = 'They told us at some length how the work had gone for them and for others. ';

const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
const t = await testApp({ file: join(folder, 'earmark.db') });
try {
  const source = await coded(t);
  const { length } = (await readText(t.ctx, source)).text;
  await timed('a word at the beginning', (text) => correct(text.indexOf('some')));
  await timed('a word in the middle', (text) => correct(text.indexOf('some', length / 2)));
  await timed('a word of a coding', (text, run) =>
    correct(text.indexOf('some', Math.floor(((run + 50) * length) / CODINGS))),
  );
  await timed('another text, a sentence more in each 100', (text, run) => ({
    path: 'replace/upload',
    text: text.replace(/(?:[^.]*\.){100}/gu, (part) => `${part} Line ${run}.`),
  }));

  async function timed(
    what: string,
    ask: (text: string, run: number) => Record<string, string | number>,
  ) {
    const processor: number[] = [];
    const { median, fastest, p95 } = await measure(what, RUNS, async (run) => {
      const { text, sha256 } = await readText(t.ctx, source);
      const { path, ...form } = ask(text, run);
      const before = process.cpuUsage();
      const answer = await t.post(`/projects/${t.ctx.projectId}/sources/${source}/${path}`, {
        ...form,
        sha256,
      });
      await answer.text();
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
      if (answer.status !== 303) throw new Error(`${what}: ${answer.status}`);
    });
    const work = processor.sort((a, b) => a - b)[Math.floor(processor.length / 2)] ?? 0;
    const ms = [median, fastest, p95, work].map((value) => value.toFixed(1).padStart(8)).join('');
    process.stdout.write(`${what.padEnd(44)}${ms}  ms (median, fastest, p95, processor)\n`);
  }
} finally {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
}

async function coded({ ctx }: TestApp): Promise<number> {
  const paragraph = `${SENTENCE.repeat(4).trim()}\n\n`;
  const text = paragraph.repeat(Math.ceil(CHARACTERS / paragraph.length)).trim();
  const source = await aSource(ctx, text);
  const code = await aCode(ctx, 'Capacity');
  for (let n = 0; n < CODINGS; n += 1) {
    const start = Math.floor((n * (text.length - 200)) / CODINGS);
    await aCoding(ctx, { source, code, start, end: start + 120 });
  }
  return source;
}

/** Another word over the four letters at `start`. */
function correct(start: number) {
  return { path: 'correct', start, end: start + 4, text: 'great' };
}
