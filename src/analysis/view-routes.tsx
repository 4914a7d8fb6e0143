import { themesHref, viewsHref } from '../../views/analysis/address.ts';
import { getSettings } from '../projects/index.ts';
import { loadFacets } from './facets.ts';
import { readChoices } from './forms.ts';
import { keepView, listViews, removeView, renameView, viewOf } from './kept-views.ts';
import { namedRoutes } from './named-routes.tsx';
import { sayCounted } from './says.ts';
import { questionNumbers } from './study.ts';
import { minimumOf } from './themes.ts';

const HOME = '/projects/:projectId/themes/views';

/** Tables of themes kept under a name. */
export const viewRoutes = namedRoutes({
  home: HOME,
  one: `${HOME}/:viewId{[0-9]+}`,
  param: 'viewId',
  kind: (c) => ({
    words: c.get('t').analysis.views,
    home: viewsHref(c.get('ctx').projectId),
    field: 'view',
  }),
  made: (c) => ({
    href: themesHref(c.get('ctx').projectId),
    label: c.get('t').analysis.views.toThemes,
  }),
  read: (text) => readChoices(new URLSearchParams(text)),
  hrefOf: themesHref,
  load: async (ctx, id) => (await viewOf(ctx, id)).choices,
  list: async (c, page) => {
    const ctx = c.get('ctx');
    const t = c.get('t');
    const { views, pages } = await listViews(ctx, page);
    const [facets, { questions }, { min_cell: minimum }] = await Promise.all([
      loadFacets(ctx, t.analysis),
      questionNumbers(ctx),
      getSettings(ctx),
    ]);
    const items = views.map(({ id, name, choices, revision }) => {
      const numbers = questions
        .filter((question) => choices.questions.includes(question.id))
        .map((question) => question.number);
      const minCell = minimumOf(choices.minCell, minimum);
      return { id, name, revision, says: sayCounted(t, facets, choices, { minCell, numbers }) };
    });
    return { items, pages };
  },
  keep: keepView,
  rename: renameView,
  remove: removeView,
});
