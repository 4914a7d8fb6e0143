import { testApp } from '../factories/app.ts';
import { change } from '../../src/history/index.ts';
import { measure } from './measure.ts';
import { seeded } from './workload.ts';

/**
 * `npx tsx tests/bench/register.ts`: how long the register takes with 5,000 interviews of 3,000 respondents. Measured inside
 * the process, so that it is the server's own time. It asserts nothing.
 */
const INTERVIEWS = 5_000;
const RESPONDENTS = 3_000;
const PLACES = ['Genève', 'Nairobi', 'São Paulo', 'Bangkok', 'Lima', 'Beirut', 'Київ', ''];
const STATUSES = ['planned', 'done', 'transcribed', 'coded'] as const;

const t = await testApp();
try {
  await fill();
  const base = `/projects/${t.ctx.projectId}`;
  const pages: [what: string, path: string][] = [
    ['the list', '/interviews'],
    ['its last page', '/interviews?page=100'],
    ['by group, sorted by region', '/interviews?group=2&sort=region'],
    ['sorted by respondents', '/interviews?sort=respondents'],
    ['searched without accents', '/interviews?q=sao+paulo'],
    ['between two days', '/interviews?from=2014-01-01&to=2014-06-30'],
    ['a month of the calendar', '/interviews/calendar?month=2015-06'],
    ['a month far from the others', '/interviews/calendar?month=2030-06'],
    ['the form for a new one', '/interviews/new'],
    ['the overview', ''],
    ['the overview table', '/overview-table'],
  ];
  for (const [what, path] of pages) {
    const figure = await measure(what, 20, async () => {
      const answer = await t.get(base + path);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return (await answer.text()).length;
    });
    const { median, fastest, p95 } = figure;
    const ms = [median, fastest, p95].map((value) => value.toFixed(1).padStart(8)).join('');
    process.stdout.write(`${what.padEnd(32)}${ms}  ms (median, fastest, p95)\n`);
  }
} finally {
  await t.close();
}

async function fill(): Promise<void> {
  const { ctx } = t;
  const random = seeded(5);
  const some = (n: number): number => Math.floor(random() * n);
  const named = (name: string, n: number) => ({
    project_id: ctx.projectId,
    name,
    name_fold: name.toLowerCase(),
    position: n,
  });
  await change(ctx, { kind: 'test.made', entity: 'interview' }, async (w) => {
    const list = (word: string, n: number) =>
      Array.from({ length: n }, (_, i) => named(`${word} ${i + 1}`, i + 1));
    const groups = await w.insertMany('respondent_group', list('Group', 6));
    const regions = await w.insertMany('region', list('Region', 5));
    const interviewers = await w.insertMany(
      'interviewer',
      list('Interviewer', 12).map(({ position: _, ...row }) => ({ ...row, user_id: null })),
    );
    const at = (ids: readonly number[]): number => ids[some(ids.length)] ?? 0;
    const made = { guid: '', project_id: ctx.projectId, revision: 1, created_at: ctx.now() };
    const respondents = await w.insertMany(
      'respondent',
      Array.from({ length: RESPONDENTS }, (_, n) => ({
        ...made,
        guid: ctx.newGuid(),
        reference: `R-${n + 1}`,
        kind: 'person' as const,
        head_count: 1,
        group_id: at(groups),
        region_id: at(regions),
        role: `Rôle ${some(200)}`,
        organisation: `Organisation ${some(300)}`,
      })),
    );
    const interviews = await w.insertMany(
      'interview',
      Array.from({ length: INTERVIEWS }, (_, n) => ({
        ...made,
        guid: ctx.newGuid(),
        reference: `I-${n + 1}`,
        date: new Date(Date.UTC(2013, 0, 1 + some(1_500))).toISOString().slice(0, 10),
        end_date: null,
        kind: 'individual' as const,
        mode: 'in person' as const,
        location: PLACES[some(PLACES.length)] ?? '',
        language: 'English',
        status: STATUSES[some(STATUSES.length)] ?? 'done',
        consent: n % 100 === 0 ? ('withdrawn' as const) : ('given' as const),
        may_quote: '',
        notes: '',
        created_by: ctx.userId,
      })),
    );
    const joined = interviews.map((interview_id) => ({ interview_id, position: 1 }));
    await w.insertMany(
      'interview_respondent',
      joined.map((row) => ({ ...row, respondent_id: at(respondents) })),
    );
    await w.insertMany(
      'interview_interviewer',
      joined.map((row) => ({ ...row, interviewer_id: at(interviewers) })),
    );
  });
}
