import { Hono } from 'hono';
import { cellHref } from '../../views/framework/address.ts';
import { CellPage } from '../../views/framework/CellPage.tsx';
import { GridPage } from '../../views/framework/GridPage.tsx';
import { SummarySaved, type Written } from '../../views/framework/SummaryBox.tsx';
import { Invalid } from '../domain/errors.ts';
import { beginningOf, type CellAt } from '../domain/framework/grid.ts';
import { fingerprint } from '../domain/guide/index.ts';
import {
  flashDone,
  fragment,
  mayWrite,
  page,
  renderMarkdown,
  say,
  shellProps,
  typedForm,
  wantsFragment,
  type C,
  type Env,
} from '../http/index.ts';
import { openCell, PASSAGES, type OpenCell } from './cell.ts';
import { exportRoutes } from './export-routes.tsx';
import {
  readChoices,
  readerOf,
  readPassagePage,
  readSeen,
  typedSummary,
  type TypedSummary,
} from './forms.ts';
import { loadGrid, MOST_COLUMNS } from './grid.ts';
import { bodiesOf, guidOfCode, namedIn } from './queries.ts';
import { saveSummary } from './summaries.ts';

/** Respondents on a page. */
const ROWS = 25;

const GRID = '/projects/:projectId/framework';
const CELL = `${GRID}/:respondentId{[0-9]+}/:codeId{[0-9]+}`;

const queryOf = (c: C): URLSearchParams => new URL(c.req.url).searchParams;

export const frameworkRoutes = new Hono<Env>();

frameworkRoutes.route('/', exportRoutes);

frameworkRoutes.get(GRID, async (c) => {
  const ctx = c.get('ctx');
  const choices = readChoices(queryOf(c));
  const grid = await loadGrid(readerOf(c), choices);
  const rows = grid.rows.slice((choices.page - 1) * ROWS, choices.page * ROWS);
  const written = rows.flatMap(({ cells }) => cells.flatMap(({ summary }) => summary?.id ?? []));
  const bodies = await bodiesOf(ctx, written);
  const lines = rows.map(({ respondent, respondentId, cells }) => ({
    respondentId,
    reference: respondent.reference,
    facts: [respondent.group, respondent.region].filter((fact) => fact !== null),
    cells: cells.map(({ codeId, state, summary }) => ({
      codeId,
      state,
      ...beginningOf(bodies.get(summary?.id ?? 0) ?? ''),
    })),
  }));
  return page(
    c,
    <GridPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={choices}
      {...{ lines, ...(await namedIn(ctx)) }}
      codes={grid.codes}
      columns={grid.columns}
      from={grid.from}
      of={grid.of}
      most={MOST_COLUMNS}
      total={grid.rows.length}
      size={ROWS}
      isEmpty={grid.everyone.length === 0 || grid.codes.length === 0}
      withdrawn={grid.material.leftOut.withdrawn}
    />,
  );
});

const cellOf = (c: C): CellAt => ({
  respondentId: Number(c.req.param('respondentId')),
  codeId: Number(c.req.param('codeId')),
});

const opened = (c: C): Promise<OpenCell> =>
  openCell(readerOf(c), cellOf(c), readChoices(queryOf(c)), readPassagePage(queryOf(c)));

frameworkRoutes.get(CELL, async (c) => {
  const open = await opened(c);
  return cellPage(c, open, standing(open));
});

frameworkRoutes.post(CELL, async (c) => {
  const typed = typedSummary(await typedForm(c));
  const before = await opened(c);
  try {
    const isConflict = await save(c, typed, before);
    const open = await opened(c);
    if (isConflict) return refused(c, open, typed, 409);
    if (wantsFragment(c)) return fragment(c, savedAs(c, open, standing(open)));
    const choices = readChoices(queryOf(c));
    const to = typed.goesOn && open.next !== null ? open.next : cellOf(c);
    return c.redirect(cellHref(c.get('project').id, choices, to), 303);
  } catch (error) {
    if (!(error instanceof Invalid) || wantsFragment(c)) throw error;
    return refused(c, before, typed, 422, say(c, error.code, error.params));
  }
});

/** Saves what was typed, or what was chosen of two versions. @returns whether somebody else wrote meanwhile */
async function save(c: C, typed: TypedSummary, { summary }: OpenCell): Promise<boolean> {
  if (typed.choice === 'theirs') return false;
  const both = [summary?.body ?? '', typed.body].filter((part) => part.trim() !== '');
  const done = await saveSummary(c.get('ctx'), cellOf(c), {
    body: typed.choice === 'both' ? both.join('\n\n') : typed.body,
    seen: typed.choice === null ? typed.seen : typed.shown,
    sentBefore: typed.sentBefore,
    seenAt: readSeen(queryOf(c)),
    holds: typed.holds,
  });
  if (!wantsFragment(c)) flashDone(c, done.changeId);
  return done.value.isConflict;
}

/** What stands in the cell. */
function standing({ summary }: OpenCell): Written {
  return {
    body: summary?.body ?? '',
    token: fingerprint(summary?.body ?? ''),
    savedAt: summary?.updatedAt ?? null,
    savedBy: summary?.by ?? null,
  };
}

/** The page as the person has it: what they typed in the field, what somebody else saved beside it, or what is wrong. */
async function refused(
  c: C,
  open: OpenCell,
  typed: TypedSummary,
  status: 409 | 422,
  error?: string,
): Promise<Response> {
  const now = standing(open);
  const conflict = { state: null, notes: now.body, token: now.token, by: now.savedBy };
  const written: Written = {
    ...now,
    body: typed.body,
    token: typed.seen,
    error: error ?? c.get('t').framework.cell.stale,
    ...(status === 409 ? { conflict } : {}),
  };
  return wantsFragment(c)
    ? fragment(c, savedAs(c, open, written), status)
    : cellPage(c, open, written, status);
}

const savedAs = (c: C, { state }: OpenCell, written: Written) => (
  <SummarySaved t={c.get('t')} written={written} state={state} at={c.get('ctx').now()} />
);

async function cellPage(c: C, open: OpenCell, written: Written, status: 200 | 409 | 422 = 200) {
  const ctx = c.get('ctx');
  return page(
    c,
    <CellPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={readChoices(queryOf(c))}
      {...open}
      codeGuid={await guidOfCode(ctx, open.code.codeId)}
      written={written}
      html={renderMarkdown(written.body)}
      mayWrite={mayWrite(c.get('project').role)}
      page={readPassagePage(queryOf(c))}
      size={PASSAGES}
      at={ctx.now()}
    />,
    status,
  );
}
