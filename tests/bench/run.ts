import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../db/open.ts';
import { earmark, serve, type Server } from '../cli/earmark.ts';
import { Client } from './client.ts';
import { measure, type Figure } from './measure.ts';
import { asTable, keep, scriptSize } from './report.ts';
import { prepareStudy, writeCodebook, writeCodings, type Prepared } from './study.ts';
import { together, type Desk } from './together.ts';
import { workbenchFigures, type Dense } from './workbench.ts';
import { makeWorkload, type Passage, type Workload } from './workload.ts';
import { diskSync, yardstick } from './yardstick.tsx';

/**
 * `npm run bench`: how long a person waits, in a study of 80 transcripts and one very long document. It asserts nothing
 * about time; what it prints is compared with what it printed before.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-'));
const dataDir = join(folder, 'data');
const say = (line: string) => void process.stderr.write(`${line}\n`);

interface Ids extends Dense {
  /** With as many codings as most. */
  transcript: number;
  code: number;
  desks: Desk[];
}

const workload = makeWorkload();
let server: Server | undefined;
const loadBefore = loadavg()[0] ?? NaN;
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
  await command('codebook', 'import', writeCodebook(folder, workload));
  await importCodings(workload.passages);
  const ids = await idsOf(study);
  say('pages …');
  const pages = await pageFigures(client, ids);
  say('coding …');
  const codings = await codingFigures(client, ids, workload);
  say('notes …');
  const notes = await noteFigures(client, study);
  say('ten coders …');
  await importCodings(workload.dense);
  const crowd = await together(client, ids.desks, ids.code);
  const memory = { started, afterwards: client.memory() };
  say('browser …');
  const screens = await workbenchFigures(client, await idsOf(study));
  const report = {
    yardstick: measured,
    figures: [...imports, ...pages, ...codings, ...notes, crowd, disk, ...screens],
    memory,
    script: scriptSize(ROOT),
    load: [loadBefore, loadavg()[0] ?? NaN] as [before: number, after: number],
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

async function importCodings(passages: readonly Passage[]): Promise<void> {
  const codings = writeCodings(folder, workload, passages);
  await command('codings', 'import', codings.file);
  say(`${codings.count} codings of ${passages.length} passages`);
}

/** The command line, while the server runs. */
async function command(...words: string[]): Promise<void> {
  const { code, stderr } = await earmark(...words, '--data', dataDir);
  if (code !== 0) throw new Error(`earmark ${words.join(' ')}: ${stderr}`);
}

async function idsOf({ projectId }: Prepared): Promise<Ids> {
  const { db, close } = await openDatabase(join(dataDir, 'earmark.db'));
  const sources = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .where('project_id', '=', projectId)
    .execute();
  const source = (name: string) => sources.find((each) => each.name === name)?.id ?? 0;
  const code = await db
    .selectFrom('code')
    .select('id')
    .where('name', '=', 'sub1')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const far = await db
    .selectFrom('coding')
    .select('id')
    .where('source_id', '=', source('large'))
    .orderBy('start', 'desc')
    .limit(1)
    .offset(20)
    .executeTakeFirstOrThrow();
  await close();
  return {
    transcript: source('t01'),
    dense: source(workload.transcripts.at(-1)?.name ?? ''),
    large: source('large'),
    farCoding: far.id,
    code: code.id,
    desks: workload.transcripts
      .slice(0, 10)
      .map(({ name, text }) => ({ source: source(name), words: wordsIn(text) })),
  };
}

function wordsIn(text: string): [start: number, end: number][] {
  return [...text.matchAll(/\p{L}{4,}/gu)].map(({ index, 0: word }) => [
    index,
    index + word.length,
  ]);
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
    const words = wordsIn(text);
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
  const added = [
    await add('add a coding to a transcript', ids.transcript, workload.transcripts[0]?.text ?? ''),
    await add('add a coding to the large source', ids.large, workload.large.text),
  ];
  return added.map((each) => ({ ...each, goal: { of: 'median', below: 5 } }));
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
