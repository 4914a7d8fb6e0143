import { Hono } from 'hono';
import { MergePage } from '../../views/respondents/MergePage.tsx';
import { SplitPage } from '../../views/respondents/SplitPage.tsx';
import { Conflict, DomainError, Invalid } from '../domain/errors.ts';
import {
  fieldErrors,
  flashDone,
  page,
  parseForm,
  shellProps,
  type C,
  type Env,
  type FieldErrors,
  type Typed,
} from '../http/index.ts';
import { mergeForm, splitForm } from './forms.ts';
import { MERGED_FACTS, mergeQuestions, mergeRespondents, type MergedFact } from './merge.ts';
import { getRespondent, respondentReferenced } from './queries.ts';
import { splitRespondent } from './split.ts';

export const mergeRoutes = new Hono<Env>();

const ONE = '/projects/:projectId/respondents/:respondentId{[0-9]+}';
const base = (c: C): string => `/projects/${c.get('project').id}`;
const idOf = (c: C): number => Number(c.req.param('respondentId'));

mergeRoutes.get(`${ONE}/merge`, (c) => mergePage(c, { with: c.req.query('with') ?? '' }));

mergeRoutes.post(`${ONE}/merge`, async (c) => {
  const form = await parseForm(c, mergeForm);
  if (!form.ok) return mergePage(c, form.typed, form.errors, 422);
  try {
    const { other, seen_this, seen_other } = form.value;
    const done = await mergeRespondents(c.get('ctx'), idOf(c), {
      other,
      choices: choicesIn(form.typed),
      seen: { this: seen_this, other: seen_other },
    });
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/respondents/${idOf(c)}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return mergePage(c, form.typed, fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
});

/** Fields named `keep-<fact>`; a variable by its id. */
function choicesIn(typed: Typed): Map<MergedFact, 'this' | 'other'> {
  const choices = new Map<MergedFact, 'this' | 'other'>();
  for (const [name, value] of Object.entries(typed)) {
    const word = /^keep-(\w+)$/.exec(name)?.[1] ?? '';
    const fact = [...MERGED_FACTS, 'identity' as const].find((one) => one === word);
    const whose = value === 'other' ? 'other' : 'this';
    if (fact !== undefined) choices.set(fact, whose);
    else if (/^\d+$/.test(word)) choices.set(Number(word), whose);
  }
  return choices;
}

mergeRoutes.get(`${ONE}/split`, (c) => splitPage(c));

mergeRoutes.post(`${ONE}/split`, async (c) => {
  const form = await parseForm(c, splitForm);
  if (!form.ok) return splitPage(c, form.typed, form.errors, 422);
  try {
    const done = await splitRespondent(c.get('ctx'), idOf(c), {
      interviews: form.value.interview.map(Number),
      reference: form.value.reference,
    });
    flashDone(c, done.changeId);
    return c.redirect(`${base(c)}/respondents/${done.value.id}`, 303);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Invalid)) throw error;
    return splitPage(c, form.typed, fieldErrors(c, error), error instanceof Conflict ? 409 : 422);
  }
});

type Status = 200 | 409 | 422;

/** First which other one, then what to keep where the two differ. */
async function mergePage(
  c: C,
  typed: Typed,
  errors: FieldErrors = {},
  status: Status = 200,
): Promise<Response> {
  const ctx = c.get('ctx');
  const wanted = String(typed['with'] ?? '').trim();
  const { respondent } = await getRespondent(ctx, idOf(c));
  let [found, problems] = [null as Awaited<ReturnType<typeof mergeQuestions>> | null, errors];
  if (wanted !== '')
    try {
      const other = await respondentReferenced(ctx, wanted);
      if (other === respondent.id) throw new Invalid('respondents.mergeSelf', {}, 'with');
      found = await mergeQuestions(ctx, respondent.id, other);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems = { with: Object.values(fieldErrors(c, error))[0] ?? '' };
    }
  const isRefused = found === null && Object.keys(problems).length > 0 && status === 200;
  return page(
    c,
    <MergePage
      shell={await shellProps(c)}
      base={base(c)}
      respondent={respondent}
      found={found}
      typed={typed}
      errors={problems}
    />,
    isRefused ? 422 : status,
  );
}

async function splitPage(
  c: C,
  typed: Typed = {},
  errors: FieldErrors = {},
  status: Status = 200,
): Promise<Response> {
  const { respondent, interviews, aliases } = await getRespondent(c.get('ctx'), idOf(c));
  return page(
    c,
    <SplitPage
      shell={await shellProps(c)}
      base={base(c)}
      {...{ respondent, interviews, aliases, typed, errors }}
    />,
    status,
  );
}
