import { Hono } from 'hono';
import { draftHref } from '../../views/register/address.ts';
import { foldName } from '../domain/names.ts';
import {
  headerOf,
  type ColumnUse,
  type Corrections,
  type PreviewRow,
} from '../domain/register/brought/index.ts';
import { FIELDS } from '../domain/register/index.ts';
import { flashDone, typedForm, type C, type Env, type Typed } from '../http/index.ts';
import { rememberColumns } from './columns.ts';
import { confirmDoubts, correctRow, fillIn, resetRow, rowStamp, setAside } from './correct.ts';
import { getDraft, patchDraft } from './drafts.ts';
import { broughtOf, openDraft } from './opened.ts';
import { previewPage } from './page.tsx';
import { previewQuery, rowsShown } from './shown.ts';

/** What a person says of rows and columns; the reading is made again from it. */
export const decisionRoutes = new Hono<Env>();

const DRAFT = '/projects/:projectId/register/import/:draftId{[0-9]+}';
const idOf = (c: C): number => Number(c.req.param('draftId'));
const one = (typed: Typed, name: string): string => {
  const value = typed[name] ?? '';
  return Array.isArray(value) ? (value[0] ?? '') : value;
};

function back(c: C, typed: Typed, row?: number): Response {
  const query = previewQuery((name) => one(typed, name));
  return c.redirect(draftHref(c.get('project').id, idOf(c), { ...query, edit: null }, row), 303);
}

/** One row: corrected, confirmed, left out, taken in again or read anew. */
decisionRoutes.post(`${DRAFT}/row`, async (c) => {
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const draft = await getDraft(ctx, idOf(c));
  const line = Number(one(typed, 'row'));
  const row = (await openDraft(ctx, draft)).rows.find((found) => found.line === line);
  if (!row) return back(c, typed);
  const isSaving = one(typed, 'confirm') === '' && ['', 'save'].includes(one(typed, 'do'));
  if (isSaving && one(typed, 'seen') !== rowStamp(draft.corrections, row))
    return previewPage(c, draft, { typed, line });
  const fields = Object.fromEntries(Object.keys(typed).map((name) => [name, one(typed, name)]));
  await patchDraft(ctx, idOf(c), ({ corrections }) => ({
    corrections: decided(corrections, row, fields),
  }));
  const next = Number(one(typed, 'next'));
  return back(c, typed, isSaving || next === 0 ? line : next);
});

function decided(
  corrections: Corrections,
  row: PreviewRow,
  fields: Readonly<Record<string, string>>,
): Corrections {
  if (fields['confirm'] !== undefined)
    return confirmDoubts(
      corrections,
      row,
      ({ line, reason }) => `${line} ${reason}` === fields['confirm'],
    );
  switch (fields['do']) {
    case 'aside':
      return setAside(corrections, row, true);
    case 'restore':
      return setAside(corrections, row, false);
    case 'reset':
      return resetRow(corrections, row);
    default:
      return correctRow(corrections, row, fields);
  }
}

/** Many rows at once: those that are ticked, or all that the address shows. */
decisionRoutes.post(`${DRAFT}/rows`, async (c) => {
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const query = previewQuery((name) => one(typed, name));
  const ticked = typed['row'] ?? [];
  const lines = new Set((Array.isArray(ticked) ? ticked : [ticked]).map(Number));
  const opened = await openDraft(ctx, await getDraft(ctx, idOf(c)));
  const isAll = one(typed, 'all') === 'yes';
  const chosen = rowsShown(opened, query).filter(({ line }) => isAll || lines.has(line));
  const values = {
    group: one(typed, 'group').trim(),
    region: one(typed, 'region').trim(),
    location: one(typed, 'location').trim(),
  };
  const apply = (said: Corrections, row: PreviewRow): Corrections => {
    switch (one(typed, 'do')) {
      case 'confirm':
        return confirmDoubts(said, row);
      case 'aside':
        return setAside(said, row, true);
      case 'restore':
        return setAside(said, row, false);
      default:
        return fillIn(said, row, values);
    }
  };
  await patchDraft(ctx, idOf(c), ({ corrections }) => ({
    corrections: chosen.reduce(apply, corrections),
  }));
  return back(c, typed);
});

const USES: readonly ColumnUse[] = [...FIELDS, 'variable', 'left out'];

/** Which column is what; remembered for the next list with columns of these names. */
decisionRoutes.post(`${DRAFT}/columns`, async (c) => {
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const draft = await getDraft(ctx, idOf(c));
  const brought = broughtOf(draft);
  if (brought.kind !== 'table') return back(c, typed);
  const columns = Object.fromEntries(
    (headerOf(brought.rows)?.cells ?? []).flatMap((name, i) => {
      const use = USES.find((known) => known === one(typed, `use-${i}`));
      return use === undefined || foldName(name) === '' ? [] : [[foldName(name), use]];
    }),
  );
  const done = await rememberColumns(ctx, brought.rows, columns);
  await patchDraft(ctx, idOf(c), () => ({ columns }));
  flashDone(c, done.changeId);
  return back(c, typed);
});
