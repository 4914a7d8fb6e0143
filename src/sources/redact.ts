import { noteToForget } from '../../db/forget.ts';
import { forgetRemoved } from '../../db/search/index.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { redact, redactedPlaces, redactedSpan, type Redaction } from '../domain/text/redaction.ts';
import { segmentText } from '../domain/text/segments.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { finishForgetting } from './forget.ts';
import { carryMarks } from './marks.ts';
import { freeName } from './names.ts';
import { NOTES_TYPE } from './noted.ts';
import { redactCodings, redactLost, type RedactedText } from './redact-codings.ts';
import { redactMemos, redactSummaries } from './redact-memos.ts';
import { redactPast } from './redact-past.ts';
import { redactSearches } from './redact-searches.ts';
import { rebuildSegments, saidIn } from './segments.ts';
import { insertSpeakers } from './speakers.ts';
import { sourceNow } from './versions-correct.ts';

export interface RedactInput {
  /** Hash of the text that the person saw. */
  sha256: string;
  redactions: readonly Redaction[];
  anyCase: boolean;
  /** Said yes to what the page says is done. */
  isConfirmed: boolean;
}

export interface Redacted {
  /** In the current text. */
  places: number;
  /** Older versions that something was taken out of. */
  versions: number;
  /** The file that the text was read from is deleted. */
  hadOriginal: boolean;
  /** Codings whose words are others now. */
  changed: number;
  /** Saved searches that asked for the words, and went. */
  searches: number;
  /** False while another program uses the database: its file is then written anew when Earmark starts the next time. */
  isComplete: boolean;
}

/**
 * Takes words out of a text for good: out of every version of it, of its speakers' labels, its name, the memos on it and the summaries of those in it, the record's kept
 * words, saved searches for them and the search index, and deletes the file it was read from. Codings stay; those whose words went wait for a look.
 * Nothing brings it back.
 * @throws Invalid `versions.redactNone`, `redactNothing`, `redactEmpty`, `redactSame`, `redactSpeakers`, `redactConfirm`
 * @throws Conflict `versions.textChanged`; NotFound `sources.notFound`
 */
export async function redactSource(
  ctx: Ctx,
  sourceId: number,
  input: RedactInput,
): Promise<Done<Redacted>> {
  const done = await change(ctx, { kind: 'source.redacted', entity: 'source' }, async (w) => {
    const source = await sourceNow(ctx, w, sourceId);
    if (source.text_sha256 !== input.sha256) throw new Conflict('versions.textChanged');
    checkRedactions(input.redactions);
    if (!input.isConfirmed) throw new Invalid('versions.redactConfirm', {}, 'confirmed');
    const texts = await redactTexts(w, sourceId, input);
    const now = texts.get(source.version);
    const wasRead = [...texts.values()].some(({ places }) => places > 0);
    if (!now || !wasRead) throw new Invalid('versions.redactNothing', {}, 'words');
    return putRedacted(ctx, w, source, { ...input, texts, now });
  });
  const isComplete = await finishForgetting(ctx);
  return { ...done, value: { ...done.value, isComplete } };
}

/** @throws Invalid when there is nothing to take out, or what is to stand there is nothing or the very word */
export function checkRedactions(redactions: readonly Redaction[]): void {
  if (redactions.length === 0) throw new Invalid('versions.redactNone', {}, 'words');
  for (const { words, replacement } of redactions) {
    if (replacement.trim() === '' || replacement.includes('\n'))
      throw new Invalid('versions.redactEmpty', {}, 'words');
    if (redactedPlaces(replacement, redactions, true).length > 0)
      throw new Invalid('versions.redactSame', { words }, 'words');
  }
}

type Rules = Pick<RedactInput, 'redactions' | 'anyCase'>;

async function redactTexts(
  w: ChangeWriter,
  sourceId: number,
  { redactions, anyCase }: Rules,
): Promise<Map<number, RedactedText>> {
  const rows = await w.trx
    .selectFrom('source_text')
    .select(['id', 'version', 'text'])
    .where('source_id', '=', sourceId)
    .orderBy('version')
    .execute();
  return new Map(
    rows.map(({ id, version, text }) => {
      const places = redactedPlaces(text, redactions, anyCase);
      return [version, { id, version, places: places.length, ...redact(text, places) }];
    }),
  );
}

