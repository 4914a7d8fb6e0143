import { Hono } from 'hono';
import { findHref, type FindChoices } from '../../views/analysis/find/address.ts';
import { FindPage, type FindPageProps } from '../../views/analysis/find/FindPage.tsx';
import type { Offered } from '../../views/analysis/find/types.ts';
import type { OpenPassages } from '../../views/analysis/Passages.tsx';
import type { Messages } from '../../views/messages/index.ts';
import { sayLeftOut } from '../consent/index.ts';
import { treeRows } from '../domain/crosstab/tree.ts';
import { DomainError, NotFound } from '../domain/errors.ts';
import { fieldErrors, mayWrite, page, shellProps, type C, type Env } from '../http/index.ts';
import { passagesCsv } from './exports.ts';
import { addedTo, queryOf } from './find-forms.ts';
import { sayQuery } from './find-says.ts';
import { facetName } from './says.ts';
import { readPage } from './forms.ts';
import { isOfQueries } from './facets.ts';
import { findNow, loadOffer, type Found, type Offer } from './found.ts';
import { loadNames, readPassages, sortedPassages } from './passages.ts';
import type { Reader } from './study.ts';
import { minimumOf } from './themes.ts';

/** Passages on a page. */
const PAGE = 50;
/** Values of one classification that are offered. */
const OFFERED = 300;

export const findRoutes = new Hono<Env>();

findRoutes.get('/projects/:projectId/passages/find', async (c) => {
  const ctx = c.get('ctx');
  const address = new URL(c.req.url).searchParams;
  try {
    const query = addedTo(address);
    const minCell = minCellOf(c, address);
    if (query !== null) return c.redirect(findHref(ctx.projectId, { query, minCell }), 303);
  } catch (error) {
    return refuse(c, address, error);
  }
  const query = queryOf(address);
  return findPage(c, { query, minCell: minCellOf(c, address) }, { at: readPage(address) });
});

findRoutes.get('/projects/:projectId/passages/find.csv', async (c) => {
  const ctx = c.get('ctx');
  const address = new URL(c.req.url).searchParams;
  const query = queryOf(address);
  if (query === null) throw new NotFound('analysis.noCell');
  const offer = await loadOffer(ctx, c.get('t').analysis);
  const found = await findNow(ctx, query, offer, minCellOf(c, address));
  if (found.isHidden) throw new NotFound('analysis.noCell');
  const names = await loadNames(ctx);
  const text = await passagesCsv(ctx, sorted(found, names), names);
  await sayLeftOut(c);
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="passages.csv"');
  return c.body(text);
});

/** What could not be added stands beside its field; the query stays as it was. */
function refuse(c: C, address: URLSearchParams, error: unknown) {
  if (!(error instanceof DomainError)) throw error;
  const field = error.field ?? address.get('add') ?? '';
  const sentence = Object.values(fieldErrors(c, error)).join(' ');
  const choices = { query: queryOf(address), minCell: minCellOf(c, address) };
  return findPage(c, choices, { at: 1, refused: { field, error: sentence } });
}

/** A reader may protect more than the project does, not less. */
function minCellOf(c: C, address: URLSearchParams): number | null {
  const text = address.get('minCell') ?? '';
  if (!/^\d{1,3}$/u.test(text) || Number(text) > 100) return null;
  return mayWrite(c.get('project').role) ? Number(text) : null;
}

async function findPage(
  c: C,
  choices: FindChoices,
  { at, refused = null }: { at: number; refused?: FindPageProps['refused'] },
) {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const offer = await loadOffer(ctx, t.analysis);
  const { query, minCell } = choices;
  const found = query === null ? null : await findNow(ctx, query, offer, minCell);
  return page(
    c,
    <FindPage
      {...{ shell: await shellProps(c), choices, refused }}
      projectId={ctx.projectId}
      said={query === null ? null : sayQuery(t, query, offer)}
      offered={offeredOf(t, offer)}
      withdrawn={offer.withdrawn}
      maySetAside={mayWrite(c.get('project').role)}
      answer={
        found && {
          counts: found.isHidden ? null : found.counts,
          isShownAnyway: found.isSmall && !found.isHidden,
          minCell: found.isHidden ? minimumOf(minCell, offer.minCell) : offer.minCell,
          open: await openFound(ctx, found, at),
          page: at,
          size: PAGE,
        }
      }
    />,
    refused === null ? 200 : 422,
  );
}

const sorted = ({ passages, counts }: Found, names: Awaited<ReturnType<typeof loadNames>>) =>
  sortedPassages(
    { count: counts.passages, denominator: counts.passages, passages, counted: [], notCounted: [] },
    names,
  );

/** One page of the passages, as the list of passages behind a number shows them. */
async function openFound(reader: Reader, found: Found, at: number): Promise<OpenPassages> {
  const shown = {
    cell: { codeId: 0, column: null },
    code: '',
    path: '',
    column: null,
    unit: 'passages' as const,
    over: 'all' as const,
    notMentioned: { of: 'people', n: 0, listed: [] } as const,
  };
  if (found.isHidden) return { ...shown, count: null, passageCount: 0, from: 0, passages: [] };
  const names = await loadNames(reader);
  const first = (at - 1) * PAGE;
  const part = sorted(found, names).slice(first, first + PAGE);
  const n = found.counts.passages;
  return {
    ...shown,
    count: { value: n, of: n },
    passageCount: n,
    from: first + 1,
    passages: await readPassages(reader, part, names),
  };
}

function offeredOf(t: Messages, { codes, facets }: Offer): Offered {
  const names: Readonly<Record<string, string>> = t.analysis.find.add.facetNames;
  return {
    codes: treeRows(codes).map(({ codeId, path }) => ({ codeId, path })),
    facets: [...facets.values()]
      .filter(({ name, columns }) => columns.length > 0 && !isOfQueries(name))
      .map(({ name, columns }) => ({
        label: names[name] ?? facetName(t, facets, name),
        options: columns
          .slice(0, OFFERED)
          .map(({ key, label }) => ({ value: `${name}.${key}`, label })),
      })),
  };
}
