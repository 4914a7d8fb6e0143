import { Hono } from 'hono';
import { ComparePage } from '../../views/sample/ComparePage.tsx';
import { SamplePage } from '../../views/sample/SamplePage.tsx';
import { countWithdrawn, sayLeftOut } from '../consent/index.ts';
import { DomainError } from '../domain/errors.ts';
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
import { importPlan, keepPublished, savePlan } from './commands.ts';
import { rowsOf, targetsIn } from './forms.ts';
import { comparePublished, keptPublished, planCsv, samplePlan } from './queries.ts';
import { planLines, textOfTable } from './reading.ts';

export const sampleRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/sample';
const COMPARE = '/projects/:projectId/overview-table/compare';
const base = (c: C): string => `/projects/${c.get('project').id}`;

sampleRoutes.get(HOME, (c) => samplePage(c));

sampleRoutes.get(`${HOME}.csv`, async (c) => {
  const { rows } = await samplePlan(c.get('ctx'));
  await sayLeftOut(c);
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="sample-plan.csv"');
  return c.body(planCsv(rows));
});

sampleRoutes.post(HOME, async (c) => {
  const typed = await typedForm(c);
  try {
    const done = await savePlan(c.get('ctx'), targetsIn(typed));
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/sample`, 303);
  } catch (error) {
    return samplePage(c, { form: 'grid', typed, errors: fieldErrors(c, error) });
  }
});

sampleRoutes.post(`${HOME}/import`, async (c) => {
  const typed = await typedForm(c);
  try {
    const done = await importPlan(c.get('ctx'), planLines(await tableOf(c, typed)));
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/sample`, 303);
  } catch (error) {
    return samplePage(c, { form: 'import', typed, errors: fieldErrors(c, error) });
  }
});

sampleRoutes.get(COMPARE, (c) => comparePage(c, c.req.query('table')));

sampleRoutes.post('/projects/:projectId/overview-table/published', async (c) => {
  const typed = await typedForm(c);
  const rows = rowsOf.parse(typed['rows']);
  const to = `${base(c)}/overview-table/compare${rows === 'group' ? '' : `?rows=${rows}`}`;
  try {
    const text = await tableOf(c, typed);
    if (text.trim() !== '') await comparePublished(c.get('ctx'), rows, text, c.get('t').analysis);
    const done = await keepPublished(c.get('ctx'), rows, text);
    flashDone(c, done.changeId);
    return c.redirect(to, 303);
  } catch (error) {
    return comparePage(c, String(typed['table'] ?? ''), fieldErrors(c, error), rows);
  }
});

/** The file that was chosen, else what was pasted. */
async function tableOf(c: C, typed: Typed): Promise<string> {
  const { file } = await c.req.parseBody();
  return file instanceof File && file.size > 0
    ? textOfTable(new Uint8Array(await file.arrayBuffer()))
    : String(typed['table'] ?? '');
}

interface Failed {
  form: 'grid' | 'import';
  typed: Typed;
  errors: FieldErrors;
}

async function samplePage(c: C, failed: Failed | null = null) {
  return page(
    c,
    <SamplePage
      shell={await shellProps(c)}
      base={base(c)}
      {...await samplePlan(c.get('ctx'))}
      failed={failed}
    />,
    failed === null ? 200 : 422,
  );
}

async function comparePage(
  c: C,
  pasted: string | undefined,
  refused: FieldErrors = {},
  rows = rowsOf.parse(c.req.query('rows')),
) {
  const ctx = c.get('ctx');
  const kept = await keptPublished(ctx, rows);
  const table = pasted ?? kept;
  const { comparison, errors } = await compared(c, rows, table, refused);
  return page(
    c,
    <ComparePage
      shell={await shellProps(c)}
      base={base(c)}
      rowsOf={rows}
      isKept={kept !== '' && table.trim() === kept}
      hasKept={kept !== ''}
      withdrawn={await countWithdrawn(ctx)}
      {...{ table, comparison, errors }}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function compared(
  c: C,
  rows: ReturnType<typeof rowsOf.parse>,
  table: string,
  errors: FieldErrors,
) {
  if (table.trim() === '' || Object.keys(errors).length > 0) return { comparison: null, errors };
  try {
    const words = c.get('t').analysis;
    return { comparison: await comparePublished(c.get('ctx'), rows, table, words), errors };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { comparison: null, errors: fieldErrors(c, error) };
  }
}
