import { coderNamed } from '../projects/index.ts';
import type { Ctx } from '../deps.ts';
import type { CsvRow } from '../domain/csv/read.ts';
import { Invalid } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { change, sha256, type ChangeWriter, type Done } from '../history/index.ts';
import { MEMO_LIMIT } from './commands.ts';
import { LineReader, type ReadLine } from './import-line.ts';
import { readTable, type LineProblem } from './table.ts';

export interface Imported {
  /** Codings made. */
  codings: number;
  /** Lines that made none, because they were wrong or said what stands already. */
  skipped: LineProblem[];
  /** Headings that were left out. */
  left: string[];
}

/** Nothing of a table with an error is imported; `problems` has all of them, the sentence tells the first. */
export class CodingsRefused extends Invalid {
  constructor(readonly problems: readonly LineProblem[]) {
    const [first] = problems;
    const { line = 1, column = '', code = '', params = {} } = first ?? {};
    const more = problems.length - 1;
    super('codings.tableRefused', { ...params, line, column, problem: code, more }, 'file');
  }
}

/**
 * Brings in codings from a table: offsets in code points, the end exclusive. One recorded change.
 * A line that repeats a coding that stands already makes none and is no error.
 * @param skipInvalid leaves wrong lines out, instead of refusing all
 * @throws CodingsRefused (an Invalid) with every line that is wrong; then nothing is imported
 */
export async function importCodings(
  ctx: Ctx,
  rows: readonly CsvRow[],
  { skipInvalid = false }: { skipInvalid?: boolean } = {},
): Promise<Done<Imported>> {
  const table = readTable(rows);
  if (table.problems.length > 0) throw new CodingsRefused(table.problems);
  return change(ctx, { kind: 'codings.imported', entity: 'coding' }, async (w) => {
    const reader = await LineReader.open(ctx, w);
    const read: ReadLine[] = [];
    const problems: LineProblem[] = [];
    for (const line of table.lines) {
      const result = await reader.read(line);
      if ('problem' in result) problems.push(result.problem);
      else read.push(result);
    }
    if (problems.length > 0 && !skipInvalid) throw new CodingsRefused(problems);
    const { made, repeated } = await write(ctx, w, read);
    w.detail = { count: made };
    const skipped = [...problems, ...repeated].sort((a, b) => a.line - b.line);
    return { codings: made, skipped, left: table.left };
  });
}

async function write(
  ctx: Ctx,
  w: ChangeWriter,
  lines: readonly ReadLine[],
): Promise<{ made: number; repeated: LineProblem[] }> {
  const coders = await codersOf(ctx, w, lines);
  const standing = new Set<string>();
  for (const sourceId of new Set(lines.map(({ source }) => source.id)))
    for (const key of await keysOf(w, sourceId)) standing.add(key);
  const fresh: (ReadLine & { coderId: number })[] = [];
  const repeated: LineProblem[] = [];
  for (const line of lines) {
    const coderId = coders.get(line.coder) ?? ctx.userId;
    const key = keyOf({ ...line, sourceId: line.source.id, coderId });
    if (standing.has(key))
      repeated.push({ line: line.line, column: '', code: 'repeated', params: {} });
    else fresh.push({ ...line, coderId });
    standing.add(key);
  }
  const now = ctx.now();
  const ids = await w.insertMany(
    'coding',
    fresh.map((line) => ({
      guid: ctx.newGuid(),
      project_id: ctx.projectId,
      source_id: line.source.id,
      code_id: line.codeId,
      coder_id: line.coderId,
      start: line.start,
      end: line.end,
      quote_sha256: sha256(line.words),
      revision: 1,
      created_at: now,
    })),
  );
  await w.insertMany(
    'memo',
    fresh.flatMap(({ memo, coderId }, at) => {
      const coding_id = ids[at];
      if (memo === '' || coding_id === undefined) return [];
      return {
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        coding_id,
        body: memo.slice(0, MEMO_LIMIT),
        author_id: coderId,
        revision: 1,
        created_at: now,
        updated_at: now,
      };
    }),
  );
  return { made: fresh.length, repeated };
}

/** Coders by the name that the table writes; new ones become members of the project. */
async function codersOf(
  ctx: Ctx,
  w: ChangeWriter,
  lines: readonly ReadLine[],
): Promise<Map<string, number>> {
  const coders = new Map([['', ctx.userId]]);
  for (const name of new Set(lines.map(({ coder }) => coder)))
    if (name !== '') coders.set(name, await coderNamed(ctx, w, { name }));
  return coders;
}

type Key = Span & { sourceId: number; codeId: number; coderId: number };

const keyOf = ({ sourceId, start, end, codeId, coderId }: Key): string =>
  [sourceId, start, end, codeId, coderId].join(' ');

async function keysOf(w: ChangeWriter, sourceId: number): Promise<string[]> {
  const rows = await w.trx
    .selectFrom('coding')
    .select(['source_id as sourceId', 'start', 'end', 'code_id as codeId', 'coder_id as coderId'])
    .where('source_id', '=', sourceId)
    .execute();
  return rows.map(keyOf);
}
