import { Hono } from 'hono';
import { ComparePage } from '../../views/guide/ComparePage.tsx';
import { SheetPage } from '../../views/guide/SheetPage.tsx';
import { compareGuides } from '../domain/guide/index.ts';
import { flashDone, page, shellProps, type C, type Env } from '../http/index.ts';
import { asDraft, listQuestions } from './questions.ts';
import { newVersion, questionsOfVersion } from './versions.ts';

/** Versions of the guide, what changed between them, and the guide on paper. */
export const versionRoutes = new Hono<Env>();

const HOME = '/projects/:projectId/guide';
const base = (c: C): string => `/projects/${c.get('project').id}`;

versionRoutes.post(`${HOME}/versions`, async (c) => {
  const done = await newVersion(c.get('ctx'));
  flashDone(c, done.changeId);
  return c.redirect(`${base(c)}/guide`, 303);
});

versionRoutes.get(`${HOME}/compare`, async (c) => {
  const to = Number(c.req.query('to') ?? 1) || 1;
  const from = Number(c.req.query('from') ?? to - 1) || to;
  const [before, after] = await Promise.all(
    [from, to].map(async (version) =>
      (await questionsOfVersion(c.get('ctx'), version)).map((question) => ({
        ...asDraft(question),
        guid: question.guid,
      })),
    ),
  );
  return page(
    c,
    <ComparePage
      shell={await shellProps(c)}
      base={base(c)}
      {...{ from, to }}
      {...compareGuides(before ?? [], after ?? [])}
    />,
  );
});

versionRoutes.get(`${HOME}/sheet`, async (c) => {
  const questions = await listQuestions(c.get('ctx'));
  return page(
    c,
    <SheetPage
      shell={await shellProps(c)}
      base={base(c)}
      interview={null}
      questions={questions.map(({ for_whom: condition, ...question }) => ({
        ...question,
        condition,
      }))}
    />,
  );
});
