import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importGuide, listQuestions } from '../../src/guide/index.ts';
import { contextFor } from '../../src/http/index.ts';
import { createProject, ensureLocalUser } from '../../src/projects/index.ts';
import { openProgram } from '../../src/server.ts';
import { toCsv } from '../../src/domain/csv/write.ts';
import { createOffsetIndex } from '../../src/domain/text/offsets.ts';
import { aGroup, anInterview, aRegion, aRespondent } from '../factories/data.ts';
import type { Passage, Workload } from './workload.ts';

const GROUPS = ['Headquarters', 'Offices', 'Governments', 'Workers', 'Employers', 'Experts'];
const REGIONS = ['Africa', 'Arab States', 'Asia', 'Europe', 'Latin America'];

/** As many as the guide of the study that Earmark grew from. */
const QUESTIONS = 15;

export interface Prepared {
  projectId: number;
  /** By the transcript's name. */
  interviews: Map<string, number>;
  /** One question of fifteen. */
  questionId: number;
}

/** The register that the transcripts hang on: a respondent and an interview for each, over six groups and five regions. */
export async function prepareStudy(dataDir: string, { transcripts }: Workload): Promise<Prepared> {
  const { deps, opened } = await openProgram(dataDir);
  const { id: userId } = await ensureLocalUser(deps);
  const { value: project } = await createProject({ ...deps, userId }, { name: 'Bench' });
  const ctx = contextFor(deps, userId, project.id);
  const groups = await Promise.all(GROUPS.map((name) => aGroup(ctx, name)));
  const regions = await Promise.all(REGIONS.map((name) => aRegion(ctx, name)));
  const interviews = new Map<string, number>();
  for (const [n, { name }] of transcripts.entries()) {
    const respondent = await aRespondent(ctx, {
      group_id: groups[n % groups.length] ?? null,
      region_id: regions[n % regions.length] ?? null,
    });
    interviews.set(name, await anInterview(ctx, [respondent]));
  }
  const questions = Array.from({ length: QUESTIONS }, (_, n) => ({
    number: String(n + 1),
    section: n < 3 ? 'Opening' : 'Work',
    text: `Question number ${n + 1}, in a sentence of ordinary length?`,
    prompts: 'An example\nSince when',
    serves: '',
    forWhom: GROUPS[n] ?? '',
  }));
  await importGuide(ctx, questions);
  const [first] = await listQuestions(ctx);
  await opened.close();
  return { projectId: project.id, interviews, questionId: first?.id ?? 0 };
}

/** The codebook as `earmark codebook import` takes it. */
export function writeCodebook(folder: string, { codes }: Workload): string {
  const file = join(folder, 'codebook.csv');
  // Nine of them with a key of their own.
  const rows = codes.map((path, n) => [path, n < 9 ? n + 1 : '']);
  writeFileSync(file, toCsv(['path', 'key'], rows));
  return file;
}

/** The codings as `earmark codings import` takes them: offsets in code points. @returns the file, and how many */
export function writeCodings(
  folder: string,
  workload: Workload,
  passages: readonly Passage[],
): { file: string; count: number } {
  const texts = [...workload.transcripts, workload.large];
  const offsets = new Map(texts.map(({ name, text }) => [name, createOffsetIndex(text)]));
  const rows = passages.flatMap(({ source, start, end, quote, codes, coder = '' }) => {
    const index = offsets.get(source);
    if (!index) throw new Error(`no text ${source}`);
    const span = [index.toCodePoints(start), index.toCodePoints(end)];
    return codes.map((code) => [source, ...span, code, coder, quote]);
  });
  // Two passages that fall on the same words with the same code are one coding.
  const unique = new Map(rows.map((row) => [row.slice(0, 5).join('\t'), row]));
  const file = join(folder, 'codings.csv');
  writeFileSync(
    file,
    toCsv(['source', 'start', 'end', 'code', 'coder', 'quote'], [...unique.values()]),
  );
  return { file, count: unique.size };
}
