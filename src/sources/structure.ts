import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { labelsIn } from '../domain/text/segments.ts';
import { change, type ChangeWriter, type Done } from '../history/index.ts';
import { setElsewhere } from './elsewhere.ts';
import { findAgain } from './found.ts';
import { getSource, readText } from './queries.ts';
import { rebuildSegments } from './segments.ts';
import { columnsOf, whoOf, whoText, type Who } from './who.ts';

export interface SpeakersSaid {
  /** By the speaker's id. */
  who: ReadonlyMap<number, Who>;
  /** What the person saw of each; a choice over another's is refused. Absent: not asked. */
  seen?: ReadonlyMap<number, Who> | undefined;
  /** Labels of the text that were not taken for speakers, and are. */
  added?: ReadonlyMap<string, Who> | undefined;
  /** Whether who is the interviewer, and what is no speaker, holds for the same label in the other sources too. */
  everywhere?: boolean | undefined;
}

interface Row {
  id: number;
  label: string;
  who: Who;
}

/**
 * Says whose words stand under which label, in one change. Neither the text nor a coding is touched; segments are made
 * anew, and questions found anew where another is the interviewer now.
 * @returns in how many other sources something was set
 * @throws NotFound `sources.notFound`, `sources.noSpeaker`, `sources.noRespondent`
 * @throws Invalid `structure.circle` when two labels would each be a spelling of the other, `structure.noLabel`
 * @throws Conflict `structure.stale` when somebody said something else since
 */
export async function nameSpeakers(
  ctx: Ctx,
  sourceId: number,
  said: SpeakersSaid,
): Promise<Done<{ elsewhere: number }>> {
  const source = await getSource(ctx, sourceId);
  const labels =
    said.added === undefined || said.added.size === 0
      ? new Set<string>()
      : new Set(labelsIn((await readText(ctx, sourceId)).text).map(({ label }) => label));
  return change(ctx, { kind: 'source.speakersNamed', entity: 'source' }, async (w) => {
    const before = await speakerRows(w, sourceId);
    const asked = interviewersOf(before);
    const added = await addLabels(w, sourceId, said.added ?? new Map(), labels);
    const rows = [...before, ...added.map(({ row }) => row)];
    const wanted = new Map([
      ...said.who,
      ...added.map(({ row, who }): [number, Who] => [row.id, who]),
    ]);
    for (const [id, one] of wanted) await allow(ctx, w, rows, id, one);
    for (const [id, seen] of said.seen ?? []) unchanged(rows, id, seen);
    for (const [id, one] of resolved(rows, wanted)) await w.update('speaker', id, columnsOf(one));
    const elsewhere =
      said.everywhere === true ? await setElsewhere(ctx, w, sourceId, rows, wanted) : 0;
    const now = await speakerRows(w, sourceId);
    if (interviewersOf(now) !== asked) await findAgain(ctx, w, sourceId);
    if (w.images.length > 0) await rebuildSegments(w.trx, sourceId);
    w.about(sourceId, { name: source.name, elsewhere });
    return { elsewhere };
  });
}

/** Of each speaker of the source, who it is. */
export async function speakerRows(
  { trx }: { trx: Trx | Ctx['db'] },
  sourceId: number,
): Promise<Row[]> {
  const rows = await trx
    .selectFrom('speaker')
    .select(['id', 'label', 'respondent_id', 'is_interviewer', 'is_speaker', 'same_as_id'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, label: row.label, who: whoOf(row) }));
}

const interviewersOf = (rows: readonly Row[]): string => {
  const asking = new Set(rows.filter(({ who }) => who === 'interviewer').map(({ id }) => id));
  return rows
    .filter(({ id, who }) => asking.has(id) || (typeof who === 'object' && asking.has(who.sameAs)))
    .map(({ id }) => id)
    .join();
};

async function addLabels(
  w: ChangeWriter,
  sourceId: number,
  added: ReadonlyMap<string, Who>,
  labels: ReadonlySet<string>,
): Promise<{ row: Row; who: Who }[]> {
  const made: { row: Row; who: Who }[] = [];
  for (const [label, who] of added) {
    if (who === 'none') continue;
    if (!labels.has(label)) throw new Invalid('structure.noLabel', { label });
    const id = await w.insert('speaker', { source_id: sourceId, label, is_interviewer: 0 });
    made.push({ row: { id, label, who: 'nobody' }, who });
  }
  return made;
}

async function allow(ctx: Ctx, w: ChangeWriter, rows: readonly Row[], id: number, who: Who) {
  const known = (wanted: number) => rows.some((row) => row.id === wanted);
  if (!known(id)) throw new NotFound('sources.noSpeaker');
  if (typeof who === 'object' && !known(who.sameAs)) throw new NotFound('sources.noSpeaker');
  if (typeof who === 'number') await respondentOf(ctx, w, who);
}

/** @throws NotFound `sources.noRespondent`, also for one of another project */
export async function respondentOf(
  ctx: Ctx,
  w: ChangeWriter,
  id: number,
): Promise<{ reference: string }> {
  const found = await w.trx
    .selectFrom('respondent')
    .select('reference')
    .where('id', '=', id)
    .where('project_id', '=', ctx.projectId)
    .executeTakeFirst();
  if (!found) throw new NotFound('sources.noRespondent');
  return found;
}

function unchanged(rows: readonly Row[], id: number, seen: Who): void {
  const row = rows.find((one) => one.id === id);
  if (row && whoText(row.who) !== whoText(seen))
    throw new Conflict('structure.stale', { label: row.label }, `speaker-${id}`);
}

/** Every label that changes: spellings of a spelling are of the same speaker, so that each leads straight to whom it means. */
function resolved(rows: readonly Row[], wanted: ReadonlyMap<number, Who>): Map<number, Who> {
  const after = new Map(rows.map(({ id, who }) => [id, wanted.get(id) ?? who]));
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  const changes = new Map(wanted);
  for (const id of after.keys()) {
    const passed = new Set([id]);
    let [at, who] = [id, after.get(id) ?? 'nobody'];
    while (typeof who === 'object') {
      at = who.sameAs;
      if (passed.has(at)) {
        const label = labels.get(id) ?? '';
        throw new Invalid('structure.circle', { label }, `speaker-${id}`);
      }
      passed.add(at);
      who = after.get(at) ?? 'nobody';
    }
    if (at === id) continue;
    // A spelling of what is no speaker is none either.
    changes.set(id, who === 'none' ? 'none' : { sameAs: at });
  }
  return changes;
}
