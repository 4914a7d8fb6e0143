import type { Ctx } from '../deps.ts';
import { contextOf, type Context } from '../domain/text/context.ts';
import type { QueryProblem } from '../domain/search/query.ts';
import { marksOf, type Mark } from '../domain/search/marks.ts';
import type { Span } from '../domain/text/span.ts';
import type { Search } from './address.ts';
import { matchesIn, openSearch, type Found } from './queries.ts';

/** Passages offered to be coded at once; what is more comes when these are coded. */
export const MOST_PLACES = 500;
/** Passages looked through for them, so that a word that is everywhere and coded everywhere does not take minutes. */
export const LOOKED_THROUGH = 5_000;
const BATCH = 250;
/** Words shown around a passage, in code units. */
const AROUND = 60;

/** A passage that the search would code. Code units of its source. */
export interface Offered extends Span, Context {
  sourceId: number;
  source: string;
  version: number;
  speaker: string | null;
  /** `same`: this person coded exactly it with the code already; `within`: it stands in a passage they coded so. */
  already: 'same' | 'within' | null;
}

export type CodingPreview =
  | { ok: false; problem: QueryProblem }
  | {
      ok: true;
      offered: Offered[];
      /** Why the search found more than stands here: as many as can be coded at once, or looked through. */
      more: 'at once' | 'looked through' | null;
      withdrawn: number;
    };

/**
 * What coding everything a search finds in sources would code, each passage once, in order; at most `MOST_PLACES` that
 * are not coded so already.
 */
export async function previewCoding(
  ctx: Ctx,
  search: Search,
  wanted: { codeId: number; mark: Mark },
): Promise<CodingPreview> {
  const opened = await openSearch(ctx, { ...search, where: 'sources' });
  if (!opened.ok) return opened;
  const total = matchesIn(opened.places);
  const coded = new CodedBefore(ctx, wanted.codeId);
  const offered: Offered[] = [];
  let fresh = 0;
  let more: 'at once' | 'looked through' | null = null;
  for (let from = 0; from < total && more === null; from += BATCH) {
    for (const found of await opened.read(from, BATCH))
      for (const one of offeredIn(found, wanted.mark)) {
        const already = await coded.on(one);
        if (already === null && fresh === MOST_PLACES) more = 'at once';
        if (more !== null) break;
        if (already === null) fresh += 1;
        if (already === null || offered.length < 2 * MOST_PLACES) offered.push({ ...one, already });
      }
    if (from + BATCH >= LOOKED_THROUGH && from + BATCH < total) more ??= 'looked through';
  }
  return { ok: true, offered, more, withdrawn: opened.withdrawn };
}

function offeredIn(found: Found, mark: Mark): Omit<Offered, 'already'>[] {
  if (found.part !== 'segment') return [];
  const { text, offset, sourceId, source, version, speaker, isWrapped } = found;
  return marksOf(text, found.hits, mark, { wrapped: isWrapped }).map((span) => ({
    ...{ sourceId, source, version, speaker },
    ...contextOf(text, span, AROUND, AROUND),
    start: offset + span.start,
    end: offset + span.end,
  }));
}

/** This person's codings with one code, source by source; only the source at hand is kept. */
class CodedBefore {
  private sourceId = -1;
  private spans: Span[] = [];

  constructor(
    private readonly ctx: Ctx,
    private readonly codeId: number,
  ) {}

  async on({ sourceId, start, end }: Span & { sourceId: number }): Promise<Offered['already']> {
    if (sourceId !== this.sourceId) {
      this.sourceId = sourceId;
      this.spans = await this.ctx.db
        .selectFrom('coding')
        .select(['start', 'end'])
        .where('project_id', '=', this.ctx.projectId)
        .where('source_id', '=', sourceId)
        .where('code_id', '=', this.codeId)
        .where('coder_id', '=', this.ctx.userId)
        .execute();
    }
    const around = this.spans.filter((span) => span.start <= start && span.end >= end);
    if (around.some((span) => span.start === start && span.end === end)) return 'same';
    return around.length > 0 ? 'within' : null;
  }
}
