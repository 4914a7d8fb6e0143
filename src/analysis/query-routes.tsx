import { findHref, queriesHref } from '../../views/analysis/find/address.ts';
import { QueryUses } from '../../views/analysis/find/QueryUses.tsx';
import { Invalid } from '../domain/errors.ts';
import { queryOf } from './find-forms.ts';
import { sayQuery } from './find-says.ts';
import { loadOffer } from './found.ts';
import { namedRoutes } from './named-routes.tsx';
import { listQueries, removeQuery, renameQuery, savedQuery, saveQuery } from './saved-queries.ts';

const HOME = '/projects/:projectId/passages/queries';

/** Queries for passages that are saved under a name. */
export const queryRoutes = namedRoutes({
  home: HOME,
  one: `${HOME}/:queryId{[0-9]+}`,
  param: 'queryId',
  kind: (c) => ({
    words: c.get('t').analysis.find.queries,
    home: queriesHref(c.get('ctx').projectId),
    field: 'query',
  }),
  made: (c) => ({
    href: findHref(c.get('ctx').projectId),
    label: c.get('t').analysis.find.queries.toFind,
  }),
  read: (text) => {
    const query = queryOf(new URLSearchParams(text));
    if (query === null) throw new Invalid('analysis.queryNoCode', {}, 'name');
    return query;
  },
  hrefOf: (projectId, query) => findHref(projectId, { query, minCell: null }),
  load: async (ctx, id) => (await savedQuery(ctx, id)).query,
  list: async (c, page) => {
    const ctx = c.get('ctx');
    const t = c.get('t');
    const { queries, pages } = await listQueries(ctx, page);
    const offer = await loadOffer(ctx, t.analysis);
    const items = queries.map(({ id, name, query, revision }) => {
      const { sentence, isGone } = sayQuery(t, query, offer);
      const uses = <QueryUses t={t} projectId={ctx.projectId} query={{ id, name, isGone }} />;
      return { id, name, revision, says: sentence, more: uses };
    });
    return { items, pages };
  },
  keep: saveQuery,
  rename: renameQuery,
  remove: removeQuery,
});
