import type { Trx } from '../../db/schema.ts';
import type { Ctx } from '../deps.ts';
import { chainStart, contentHash, linkHash } from './chain.ts';
import { eraseFromRecord } from './erase.ts';
import { doneBefore, nextPart, rememberDone } from './once.ts';
import { Writer } from './writer.ts';

/** What the activity page and the toast say besides the kind; never interview text, never identities. */
export type Detail = Readonly<Record<string, string | number>>;

/** What a command hands back: its result, and the change that undo would reverse (null when nothing changed). */
export interface Done<T> {
  value: T;
  changeId: number | null;
}

export interface Subject {
  /** `code.renamed`: its sentence stands in the messages under `changes`. */
  kind: string;
  /** The table of the thing it is about. */
  entity: string;
}

/** Inside `change`: writes, and says what the change is about. */
export class ChangeWriter extends Writer {
  entityId: number | null = null;
  detail: Detail = {};
  /** True records the change although no row changed: an identity was looked at, a file exported. */
  isEvent = false;
  /** The change that this one reverses, and the ids of those it reverses with it. */
  undoes: { id: number; depth: number; also: number[] } | null = null;
  /** The project it is recorded in; `createProject` sets it once the project has an id. */
  projectId: number;

  constructor(trx: Trx, projectId: number) {
    super(trx);
    this.projectId = projectId;
  }

  about(entityId: number, detail: Detail = {}): void {
    this.entityId = entityId;
    this.detail = detail;
  }
}

/**
 * Runs one person's intent as one transaction and one recorded change. When `work` throws, nothing happened. When the same
 * request did it before, nothing is done and that is handed back; so what `work` returns must be JSON without people's words.
 * Never await files, network or rendering inside: the transaction holds the only connection.
 */
export async function change<T>(
  ctx: Ctx,
  subject: Subject,
  work: (w: ChangeWriter) => Promise<T>,
): Promise<Done<T>> {
  const part = nextPart(ctx);
  return ctx.db.transaction().execute(async (trx) => {
    const before = await doneBefore<T>(trx, ctx, part);
    if (before) return before;
    const writer = new ChangeWriter(trx, ctx.projectId);
    const value = await work(writer);
    const isNothing = writer.images.length === 0 && !writer.isEvent;
    const done = { value, changeId: isNothing ? null : await append(trx, ctx, subject, writer) };
    await rememberDone(trx, ctx, part, done);
    return done;
  });
}

async function append(trx: Trx, ctx: Ctx, subject: Subject, writer: ChangeWriter): Promise<number> {
  const { projectId } = writer;
  const head = await chainHead(trx, projectId);
  const seq = head.seq + 1;
  const erased = writer.erasing.isEmpty
    ? {}
    : await eraseFromRecord(trx, projectId, seq, writer.erasing);
  const content = {
    salt: ctx.newGuid(),
    detail: JSON.stringify({ ...writer.detail, ...erased }),
    rows: JSON.stringify(writer.images),
  };
  const link = {
    prev_hash: head.hash,
    seq,
    actor_id: ctx.userId,
    at: ctx.now(),
    kind: subject.kind,
    entity: subject.entity,
    entity_id: writer.entityId,
    undoes_id: writer.undoes?.id ?? null,
    content_sha256: contentHash(content),
  };
  const hash = linkHash(link);
  const { id } = await trx
    .insertInto('change')
    .values({
      ...link,
      ...content,
      hash,
      project_id: projectId,
      undo_depth: writer.undoes?.depth ?? 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const undone_id of writer.undoes?.also ?? [])
    await trx.insertInto('change_undone').values({ undone_id, by_id: id }).execute();
  await trx
    .insertInto('change_head')
    .values({ project_id: projectId, seq: link.seq, hash })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ seq: link.seq, hash }))
    .execute();
  for (const [sha256, body] of writer.kept)
    await trx
      .insertInto('kept_text')
      .values({ project_id: projectId, sha256, body })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return id;
}

async function chainHead(trx: Trx, projectId: number): Promise<{ seq: number; hash: string }> {
  const head = await trx
    .selectFrom('change_head')
    .select(['seq', 'hash'])
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  if (head) return head;
  const project = await trx
    .selectFrom('project')
    .select('guid')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow();
  return { seq: 0, hash: chainStart(project.guid) };
}
