import {
  countMatches,
  find,
  refresh,
  type Match,
  type Part,
  type Totals,
} from '../../db/search/index.ts';
import { withdrawnIds } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { hitsIn } from '../domain/search/hits.ts';
import { parseQuery } from '../domain/search/parse.ts';
import type { Query, QueryProblem } from '../domain/search/query.ts';
import { termsOf } from '../domain/search/terms.ts';
import type { Span } from '../domain/text/span.ts';
import { loadPassages, type Passage } from './passages.ts';

export type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** Where to look, as people say it. */
export type Where = 'everywhere' | 'sources' | 'notes' | 'memos';

const PARTS: Readonly<Record<Where, readonly Part[]>> = {
  everywhere: ['segment', 'answer', 'interview', 'memo'],
  sources: ['segment'],
  notes: ['answer', 'interview'],
  memos: ['memo'],
};

/** Passages on one page. */
export const PAGE = 50;

export interface Search {
  text: string;
  where?: Where | undefined;
  /** Only this source's text. */
  sourceId?: number | undefined;
  /** From 1. */
  page?: number | undefined;
}

/** A passage with what was found in it. */
export type Found = Passage & {
  /** In code units of the passage's own text; where it stands in its source is `offset` further on. */
  hits: Span[];
};

export type SearchResult =
  | { ok: false; problem: QueryProblem }
  | {
      ok: true;
      found: Found[];
      totals: Totals[];
      page: number;
      pages: number;
      /** Interviews not looked into because consent was withdrawn. */
      withdrawn: number;
    };

/**
 * One page of what fits a search, in the order of the sources: the one function behind the page and the command line.
 * A search that cannot be read is explained, not thrown.
 */
export async function searchProject(ctx: Reader, search: Search): Promise<SearchResult> {
  const parsed = parseQuery(search.text);
  if (!parsed.ok) return parsed;
  await refresh(ctx.db);
  const { page = 1, where = 'everywhere', sourceId } = search;
  const leftOut = await withdrawnIds(ctx);
  const scope = { projectId: ctx.projectId, parts: PARTS[where], leftOut, sourceId };
  const totals = await countMatches(ctx.db, parsed.query, scope);
  const matches = await find(ctx.db, parsed.query, scope, {
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const count = totals.reduce((sum, part) => sum + part.matches, 0);
  const found = await withHits(ctx, matches, parsed.query);
  const withdrawn = leftOut.interviewIds.length;
  return { ok: true, found, totals, page, pages: Math.ceil(count / PAGE), withdrawn };
}

async function withHits(ctx: Reader, matches: readonly Match[], query: Query): Promise<Found[]> {
  const passages = await loadPassages(ctx, matches);
  return passages.map((passage) => ({ ...passage, hits: hitsIn(termsOf(passage.text), query) }));
}
