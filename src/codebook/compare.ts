import type { Ctx } from '../deps.ts';
import { compareBooks, type Differing } from '../domain/codetree/index.ts';
import type { CodeChange, RowImage } from '../history/index.ts';
import { statesAt, type Rows } from './past.ts';
import { listCodes, type CodeRow } from './queries.ts';
import { usageOf } from './usage.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** What became of a code that is gone, or where a new one comes from. */
export interface Fate {
  how: 'added' | 'split' | 'deleted' | 'merged';
  /** The code it was split off from or merged into, by the name it had then; empty for the others. */
  other: string;
  /** Codings that came with it or left it then. */
  codings: number;
}

/** A code in a difference, and how many codings the difference touches. */
export interface Told {
  code: CodeRow;
  /** Whether it stands in the codebook now, so that it has a page. */
  isThere: boolean;
  /** Codings that it has now, in texts that may be used; null when it is gone by now. */
  codings: number | null;
}

export interface Comparison {
  from: number;
  to: number;
  added: (Told & { fate: Fate })[];
  gone: (Told & { fate: Fate })[];
  differing: (Told & { difference: Differing<CodeRow> })[];
  /** Codes whose sub-codes stand in another order; null for the themes. */
  reordered: (CodeRow | null)[];
}

/**
 * What changed in the codebook from one state to another.
 * @param from number of a change, 0 for the empty codebook
 * @param to a later one
 * @param passed as `statesAt`
 * @throws NotFound `codebook.noState`
 */
export async function compareStates(
  reader: Reader,
  from: number,
  to: number,
  passed: (change: CodeChange, rows: Rows) => void = () => undefined,
): Promise<Comparison> {
  const fates = new Fates();
  const [after = [], before = []] = await statesAt(reader, [to, from], (one, rows) => {
    fates.read(one);
    passed(one, rows);
  });
  const difference = compareBooks(before, after);
  const now = await codingsNow(reader);
  const tell = (code: CodeRow): Told => {
    const codings = now.get(code.guid);
    return { code, isThere: codings !== undefined, codings: codings ?? null };
  };
  return {
    from,
    to,
    added: difference.added.map((code) => ({ ...tell(code), fate: fates.arrival(code.guid) })),
    gone: difference.gone.map((code) => ({ ...tell(code), fate: fates.departure(code.guid) })),
    differing: difference.differing.map((one) => ({ ...tell(one.after), difference: one })),
    reordered: [...difference.reordered],
  };
}

/** The codings of each code that there is now, by guid. */
async function codingsNow({ db, projectId }: Reader): Promise<Map<string, number>> {
  const codes = await listCodes({ db, projectId });
  const usage = await usageOf({ db, projectId }, codes);
  return new Map(codes.map(({ id, guid }) => [guid, usage.get(id)?.own ?? 0]));
}

/** How codes came and went, told by the changes between two states; the newest counts. */
export class Fates {
  private readonly came = new Map<string, Fate>();
  private readonly went = new Map<string, Fate>();

  /** @param one the changes come newest first */
  read(one: CodeChange): void {
    const isDone = one.undoDepth % 2 === 0;
    const isSplit = isDone && one.kind === 'code.split';
    const isMerge = isDone && one.kind === 'code.merged';
    const [brought, taken] = [codingsBy('after', one.images), codingsBy('before', one.images)];
    for (const { table, id, before, after } of one.images) {
      if (table !== 'code') continue;
      const [arrives, leaves] = [before === null && after, after === null && before];
      if (arrives)
        keepFirst(this.came, arrives, {
          how: isSplit ? 'split' : 'added',
          other: isSplit ? String(one.detail['name'] ?? '') : '',
          codings: brought.get(id) ?? 0,
        });
      if (leaves)
        keepFirst(this.went, leaves, {
          how: isMerge ? 'merged' : 'deleted',
          other: isMerge ? mergedInto(one, id, leaves) : '',
          codings: taken.get(id) ?? 0,
        });
    }
  }

  arrival(guid: string): Fate {
    return this.came.get(guid) ?? { how: 'added', other: '', codings: 0 };
  }

  departure(guid: string): Fate {
    return this.went.get(guid) ?? { how: 'deleted', other: '', codings: 0 };
  }
}

/** The code that one became: of the two that were merged, or of the same name as a sub-code of the one that went. */
function mergedInto({ images, detail }: CodeChange, id: number, { name }: Row): string {
  const last = images.findLast((image) => image.table === 'code' && image.after === null);
  return String((last?.id === id ? detail['into'] : name) ?? '');
}

type Row = Readonly<Record<string, unknown>>;

function keepFirst(
  fates: Map<string, Fate>,
  { guid }: Readonly<Record<string, unknown>>,
  fate: Fate,
): void {
  if (typeof guid === 'string' && !fates.has(guid)) fates.set(guid, fate);
}

/** How many codings a change gave each code, or took from it. */
function codingsBy(side: 'before' | 'after', images: readonly RowImage[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const { table, [side]: row } of images) {
    const codeId = table === 'coding' ? row?.['code_id'] : undefined;
    if (codeId !== undefined) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  }
  return counts;
}
