import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refresh } from '../../db/search/index.ts';
import { sha256 } from '../../src/history/index.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { measure } from './measure.ts';
import { seeded } from './workload.ts';

/**
 * `npx tsx tests/bench/search.ts [megabytes] [file]`: how long the first page of a search takes over 100 MB of text, with words as
 * often as in a language (the commonest in nearly every passage). Measured inside the process: the server's own time for the
 * whole page, counts by source included. With a file, the texts are kept there for the next run. It asserts nothing.
 */
const MEGABYTES = Number(process.argv[2] ?? 100);
const PASSAGES = 180;
const SYLLABLES =
  'ba be bi bo da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo na ne ni no'.split(' ');

const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
const file = process.argv[3] ?? join(folder, 'earmark.db');
const isThere = existsSync(file);
const t = await testApp({ file });
try {
  const words = vocabulary();
  if (!isThere) {
    const { sources, passages } = await fill(t, words);
    say(`${MEGABYTES} MB in ${sources} sources, ${passages} passages`);
  }
  // Each start makes a project; the texts are in that of the first.
  const { id: projectId } = await t.ctx.db
    .selectFrom('project')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const began = performance.now();
  await refresh(t.ctx.db);
  const indexed = (performance.now() - began) / 1000;
  say(`indexed in ${indexed.toFixed(0)} s; file ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const word = (n: number): string => words[n] ?? '';
  const searches: [what: string, query: Record<string, string>][] = [
    ['the commonest word', { q: word(0) }],
    ['a common word', { q: word(20) }],
    ['an ordinary word', { q: word(300) }],
    ['a rare word', { q: word(8000) }],
    ['a phrase', { q: `"${word(3)} ${word(9)}"` }],
    ['a prefix', { q: `${word(300).slice(0, 4)}*` }],
    ['two words', { q: `${word(40)} ${word(300)}` }],
    ['either of two', { q: `${word(200)} OR ${word(300)}` }],
    ['one without the other', { q: `${word(300)} NOT ${word(3)}` }],
    ['near', { q: `${word(20)} NEAR/5 ${word(60)}` }],
    ['capitals as typed', { q: word(300), case: '1' }],
    ['respondents’ words only', { q: word(300), voice: 'respondents' }],
    ['not coded', { q: word(300), coded: 'no' }],
    ['an ordinary word, page 20', { q: word(100), page: '20' }],
  ];
  const medians: number[] = [];
  for (const [what, query] of searches) {
    const path = `/projects/${projectId}/search?${new URLSearchParams(query).toString()}`;
    const processor: number[] = [];
    const { median, fastest, p95 } = await measure(what, 15, async () => {
      const before = process.cpuUsage();
      const answer = await t.get(path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      const { length } = await answer.text();
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
      return length;
    });
    medians.push(median);
    // On a machine that is busy with other things, what the processor was at work for says more than the clock.
    const work = processor.sort((a, b) => a - b)[Math.floor(processor.length / 2)] ?? 0;
    say(
      `${what.padEnd(32)}${[median, fastest, p95, work].map((ms) => ms.toFixed(1).padStart(8)).join('')}  ms (median, fastest, p95, processor)`,
    );
  }
  const middle = medians.sort((a, b) => a - b)[Math.floor(medians.length / 2)] ?? 0;
  say(`median of all: ${middle.toFixed(1)} ms`);
} finally {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function vocabulary(): string[] {
  const random = seeded(7);
  const some = (n: number): number => Math.floor(random() * n);
  return Array.from({ length: 30_000 }, (_, n) =>
    Array.from(
      { length: 1 + Math.min(4, Math.floor(Math.log2(n + 2) / 3)) },
      () => SYLLABLES[some(SYLLABLES.length)],
    ).join(''),
  );
}

/** Sources of some 60 kB whose words are as often as Zipf has it. */
async function fill({ ctx }: TestApp, words: readonly string[]) {
  const random = seeded(11);
  const next = (): string =>
    words[Math.floor(Math.exp(random() * Math.log(words.length)) - 1)] ?? '';
  let bytes = 0;
  let sources = 0;
  let passages = 0;
  while (bytes < MEGABYTES * 1e6) {
    const said = Array.from({ length: PASSAGES }, () =>
      Array.from({ length: 20 + Math.floor(random() * 80) }, next).join(' '),
    );
    const text = said.join('\n\n');
    await ctx.db.transaction().execute(async (trx) => {
      sources += 1;
      const { id } = await trx
        .insertInto('source')
        .values({
          guid: ctx.newGuid(),
          project_id: ctx.projectId,
          name: `Interview ${String(sources).padStart(5, '0')}`,
          kind: 'transcript',
          language: '',
          version: 1,
          length: text.length,
          code_points: text.length,
          text_sha256: sha256(text),
          is_wrapped: 0,
          revision: 1,
          created_by: ctx.userId,
          created_at: ctx.now(),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await trx
        .insertInto('source_text')
        .values({ source_id: id, version: 1, text, sha256: sha256(text), created_at: ctx.now() })
        .execute();
      const speakers = await trx
        .insertInto('speaker')
        .values(
          ['MT', 'R'].map((label, n) => ({
            source_id: id,
            label,
            is_interviewer: n === 0 ? 1 : 0,
          })),
        )
        .returning('id')
        .execute();
      let start = 0;
      const rows = said.map((one, position) => {
        const end = start + one.length;
        const row = {
          source_id: id,
          position,
          start,
          end,
          body_start: start,
          kind: 'turn' as const,
          speaker_id: speakers[position % 2]?.id ?? null,
        };
        start = end + 2;
        return row;
      });
      await trx.insertInto('segment').values(rows).execute();
    });
    bytes += text.length;
    passages += PASSAGES;
  }
  return { sources, passages };
}
