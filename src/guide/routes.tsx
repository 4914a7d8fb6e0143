import { Hono } from 'hono';
import type { z } from 'zod';
import { GuideImportPage } from '../../views/guide/GuideImportPage.tsx';
import { GuidePage } from '../../views/guide/GuidePage.tsx';
import { QuestionPage } from '../../views/guide/QuestionPage.tsx';
import { Conflict, DomainError, Invalid, NotFound } from '../domain/errors.ts';
import { forWhomOf, type Offered } from '../domain/guide/index.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
} from '../http/index.ts';
import type { FieldErrors, Typed } from '../http/index.ts';
import { listClassifications } from '../respondents/index.ts';
import { guideCsv, guideMarkdown } from './exchange.ts';
import { guideOfFile } from './file.ts';
import { questionForm } from './forms.ts';
import {
  addQuestion,
  asDraft,
  changeQuestion,
  importGuide,
  listQuestions,
  moveQuestion,
  removeQuestion,
} from './questions.ts';
import { refuseGuide } from './refusal.ts';
import { versionRoutes } from './version-routes.tsx';
import { listVersions, questionsOfVersion } from './versions.ts';

export const guideRoutes = new Hono<Env>();

guideRoutes.route('/', versionRoutes);

const HOME = '/projects/:projectId/guide';
const ONE = `${HOME}/:questionId{[0-9]+}`;
const base = (c: C): string => `/projects/${c.get('project').id}`;
const idOf = (c: C): number => Number(c.req.param('questionId'));

guideRoutes.get(HOME, (c) => guidePage(c));

guideRoutes.post(HOME, async (c) => {
  const form = await parseForm(c, questionForm);
  if (!form.ok) return guidePage(c, form.typed, form.errors, 422);
  try {
    const done = await addQuestion(c.get('ctx'), inputOf(form.value));
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/guide#question-${done.value}`, 303);
  } catch (error) {
    return guidePage(c, form.typed, fieldErrors(c, error), 422);
  }
});

guideRoutes.get(ONE, (c) => questionPage(c));

guideRoutes.post(ONE, async (c) => {
  const form = await parseForm(c, questionForm);
  if (!form.ok) return questionPage(c, form.typed, form.errors, 422);
  const { revision } = form.value;
  try {
    const done = await changeQuestion(c.get('ctx'), idOf(c), inputOf(form.value), revision);
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/guide#question-${idOf(c)}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return questionPage(
      c,
      form.typed,
      fieldErrors(c, error),
      error instanceof Conflict ? 409 : 422,
    );
  }
});

for (const [way, step] of [
  ['up', -1],
  ['down', 1],
] as const)
  guideRoutes.post(`${ONE}/${way}`, async (c) => {
    const done = await moveQuestion(c.get('ctx'), idOf(c), step);
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/guide#question-${idOf(c)}`, 303);
  });

guideRoutes.post(`${ONE}/remove`, async (c) => {
  const done = await removeQuestion(c.get('ctx'), idOf(c));
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/guide`, 303);
});

guideRoutes.get(`${HOME}/import`, (c) => importPage(c));

guideRoutes.post(`${HOME}/import`, async (c) => {
  const { file } = await c.req.parseBody();
  try {
    if (!(file instanceof File) || file.size === 0) throw new Invalid('guide.noFile', {}, 'file');
    const { reading } = await guideOfFile(new Uint8Array(await file.arrayBuffer()), file.name);
    refuseGuide(c.get('t'), reading, file.name);
    const drafts = reading.questions.map(({ line: _line, ...draft }) => draft);
    const done = await importGuide(c.get('ctx'), drafts);
    if (reading.warnings.length === 0) {
      flashDone(c, done.changeId);
      return c.redirect(`${base(c)}/guide`, 303);
    }
    return await importPage(c, { warnings: reading.warnings, counts: done.value });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return importPage(c, { error: Object.values(fieldErrors(c, error))[0] ?? '' }, 422);
  }
});

guideRoutes.get(`${HOME}/export.csv`, async (c) =>
  download(c, 'guide.csv', 'text/csv', guideCsv((await listQuestions(c.get('ctx'))).map(asDraft))),
);

guideRoutes.get(`${HOME}/export.md`, async (c) => {
  const questions = (await listQuestions(c.get('ctx'))).map(asDraft);
  const title = c.get('t').guide.markdownTitle;
  return download(c, 'guide.md', 'text/markdown', guideMarkdown(title, questions));
});

function download(c: C, name: string, type: string, text: string): Response {
  c.header('content-type', `${type}; charset=utf-8`);
  c.header('content-disposition', `attachment; filename="${name}"`);
  return c.body(text);
}

const inputOf = (form: z.infer<typeof questionForm>) => ({
  number: form.number,
  section: form.section,
  text: form.text,
  prompts: form.prompts,
  serves: form.serves,
  forWhom: forWhomOf({
    groups: form.for_group,
    regions: form.for_region,
    variable: form.for_variable,
    value: form.for_value,
    words: form.for,
  }),
});

/** The names that the form offers for whom a question is. */
async function offered(c: C): Promise<Offered> {
  const { groups, regions, variables } = await listClassifications(c.get('ctx'));
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return { groups: names(groups), regions: names(regions), variables: names(variables) };
}

type Status = 200 | 409 | 422;

async function guidePage(
  c: C,
  typed: Typed | null = null,
  errors: FieldErrors = {},
  status: Status = 200,
) {
  const ctx = c.get('ctx');
  const versions = await listVersions(ctx);
  const newest = versions[0]?.version ?? 1;
  const asked = Number(c.req.query('version'));
  const shown = Number.isSafeInteger(asked) && asked > 0 ? asked : newest;
  const questions =
    shown === newest ? await listQuestions(ctx) : await questionsOfVersion(ctx, shown);
  return page(
    c,
    <GuidePage
      shell={await shellProps(c)}
      base={base(c)}
      {...{ questions, versions, shown, typed, errors }}
      offered={await offered(c)}
    />,
    status,
  );
}

async function questionPage(
  c: C,
  typed: Typed | null = null,
  errors: FieldErrors = {},
  status: Status = 200,
) {
  const questions = await listQuestions(c.get('ctx'));
  const question = questions.find(({ id }) => id === idOf(c));
  if (!question) throw new NotFound('guide.noSuchQuestion');
  return page(
    c,
    <QuestionPage
      shell={await shellProps(c)}
      base={base(c)}
      {...{ question, typed, errors }}
      offered={await offered(c)}
    />,
    status,
  );
}

async function importPage(
  c: C,
  outcome: Omit<Parameters<typeof GuideImportPage>[0], 'shell' | 'base'> = {},
  status: Status = 200,
) {
  return page(
    c,
    <GuideImportPage shell={await shellProps(c)} base={base(c)} {...outcome} />,
    status,
  );
}
