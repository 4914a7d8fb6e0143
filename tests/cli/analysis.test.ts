import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisCommands } from '../../src/analysis/index.ts';
import { contextFor } from '../../src/http/index.ts';
import { ensureLocalUser, listProjects } from '../../src/projects/index.ts';
import { change } from '../../src/history/index.ts';
import { runCommand } from '../../src/terminal/run.ts';
import { testApp, type TestApp } from '../factories/app.ts';
import { aSmallStudy, type SmallStudy } from '../http/analysis/study.ts';

let t: TestApp;
let study: SmallStudy;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  await aVariable();
});
afterAll(() => t.close());

/** Gender of. */
async function aVariable() {
  const { ctx } = t;
  await change(ctx, { kind: 'test.made', entity: 'variable' }, async (w) => {
    const variable_id = await w.insert('variable', {
      project_id: ctx.projectId,
      name: 'Gender',
      name_fold: 'gender',
      type: 'list',
      options: '["woman","man"]',
      position: 1,
    });
    const says = (respondent_id: number, value: string) =>
      w.insert('respondent_value', { respondent_id, variable_id, value });
    await says(study.people.r1, 'woman');
    await says(study.people.r2, 'man');
  });
}

async function earmark(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(analysisCommands, argv, {
    stdout: (chunk) => void out.push(String(chunk)),
    stderr: (line) => void err.push(line),
    stdin: async () => Buffer.from(''),
    env: {},
    // The database stays open for the next command.
    open: async () => ({ deps: t.deps, opened: { ...t.opened, close: async () => undefined } }),
    user: ensureLocalUser,
    projects: (deps, userId) => listProjects(deps.db, userId),
    context: contextFor,
  });
  return { code, out: out.join(''), err: err.join('\n') };
}

const json = async (...argv: string[]): Promise<unknown> =>
  JSON.parse((await earmark(...argv)).out);

describe('earmark table codes', () => {
  it('counts respondents by group with columns, denominators, cells and totals', async () => {
    expect(await json('table', 'codes', '--by', 'group', '--min-cell', '0')).toEqual({
      unit: 'respondents',
      over: 'all',
      counted:
        'Counting respondents out of all who were interviewed, by group, in all words, with sub-codes. The whole study. No cell is hidden.',
      min_cell: 0,
      columns: [
        { label: 'Workers', denominator: 2 },
        { label: 'Governments', denominator: 3 },
      ],
      denominator: 5,
      withdrawn: 0,
      rows: [
        { code: 'Visibility', cells: [2, 2], total: 4 },
        { code: 'Visibility > Capacity', cells: [2, 1], total: 3 },
        { code: 'Visibility > Money', cells: [1, 0], total: 1 },
        { code: 'Tripartism', cells: [0, 1], total: 1 },
      ],
    });
  });

  it('counts by a variable named in any case, in the order of its options', async () => {
    const table = await json('table', 'codes', '--by', 'gender');
    expect(table).toMatchObject({
      columns: [
        { label: 'woman', denominator: 1 },
        { label: 'man', denominator: 1 },
        { label: 'not given', denominator: 3 },
      ],
    });
  });

  it('counts over those asked one question, by its number in the guide', async () => {
    const table = await json(
      'table',
      'codes',
      '--by',
      'region',
      '--over',
      'asked',
      '--question',
      '1',
    );
    expect(table).toMatchObject({
      over: 'asked',
      columns: [{ denominator: 1 }, { denominator: 2 }],
      denominator: 3,
    });
  });

  it('takes --own, --count and by source', async () => {
    const table = await json(
      ...['table', 'codes', '--by', 'source', '--count', 'passages', '--own', '--min-cell', '0'],
    );
    expect(table).toMatchObject({
      unit: 'passages',
      rows: [{ code: 'Visibility', total: 1 }, {}, {}, {}],
    });
  });

  it('hides by the project’s minimum, a hidden cell being null; --min-cell 0 hides nothing and says so', async () => {
    const { out, err } = await earmark('table', 'codes', '--by', 'group');
    expect(JSON.parse(out)).toMatchObject({
      min_cell: 5,
      rows: [{ cells: [null, null], total: null }, {}, {}, {}],
    });
    expect(err).toBe('');
    const open = await earmark('table', 'codes', '--by', 'group', '--min-cell', '0');
    expect(JSON.parse(open.out)).toMatchObject({ rows: [{ cells: [2, 2], total: 4 }, {}, {}, {}] });
    expect(open.err).toContain('do not publish');
    const shared = await json('table', 'codes', '--min-cell', '0', '--to-share');
    expect(shared).toMatchObject({ min_cell: 5 });
  });

  it('writes CSV', async () => {
    const { out } = await earmark(
      ...['table', 'codes', '--by', 'group', '--min-cell', '0', '--format', 'csv'],
    );
    expect(out.split('\r\n').slice(0, 3)).toEqual([
      'code,Workers,Governments,total',
      'denominator,2,3,5',
      'Visibility,2,2,4',
    ]);
  });

  it.each([
    [
      ['--by', 'shoe size'],
      'Known are: group, region, location, interviewer, question, month, source, kind, Gender',
    ],
    [['--count', 'words'], '--count is one of: respondents, people, interviews, passages'],
    [['--min-cell', '1000'], 'whole number from 0 to 100'],
    [['--over', 'asked', '--question', '9'], 'Its questions are: 1, 2'],
  ])('refuses %j and says what there is', async (argv, sentence) => {
    const { code, out, err } = await earmark('table', 'codes', ...argv);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(sentence);
  });
});

describe('earmark table interviews', () => {
  it('counts interviews and people by group, debriefs and planned ones apart', async () => {
    // R-01 twice is one person; I-03 is of both groups; R-05 is six people.
    expect(await json('table', 'interviews')).toEqual({
      rows: [
        { label: 'Workers', interviews: 3, participants: 2 },
        { label: 'Governments', interviews: 3, participants: 8 },
      ],
      total: { interviews: 5, participants: 10 },
      debriefs: { interviews: 1, participants: 1 },
      not_held: 1,
      withdrawn: 0,
    });
  });

  it('counts by region and by location, those without one under "not given"', async () => {
    expect(await json('table', 'interviews', '--rows', 'region')).toMatchObject({
      rows: [
        { label: 'Africa', interviews: 3, participants: 2 },
        { label: 'Europe', interviews: 1, participants: 2 },
        { label: 'not given', interviews: 1, participants: 6 },
      ],
    });
    expect(await json('table', 'interviews', '--rows', 'location')).toMatchObject({
      rows: [
        { label: 'Bangkok', interviews: 3, participants: 4 },
        { label: 'Geneva', interviews: 1, participants: 1 },
        { label: 'not given', interviews: 1, participants: 6 },
      ],
    });
  });

  it('writes CSV with the total last', async () => {
    const { out } = await earmark('table', 'interviews', '--format', 'csv');
    expect(out).toBe(
      'group,interviews,participants\r\nWorkers,3,2\r\nGovernments,3,8\r\nTotal,5,10\r\n',
    );
  });

  it('refuses other rows', async () => {
    expect(await earmark('table', 'interviews', '--rows', 'colour')).toMatchObject({
      code: 1,
      err: '--rows is one of: group, region, location.',
    });
  });
});
