import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '../../../src/history/index.ts';
import { printAsked } from '../../../src/domain/crosstab/asked.ts';
import { readCsv } from '../../../src/domain/csv/read.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { attribute, elements, wordsOf } from '../analysis/reading.ts';
import { aSmallStudy, type SmallStudy } from '../analysis/study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  await standsUnder(study.sources.s1, study.questions.one, 'We have eight months');
});
afterAll(() => t.close());

/** Puts the turn with these words under a question. */
async function standsUnder(source: number, question: number, words: string) {
  const text = await t.ctx.db
    .selectFrom('source_text')
    .select('text')
    .where('source_id', '=', source)
    .executeTakeFirstOrThrow();
  const at = text.text.indexOf(words);
  await change(t.ctx, { kind: 'test.made', entity: 'segment' }, (w) =>
    w.trx
      .updateTable('segment')
      .set({ question_id: question })
      .where('source_id', '=', source)
      .where('start', '<=', at)
      .where('end', '>', at)
      .execute(),
  );
}

const address = (rest: string) => `/projects/${t.ctx.projectId}/analysis/question${rest}`;
const html = async (rest: string) => (await t.get(address(rest))).text();
const withClass = (page: string, name: string) =>
  elements(page, (element) => attribute(element, 'class').split(' ').includes(name)).map(wordsOf);

describe('all answers to a question', () => {
  it('count those asked or declining as asked, each once, and nobody else', async () => {
    // Asked in I-01, declined in I-03, not reached in I-04; were not asked.
    const page = await html(`?question=${study.questions.one}&minCell=0`);
    expect(withClass(page, 'lead')[0]).toBe(
      'n = 3 respondents asked, of whom 2 declined to answer. 2 more were interviewed and not asked.',
    );
    expect(withClass(page, 'answer')).toHaveLength(2);
  });

  it('show the words under the question with the codes on them, and lead to their place', async () => {
    const page = await html(`?question=${study.questions.one}&minCell=0`);
    const [answer] = withClass(page, 'answer');
    expect(answer).toContain('👍 We have eight months of it. Nobody plans on eight months.');
    expect(answer).toContain('Visibility > Money');
    expect(answer).not.toContain('Capacity');
    expect(page).toMatch(new RegExp(`sources/${study.sources.s1}\\?at=\\d+-\\d+"`, 'u'));
  });

  it('can be limited to part of the study, those of whom nothing is given too, and say so', async () => {
    const question = `question=${study.questions.one}&minCell=0`;
    const europe = await html(`?${question}&only=region.${study.regions.europe}`);
    expect(europe).toContain('Only region Europe.');
    expect(withClass(europe, 'lead')[0]).toContain('n = 2 respondents asked');
    const none = await html(`?${question}&only=region.`);
    expect(none).toContain('Only region not given.');
    expect(withClass(none, 'lead')[0]).toContain('n = 0 respondents asked');
  });

  it('cannot be chosen where the guide has no questions: the page says what to do first, and nothing else', async () => {
    const empty = await testApp();
    const answer = await empty.get(`/projects/${empty.ctx.projectId}/analysis/question`);
    const page = await answer.text();
    expect(page).toContain('The guide has no questions yet');
    const forms = (html: string) => withClass(html, 'count-form');
    expect(forms(page)).toEqual([]);
    expect(forms(await html(''))).toHaveLength(1);
    await empty.close();
  });

  it('come as CSV, a line for each interview', async () => {
    const read = readCsv(await html(`.csv?question=${study.questions.one}`));
    const rows = read.ok ? read.rows.map(({ cells }) => cells) : [];
    expect(rows.map(([interview, , people, , , state]) => [interview, people, state])).toEqual([
      ['interview', 'respondents', 'state'],
      ['I-01', 'R-01', 'asked'],
      ['I-03', 'R-02; R-03', 'declined'],
    ]);
  });

  it('print no number that few stand behind, and none that gives one back', () => {
    const asked = (asked: number, declined: number, interviewed: number) =>
      Object.values(printAsked({ asked, declined, interviewed }, 5));
    expect(asked(20, 5, 30)).toEqual([20, 5, 30]);
    expect(asked(20, 0, 20)).toEqual([20, 0, 20]);
    expect(asked(4, 0, 30)).toEqual([null, null, null]);
    expect(asked(20, 3, 30)).toEqual([20, null, 30]);
    // 5 declined would say that 3 answered; 22 interviewed that 2 were not asked.
    expect(asked(8, 5, 30)).toEqual([8, null, 30]);
    expect(asked(20, 5, 22)).toEqual([20, 5, null]);
  });
});
