import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import { carrier } from '../domain/text/carry.ts';
import { difference } from '../domain/text/difference.ts';
import { spanProblem, type Span } from '../domain/text/span.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { readText, type Reader } from './queries.ts';
import { saidIn } from './segments.ts';
import type { Tally } from './versions-fates.ts';
import { nextText, putText, type NextText, type SourceNow } from './versions.ts';

/** The passage that is corrected: code units of the version of the text whose hash the person saw. */
export interface Seen extends Span {
  sha256: string;
}

/** What a correction did, and where the corrected words stand now. */
export interface Corrected extends Tally, Span {}

/**
 * Writes other words over a passage, as the next version of the text. Codings stay on their words; one whose own words
 * changed is marked for a look, one whose words are gone is kept as lost. The same words again change nothing.
 * @throws NotFound `sources.notFound`
 * @throws Conflict `versions.textChanged` when the text is no longer the one that was seen
 * @throws Invalid `versions.noPassage`; `sources.noText` when no words would be left in the text
 */
export async function correctText(
  ctx: Ctx,
  sourceId: number,
  seen: Seen,
  words: string,
): Promise<Done<Corrected>> {
  const before = await readText(ctx, sourceId);
  const said = await saidIn(ctx.db, sourceId);
  const corrected = canonicalText(words);
  const place = { start: seen.start, end: seen.start + corrected.length };
  // Found out here, since it takes long; refused inside, so that a request that comes again is answered as before.
  const next = attempt(() => correction(before, seen, corrected, said));
  return change(ctx, { kind: 'source.corrected', entity: 'source' }, async (w) => {
    const { name, ...source } = await sourceNow(ctx, w, sourceId);
    const found = next();
    if (found === null) return { kept: 0, changed: 0, lost: 0, ...place };
    const tally = await putText(ctx, w, source, found);
    w.about(sourceId, { name, ...tally });
    return { ...tally, ...place };
  });
}

/** The text that follows; null when it is the same. */
function correction(
  before: { text: string; sha256: string },
  seen: Seen,
  words: string,
  said: ReadonlyMap<string, boolean>,
): NextText | null {
  const { text, sha256 } = before;
  if (sha256 !== seen.sha256) throw new Conflict('versions.textChanged');
  const isEmpty = seen.start === seen.end;
  if (isEmpty || spanProblem(text, seen) !== null) throw new Invalid('versions.noPassage');
  if (text.slice(seen.start, seen.end) === words) return null;
  return nextText(before, text.slice(0, seen.start) + words + text.slice(seen.end), said);
}

/** Does the work now and hands out what came of it, also when that is an error, when it is asked for. */
export function attempt<T>(work: () => T): () => T {
  try {
    const value = work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** @throws NotFound `sources.notFound` */
export async function sourceNow(
  ctx: Pick<Ctx, 'projectId'>,
  w: ChangeWriter,
  id: number,
): Promise<SourceNow & { name: string }> {
  const found = await w.trx
    .selectFrom('source')
    .select(['id', 'name', 'version', 'length', 'text_sha256', 'interview_id', 'original_type'])
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!found) throw new NotFound('sources.notFound');
  return found;
}

/** Where a passage of an older version stands now; null when that version, or all of the passage, is gone. */
export async function passageNow(ctx: Reader, sourceId: number, seen: Seen): Promise<Span | null> {
  const old = await ctx.db
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', sourceId)
    .where('sha256', '=', seen.sha256)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  const { text } = await readText(ctx, sourceId);
  if (!old || spanProblem(old.text, seen) !== null) return null;
  const carried = carrier(old.text, text, difference(old.text, text))(seen);
  return carried.state === 'lost' ? null : carried.span;
}
