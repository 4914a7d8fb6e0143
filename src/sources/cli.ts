import { basename } from 'node:path';
import type { Ctx } from '../deps.ts';
import { DomainError, Invalid, NotFound } from '../domain/errors.ts';
import type { CliCommand, Terminal } from '../terminal/index.ts';
import { importRead, readUpload, type Imported, type ReadUpload } from './importing.ts';
import { interviewByReference } from './list.ts';
import { findSource, givenOut, readText } from './queries.ts';
import type { ReviewChoice } from './reading/review.ts';
import { reviewNamed } from './review-option.ts';
import { speakersCommand } from './speakers-cli.ts';
import { versionCommands } from './versions-cli.ts';

export const sourceCommands: CliCommand[] = [
  speakersCommand,
  ...versionCommands,
  {
    name: 'sources import',
    usage:
      'sources import FILE… [--interview REF] [--kind KIND] [--tracked accepted|rejected] [--comments leave|memos] [--again] [--skip-invalid]',
    summary:
      'adds texts: plain text, Markdown, Word, OpenDocument, rich text, PDF, web pages, captions',
    options: {
      interview: { type: 'string' },
      kind: { type: 'string' },
      tracked: { type: 'string' },
      comments: { type: 'string' },
      again: { type: 'boolean', default: false },
      'skip-invalid': { type: 'boolean', default: false },
    },
    positionals: [1, 1000],
    run: async (terminal, { values, positionals }) => {
      const ctx = await terminal.project();
      const options = {
        interviewId: await interviewNamed(ctx, values['interview']),
        kind: kindNamed(values['kind']),
        again: values['again'] === true,
        ...reviewNamed(values),
      };
      // All are read before the first is added, so that a refused one leaves the project as it was.
      const reads = await readAll(terminal, positionals, options, values['skip-invalid'] === true);
      const added: object[] = [];
      for (const read of reads) {
        const { value } = await importRead(ctx, read, options);
        if (reads.length > 1) terminal.say(value.name);
        added.push(asRow(terminal, value));
      }
      return { json: added };
    },
  },
  {
    name: 'sources text',
    usage: 'sources text ID|NAME',
    summary: 'prints the text of a source as every offset counts in it',
    positionals: [1, 1],
    run: async ({ project }, { positionals: [wanted = ''] }) => {
      const ctx = await project();
      const { text } = await readText(ctx, givenOut(await findSource(ctx, wanted)).id);
      return { formats: { text: () => text } };
    },
  },
];

async function readAll(
  terminal: Terminal,
  files: readonly string[],
  choice: ReviewChoice,
  skipInvalid: boolean,
): Promise<ReadUpload[]> {
  const reads: ReadUpload[] = [];
  for (const file of files) {
    try {
      const bytes = await terminal.read(file);
      reads.push(await readUpload({ name: basename(file), bytes }, choice));
    } catch (error) {
      if (!skipInvalid || !(error instanceof DomainError)) throw error;
      terminal.say(
        terminal.t.sources.terminal.skipped(terminal.t.errorSentence(error.code, error.params)),
      );
    }
  }
  return reads;
}

function asRow(
  { t }: Terminal,
  { id, name, characters, segments, sha256, notices, isTwin }: Imported,
) {
  const sentences = notices.map(
    ({ code, params }) => t.sources.notices[code]?.(params as never) ?? code,
  );
  const warnings = isTwin ? [t.sources.terminal.twin({ name })] : sentences;
  return { id, name, characters, segments, sha256, warnings };
}

async function interviewNamed(ctx: Ctx, reference: unknown): Promise<number | null> {
  if (typeof reference !== 'string') return null;
  const id = await interviewByReference(ctx, reference);
  if (id === null) throw new NotFound('sources.noInterviewNamed', { reference });
  return id;
}

function kindNamed(kind: unknown): 'transcript' | 'notes' | 'document' | undefined {
  if (kind === undefined) return undefined;
  const known = (['transcript', 'notes', 'document'] as const).find((one) => one === kind);
  if (known === undefined) throw new Invalid('sources.noKind', { kind: String(kind) });
  return known;
}
