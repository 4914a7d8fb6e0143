import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import { canonicalText } from '../domain/text/canonical.ts';
import { carrier } from '../domain/text/carry.ts';
import { contextOf, type Context } from '../domain/text/context.ts';
import { difference } from '../domain/text/difference.ts';
import { change, type Done } from '../history/index.ts';
import type { Original } from './commands.ts';
import { readText, type Reader } from './queries.ts';
import { saidIn } from './segments.ts';
import { attempt, sourceNow } from './versions-correct.ts';
import { fatesOf, standingIn, tallyOf, type Tally } from './versions-fates.ts';
import { nextText, putText } from './versions.ts';

/** A text that is to stand in another's place. */
export interface Replacement {
  /** Made canonical here. */
  text: string;
  /** The file it was read from, kept already; absent when it was pasted: then the source keeps the file it has. */
  original?: Original | undefined;
  /** Hash of the text that the person saw; absent on the command line. */
  sha256?: string | undefined;
}

/**
 * Puts a whole other text in the place of a source's, as its next version: every coding on its passage, listed to be looked
 * at, or kept as lost. The same text again changes nothing.
 * @throws NotFound `sources.notFound`; Invalid `sources.noText`; Conflict `versions.textChanged`
 */
export async function replaceText(
  ctx: Ctx,
  sourceId: number,
  { text, original, sha256 }: Replacement,
): Promise<Done<Tally>> {
  const before = await readText(ctx, sourceId);
  const said = await saidIn(ctx.db, sourceId);
  const next = attempt(() => nextText(before, canonicalText(text), said));
  return change(ctx, { kind: 'source.replaced', entity: 'source' }, async (w) => {
    const { name, ...source } = await sourceNow(ctx, w, sourceId);
    if (sha256 !== undefined && sha256 !== source.text_sha256)
      throw new Conflict('versions.textChanged');
    const found = next();
    if (found.sha256 === source.text_sha256) return { kept: 0, changed: 0, lost: 0 };
    const file = original && {
      original_name: original.name,
      original_type: original.type,
      original_sha256: original.sha256,
      original_bytes: original.bytes,
      encoding: original.encoding,
    };
    const tally = await putText(ctx, w, source, found, file ?? {});
    w.about(sourceId, { name, ...tally });
    return tally;
  });
}

/** What replacing would do with one coding. */
export interface Foreseen {
  state: 'kept' | 'changed' | 'lost';
  id: number;
  codeId: number;
  was: Context;
  now: Context | null;
}

/** Words shown around a passage, in code units. */
const AROUND = 80;

/** What replacing would do with every coding, by place; changes nothing. */
export async function foreseeReplacing(
  ctx: Pick<Ctx, 'db' | 'projectId'>,
  sourceId: number,
  raw: string,
): Promise<Tally & { codings: Foreseen[] }> {
  const { text } = await readText(ctx as Reader, sourceId);
  const after = canonicalText(raw);
  const carry = carrier(text, after, difference(text, after));
  const { fates } = fatesOf(await standingIn(ctx.db, sourceId), carry);
  return {
    ...tallyOf(fates),
    codings: fates.map(({ id, codeId, start, end, carried }) => ({
      state: carried.state,
      ...{ id, codeId },
      was: contextOf(text, { start, end }, AROUND, AROUND),
      now: carried.state === 'lost' ? null : contextOf(after, carried.span, AROUND, AROUND),
    })),
  };
}
