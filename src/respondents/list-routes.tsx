import { Hono } from 'hono';
import { respondentsAddress } from '../../views/respondents/respondent-list.ts';
import { RespondentsPage } from '../../views/respondents/RespondentsPage.tsx';
import { countWithdrawn } from '../consent/index.ts';
import { readPage, readSort } from '../domain/address.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  mayWrite,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { manyForm } from './forms.ts';
import { listClassifications, listRespondents, PAGE, RESPONDENT_SORTS } from './queries.ts';
import { setForMany } from './set-many.ts';

/** The list of respondents, and what is set for many of them there. */
export const listRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/respondents';

const base = (c: C): string => `/projects/${c.get('project').id}`;
const optionalId = (text: string | undefined): number | undefined =>
  /^\d+$/.test(text ?? '') ? Number(text) : undefined;

listRoutes.get(HOME, (c) => listPage(c, (name) => c.req.query(name)));

listRoutes.post(`${HOME}/set`, async (c) => {
  const form = await parseForm(c, manyForm);
  const shown = (name: string) => String(form.typed[name] ?? '');
  if (!form.ok) return listPage(c, shown, form, 422);
  const { respondent, what, value } = form.value;
  try {
    const settable = what === 'group' || what === 'region' ? what : Number(what);
    const done = await setForMany(c.get('ctx'), respondent, settable, value);
    flashDone(c, done.changeId);
    return c.redirect(respondentsAddress({ base: base(c), query: queryOf(shown) }), 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const failed = { typed: form.typed, errors: fieldErrors(c, error) };
    return listPage(c, shown, failed, error instanceof Conflict ? 409 : 422);
  }
});

/** What the list shows, from an address or from the form below it. */
function queryOf(read: (name: string) => string | undefined) {
  return {
    q: read('q')?.trim() ?? '',
    group: optionalId(read('group')),
    region: optionalId(read('region')),
    sort: readSort(RESPONDENT_SORTS, read('sort')),
    page: readPage(read('page')),
  };
}

async function listPage(
  c: C,
  read: (name: string) => string | undefined,
  failed: { typed: Typed; errors: FieldErrors } | null = null,
  status: 200 | 409 | 422 = 200,
) {
  const ctx = c.get('ctx');
  const query = queryOf(read);
  const filter = { search: query.q, groupId: query.group, regionId: query.region };
  const [list, { groups, regions, variables }, withdrawn] = await Promise.all([
    listRespondents(ctx, filter, query),
    listClassifications(ctx),
    countWithdrawn(ctx),
  ]);
  // While one filters, the address bar names what is shown, without the empty fields of the form.
  if (c.req.header('hx-request') === 'true')
    c.header('HX-Replace-Url', respondentsAddress({ base: base(c), query }));
  return page(
    c,
    <RespondentsPage
      shell={await shellProps(c)}
      base={base(c)}
      query={query}
      pageSize={PAGE}
      mayWrite={mayWrite(c.get('project').role)}
      failed={failed}
      {...{ ...list, groups, regions, variables, withdrawn }}
    />,
    status,
  );
}
