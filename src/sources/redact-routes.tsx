import { Hono } from 'hono';
import { RedactPage } from '../../views/sources/RedactPage.tsx';
import { RedactPreviewPage } from '../../views/sources/RedactPreviewPage.tsx';
import { typedList, typedText } from '../../views/typed.ts';
import { Conflict, Forbidden, Invalid } from '../domain/errors.ts';
import type { Redaction } from '../domain/text/redaction.ts';
import {
  fieldErrors,
  flashDone,
  mayErase,
  maySeeIdentity,
  page,
  shellProps,
  typedForm,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { getSource } from './queries.ts';
import { offeredFor, planRedaction } from './redact-plan.ts';
import { checkRedactions, redactSource } from './redact.ts';

export const redactRoutes = new Hono<Env>();

const REDACT = '/projects/:projectId/sources/:sourceId{[0-9]+}/redact';
/** Words taken out at once. */
const MOST = 500;

const idOf = (c: C): number => Number(c.req.param('sourceId'));

redactRoutes.get(REDACT, (c) => choosePage(c));

redactRoutes.post(REDACT, async (c) => {
  mustErase(c);
  const ctx = c.get('ctx');
  const typed = await typedForm(c);
  const redactions = redactionsIn(typed);
  const anyCase = typedText(typed, 'any') === 'on';
  if (typedText(typed, 'do') !== 'redact') return previewPage(c, typed, redactions);
  try {
    const done = await redactSource(ctx, idOf(c), {
      sha256: typedText(typed, 'sha256'),
      redactions,
      anyCase,
      isConfirmed: typedText(typed, 'confirmed') === 'yes',
    });
    flashDone(c, done.changeId);
    return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    const status = error instanceof Conflict ? 409 : 422;
    return previewPage(c, typed, redactions, fieldErrors(c, error), status);
  }
});

/** The words chosen and written, each with what is to stand in its place. */
function redactionsIn(typed: Typed): Redaction[] {
  const written = typedText(typed, 'more').split('\n');
  const words = [...typedList(typed, 'word'), ...written].map((one) => one.trim());
  const common = typedText(typed, 'as') || '[name]';
  return [...new Set(words)]
    .filter((one) => one !== '')
    .slice(0, MOST)
    .map((one, n) => ({
      words: one,
      replacement: `as-${n}` in typed ? typedText(typed, `as-${n}`).trim() : common,
    }));
}

function mustErase(c: C): void {
  if (!mayErase(c.get('project').role)) throw new Forbidden('versions.mayNotRedact');
}

async function choosePage(
  c: C,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  mustErase(c);
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  return page(
    c,
    <RedactPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, typed, errors }}
      offered={await offeredFor(ctx, source.id, maySeeIdentity(c.get('project').role))}
    />,
    status,
  );
}

async function previewPage(
  c: C,
  typed: Typed,
  redactions: readonly Redaction[],
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const anyCase = typedText(typed, 'any') === 'on';
  const plan = await planRedaction(ctx, source, redactions, anyCase);
  const problem = status === 200 ? problemOf(redactions, plan) : null;
  if (redactions.length === 0 || problem?.code === 'versions.redactNothing')
    return choosePage(c, typed, problem ? fieldErrors(c, problem) : errors, 422);
  return page(
    c,
    <RedactPreviewPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      {...{ source, redactions, anyCase, plan }}
      errors={problem ? fieldErrors(c, problem) : errors}
    />,
    problem ? 422 : status,
  );
}

function problemOf(
  redactions: readonly Redaction[],
  { total, older }: Awaited<ReturnType<typeof planRedaction>>,
): Invalid | null {
  try {
    checkRedactions(redactions);
  } catch (error) {
    if (error instanceof Invalid) return error;
    throw error;
  }
  return total + older.length > 0 ? null : new Invalid('versions.redactNothing', {}, 'words');
}
