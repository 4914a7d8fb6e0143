import type { SourceKind } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import type { Notice, Review } from '../files/index.ts';
import type { Done } from '../history/index.ts';
import { addSource, type Added } from './commands.ts';
import { nameOfFile } from './names.ts';
import { keepOriginal, readOriginal } from './originals.ts';
import { getSource, readText } from './queries.ts';
import { readFile } from './reading/read.ts';
import { reviewNotices, type ReviewChoice } from './reading/review.ts';
import type { Reading } from './reading/types.ts';

export interface Upload {
  /** As the browser or the command line names it; never used as a path. */
  name: string;
  bytes: Buffer;
}

export interface ImportOptions extends ReviewChoice {
  /** Absent: found out, see `addSource`. */
  kind?: SourceKind | undefined;
  interviewId?: number | null | undefined;
  again?: boolean | undefined;
}

export interface Imported extends Added {
  fileName: string;
  /** SHA-256 of the original file. */
  sha256: string;
  notices: Notice[];
  /** Comments and tracked changes of a document. */
  review: Review | null;
}

/** A file that was read and not yet added. */
export interface ReadUpload {
  upload: Upload;
  reading: Reading;
}

/** @throws Invalid with a sentence that says what the file is instead */
export async function readUpload(
  upload: Upload,
  { tracked }: ReviewChoice = {},
): Promise<ReadUpload> {
  return { upload, reading: await readFile(upload.name, upload.bytes, { tracked }) };
}

/** Keeps the original and adds what was read from it as a source, as one change. */
export async function importRead(
  ctx: Ctx,
  { upload, reading }: ReadUpload,
  options: ImportOptions = {},
): Promise<Done<Imported>> {
  const sha256 = await keepOriginal(ctx.dataDir, upload.bytes);
  const original = {
    name: upload.name.slice(0, 255),
    type: reading.type,
    sha256,
    bytes: upload.bytes.length,
    encoding: reading.encoding,
  };
  const done = await addSource(ctx, {
    ...options,
    name: nameOfFile(upload.name),
    text: reading.text,
    original,
    comments: options.comments === true ? reading.review?.comments : undefined,
  });
  return {
    ...done,
    value: {
      ...done.value,
      ...{ fileName: upload.name, sha256, review: reading.review },
      notices: [...reading.notices, ...reviewNotices(reading.review, options)],
    },
  };
}

export type ImportResult =
  { ok: true; done: Done<Imported> } | { ok: false; fileName: string; error: DomainError };

/** Imports files one after the other, each a change of its own; a refused one does not keep the others out. */
export async function importAll(
  ctx: Ctx,
  uploads: readonly Upload[],
  options: ImportOptions = {},
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  for (const upload of uploads) {
    try {
      results.push({
        ok: true,
        done: await importRead(ctx, await readUpload(upload, options), options),
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      results.push({ ok: false, fileName: upload.name, error });
    }
  }
  return results;
}

/**
 * Adds a source a second time, from the file that was kept of the first, or from its text when there was none.
 * @throws NotFound `sources.notFound`, `sources.noOriginal`
 */
export async function addAgain(ctx: Ctx, sourceId: number): Promise<Done<Added>> {
  const source = await getSource(ctx, sourceId);
  const { name, kind, interviewId, originalSha256, originalName } = source;
  const options = { kind, interviewId, again: true };
  if (originalSha256 === null) {
    const { text } = await readText(ctx, sourceId);
    return addSource(ctx, { ...options, name, text });
  }
  const bytes = await readOriginal(ctx.dataDir, originalSha256);
  return importRead(ctx, await readUpload({ name: originalName ?? name, bytes }), options);
}
