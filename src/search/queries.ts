import {
  find,
  placesOf,
  refresh,
  type Match,
  type Part,
  type Place,
  type Scope,
} from '../../db/search/index.ts';
import { withdrawnIds } from '../consent/index.ts';
import type { Ctx } from '../deps.ts';
import { hitsIn } from '../domain/search/hits.ts';
import { parseQuery } from '../domain/search/parse.ts';
import type { Query, QueryProblem } from '../domain/search/query.ts';
import { formOf, termsOf, type Form } from '../domain/search/terms.ts';
import type { Span } from '../domain/text/span.ts';
import type { Search, Where } from './address.ts';
import { loadPassages, type Passage } from './passages.ts';

export type Reader = Pick<Ctx, 'db' | 'projectId'>;

const PARTS: Readonly<Record<Where, readonly Part[]>> = {
  everywhere: ['segment', 'answer', 'interview', 'memo', 'code', 'respondent'],
  sources: ['segment'],
  notes: ['answer', 'interview'],
  memos: ['memo'],
  codes: ['code'],
  respondents: ['respondent'],
};

/** Passages on one page. */
export const PAGE = 50;

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
      /** Every source, interview and pile in which something was found, in order. */
      places: Place[];
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
  const opened = await openSearch(ctx, search);
  if (!opened.ok) return opened;
  const { page = 1 } = search;
  const { places } = opened;
  const found = await opened.read((page - 1) * PAGE, PAGE);
  const pages = Math.ceil(matchesIn(places) / PAGE);
  return { ok: true, found, places, page, pages, withdrawn: opened.withdrawn };
}

/** A search that was run: how much it found, and a way to read it piece by piece. */
export type OpenedSearch =
  | { ok: false; problem: QueryProblem }
  | {
      ok: true;
      places: Place[];
      withdrawn: number;
      read: (offset: number, limit: number) => Promise<Found[]>;
    };

export async function openSearch(ctx: Reader, search: Search): Promise<OpenedSearch> {
  const form = formOf({ case: search.isCased === true, accents: search.hasAccents === true });
  const parsed = parseQuery(search.text, form);
  if (!parsed.ok) return parsed;
  await refresh(ctx.db);
  const leftOut = await withdrawnIds(ctx);
  const scope = scopeOf(ctx, search, form, leftOut);
  const places = await placesOf(ctx.db, parsed.query, scope);
  const read = async (offset: number, limit: number): Promise<Found[]> => {
    const matches = await find(ctx.db, parsed.query, scope, places, { limit, offset });
    return withHits(ctx, matches, parsed.query, form);
  };
  return { ok: true, places, withdrawn: leftOut.interviewIds.length, read };
}

export function matchesIn(places: readonly Place[]): number {
  return places.reduce((sum, { matches }) => sum + matches, 0);
}

function scopeOf(ctx: Reader, search: Search, form: Form, leftOut: Scope['leftOut']): Scope {
  const { where = 'everywhere', codeId, coded } = search;
  const { sourceId, groupId, regionId, voice, speaker, questionId } = search;
  return {
    projectId: ctx.projectId,
    parts: PARTS[where],
    form,
    leftOut,
    ...{ sourceId, groupId, regionId, voice, speaker, questionId },
    ...(codeId === undefined ? { coded } : { code: { id: codeId, isOn: coded !== 'no' } }),
  };
}

async function withHits(
  ctx: Reader,
  matches: readonly Match[],
  query: Query,
  form: Form,
): Promise<Found[]> {
  const passages = await loadPassages(ctx, matches);
  return passages.map((passage) => ({
    ...passage,
    hits: hitsIn(termsOf(passage.text, form), query),
  }));
}
