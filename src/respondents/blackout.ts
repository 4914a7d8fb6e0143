import { blackOutLabel, blackOutTurns, blackOutWords } from '../domain/text/blackout.ts';
import { createOffsetIndex } from '../domain/text/offsets.ts';
import { sha256, type ChangeWriter } from '../history/index.ts';
import { rebuildSegments } from '../sources/index.ts';
import { eraseCodings, eraseEarlier, eraseMemos } from './erase-rows.ts';

/**
 * Blacks out in a source what one respondent says, and the words given wherever they stand; nothing in it moves. Its
 * earlier texts and the file it was read from go whole.
 * @param words a name, and whatever else gives them away
 * @returns SHA-256 of the file it was read from, if any
 */
export async function blackOutSource(
  w: ChangeWriter,
  id: number,
  respondent: { id: number; reference: string },
  words: readonly string[],
): Promise<string | null> {
  const source = await w.trx
    .selectFrom('source')
    .select(['name', 'version', 'original_sha256'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const all = await turnsOf(w, id, respondent.id);
  const turns = all.filter(({ isKept }) => !isKept);
  const texts = await w.trx
    .selectFrom('source_text')
    .select(['id', 'version', 'text'])
    .where('source_id', '=', id)
    .execute();
  await eraseEarlier(w, id);
  // Comments that came with the file quote what was said, and the file goes too.
  await eraseMemos(w, 'source_id', id);
  const labels = await renameSpeakers(w, id, respondent);
  for (const { id: textId, version, text } of texts) {
    if (version !== source.version) {
      await w.erase('source_text', textId);
      continue;
    }
    const left = blackOutWords(blackOutTurns(text, all, labels), words);
    const text_sha256 = sha256(left);
    await w.overwrite('source_text', textId, { text: left, sha256: text_sha256 });
    await w.overwrite('source', id, {
      name: blackOutWords(source.name, words),
      text_sha256,
      code_points: createOffsetIndex(left).codePointLength,
      ...NO_ORIGINAL,
    });
    await quoteAnew(w, id, left, turns);
  }
  await rebuildSegments(w.trx, id);
  return source.original_sha256;
}

/** Whether one of the words is in the source's name, in any of its texts or in a memo on it. */
export async function standsIn(
  w: ChangeWriter,
  id: number,
  words: readonly string[],
): Promise<boolean> {
  const rows = await w.trx
    .selectFrom('source as s')
    .innerJoin('source_text as t', 't.source_id', 's.id')
    .select(['s.name', 't.text'])
    .where('s.id', '=', id)
    .execute();
  const memos = await w.trx
    .selectFrom('memo')
    .select('body')
    .where('source_id', '=', id)
    .where('lost_coding_id', 'is', null)
    .execute();
  const written = [
    ...rows.flatMap(({ name, text }) => [name, text]),
    ...memos.map(({ body }) => body),
  ];
  return written.some((one) => blackOutWords(one, words) !== one);
}

const NO_ORIGINAL = {
  original_name: null,
  original_type: null,
  original_sha256: null,
  original_bytes: null,
  encoding: null,
};

/** Every segment in order; those that are not theirs may still stand under their label, when a turn was corrected. */
async function turnsOf(w: ChangeWriter, sourceId: number, respondentId: number) {
  const rows = await w.trx
    .selectFrom('segment as g')
    .leftJoin('speaker as p', 'p.id', 'g.speaker_id')
    .select(['g.start', 'g.body_start as bodyStart', 'g.end', 'p.respondent_id as who'])
    .where('g.source_id', '=', sourceId)
    .orderBy('g.start')
    .execute();
  return rows.map(({ who, ...turn }) => ({ ...turn, isKept: who !== respondentId }));
}

/** Letters that stand for those of a label; another one where two labels would become the same. */
const LETTERS = ['X', 'Y', 'Z', 'W', 'V', 'U'];

/** Labels other than the reference are blacked out, other spellings of theirs too. @returns what each of their labels became */
async function renameSpeakers(
  w: ChangeWriter,
  sourceId: number,
  respondent: { id: number; reference: string },
): Promise<Map<string, string>> {
  const speakers = await w.trx
    .selectFrom('speaker')
    .select(['id', 'label', 'respondent_id', 'same_as_id'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  const theirs = new Set(
    speakers.filter(({ respondent_id }) => respondent_id === respondent.id).map(({ id }) => id),
  );
  const taken = new Set(speakers.map(({ label }) => label));
  const became = new Map<string, string>();
  for (const { id, label, same_as_id } of speakers) {
    if (!theirs.has(id) && !theirs.has(same_as_id ?? 0)) continue;
    if (label.toLowerCase() === respondent.reference.toLowerCase()) continue;
    const shown = LETTERS.map((letter) => blackOutLabel(label, letter)).find(
      (one) => !taken.has(one),
    );
    if (shown === undefined) throw new Error('no label is left for a speaker');
    taken.add(shown);
    became.set(label, shown);
    await w.overwrite('speaker', id, { label: shown });
  }
  return became;
}

/** Codings of what they said go; those that reach further quote what is left. */
async function quoteAnew(
  w: ChangeWriter,
  sourceId: number,
  text: string,
  turns: readonly { start: number; end: number }[],
): Promise<void> {
  const codings = await w.trx
    .selectFrom('coding')
    .select(['id', 'start', 'end', 'quote_sha256'])
    .where('source_id', '=', sourceId)
    .execute();
  const isWithin = (coding: { start: number; end: number }) =>
    turns.some(({ start, end }) => start <= coding.start && coding.end <= end);
  await eraseCodings(
    w,
    codings.filter(isWithin).map(({ id }) => id),
  );
  for (const coding of codings.filter((one) => !isWithin(one))) {
    // Where it was before it may have quoted what is gone, so that it cannot be put back there.
    w.erasing.columns('coding', coding.id, ['quote_sha256']);
    const quote_sha256 = sha256(text.slice(coding.start, coding.end));
    if (quote_sha256 !== coding.quote_sha256)
      await w.overwrite('coding', coding.id, { quote_sha256 });
  }
}
