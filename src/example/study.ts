import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readCsv } from '../domain/csv/read.ts';

/** The worked example as it lies in `db/example`: see the files themselves, which are made to be read. */

const person = z.object({ name: z.string(), initials: z.string() });

const studySchema = z.object({
  project: z.object({ name: z.string(), description: z.string() }),
  groups: z.array(z.string()),
  regions: z.array(z.string()),
  variables: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'number', 'date', 'boolean', 'list']),
      options: z.array(z.string()).default([]),
    }),
  ),
  coders: z.array(person),
  interviewers: z.array(person),
  respondents: z.array(
    z.object({
      reference: z.string(),
      kind: z.enum(['person', 'group']),
      head_count: z.number().int().min(1),
      group: z.string(),
      region: z.string(),
      role: z.string(),
      organisation: z.string(),
      values: z.record(z.string(), z.string()),
      identity: z.object({ name: z.string(), contact: z.string() }),
    }),
  ),
  interviews: z.array(
    z.object({
      reference: z.string(),
      date: z.string().nullable(),
      end_date: z.string().nullable().default(null),
      kind: z.enum(['individual', 'group', 'follow-up', 'debrief']),
      mode: z.enum(['', 'in person', 'video', 'phone', 'written']),
      location: z.string(),
      language: z.string(),
      status: z.enum(['planned', 'done', 'transcribed', 'coded', 'cancelled']),
      consent: z.enum(['given', 'given with conditions', 'not recorded', 'withdrawn']),
      interviewers: z.array(z.string()),
      respondents: z.array(z.string()),
      notes: z.string(),
      follows: z.string().optional(),
    }),
  ),
});

export type Study = z.infer<typeof studySchema>;

/** One coding of the example: `quote` stands exactly once in its source. */
export interface ExampleCoding {
  /** `Visibility > Capacity` */
  code: string;
  /** Initials. */
  coder: string;
  quote: string;
  memo: string;
}

export interface SourceFile {
  /** The interview's reference for a transcript. */
  stem: string;
  name: string;
  bytes: Buffer;
  codings: ExampleCoding[];
}

/** @param rootDir folder that holds `db/example` */
export async function readStudy(rootDir: string): Promise<Study> {
  const text = await readFile(join(exampleDir(rootDir), 'study.json'), 'utf8');
  return studySchema.parse(JSON.parse(text));
}

/** A table of the example, `guide.csv` for one, as text. */
export function readTable(rootDir: string, name: string): Promise<string> {
  return readFile(join(exampleDir(rootDir), name), 'utf8');
}

/** Transcripts or documents in the order of their names, each with its codings. */
export async function readSources(
  rootDir: string,
  folder: 'transcripts' | 'documents',
): Promise<SourceFile[]> {
  const dir = join(exampleDir(rootDir), folder);
  const names = (await readdir(dir)).sort();
  return Promise.all(
    names.map(async (name) => {
      const stem = name.replace(/\.[^.]+$/u, '');
      const bytes = await readFile(join(dir, name));
      return { stem, name, bytes, codings: await readCodings(rootDir, stem) };
    }),
  );
}

async function readCodings(rootDir: string, stem: string): Promise<ExampleCoding[]> {
  const file = join('codings', `${stem}.csv`);
  const text = await readTable(rootDir, file).catch(() => '');
  const reading = readCsv(text);
  if (!reading.ok) throw new Error(`${file}, line ${reading.line}: ${reading.reason}`);
  const [header, ...rows] = reading.rows;
  const cell = (cells: string[], name: string) => cells[header?.cells.indexOf(name) ?? -1] ?? '';
  return rows.map(({ cells }) => ({
    code: cell(cells, 'code'),
    coder: cell(cells, 'coder'),
    quote: cell(cells, 'quote'),
    memo: cell(cells, 'memo'),
  }));
}

function exampleDir(rootDir: string): string {
  return join(rootDir, 'db', 'example');
}
