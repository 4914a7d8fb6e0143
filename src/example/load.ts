import type { Ctx, Deps } from '../deps.ts';
import { importCodebook } from '../codebook/index.ts';
import { importAnswers, importGuide, placeAnswers } from '../guide/index.ts';
import { readCsv } from '../domain/csv/read.ts';
import { readAnswerTable, readGuideTable } from '../domain/guide/index.ts';
import { contextFor } from '../http/index.ts';
import { changeSettings, createProject, getSettings } from '../projects/index.ts';
import { importRead, readUpload } from '../sources/index.ts';
import { loadCodings, type CodedSource } from './codings.ts';
import { loadRegister } from './register.ts';
import { readSources, readStudy, readTable } from './study.ts';

/** Loads the worked example as a new project, through the commands that people's own files go through. */
export async function loadExample(
  deps: Deps,
  userId: number,
): Promise<{ id: number; name: string }> {
  const study = await readStudy(deps.rootDir);
  const { value: project } = await createProject({ ...deps, userId }, study.project);
  const ctx = contextFor(deps, userId, project.id);
  await showSmallGroups(ctx);
  await loadGuide(ctx, deps.rootDir);
  const interviews = await loadRegister(ctx, study);
  await loadAnswers(ctx, deps.rootDir);
  await importCodebook(ctx, await readTable(deps.rootDir, 'codebook.csv'));
  const sources = [
    ...(await loadSources(ctx, deps.rootDir, 'transcripts', interviews)),
    ...(await loadSources(ctx, deps.rootDir, 'documents', interviews)),
  ];
  await loadCodings(ctx, study, sources);
  return project;
}

/** Nobody in the example exists, so nobody is to be protected; with a minimum of 5 its table would be mostly hidden. */
async function showSmallGroups(ctx: Ctx): Promise<void> {
  const { revision, name, description, date_order, counts_debriefs } = await getSettings(ctx);
  const settings = { name, description, date_order, counts_debriefs, min_cell: 0 };
  await changeSettings(ctx, settings, revision);
}

async function loadGuide(ctx: Ctx, rootDir: string): Promise<void> {
  const reading = readCsv(await readTable(rootDir, 'guide.csv'));
  const { questions, problems } = readGuideTable(reading.ok ? reading.rows : []);
  if (problems.length > 0) throw new Error('the example’s guide cannot be read');
  await importGuide(
    ctx,
    questions.map(({ line: _line, ...question }) => question),
  );
}

async function loadAnswers(ctx: Ctx, rootDir: string): Promise<void> {
  const reading = readCsv(await readTable(rootDir, 'answers.csv'));
  const { answers, problems } = readAnswerTable(reading.ok ? reading.rows : []);
  const { placed, refused } = await placeAnswers(ctx, answers);
  if (problems.length > 0 || refused.length > 0)
    throw new Error('the example’s answers cannot be read');
  await importAnswers(ctx, placed);
}

async function loadSources(
  ctx: Ctx,
  rootDir: string,
  folder: 'transcripts' | 'documents',
  interviews: ReadonlyMap<string, number>,
): Promise<CodedSource[]> {
  const loaded: CodedSource[] = [];
  for (const { stem, name, bytes, codings } of await readSources(rootDir, folder)) {
    const { value } = await importRead(ctx, await readUpload({ name, bytes }), {
      kind: folder === 'transcripts' ? 'transcript' : 'document',
      interviewId: interviews.get(stem) ?? null,
    });
    loaded.push({ sourceId: value.id, codings });
  }
  return loaded;
}
