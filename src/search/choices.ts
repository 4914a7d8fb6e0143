import type { Choices } from '../../views/search/types.ts';
import { listCodes } from '../codebook/index.ts';
import { listQuestions } from '../guide/index.ts';
import { listClassifications } from '../respondents/index.ts';
import type { Reader } from './queries.ts';

/** Names offered of those who speak. */
const SPEAKERS = 300;

/** What a search can be narrowed to. */
export async function choicesOf(ctx: Reader): Promise<Choices> {
  const { groups, regions } = await listClassifications(ctx);
  const questions = await listQuestions(ctx);
  return {
    groups,
    regions,
    questions: questions.map(({ id, number, text }) => ({ id, name: `${number} ${text}` })),
    codes: (await listCodes(ctx)).map(({ id, path }) => ({ id, name: path })),
    speakers: await speakersOf(ctx),
  };
}

/** Those who speak in most sources first: as the texts write them, or by the respondent's reference where one is tied. */
async function speakersOf({ db, projectId }: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('speaker as p')
    .innerJoin('source as s', 's.id', 'p.source_id')
    .leftJoin('respondent as r', 'r.id', 'p.respondent_id')
    .select((eb) => [
      eb.fn.coalesce('r.reference', 'p.label').as('name'),
      eb.fn.countAll<number>().as('sources'),
    ])
    .where('s.project_id', '=', projectId)
    .groupBy('name')
    .orderBy('sources', 'desc')
    .orderBy('name')
    .limit(SPEAKERS)
    .execute();
  return rows.map(({ name }) => name);
}
