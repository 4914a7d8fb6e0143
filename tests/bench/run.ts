import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../db/open.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { earmark, serve, type Server } from '../cli/earmark.ts';
import { Client } from './client.ts';
import { measure, type Figure } from './measure.ts';
import { painted } from './painted.ts';
import { asTable, keep } from './report.ts';
import { prepareStudy, writeCodebook, writeCodings, type Prepared } from './study.ts';
import { makeWorkload, type Workload } from './workload.ts';
import { diskSync, yardstick } from './yardstick.tsx';

/**
 * `npm run bench`: how long a person waits, in a study of 80 transcripts and one very long document. It asserts nothing
 * about time; what it prints is compared with what it printed before.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
const dataDir = join(folder, 'data');
const say = (line: string) => void process.stderr.write(`${line}\n`);

interface Ids {
  transcript: number;
  large: number;
  code: number;
}

const workload = makeWorkload();
let server: Server | undefined;
try {
  say('yardstick …');
  const measured = await yardstick();
  const disk = await diskSync(join(folder, 'disk.db'));
  const study = await prepareStudy(dataDir, workload);
  server = await serve(dataDir);
  const client = new Client(server, study.projectId);
  const started = client.memory();
  say('import …');
  const imports = await importTexts(client, workload, study);
  await importCodings(workload);
  const ids = await idsOf(study);
  say('pages …');
  const pages = await pageFigures(client, ids);
  say('coding …');
  const codings = await codingFigures(client, ids, workload);
  say('notes …');
  const notes = await noteFigures(client, study);
  say('browser …');
  const screens = await screenFigures(client, ids);
  const report = {
    yardstick: measured,
    figures: [...imports, ...pages, ...codings, ...notes, disk, ...screens],
    memory: { started, afterwards: client.memory() },
  };
  process.stdout.write(`${asTable(report)}\n`);
  say(`kept in ${keep(ROOT, report, new Date().toISOString())}`);
} finally {
  await server?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

async function importTexts(
  client: Client,
  { transcripts, large }: Workload,
  study: Prepared,
): Promise<Figure[]> {
  const upload = (text: string, name: string, interview: number | undefined) => {
    const form = new FormData();
    form.append('files', new File([text], `${name}.txt`, { type: 'text/plain' }));
    form.append('interview', interview === undefined ? '' : String(interview));
    return client.post('/sources/upload', form);
  };
  const one = await measure(
    'import of a transcript (6,000 words)',
    transcripts.length,
    async (run) => {
      const { name, text } = transcripts[run] ?? large;
      await upload(text, name, study.interviews.get(name));
      return Buffer.byteLength(text);
    },
    { warmUp: 0 },
  );
  const long = await measure(
    'import of the large source (170,000 words)',
    1,
    async () => {
      await upload(large.text, large.name, undefined);
      return Buffer.byteLength(large.text);
    },
    { warmUp: 0 },
  );
  return [one, long];
}

/** Through the command line, while the server runs. */
async function importCodings(workload: Workload): Promise<void> {
  const codings = writeCodings(folder, workload);
  const calls = [
    ['codebook', 'import', writeCodebook(folder, workload)],
    ['codings', 'import', codings.file],
  ];
  for (const words of calls) {
    const { code, stderr } = await earmark(...words, '--data', dataDir);
    if (code !== 0) throw new Error(`earmark ${words.join(' ')}: ${stderr}`);
  }
  say(`${codings.count} codings of ${workload.passages.length} passages`);
}

async function idsOf({ projectId }: Prepared): Promise<Ids> {
  const { db, close } = await openDatabase(join(dataDir, 'earmark.db'));
  const source = async (name: string) =>
    db
      .selectFrom('source')
      .select('id')
      .where('project_id', '=', projectId)
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
  const code = await db
    .selectFrom('code')
    .select('id')
    .where('name', '=', 'sub1')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const ids = {
    transcript: (await source('t01')).id,
    large: (await source('large')).id,
    code: code.id,
  };
  await close();
  return ids;
}

async function pageFigures(client: Client, ids: Ids): Promise<Figure[]> {
  const pages: [what: string, path: string][] = [
    ['open a transcript with its codings', `/sources/${ids.transcript}`],
    ['open the large source with its codings', `/sources/${ids.large}`],
    ['passages of one code', `/themes/passages?code=${ids.code}`],
    ['page of one code', `/codebook/${ids.code}`],
    ['all codings as CSV', '/codings.csv'],
    ['theme table by group', '/themes?by=group'],
    ['theme table as CSV', '/themes.csv?by=group'],
    ['search for a word', '/search?q=café'],
    ['search for a beginning', '/search?q=mi*'],
    ['list of sources', '/sources'],
    ['overview', ''],
  ];
  const figures: Figure[] = [];
  for (const [what, path] of pages) figures.push(await measure(what, 20, () => client.get(path)));
  return figures;
}

/** Each a passage that nobody coded with this code yet: single words, one after the other. */
async function codingFigures(client: Client, ids: Ids, workload: Workload): Promise<Figure[]> {
  const add = (what: string, source: number, text: string) => {
    const words = [...text.matchAll(/\p{L}{4,}/gu)].map(({ index, 0: word }) => [
      index,
      index + word.length,
    ]);
    return measure(what, 40, (run) => {
      // Spread over the whole text, so that a text costs no less where it begins.
      const [start = 0, end = 0] = words[Math.floor((run * words.length) / 43)] ?? [];
      const form = { start, end, version: 1, code: ids.code };
      const body = new URLSearchParams(
        Object.entries(form).map(([key, value]) => [key, String(value)]),
      );
      return client.post(`/sources/${source}/codings`, body);
    });
  };
  return [
    await add('add a coding to a transcript', ids.transcript, workload.transcripts[0]?.text ?? ''),
    await add('add a coding to the large source', ids.large, workload.large.text),
  ];
}

/** From the last key to "saved", as far as the server is concerned: a note of a page that grows by a word with each save. */
async function noteFigures(client: Client, study: Prepared): Promise<Figure[]> {
  const { questionId } = study;
  const interview = study.interviews.get('t01') ?? 0;
  const page = 'word '.repeat(400);
  const save = await measure('save a note while typing', 40, (run) =>
    client.post(
      `/interviews/${interview}/notes`,
      new URLSearchParams({
        [`notes-${questionId}`]: page + 'more '.repeat(run),
        [`state-${questionId}`]: 'asked',
        [`revision-${questionId}`]: String(run),
      }),
    ),
  );
  const open = await measure('open the notes of an interview', 20, () =>
    client.get(`/interviews/${interview}`),
  );
  return [save, open];
}

async function screenFigures(client: Client, ids: Ids): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const from = client.address('/sources');
    const open = (what: string, source: number) =>
      painted(browser, what, { from, url: client.address(`/sources/${source}`) });
    return [
      await open('transcript painted in Chromium', ids.transcript),
      await open('large source painted in Chromium', ids.large),
    ];
  } finally {
    await browser.close();
  }
}
