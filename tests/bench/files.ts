import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { earmark, serve } from '../cli/earmark.ts';
import { column, pdf } from '../files/pdf.ts';
import { Client } from './client.ts';
import { measure } from './measure.ts';

/**
 * `npx tsx tests/bench/files.ts`, after a build: how long files take to come in through a running server, and what it holds in
 * memory while a hundred do. It asserts nothing.
 */
const SENTENCE = 'They told us at some length how the work had gone for them and for the others. ';
/** Words of a page, and pages of the documents. */
const PAGE = SENTENCE.repeat(28);
const PAGES = 50;

const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
const dataDir = join(folder, 'data');
await earmark('project', 'new', 'Bench', '--data', dataDir);
const server = await serve(dataDir);
const client = new Client(server, 1);
const megabytes = (): string => `${(client.memory() / 1_000_000).toFixed(0)} MB`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const send = (name: string, content: Buffer): Promise<number> => {
  const form = new FormData();
  form.append('files', new File([new Uint8Array(content)], name));
  return client.post('/sources/upload', form);
};

async function timed(what: string, runs: number, make: (run: number) => Promise<[string, Buffer]>) {
  const files = await Promise.all(Array.from({ length: runs + 2 }, (_, n) => make(n)));
  const { median, fastest, p95 } = await measure(what, runs, (run) => {
    const [name, content] = files[run] ?? ['', Buffer.alloc(0)];
    return send(name, content);
  });
  const ms = [median, fastest, p95].map((value) => value.toFixed(1).padStart(8)).join('');
  say(`${what.padEnd(28)}${ms}  ms (median, fastest, p95)`);
}

const textOf = (size: number, run: number): Buffer =>
  Buffer.from(`Number ${run}.\n\n${`${SENTENCE.repeat(4)}\n\n`.repeat(Math.ceil(size / 320))}`);
const wordOf = async (run: number): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: Array.from(
            { length: PAGES * 4 },
            (_, n) => new Paragraph(`${run}.${n} ${PAGE.slice(0, PAGE.length / 4)}`),
          ),
        },
      ],
    }),
  );
const pdfOf = (run: number): Buffer =>
  pdf(
    Array.from({ length: PAGES }, (_, n) =>
      column([
        `Page ${n} of number ${run}`,
        '',
        ...Array.from({ length: 45 }, () => SENTENCE.trim()),
      ]),
    ),
  );

try {
  await timed('a text of 35 kB', 20, (n) => Promise.resolve([`s${n}.txt`, textOf(35_000, n)]));
  await timed('a text of 1 MB', 5, (n) => Promise.resolve([`m${n}.txt`, textOf(1_000_000, n)]));
  await timed('a Word document of 50 pages', 5, async (n) => [`w${n}.docx`, await wordOf(n)]);
  await timed('a PDF of 50 pages', 5, (n) => Promise.resolve([`p${n}.pdf`, pdfOf(n)]));
  say(`memory before a hundred files   ${megabytes()}`);
  for (let n = 1; n <= 100; n += 1) {
    await send(`many${n}.txt`, textOf(300_000, 1000 + n));
    if (n % 25 === 0) say(`memory after ${String(n).padStart(3)} of 300 kB      ${megabytes()}`);
  }
} finally {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
