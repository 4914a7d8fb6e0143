import type { Ctx } from '../deps.ts';
import { Invalid } from '../domain/errors.ts';
import { rereadCarrier } from '../domain/text/reread.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { insertComments } from './comments.ts';
import { findAgain } from './found.ts';
import { readOriginal } from './originals.ts';
import { getSource, readText, type Reader } from './queries.ts';
import { readFile, type ReadOptions } from './reading/read.ts';
import type { ReviewChoice } from './reading/review.ts';
import type { Reading } from './reading/types.ts';
import { rebuildSegments, saidIn } from './segments.ts';
import { sourceNow } from './versions-correct.ts';
import type { Tally } from './versions-fates.ts';
import { nextText, putText } from './versions.ts';

/**
 * What its original file holds, read anew.
 * @throws NotFound `sources.notFound`, `sources.noOriginal`
 */
export async function readAnew(
  ctx: Reader & Pick<Ctx, 'dataDir'>,
  sourceId: number,
  options: ReadOptions,
): Promise<Reading> {
  const { originalSha256, originalName, name } = await getSource(ctx, sourceId);
  const bytes = await readOriginal(ctx.dataDir, originalSha256 ?? '');
  return readFile(originalName ?? name, bytes, options);
}

/**
 * Reads a text source again from its original file in another encoding, as the next version of its text: codings go with
 * their words, are listed to be looked at, or are kept as lost.
 * @throws Invalid `sources.noEncoding` for a source that was no text file
 * @throws NotFound `sources.notFound`, `sources.noOriginal`; Conflict `history.stale`
 */
export async function rereadSource(ctx: Ctx, id: number, encoding: string): Promise<Done<Tally>> {
  const source = await getSource(ctx, id);
  if (source.encoding === null || source.originalSha256 === null)
    throw new Invalid('sources.noEncoding');
  const reading = await readAnew(ctx, id, { encoding });
  const put = await preparedText(ctx, id, reading.text, rereadCarrier);
  return change(ctx, { kind: 'source.reread', entity: 'source' }, async (w) => {
    const tally = await put(w, { encoding });
    w.about(id, { name: source.name, encoding, ...tally });
    return tally;
  });
}

export interface Reviewed extends Tally {
  /** Comments that became memos. */
  comments: number;
}

/**
 * Reads a document again from its original file with tracked changes taken as told, as the next version of its text, and
 * keeps its comments as memos when asked. What is so already stays as it is.
 * @param choice without `tracked` the text stays as it is now, whatever was corrected in it
 * @throws Invalid `sources.noReview` for a source that was no document of a word processor
 * @throws NotFound `sources.notFound`, `sources.noOriginal`
 */
export async function rereadDocument(
  ctx: Ctx,
  id: number,
  choice: ReviewChoice,
): Promise<Done<Reviewed>> {
  const source = await getSource(ctx, id);
  if (source.originalSha256 === null) throw new Invalid('sources.noReview');
  const { text, review } = await readAnew(ctx, id, { tracked: choice.tracked });
  if (review === null) throw new Invalid('sources.noReview');
  const put = choice.tracked === undefined ? noText : await preparedText(ctx, id, text);
  return change(ctx, { kind: 'source.reviewed', entity: 'source' }, async (w) => {
    await sourceNow(ctx, w, id);
    const tally = await put(w, {});
    const kept = choice.comments === true ? review.comments : [];
    const comments = await insertComments(ctx, w, id, text, kept);
    w.about(id, { name: source.name, comments, ...tally });
    return { ...tally, comments };
  });
}

const noText = () => Promise.resolve({ kept: 0, changed: 0, lost: 0 });

/** A text that was read anew, ready to be put in place: the same again is none. */
async function preparedText(ctx: Ctx, id: number, text: string, carrier?: typeof rereadCarrier) {
  const before = await readText(ctx, id);
  const found = nextText(before, text, await saidIn(ctx.db, id));
  const next = carrier ? { ...found, carry: carrier(before.text, text) } : found;
  return async (w: ChangeWriter, more: Readonly<Record<string, string>>): Promise<Tally> => {
    const source = await sourceNow(ctx, w, id);
    if (next.sha256 === source.text_sha256) {
      await w.update('source', id, more);
      return { kept: 0, changed: 0, lost: 0 };
    }
    const tally = await putText(ctx, w, source, next, more);
    await removeUnheard(w, id);
    await findAgain(ctx, w, id);
    await rebuildSegments(w.trx, id);
    return tally;
  };
}

/** Labels that were only there because letters were read wrongly or words stood there that went: nobody speaks under them, and nobody said anything of them. */
export async function removeUnheard(w: ChangeWriter, sourceId: number): Promise<void> {
  const rows = await w.trx
    .selectFrom('speaker as p')
    .select('p.id')
    .where('p.source_id', '=', sourceId)
    .where('p.respondent_id', 'is', null)
    .where('p.is_interviewer', '=', 0)
    .where('p.is_speaker', '=', 1)
    .where('p.same_as_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('segment as g').select('g.id').whereRef('g.speaker_id', '=', 'p.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('speaker as o').select('o.id').whereRef('o.same_as_id', '=', 'p.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('structure_mark as k').select('k.id').whereRef('k.speaker_id', '=', 'p.id'),
        ),
      ),
    )
    .execute();
  for (const { id } of rows) await w.remove('speaker', id);
}
