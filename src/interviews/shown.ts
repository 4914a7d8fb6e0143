import type { Ctx } from '../deps.ts';
import { fits } from '../domain/guide/index.ts';
import { listAnswers } from '../guide/index.ts';
import { listClassifications } from '../respondents/index.ts';
import { getInterview, sourcesOf } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** An interview as every page about it shows it: facts, people, questions with answers, how many were asked, sources. */
export async function interviewShown(ctx: Reader, id: number) {
  const interview = await getInterview(ctx, id);
  const [answers, sources, { groups, regions, variables }, values] = await Promise.all([
    listAnswers(ctx, id),
    sourcesOf(ctx, id),
    listClassifications(ctx),
    valuesOf(
      ctx,
      interview.respondents.map((r) => r.id),
    ),
  ]);
  const respondents = interview.respondents.map((r) => ({
    group: r.group_name ?? '',
    region: r.region_name ?? '',
    role: r.role,
    organisation: r.organisation,
    values: values.get(r.id) ?? {},
  }));
  const names = [...groups, ...regions, ...variables].map(({ name }) => name);
  const all = answers.map(({ question, answer }) => {
    const fit = fits(question.for_whom, respondents, names);
    const isTouched = answer.state !== null || answer.notes !== '';
    return {
      question,
      answer,
      condition: fit === 'yes' ? '' : question.for_whom,
      isForOthers: fit === 'no' && !isTouched,
    };
  });
  const questions = all.filter(({ isForOthers }) => !isForOthers);
  return { interview, all, questions, asked: askedOf(all), sources };
}

export function askedOf(all: readonly { answer: { state: string | null } }[]): number {
  return all.filter(({ answer }) => answer.state === 'asked').length;
}

/** What is known of respondents under the project's variables, by name. */
async function valuesOf(
  { db }: Reader,
  respondents: readonly number[],
): Promise<Map<number, Record<string, string>>> {
  const found = new Map<number, Record<string, string>>();
  if (respondents.length === 0) return found;
  const rows = await db
    .selectFrom('respondent_value as v')
    .innerJoin('variable', 'variable.id', 'v.variable_id')
    .select(['v.respondent_id', 'variable.name', 'v.value'])
    .where('v.respondent_id', 'in', respondents)
    .execute();
  for (const { respondent_id: id, name, value } of rows)
    found.set(id, { ...found.get(id), [name]: value });
  return found;
}
