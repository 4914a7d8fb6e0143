import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { Conflict, Invalid, NotFound } from '../domain/errors.ts';
import { foldName, tidyName } from '../domain/names.ts';
import { change, lastCodeChange, type Done } from '../history/index.ts';
import { NAME_LIMIT } from './rules.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** A state of the codebook that has a name. */
export interface Version {
  id: number;
  name: string;
  /** Number of the last change of codes that it has; 0 for the empty codebook. */
  seq: number;
  /** Who gave the name, and when. */
  by: string;
  at: string;
}

/** Most names in one project: all of them are offered wherever one is chosen. */
export const VERSION_LIMIT = 200;

/** The named states, the newest state first. */
export async function listVersions({ db, projectId }: Reader): Promise<Version[]> {
  return db
    .selectFrom('codebook_version as v')
    .innerJoin('user as u', 'u.id', 'v.created_by')
    .select(['v.id', 'v.name', 'v.seq', 'u.name as by', 'v.created_at as at'])
    .where('v.project_id', '=', projectId)
    .orderBy('v.seq', 'desc')
    .orderBy('v.id', 'desc')
    .limit(VERSION_LIMIT)
    .execute();
}

/**
 * Names the codebook as it stands, or as it was after a change.
 * @param seq the change's number in the project; null for now
 * @throws Invalid `codebook.versionEmpty`, `nameLong`; Conflict `codebook.versionTaken`, `versionsMany`; NotFound
 *   `codebook.noState`
 */
export async function nameVersion(
  ctx: Ctx,
  wanted: string,
  seq: number | null = null,
): Promise<Done<{ id: number; seq: number }>> {
  return change(ctx, { kind: 'codebook.named', entity: 'codebook_version' }, async (w) => {
    const name = tidyName(wanted);
    if (name === '') throw new Invalid('codebook.versionEmpty', {}, 'name');
    if (name.length > NAME_LIMIT)
      throw new Invalid('codebook.nameLong', { limit: NAME_LIMIT }, 'name');
    if (seq !== null && !(await hasHappened(w.trx, ctx.projectId, seq)))
      throw new NotFound('codebook.noState');
    const at = await lastCodeChange(w.trx, ctx.projectId, seq ?? undefined);
    const versions = await listVersions({ db: w.trx, projectId: ctx.projectId });
    const fold = foldName(name);
    const other = versions.find((version) => foldName(version.name) === fold);
    if (other) throw new Conflict('codebook.versionTaken', { name: other.name }, 'name');
    if (versions.length >= VERSION_LIMIT)
      throw new Conflict('codebook.versionsMany', { limit: VERSION_LIMIT }, 'name');
    const id = await w.insert('codebook_version', {
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      seq: at,
      name,
      name_fold: fold,
      created_by: ctx.userId,
      created_at: ctx.now(),
    });
    w.about(id, { name });
    return { id, seq: at };
  });
}

async function hasHappened(trx: Trx, projectId: number, seq: number): Promise<boolean> {
  const head = await trx
    .selectFrom('change_head')
    .select('seq')
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return seq <= (head?.seq ?? 0);
}

/** Takes a name away; the state itself stays in the history. @throws NotFound `codebook.noVersion` */
export async function unnameVersion(ctx: Ctx, versionId: number): Promise<Done<{ seq: number }>> {
  return change(ctx, { kind: 'codebook.unnamed', entity: 'codebook_version' }, async (w) => {
    const version = await w.trx
      .selectFrom('codebook_version')
      .select(['name', 'seq'])
      .where('project_id', '=', ctx.projectId)
      .where('id', '=', versionId)
      .executeTakeFirst();
    if (!version) throw new NotFound('codebook.noVersion');
    await w.remove('codebook_version', versionId);
    w.about(versionId, { name: version.name });
    return { seq: version.seq };
  });
}

/**
 * The number of the change that a name or a number means.
 * @throws NotFound `codebook.noState`
 */
export async function stateNamed(reader: Reader, wanted: string): Promise<number> {
  const fold = foldName(tidyName(wanted));
  const version = (await listVersions(reader)).find(({ name }) => foldName(name) === fold);
  if (version) return version.seq;
  if (/^\d{1,15}$/u.test(wanted.trim())) return Number(wanted);
  throw new NotFound('codebook.noState');
}
