import type { Ctx } from '../deps.ts';
import { fits } from '../domain/guide/index.ts';
import { listAnswers } from '../guide/index.ts';
import { listClassifications } from '../respondents/index.ts';
import { getInterview, sourcesOf } from './queries.ts';

type Reader = Pick<Ctx, 'db' | 'projectId'>;

/** An interview as every page about it shows it: facts, people, questions with answers, how many were asked, sources. */
export async function interviewShown(ctx: Reader, id: number) {
  const interview = await getInterview(ctx, id);
  const [answers, sources, { groups, regions }] = await Promise.all([
    listAnswers(ctx, id),
    sourcesOf(ctx, id),
    listClassifications(ctx),
  ]);
  const respondents = interview.respondents.map((r) => ({
    group: r.group_name ?? '',
    region: r.region_name ?? '',
    role: r.role,
    organisation: r.organisation,
  }));
  const names = [...groups, ...regions].map(({ name }) => name);
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
