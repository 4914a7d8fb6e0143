import { Hono } from 'hono';
import { QuestionPage } from '../../views/patterns/QuestionPage.tsx';
import { choicesOf, minimumOf, panelOf } from '../analysis/index.ts';
import { csvFile } from '../consent/index.ts';
import { page, shellProps, type C, type Env } from '../http/index.ts';
import { getSettings } from '../projects/index.ts';
import { readPage } from './forms.ts';
import { answersCsv } from './question-csv.ts';
import { readAnswers, type QuestionChoices } from './question.ts';

export const questionRoutes = new Hono<Env>();

/** Answers on a page. */
const PAGE = 50;

const BASE = '/projects/:projectId/analysis/question';

questionRoutes.get(BASE, async (c) => {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const { choices, query } = await questionChoices(c);
  const at = readPage(query);
  const { facets, ...answers } = await readAnswers(ctx, choices, t.analysis, {
    page: at,
    size: PAGE,
  });
  return page(
    c,
    <QuestionPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      choices={{ questionId: answers.question?.id ?? null, filter: choices.filter }}
      panel={panelOf(t, facets, choices.filter)}
      {...answers}
      page={at}
      size={PAGE}
    />,
  );
});

questionRoutes.get(`${BASE}.csv`, async (c) => {
  const { choices } = await questionChoices(c);
  const { rows } = await readAnswers(c.get('ctx'), choices, c.get('t').analysis, null);
  return csvFile(c, 'answers', answersCsv(rows));
});

async function questionChoices(
  c: C,
): Promise<{ choices: QuestionChoices; query: URLSearchParams }> {
  const { choices, query } = await choicesOf(c);
  const { min_cell: minimum } = await getSettings(c.get('ctx'));
  const { filter, questions, minCell } = choices;
  return {
    choices: { questionId: questions[0] ?? null, filter, minCell: minimumOf(minCell, minimum) },
    query,
  };
}
