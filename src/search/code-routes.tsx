import { Hono } from 'hono';
import { CodeHitsPage } from '../../views/search/CodeHitsPage.tsx';
import type { CodingForm, Offers } from '../../views/search/coding.ts';
import { listCodes, type CodeRow } from '../codebook/index.ts';
import {
  addCodings,
  codeCalled,
  pickOf,
  placeHref,
  readPicks,
  type Wanted,
} from '../codings/index.ts';
import { DomainError, Invalid, NotFound } from '../domain/errors.ts';
import { MARKS, type Mark } from '../domain/search/marks.ts';
import {
  fieldErrors,
  flashDone,
  page,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { queryText, readSearch, searchAddress, type Search } from './address.ts';
import { LOOKED_THROUGH, MOST_PLACES, previewCoding, type CodingPreview } from './coding.ts';

export const codePages = new Hono<Env>();

const HERE = '/projects/:projectId/search/code';
const base = (c: C): string => `/projects/${c.get('ctx').projectId}`;

codePages.get(HERE, (c) => {
  const params = new URL(c.req.url).searchParams;
  const search = readSearch(new URLSearchParams(params.get('search') ?? ''));
  const form = { code: params.get('code') ?? '', mark: markOf(params.get('mark')) };
  return codePage(c, search, form);
});

codePages.post(HERE, async (c) => {
  const typed = await typedForm(c);
  const search = readSearch(new URLSearchParams(one(typed, 'search')));
  const form = { code: one(typed, 'code'), mark: markOf(one(typed, 'mark')) };
  const picks = readPicks(typed['pick']);
  try {
    const code = codeCalled(await listCodes(c.get('ctx')), form.code);
    if (picks.length === 0) throw new Invalid('search.nothingPicked');
    const done = await addCodings(c.get('ctx'), code.id, picks);
    flashDone(c, done.changeId);
    return c.redirect(searchAddress(base(c), search), 303);
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof NotFound) throw error;
    return codePage(c, search, form, { picks, errors: fieldErrors(c, error) });
  }
});

const one = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

const markOf = (text: string | null): Mark => MARKS.find((mark) => mark === text) ?? 'sentence';

interface Refused {
  picks: readonly Wanted[];
  errors: FieldErrors;
}

async function codePage(
  c: C,
  search: Search,
  form: { code: string; mark: Mark },
  refused?: Refused,
) {
  const codes = await listCodes(c.get('ctx'));
  const { offers, errors } = await offersFor(c, search, form, codes, refused);
  const view: CodingForm = {
    ...form,
    search: queryText(search),
    says: search.text,
    codes: codes.filter(({ isCodable }) => isCodable).map(({ path }) => path),
  };
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return page(
    c,
    <CodeHitsPage
      shell={await shellProps(c)}
      projectId={c.get('ctx').projectId}
      back={searchAddress(base(c), search)}
      {...{ form: view, offers, errors }}
    />,
    status,
  );
}

/** What stands between what is offered and all that the search finds. */
function moreSaid(c: C, more: (CodingPreview & { ok: true })['more']): string | null {
  const { coding } = c.get('t').search;
  if (more === null) return null;
  return more === 'at once' ? coding.more(MOST_PLACES) : coding.lookedThrough(LOOKED_THROUGH);
}

async function offersFor(
  c: C,
  search: Search,
  { code: text, mark }: { code: string; mark: Mark },
  codes: readonly CodeRow[],
  refused?: Refused,
): Promise<{ offers: Offers | null; errors: FieldErrors }> {
  if (text.trim() === '') return { offers: null, errors: refused?.errors ?? {} };
  try {
    const code = codeCalled(codes, text);
    const preview = await previewCoding(c.get('ctx'), search, { codeId: code.id, mark });
    if (!preview.ok)
      throw new Invalid('search.cannotRead', {
        problem: c.get('t').search.problem(preview.problem),
      });
    const picked = refused && new Set(refused.picks.map(pickOf));
    const offers: Offers = {
      code: code.path,
      more: moreSaid(c, preview.more),
      withdrawn: preview.withdrawn,
      passages: preview.offered.map(({ already, ...one }) => ({
        ...one,
        pick: pickOf(one),
        href: placeHref(c.get('ctx').projectId, one.sourceId, one),
        already,
        isPicked: picked?.has(pickOf(one)) ?? already === null,
      })),
    };
    return { offers, errors: refused?.errors ?? {} };
  } catch (error) {
    return { offers: null, errors: fieldErrors(c, error) };
  }
}