interface Work extends Rules {
  texts: ReadonlyMap<number, RedactedText>;
  now: RedactedText;
}

async function putRedacted(
  ctx: Ctx,
  w: ChangeWriter,
  source: Awaited<ReturnType<typeof sourceNow>>,
  work: Work,
): Promise<Redacted> {
  const { texts, now, redactions, anyCase } = work;
  const { id } = source;
  const shown = (label: string) => redact(label, redactedPlaces(label, redactions, anyCase)).text;
  let versions = 0;
  for (const { id: textId, version, text, places } of texts.values()) {
    if (places === 0) continue;
    if (version !== source.version) versions += 1;
    await w.overwrite('source_text', textId, { text, sha256: sha256(text) });
  }
  await w.insert('source_text', {
    source_id: id,
    version: source.version + 1,
    text: now.text,
    sha256: sha256(now.text),
    created_at: ctx.now(),
  });
  // As long as both, while codings move: the database lets none end after its text.
  await w.overwrite('source', id, { length: Math.max(source.length, now.text.length) });
  await redactSpeakers(w, id, shown, now.text);
  await redactLost(w, id, texts);
  const changed = await redactCodings(ctx, w, source, now, texts);
  w.erasing.words.push(...redactions.map(({ words }) => words));
  await redactMemos(w, id, shown);
  await redactSummaries(w, id, shown);
  const searches = await redactSearches(w, ctx.projectId, redactions);
  const originals = await redactPast(w, ctx.projectId, id, shown);
  const segmentation = segmentText(now.text, await saidIn(w.trx, id));
  const name = shown(source.name);
  const freed = name === source.name ? name : await freeName(ctx, w.trx, name);
  w.erasing.staying.add(freed);
  await w.overwrite('source', id, {
    name: freed,
    version: source.version + 1,
    length: now.text.length,
    code_points: createOffsetIndex(now.text).codePointLength,
    text_sha256: sha256(now.text),
    is_wrapped: segmentation.wrapped ? 1 : 0,
    original_type: source.original_type === NOTES_TYPE ? NOTES_TYPE : null,
    original_name: null,
    original_sha256: null,
    original_bytes: null,
    encoding: null,
  });
  await insertSpeakers(ctx, w, id, segmentation, source.interview_id);
  await carryMarks(w, id, (span) => redactedSpan(now.changes, span));
  await rebuildSegments(w.trx, id);
  await noteToForget(w.trx, originals);
  await forgetRemoved(w.trx);
  const done = {
    places: now.places,
    versions,
    hadOriginal: originals.length > 0,
    changed,
    searches,
    isComplete: true,
  };
  w.about(id, { name: freed, places: now.places, versions, changed });
  return done;
}

/**
 * Labels without the words, as the text writes them now.
 * @throws Invalid `versions.redactSpeakers` when two speakers would have one label
 */
async function redactSpeakers(
  w: ChangeWriter,
  sourceId: number,
  shown: (label: string) => string,
  text: string,
): Promise<void> {
  const rows = await w.trx
    .selectFrom('speaker')
    .select(['id', 'label'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  const going = rows.filter(({ label }) => shown(label) !== label);
  if (going.length === 0) return;
  const found = new Set(segmentText(text).segments.map(({ speaker }) => speaker));
  const taken = new Set(rows.filter((row) => !going.includes(row)).map(({ label }) => label));
  for (const { id, label } of going) {
    // `[name]:` is read as a label in brackets, so that the brackets are not part of it.
    const bare = shown(label).replace(/^\[([^\]]*)\]$/u, '$1');
    const left = found.has(bare) ? bare : shown(label);
    if (taken.has(left)) throw new Invalid('versions.redactSpeakers', { label: left }, 'words');
    taken.add(left);
    await w.overwrite('speaker', id, { label: left });
  }
}
