import { Hono } from 'hono';
import { ChangedPage } from '../../views/codebook/ChangedPage.tsx';
import { ComparePage } from '../../views/codebook/ComparePage.tsx';
import { HistoryPage } from '../../views/codebook/HistoryPage.tsx';
import { PastPage } from '../../views/codebook/PastPage.tsx';
import { codebookHref, pastHref } from '../../views/codebook/types.ts';
import { countWithdrawn } from '../consent/index.ts';
import { Conflict, DomainError, NotFound } from '../domain/errors.ts';
import { lastCodeChange, listCodeChanges } from '../history/index.ts';
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
import { compareStates } from './compare.ts';
import { nameForm, readForm } from './forms.ts';
import { typedText } from './pages.tsx';
import { codesAt } from './past.ts';
import { changedForReader, countUnread, markRead, readingOf } from './read-rules.ts';
import { listVersions, nameVersion, unnameVersion } from './versions.ts';

const BOOK = '/projects/:projectId/codebook';

/** Changes on one page of the history. */
const PAGE = 50;

/** Pages of the codebook's history, of its named states and of what lies between two of them. */
export const versionRoutes = new Hono<Env>();

versionRoutes.get(`${BOOK}/history`, (c) => historyPage(c));

versionRoutes.post(`${BOOK}/history`, async (c) => {
  const form = await parseForm(c, nameForm);
  const seq = numberOf(typedText(form.typed, 'at'));
  const again = (errors: FieldErrors, status: 409 | 422) => {
    const refused = { name: typedText(form.typed, 'name'), errors };
    return seq === null ? historyPage(c, refused, status) : pastPage(c, seq, refused, status);
  };
  if (!form.ok) return again(form.errors, 422);
  try {
    const done = await nameVersion(c.get('ctx'), form.value.name, seq);
    flashDone(c, done.changeId);
    const { id: projectId } = c.get('project');
    const back = seq === null ? codebookHref(projectId, '/history') : pastHref(projectId, seq);
    return c.redirect(back, 303);
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof NotFound) throw error;
    return again(fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
});

versionRoutes.post(`${BOOK}/versions/:versionId{[0-9]+}/delete`, async (c) => {
  const done = await unnameVersion(c.get('ctx'), Number(c.req.param('versionId')));
  flashDone(c, done.changeId);
  return c.redirect(pastHref(c.get('project').id, done.value.seq), 303);
});

versionRoutes.get(`${BOOK}/past`, async (c) => {
  const { db, projectId } = c.get('ctx');
  const asked = c.req.query('at');
  return pastPage(c, asked === undefined ? await lastCodeChange(db, projectId) : stateOf(asked));
});

versionRoutes.get(`${BOOK}/changed`, async (c) => {
  const ctx = c.get('ctx');
  const reading = await readingOf(ctx);
  const seq = await lastCodeChange(ctx.db, ctx.projectId);
  const from = Math.min(reading?.seq ?? 0, seq);
  return page(
    c,
    <ChangedPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      readAt={reading?.at ?? null}
      seq={seq}
      unread={await countUnread(ctx, reading)}
      view={await changedForReader(ctx, from, seq)}
      withdrawn={await countWithdrawn(ctx)}
    />,
  );
});

versionRoutes.post(`${BOOK}/read`, async (c) => {
  const form = await parseForm(c, readForm);
  if (!form.ok) throw new NotFound('codebook.noState');
  const done = await markRead(c.get('ctx'), form.value.at);
  flashDone(c, done.changeId);
  return c.redirect(codebookHref(c.get('project').id), 303);
});

versionRoutes.get(`${BOOK}/compare`, async (c) => {
  const ctx = c.get('ctx');
  const now = await lastCodeChange(ctx.db, ctx.projectId);
  const asked = c.req.query('to') ?? 'now';
  const [from, to] = [stateOf(c.req.query('from') ?? '0'), asked === 'now' ? null : stateOf(asked)];
  // Asked for the wrong way round, it is still told forwards.
  const isBack = to !== null && to < from;
  const [earlier, later] = isBack ? [to, from] : [from, to];
  return page(
    c,
    <ComparePage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      versions={await listVersions(ctx)}
      from={earlier}
      to={later}
      withdrawn={await countWithdrawn(ctx)}
      view={await compareStates(ctx, Math.min(earlier, later ?? now), later ?? now)}
    />,
  );
});

interface Refused {
  name: string;
  errors: FieldErrors;
}

const NOTHING: Refused = { name: '', errors: {} };

async function historyPage(c: C, refused = NOTHING, status: 200 | 409 | 422 = 200) {
  const ctx = c.get('ctx');
  const before = numberOf(c.req.query('before')) ?? 0;
  const found = await listCodeChanges(ctx, {
    limit: PAGE + 1,
    beforeSeq: before > 0 ? before : undefined,
  });
  const entries = found.slice(0, PAGE);
  return page(
    c,
    <HistoryPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      versions={await listVersions(ctx)}
      entries={entries.map((one) => ({ ...one, sentence: c.get('t').sentenceOf(one) }))}
      older={found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null}
      isNewest={before <= 0}
      {...refused}
    />,
    status,
  );
}

async function pastPage(c: C, seq: number, refused = NOTHING, status: 200 | 409 | 422 = 200) {
  const ctx = c.get('ctx');
  const codes = await codesAt(ctx, seq);
  const [last] = await listCodeChanges(ctx, { limit: 1, beforeSeq: seq + 1 });
  const state = last?.seq ?? 0;
  return page(
    c,
    <PastPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      seq={state}
      codes={codes}
      change={last ? { ...last, sentence: c.get('t').sentenceOf(last) } : null}
      names={(await listVersions(ctx)).filter((version) => version.seq === state)}
      isNow={state === (await lastCodeChange(ctx.db, ctx.projectId))}
      {...refused}
    />,
    status,
  );
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/u.test(text) ? Number(text) : null;
}

/** @throws NotFound `codebook.noState` */
export function stateOf(text: string | undefined): number {
  const seq = numberOf(text);
  if (seq === null) throw new NotFound('codebook.noState');
  return seq;
}
