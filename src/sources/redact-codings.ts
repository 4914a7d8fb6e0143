import type { Ctx } from '../deps.ts';
import type { Change } from '../domain/text/difference.ts';
import { redactedSpan } from '../domain/text/redaction.ts';
import type { Span } from '../domain/text/span.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import { memosOf } from './versions-codings.ts';
import { fatesOf, standingIn, type Fate } from './versions-fates.ts';
import type { SourceNow } from './versions.ts';

/** One version of a text without the words that were taken out of it. */
export interface RedactedText {
  /** Of its row. */
  id: number;
  version: number;
  text: string;
  changes: Change[];
  places: number;
}

type Texts = ReadonlyMap<number, RedactedText>;

/** The span in a version that was redacted; a redaction loses nothing. */
function spanIn(texts: Texts, version: number, span: Span): Span {
  const carried = redactedSpan(texts.get(version)?.changes ?? [], span);
  return carried.state === 'lost' ? span : carried.span;
}

/**
 * Carries every coding over the redaction. Hashes of what they quoted go from the record: the hash of a short passage can
 * be guessed.
 * @returns how many read otherwise now
 */
export async function redactCodings(
  ctx: Ctx,
  w: ChangeWriter,
  source: SourceNow,
  now: RedactedText,
  texts: Texts,
): Promise<number> {
  const standing = await standingIn(w.trx, source.id);
  const { fates, moves } = fatesOf(standing, (span) => redactedSpan(now.changes, span));
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  for (const { id } of fates) w.erasing.columns('coding', id, ['quote_sha256']);
  for (const fate of fates)
    if (fate.carried.state === 'lost') await loseRedacted(ctx, w, source, texts, fate);
  let changed = 0;
  for (const { id, to } of moves) {
    const fate = byId.get(id);
    if (!fate) continue;
    const isChanged = fate.carried.state === 'changed';
    if (isChanged) changed += 1;
    const { was, start, end } = fate;
    const seen = was ?? (isChanged ? { version: source.version, start, end } : null);
    const place = seen && spanIn(texts, seen.version, seen);
    const words = now.text.slice(to.start, to.end);
    const values = {
      ...to,
      was_version: seen?.version ?? null,
      was_start: place?.start ?? null,
      was_end: place?.end ?? null,
    };
    if (isChanged) await w.overwrite('coding', id, { ...values, quote_sha256: sha256(words) });
    else await w.update('coding', id, values);
  }
  return changed;
}

/** Two codings of one coder and code whose words became the same: one is left, the other is kept as lost. */
async function loseRedacted(
  ctx: Ctx,
  w: ChangeWriter,
  source: SourceNow,
  texts: Texts,
  fate: Fate,
): Promise<void> {
  const coding = await w.trx
    .selectFrom('coding')
    .select(['guid', 'project_id', 'created_at', 'for_report', 'is_example'])
    .where('id', '=', fate.id)
    .executeTakeFirstOrThrow();
  const seen = fate.was ?? { version: source.version, start: fate.start, end: fate.end };
  const place = spanIn(texts, seen.version, seen);
  const text = texts.get(seen.version)?.text ?? '';
  const lost = await w.insert('lost_coding', {
    ...coding,
    ...place,
    source_id: source.id,
    code_id: fate.codeId,
    coder_id: fate.coderId,
    version: seen.version,
    quote_sha256: sha256(text.slice(place.start, place.end)),
    lost_at: ctx.now(),
  });
  for (const memo of await memosOf(w, 'coding_id', fate.id))
    await w.update('memo', memo, { coding_id: null, source_id: source.id, lost_coding_id: lost });
  await w.erase('coding', fate.id);
}

/** The places that lost codings stood in, in versions from which the words are gone. */
export async function redactLost(w: ChangeWriter, sourceId: number, texts: Texts): Promise<void> {
  const rows = await w.trx
    .selectFrom('lost_coding')
    .select(['id', 'version', 'start', 'end', 'quote_sha256'])
    .where('source_id', '=', sourceId)
    .execute();
  for (const { id, version, start, end, quote_sha256: before } of rows) {
    const text = texts.get(version);
    if (!text || text.places === 0) continue;
    const place = spanIn(texts, version, { start, end });
    const quote_sha256 = sha256(text.text.slice(place.start, place.end));
    if (quote_sha256 !== before || place.start !== start)
      await w.overwrite('lost_coding', id, { ...place, quote_sha256 });
  }
}
