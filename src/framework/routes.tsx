import { Hono } from 'hono';
import { cellHref } from '../../views/framework/address.ts';
import { CellPage } from '../../views/framework/CellPage.tsx';
import { GridPage } from '../../views/framework/GridPage.tsx';
import { SummarySaved, type Written } from '../../views/framework/SummaryBox.tsx';
import { Invalid } from '../domain/errors.ts';
import { beginningOf, stateOf, type CellAt } from '../domain/framework/grid.ts';
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
import { bodiesOf, guidOfCode, namedIn, summaryOf } from './queries.ts';
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
  try {
    const isConflict = await save(c, typed);
    if (wantsFragment(c)) return await savedFragment(c, typed, isConflict);
    if (isConflict) return await refused(c, typed, 409);
    const to = typed.goesOn ? (await opened(c)).next : null;
    const choices = readChoices(queryOf(c));
    return c.redirect(cellHref(c.get('project').id, choices, to ?? cellOf(c)), 303);
  } catch (error) {
    if (!(error instanceof Invalid) || wantsFragment(c)) throw error;
    return refused(c, typed, 422, say(c, error.code, error.params));
  }
});

const summaryNow = (c: C) => {
  const { respondentId, codeId } = cellOf(c);
  return summaryOf(c.get('ctx'), respondentId, codeId);
};

/** Saves what was typed, or what was chosen of two versions. @returns whether somebody else wrote meanwhile */
async function save(c: C, typed: TypedSummary): Promise<boolean> {
  if (typed.choice === 'theirs') return false;
  const theirs = typed.choice === 'both' ? ((await summaryNow(c))?.body ?? '') : '';
  const both = [theirs, typed.body].filter((part) => part.trim() !== '');
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

/**
 * The answer to a summary that saved itself. It comes while one types, so that the passages are not read again: whether
 * there are any, the page knew.
 */
async function savedFragment(c: C, typed: TypedSummary, isConflict: boolean): Promise<Response> {
  const summary = await summaryNow(c);
  const now = standing({ summary });
  const state = stateOf({
    hasPassages: queryOf(c).get('has') === '1',
    hasSummary: summary !== null,
    hasNewer: false,
  });
  return fragment(
    c,
    <SummarySaved
      t={c.get('t')}
      written={isConflict ? besides(now, typed) : now}
      state={state}
      at={c.get('ctx').now()}
    />,
    isConflict ? 409 : 200,
  );
}

/** What stands in the cell. */
function standing({ summary }: Pick<OpenCell, 'summary'>): Written {
  return {
    body: summary?.body ?? '',
    token: fingerprint(summary?.body ?? ''),
    savedAt: summary?.updatedAt ?? null,
    savedBy: summary?.by ?? null,
  };
}

/** What was typed, with what somebody else saved beside it. */
const besides = (now: Written, typed: TypedSummary): Written => ({
  ...now,
  body: typed.body,
  token: typed.seen,
  conflict: { state: null, notes: now.body, token: now.token, by: now.savedBy },
});

/** The page as the person has it: what they typed in the field, what somebody else saved beside it, or what is wrong. */
async function refused(c: C, typed: TypedSummary, status: 409 | 422, error?: string) {
  const open = await opened(c);
  const now = standing(open);
  const written =
    status === 409 ? besides(now, typed) : { ...now, body: typed.body, token: typed.seen };
  const said = error ?? c.get('t').framework.cell.stale;
  return cellPage(c, open, { ...written, error: said }, status);
}

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
