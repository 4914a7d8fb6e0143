import type { Db, Trx } from '../../db/schema.ts';
import { codesIn } from '../codebook/index.ts';
import { withdrawnSources } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** A code as the workbench shows it. */
export interface BookCode {
  id: number;
  parentId: number | null;
  name: string;
  /** Names from the theme down to this code. */
  path: readonly string[];
  /** 1 to 8, see `domain/colours`. */
  colour: number;
  key: string | null;
  isCodable: boolean;
}

/** Passages with this code or one of its sub-codes: in this source, in all texts of the project that may be used. */
export interface CodeCount {
  here: number;
  project: number;
}

/** The project's codes in the order a codebook is read: each after its parent. */
export async function bookOf(db: Db | Trx, projectId: number): Promise<BookCode[]> {
  const codes = await codesIn(db, projectId);
  return codes.map(({ id, parentId, name, names, colourNumber, key, isCodable }) => ({
    id,
    parentId,
    name,
    path: names,
    colour: colourNumber,
    key,
    isCodable,
  }));
}

/** The code and the codes above it, nearest first. */
export function lineOf(book: readonly BookCode[], codeId: number): BookCode[] {
  const byId = new Map(book.map((code) => [code.id, code]));
  const line: BookCode[] = [];
  for (let code = byId.get(codeId); code; code = byId.get(code.parentId ?? 0)) line.push(code);
  return line;
}

/** The codes and those below them, in the book's order. One walk, since each stands after its parent. */
export function withBelow(book: readonly BookCode[], tops: Iterable<number>): BookCode[] {
  const under = new Set(tops);
  return book.filter(({ id, parentId }) => {
    if (parentId !== null && under.has(parentId)) under.add(id);
    return under.has(id);
  });
}

/**
 * Counts for every code, or only for `wanted` and what lies under them.
 * A passage coded with a code and with its parent counts twice under the parent: each is a coding.
 */
export async function countsOf(
  reader: Reader,
  book: readonly BookCode[],
  sourceId: number,
  wanted?: readonly BookCode[],
): Promise<Map<number, CodeCount>> {
  const chosen =
    wanted === undefined
      ? book
      : withBelow(
          book,
          wanted.map(({ id }) => id),
        );
  const own = await ownCounts(
    reader,
    chosen.map(({ id }) => id),
    sourceId,
  );
  const counts = new Map<number, CodeCount>();
  // Children stand after their parents, so going backwards each parent is met when its children are complete.
  for (const code of [...chosen].reverse()) {
    const mine = own.get(code.id) ?? { here: 0, project: 0 };
    const below = counts.get(code.id) ?? { here: 0, project: 0 };
    const total = { here: mine.here + below.here, project: mine.project + below.project };
    counts.set(code.id, total);
    if (code.parentId === null) continue;
    const parent = counts.get(code.parentId) ?? { here: 0, project: 0 };
    counts.set(code.parentId, {
      here: parent.here + total.here,
      project: parent.project + total.project,
    });
  }
  return counts;
}

async function ownCounts(
  reader: Reader,
  codeIds: number[],
  sourceId: number,
): Promise<Map<number, CodeCount>> {
  if (codeIds.length === 0) return new Map();
  const rows = await reader.db
    .selectFrom('coding')
    .select('code_id')
    .select((eb) => [
      eb.fn
        .sum<number>(
          eb.case().when('source_id', 'not in', withdrawnSources(reader)).then(1).else(0).end(),
        )
        .as('project'),
      eb.fn
        .sum<number>(eb.case().when('source_id', '=', sourceId).then(1).else(0).end())
        .as('here'),
    ])
    .where('code_id', 'in', codeIds)
    .groupBy('code_id')
    .execute();
  return new Map(
    rows.map((row) => [row.code_id, { here: Number(row.here), project: Number(row.project) }]),
  );
}
