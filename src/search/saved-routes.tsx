import { Hono } from 'hono';
import { z } from 'zod';
import { SavedPage } from '../../views/search/SavedPage.tsx';
import type { SavedSearch } from '../../views/search/types.ts';
import { countWithdrawn } from '../consent/index.ts';
import { address, readPage } from '../domain/address.ts';
import { Conflict, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
} from '../http/index.ts';
import { queryText, readSearch, searchAddress, type Search } from './address.ts';
import { listSaved, removeSearch, renameSearch, saveSearch, type Saved } from './saved.ts';

export const savedPages = new Hono<Env>();

const HOME = '/projects/:projectId/searches';
const base = (c: C): string => `/projects/${c.get('ctx').projectId}`;

const named = z.object({
  name: z.string().default(''),
  search: z.string().default(''),
  revision: z.coerce.number().int().default(0),
});

savedPages.get(HOME, (c) => savedPage(c));

savedPages.post(HOME, async (c) => {
  const form = await parseForm(c, named);
  if (!form.ok) return savedPage(c, { id: null, name: '', errors: form.errors });
  const { name, search: text } = form.value;
  const search = readSearch(new URLSearchParams(text));
  try {
    flashDone(c, (await saveSearch(c.get('ctx'), name, search)).changeId);
    return c.redirect(searchAddress(base(c), search), 303);
  } catch (error) {
    return refuse(c, error, { id: null, name, search });
  }
});

savedPages.post(`${HOME}/:savedId{[0-9]+}`, async (c) => {
  const id = Number(c.req.param('savedId'));
  const form = await parseForm(c, named);
  if (!form.ok) return savedPage(c, { id, name: '', errors: form.errors });
  const { name, revision } = form.value;
  try {
    flashDone(c, (await renameSearch(c.get('ctx'), id, name, revision)).changeId);
    return c.redirect(`${base(c)}/searches`, 303);
  } catch (error) {
    return refuse(c, error, { id, name });
  }
});

savedPages.post(`${HOME}/:savedId{[0-9]+}/delete`, async (c) => {
  flashDone(c, (await removeSearch(c.get('ctx'), Number(c.req.param('savedId')))).changeId);
  return c.redirect(`${base(c)}/searches`, 303);
});

/** What came back: a name for a new search (`id` null) or for one that stands. */
interface Refused {
  id: number | null;
  name: string;
  search?: Search;
  errors: FieldErrors;
}

function refuse(c: C, error: unknown, typed: Omit<Refused, 'errors'>) {
  if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
  const status = error instanceof Conflict && error.code === 'history.stale' ? 409 : 422;
  return savedPage(c, { ...typed, errors: fieldErrors(c, error) }, status);
}

async function savedPage(c: C, refused: Refused | null = null, status: 409 | 422 = 422) {
  const number = readPage(c.req.query('page'));
  const { saved, pages } = await listSaved(c.get('ctx'), number);
  const at = (n: number): string => address(`${base(c)}/searches`, { page: n === 1 ? null : n });
  const shown = refused && {
    ...refused,
    error: refused.errors['name'] ?? refused.errors[''] ?? '',
    search: refused.search === undefined ? '' : queryText(refused.search),
  };
  return page(
    c,
    <SavedPage
      shell={await shellProps(c)}
      base={base(c)}
      saved={saved.map((one) => viewOf(c, one))}
      page={number}
      pages={pages}
      previous={number > 1 ? at(Math.min(number - 1, pages)) : null}
      next={number < pages ? at(number + 1) : null}
      withdrawn={await countWithdrawn(c.get('ctx'))}
      refused={shown}
    />,
    refused === null ? 200 : status,
  );
}

function viewOf(c: C, { id, name, search, matches, revision }: Saved): SavedSearch {
  const t = c.get('t').search;
  const { text, where = 'everywhere' } = search;
  const plain = searchAddress(base(c), { text, where });
  const isNarrowed = searchAddress(base(c), search) !== plain;
  const says = t.saved.says(text, t.form.places[where], isNarrowed);
  return { id, name, href: searchAddress(base(c), search), says, matches, revision };
}
