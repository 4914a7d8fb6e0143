import { queryString } from '../../views/analysis/find/address.ts';
import type { Ctx } from '../deps.ts';
import type { PassageQuery } from '../domain/query/index.ts';
import type { Done } from '../history/index.ts';
import { queryOf } from './find-forms.ts';
import { keptUnderNames, type Kept } from './kept-names.ts';
import type { Reader } from './study.ts';

export interface SavedQuery extends Omit<Kept, 'query'> {
  query: PassageQuery;
}

const queries = keptUnderNames({
  table: 'saved_query',
  kinds: { kept: 'query.saved', renamed: 'query.renamed', removed: 'query.removed' },
  errors: {
    empty: 'analysis.queryNameEmpty',
    long: 'analysis.queryNameLong',
    taken: 'analysis.queryNameTaken',
    gone: 'analysis.noQuery',
  },
});

export const { rename: renameQuery, remove: removeQuery } = queries;

/** Keeps a query under a name; what it finds stays current. */
export const saveQuery = (ctx: Ctx, name: string, query: PassageQuery): Promise<Done<number>> =>
  queries.keep(ctx, name, queryString(query));

/** One saved query. @throws NotFound `analysis.noQuery` */
export const savedQuery = async (reader: Reader, id: number): Promise<SavedQuery> =>
  read(await queries.of(reader, id));

/** One page of the project's saved queries by name. */
export async function listQueries(reader: Reader, page = 1) {
  const { kept, pages } = await queries.list(reader, page);
  return { queries: kept.map(read), pages };
}

function read({ query, ...row }: Kept): SavedQuery {
  const read = queryOf(new URLSearchParams(query));
  if (read === null) throw new Error(`the saved query ${row.id} names no code`);
  return { ...row, query: read };
}
