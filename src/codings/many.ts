import type { Ctx } from '../deps.ts';
import { Conflict } from '../domain/errors.ts';
import type { Span } from '../domain/text/span.ts';
import { change, sha256, type Done } from '../history/index.ts';
import { getSource } from '../sources/index.ts';
import { checkSpan, codableCode, type Wanted } from './passage.ts';
import { textOf } from './texts.ts';

export interface ManyCoded {
  /** Codings made; passages that this person had coded so already make none. */
  codings: number;
  code: string;
  /** Passages that were coded so before. */
  already: number;
}

/**
 * Applies one code to many passages, of one source or several: one change. Doing it again changes nothing.
 * @throws NotFound for the code or a source; Invalid `codings.notCodable` or for a span that is none
 * @throws Conflict `codings.staleText` when a text was corrected since; then nothing is coded
 */
export async function addCodings(
  ctx: Ctx,
  codeId: number,
  passages: readonly Wanted[],
): Promise<Done<ManyCoded>> {
  return change(ctx, { kind: 'codings.many', entity: 'coding' }, async (w) => {
    const code = await codableCode(ctx, w, codeId);
    let already = 0;
    const rows: (Span & { sourceId: number; sha256: string })[] = [];
    for (const [sourceId, wanted] of bySource(passages)) {
      const source = await getSource({ db: w.trx, projectId: ctx.projectId }, sourceId);
      const text = await textOf(ctx.db, w.trx, source);
      const coded = await w.trx
        .selectFrom('coding')
        .select(['start', 'end'])
        .where('source_id', '=', sourceId)
        .where('code_id', '=', codeId)
        .where('coder_id', '=', ctx.userId)
        .execute();
      const standing = new Set(coded.map(keyOf));
      for (const { version, start, end } of wanted) {
        if (version !== source.version) throw new Conflict('codings.staleText');
        checkSpan(text, { start, end });
        if (standing.has(keyOf({ start, end }))) {
          already += 1;
          continue;
        }
        standing.add(keyOf({ start, end }));
        rows.push({ sourceId, start, end, sha256: sha256(text.slice(start, end)) });
      }
    }
    const created_at = ctx.now();
    await w.insertMany(
      'coding',
      rows.map((row) => ({
        guid: ctx.newGuid(),
        project_id: ctx.projectId,
        source_id: row.sourceId,
        code_id: code.id,
        coder_id: ctx.userId,
        start: row.start,
        end: row.end,
        quote_sha256: row.sha256,
        revision: 1,
        created_at,
      })),
    );
    w.detail = { code: code.name, count: rows.length, ...(already > 0 ? { already } : {}) };
    return { codings: rows.length, code: code.name, already };
  });
}

const keyOf = ({ start, end }: Span): string => `${start} ${end}`;

function bySource(passages: readonly Wanted[]): Map<number, Wanted[]> {
  const sources = new Map<number, Wanted[]>();
  for (const passage of passages) {
    const own = sources.get(passage.sourceId);
    if (own) own.push(passage);
    else sources.set(passage.sourceId, [passage]);
  }
  return sources;
}
