import type { Ctx } from '../deps.ts';
import { NotFound } from '../domain/errors.ts';
import { change, codeChangesByOthers, type CodeChange, type Done } from '../history/index.ts';
import { compareStates, type Comparison } from './compare.ts';
import type { Rows } from './past.ts';

type Reader = Pick<Ctx, 'db' | 'projectId' | 'userId'>;

/** Up to which change this person has read the rules, and when they said so. */
export interface Reading {
  seq: number;
  at: string;
}

/** Changes by others that are counted; above that the notice says “or more”. */
export const COUNTED = 100;

/** What this person read last; null as long as they have not said so. */
export async function readingOf({ db, projectId, userId }: Reader): Promise<Reading | null> {
  const row = await db
    .selectFrom('codebook_reading')
    .select(['seq', 'read_at as at'])
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** How many changes of codes others made since this person read the rules, up to `COUNTED`. */
export async function countUnread(reader: Reader, reading: Reading | null): Promise<number> {
  const { db, projectId, userId } = reader;
  return codeChangesByOthers(db, projectId, { after: reading?.seq ?? 0, userId, most: COUNTED });
}

/**
 * Says that this person has read the rules as they were after a change: the one that the page showed.
 * @throws NotFound `codebook.noState` for a change that has not been made
 */
export async function markRead(ctx: Ctx, seq: number): Promise<Done<void>> {
  return change(ctx, { kind: 'codebook.read', entity: 'codebook_reading' }, async (w) => {
    const { projectId, userId } = ctx;
    const head = await w.trx
      .selectFrom('change_head')
      .select('seq')
      .where('project_id', '=', projectId)
      .executeTakeFirst();
    if (seq > (head?.seq ?? 0)) throw new NotFound('codebook.noState');
    const mark = { seq, read_at: ctx.now() };
    const known = await w.trx
      .selectFrom('codebook_reading')
      .select('id')
      .where('project_id', '=', projectId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (known) await w.update('codebook_reading', known.id, mark);
    else await w.insert('codebook_reading', { project_id: projectId, user_id: userId, ...mark });
  });
}

/**
 * What others changed in names, places and rules since this person read them. What they changed themselves is left out,
 * field by field; so are colours and the order of codes, which no rule depends on.
 * @param to number of the last change that is looked at
 */
export async function changedForReader(
  reader: Reader,
  from: number,
  to: number,
): Promise<Comparison> {
  const others = new Others(reader.userId);
  const whole = await compareStates(reader, from, to, (one, rows) => others.read(one, rows));
  const touched = (guid: string, column: string) => others.touched(guid, column);
  return {
    ...whole,
    added: whole.added.filter(({ code }) => touched(code.guid, 'guid')),
    gone: whole.gone.filter(({ code }) => touched(code.guid, 'guid')),
    differing: whole.differing.flatMap((one) => {
      const { guid } = one.code;
      const difference = {
        ...one.difference,
        isRenamed: one.difference.isRenamed && touched(guid, 'name'),
        isMoved: one.difference.isMoved && touched(guid, 'parent_id'),
        rule: one.difference.rule.filter((field) => touched(guid, COLUMN_OF[field])),
        set: one.difference.set.filter(
          (field) => field !== 'colour' && touched(guid, COLUMN_OF[field]),
        ),
      };
      const { isRenamed, isMoved, rule, set } = difference;
      return isRenamed || isMoved || rule.length + set.length > 0 ? [{ ...one, difference }] : [];
    }),
    reordered: [],
  };
}

const COLUMN_OF = {
  definition: 'definition',
  useWhen: 'use_when',
  notWhen: 'not_when',
  example: 'example',
  key: 'key',
  isCodable: 'is_codable',
  colour: 'colour',
} as const;

/** Which columns of which codes others than this person wrote. */
class Others {
  private readonly columns = new Map<string, Set<string>>();

  constructor(private readonly userId: number) {}

  /** @param rows the codes as they were before the change */
  read(one: CodeChange, rows: Rows): void {
    if (one.actorId === this.userId) return;
    for (const { table, id, before, after } of one.images) {
      if (table !== 'code') continue;
      const guid = (rows.get(id) ?? after)?.['guid'];
      if (typeof guid !== 'string') continue;
      const known = this.columns.get(guid) ?? new Set<string>();
      this.columns.set(guid, known);
      for (const column of Object.keys(before ?? after ?? {})) known.add(column);
    }
  }

  touched(guid: string, column: string): boolean {
    return this.columns.get(guid)?.has(column) ?? false;
  }
}
