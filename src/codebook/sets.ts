import type { Db, Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { stepBack, type Merged } from '../domain/codetree/index.ts';
import type { QdcSet } from '../domain/codetree/qdc.ts';
import { foldName } from '../domain/names.ts';
import { changesOfSets, type ChangeWriter } from '../history/index.ts';

/** Sets of codes: codes put together across the tree in another program, kept so that they can be taken back there. */

export interface CodeSet {
  id: number;
  guid: string;
  name: string;
  description: string;
  /** Ids of codes, in their order. */
  members: readonly number[];
}

/** What importing does with one set of the file. */
export interface SetPlan extends Omit<QdcSet, 'members'> {
  existing: CodeSet | null;
  /** Codes of the file that it has. */
  members: readonly Merged[];
  /** Members that it has already and the file says nothing of. */
  staying: readonly number[];
  fate: 'new' | 'changed' | 'unchanged';
}

interface StoredSet {
  id: number;
  guid: string;
  name: string;
  description: string;
  position: number;
}
interface StoredMember {
  id: number;
  code_set_id: number;
  code_id: number;
  position: number;
}

const byPosition = (a: { position: number; id: number }, b: { position: number; id: number }) =>
  a.position - b.position || a.id - b.id;

/** The project's sets, in their order. */
export async function setsIn(db: Db | Trx, projectId: number): Promise<CodeSet[]> {
  const { sets, members } = await stored(db, projectId);
  return together(sets, members);
}

async function stored(db: Db | Trx, projectId: number) {
  const sets = await db
    .selectFrom('code_set')
    .selectAll()
    .where('project_id', '=', projectId)
    .execute();
  const members = await db
    .selectFrom('code_set_member as m')
    .innerJoin('code_set as s', 's.id', 'm.code_set_id')
    .selectAll('m')
    .where('s.project_id', '=', projectId)
    .execute();
  return { sets, members };
}

function together(sets: readonly StoredSet[], members: readonly StoredMember[]): CodeSet[] {
  const codesOf = new Map<number, number[]>();
  for (const { code_set_id: set, code_id: code } of members.toSorted(byPosition)) {
    const known = codesOf.get(set);
    if (known) known.push(code);
    else codesOf.set(set, [code]);
  }
  return sets.toSorted(byPosition).map(({ id, guid, name, description }) => {
    return { id, guid, name, description, members: codesOf.get(id) ?? [] };
  });
}

/** The sets as they were right after a change, reckoned back from what stands now, as `codesAt`. */
export async function setsAt(
  { db, projectId }: Pick<Ctx, 'db' | 'projectId'>,
  seq: number,
): Promise<CodeSet[]> {
  const now = await stored(db, projectId);
  const rows = (all: readonly { id: number }[]) =>
    new Map(all.map((row) => [row.id, row as unknown as Readonly<Record<string, unknown>>]));
  const [sets, members] = [rows(now.sets), rows(now.members)];
  for await (const { images } of changesOfSets(db, projectId, seq)) {
    stepBack(
      sets,
      images.filter(({ table }) => table === 'code_set'),
    );
    stepBack(
      members,
      images.filter(({ table }) => table === 'code_set_member'),
    );
  }
  return together(
    [...sets.values()] as unknown as StoredSet[],
    [...members.values()] as unknown as StoredMember[],
  );
}

/** The sets as REFI-QDA writes them. */
export function outwardSets(
  sets: readonly CodeSet[],
  codes: readonly { id: number; guid: string }[],
): QdcSet[] {
  const guids = new Map(codes.map(({ id, guid }) => [id, guid]));
  return sets.map(({ guid, name, description, members }) => ({
    ...{ guid, name, description },
    members: members.flatMap((id) => guids.get(id) ?? []),
  }));
}

/**
 * What the sets of a file mean for those that stand: each is the one with its guid, else the one of its name, else a new
 * one. Of the codes in the file it has those that the file says; codes that are not in the file stay in it.
 */
export function planSets(
  standing: readonly CodeSet[],
  sets: readonly QdcSet[],
  codes: readonly Merged[],
): SetPlan[] {
  const byGuid = new Map(standing.map((set) => [set.guid, set]));
  const wanted = new Set(sets.map(({ guid }) => guid));
  const free = standing.filter(({ guid }) => !wanted.has(guid));
  const inFile = new Set(codes.map(({ existing }) => existing?.id));
  const codeOf = new Map(codes.map((code) => [code.line?.guid, code]));
  return sets.map(({ members: guids, ...set }) => {
    const existing = byGuid.get(set.guid) ?? takeNamed(free, set.name);
    const members = guids.flatMap((guid) => codeOf.get(guid) ?? []);
    const staying = (existing?.members ?? []).filter((id) => !inFile.has(id));
    const plan = { ...set, existing, members, staying };
    const description = set.description || (existing?.description ?? '');
    const fate = existing === null ? 'new' : isSame(existing, plan) ? 'unchanged' : 'changed';
    return { ...plan, description, fate };
  });
}

function takeNamed(free: CodeSet[], name: string): CodeSet | null {
  const at = free.findIndex((set) => foldName(set.name) === foldName(name));
  return at < 0 ? null : (free.splice(at, 1)[0] ?? null);
}

function isSame(existing: CodeSet, plan: Omit<SetPlan, 'fate'>): boolean {
  const before = new Set(existing.members);
  const after = [...plan.staying, ...plan.members.map((code) => code.existing?.id ?? 0)];
  return (
    existing.name === plan.name &&
    (plan.description === '' || existing.description === plan.description) &&
    after.length === before.size &&
    after.every((id) => before.has(id))
  );
}

/**
 * Writes what importing does with sets, as part of the change that is under way.
 * @param idOf what each code of the file became
 */
export async function writeSets(
  { projectId, newGuid, now }: Pick<Ctx, 'projectId' | 'newGuid' | 'now'>,
  w: ChangeWriter,
  plan: readonly SetPlan[],
  idOf: (code: Merged) => number,
): Promise<void> {
  const { sets, members } = await stored(w.trx, projectId);
  let position = Math.max(-1, ...sets.map((set) => set.position)) + 1;
  for (const { existing, fate, guid, name, description, ...wanted } of plan) {
    if (fate === 'unchanged') continue;
    if (existing !== null) await w.update('code_set', existing.id, { name, description });
    const isTaken = sets.some((set) => set.guid === guid);
    const id =
      existing?.id ??
      (await w.insert('code_set', {
        guid: isTaken ? newGuid() : guid,
        project_id: projectId,
        name,
        description,
        position: position++,
        created_at: now(),
      }));
    const ids = new Set([...wanted.staying, ...wanted.members.map(idOf)]);
    const before = members.filter((member) => member.code_set_id === id);
    const gone = before.filter((member) => !ids.has(member.code_id));
    await w.removeMany(
      'code_set_member',
      gone.map((member) => member.id),
    );
    const there = new Set(before.map((member) => member.code_id));
    const next = Math.max(-1, ...before.map((member) => member.position)) + 1;
    const added = [...ids].filter((codeId) => !there.has(codeId));
    await w.insertMany(
      'code_set_member',
      added.map((codeId, at) => ({ code_set_id: id, code_id: codeId, position: next + at })),
    );
  }
}

/** The sets that a code is in have the other one in its place. */
export async function joinSets(w: ChangeWriter, from: number, into: number): Promise<void> {
  const rows = await w.trx
    .selectFrom('code_set_member')
    .select(['id', 'code_set_id', 'code_id'])
    .where('code_id', 'in', [from, into])
    .execute();
  const there = new Set(rows.filter((row) => row.code_id === into).map((row) => row.code_set_id));
  for (const row of rows) {
    if (row.code_id !== from) continue;
    if (there.has(row.code_set_id)) await w.remove('code_set_member', row.id);
    else await w.update('code_set_member', row.id, { code_id: into });
  }
}

/** Takes codes that go out of their sets; a set goes with its last code. */
export async function leaveSets(
  w: ChangeWriter,
  projectId: number,
  codeIds: readonly number[],
): Promise<void> {
  const { sets, members } = await stored(w.trx, projectId);
  const gone = new Set(codeIds);
  const leaving = members.filter((member) => gone.has(member.code_id));
  if (leaving.length === 0) return;
  await w.removeMany(
    'code_set_member',
    leaving.map(({ id }) => id),
  );
  const left = new Set(members.filter((one) => !gone.has(one.code_id)).map((m) => m.code_set_id));
  const touched = new Set(leaving.map((member) => member.code_set_id));
  const empty = sets.filter(({ id }) => touched.has(id) && !left.has(id));
  await w.removeMany(
    'code_set',
    empty.map(({ id }) => id),
  );
}
