import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisCommands } from '../../../src/analysis/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { ensureLocalUser, listProjects } from '../../../src/projects/index.ts';
import { runCommand } from '../../../src/terminal/run.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { heatTable } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
/** Capacity, in interviews where money came up too: R-01's in I-01. */
let desks: number;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  const query = `of=${study.codes.capacity}&if=with.${study.codes.money}`;
  await t.post(`/projects/${t.ctx.projectId}/passages/queries`, { name: 'Desks', query });
  const row = await t.ctx.db.selectFrom('saved_query').select('id').executeTakeFirstOrThrow();
  desks = row.id;
});
afterAll(() => t.close());

const page = async (query: string) =>
  (await t.get(`/projects/${t.ctx.projectId}/themes?minCell=0&${query}`)).text();
const csv = async (query: string) => {
  const address = `/projects/${t.ctx.projectId}/themes.csv?minCell=0&show=count&${query}`;
  return (await (await t.get(address)).text()).trim().split(/\r?\n/u);
};

/** `table codes` as CSV, nothing hidden. */
async function earmark(...argv: string[]): Promise<{ stdout: string }> {
  const out: string[] = [];
  const options = ['table', 'codes', '--min-cell', '0', '--format', 'csv', ...argv];
  const code = await runCommand(analysisCommands, options, {
    stdout: (chunk) => void out.push(String(chunk)),
    stderr: (line) => void out.push(line),
    stdin: async () => Buffer.from(''),
    env: {},
    open: async () => ({ deps: t.deps, opened: { ...t.opened, close: async () => undefined } }),
    user: ensureLocalUser,
    projects: (deps, userId) => listProjects(deps.db, userId),
    context: contextFor,
  });
  expect(code, out.join('')).toBe(0);
  return { stdout: out.join('') };
}

describe('a saved query in the table of themes', () => {
  it('as a filter leaves its own passages, and of other codes those that share text with them', async () => {
    const lines = await csv(`count=passages&only=found.${desks}`);
    const of = (code: string) =>
      lines
        .find((line) => line.startsWith(code))
        ?.split(',')
        .slice(-1);
    // One passage is coded capacity and money; capacity elsewhere and money elsewhere are not among them.
    expect(of('Visibility > Capacity')).toEqual(['1']);
    expect(of('Visibility > Money')).toEqual(['1']);
    expect(of('Tripartism')).toEqual(['0']);
    expect(await page(`only=found.${desks}`)).toContain('passages found by the query Desks');
  });

  it('as a row is counted like a code, under the code it looks for, and opens its passages', async () => {
    const lines = await csv(`row=${desks}`);
    expect(lines.find((line) => line.startsWith('Visibility > Capacity > query “Desks”'))).toMatch(
      /,1$/u,
    );
    expect(lines.find((line) => line.startsWith('Visibility,'))).toMatch(/,4$/u);
    const open = await page(`row=${desks}&code=-${desks}`);
    expect(open).toContain('1 of 5 respondents, in 1 passage');
    expect(open).toContain('Two desks cannot be everywhere');
    expect(open).toContain('Visibility &gt; Capacity');
  });

  it('as a column has the respondents who said such a passage, and those who did not', async () => {
    const shown = heatTable(await page(`by=query-${desks}&show=count`));
    expect(shown.head.slice(1, 3).join('; ')).toContain('said no passage');
    const lines = await csv(`by=query-${desks}`);
    expect(lines.find((line) => line.startsWith('Visibility > Money'))).toMatch(/,1,0,1$/u);
    expect(lines.find((line) => line.startsWith('Visibility > Capacity'))).toMatch(/,1,2,3$/u);
    expect(await page(`by=query-${desks}`)).toContain('Themes by query “Desks”');
  });

  it('as what respondents are limited to leaves those who said such a passage', async () => {
    const lines = await csv(`only=query-${desks}.yes`);
    expect(lines.find((line) => line.startsWith('Visibility > Capacity'))).toMatch(/,1$/u);
    expect(await page(`only=query-${desks}.yes`)).toContain(
      'respondents who said a passage of the query “Desks”',
    );
  });

  it('is named by its name on the command line', async () => {
    const { stdout } = await earmark('--row', 'desks', '--by', 'Desks', '--only', 'found=DESKS');
    expect(stdout).toContain('Visibility > Capacity > query “Desks”,1,0,1');
  });

  it('that is gone limits a table to nothing, and cannot be a row or a column', async () => {
    const lines = await csv('count=passages&only=found.999');
    expect(lines.slice(1).every((line) => /,0$/u.test(line))).toBe(true);
    const base = `/projects/${t.ctx.projectId}/themes`;
    expect((await t.get(`${base}?row=999`)).status).toBe(404);
    expect((await t.get(`${base}?by=query-999`)).status).toBe(404);
  });
});
