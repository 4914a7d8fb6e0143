import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { runIn } from '../../cli/inprocess.ts';
import { hostileStudy } from './hostile.ts';
import { addressOf, isUnsafe, nameOf, routesOf } from './routes.ts';
import type { Study } from './study.ts';

/** Promise 14: what a spreadsheet would run as a formula reaches it as text, whatever writes the table. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=2+2',
  '\r=3+3',
  '=HYPERLINK("x")',
  '="a,b"',
];

let t: TestApp;
let study: Study;
beforeAll(async () => {
  t = await testApp();
  study = await hostileStudy(t, FORMULAS);
});
afterAll(() => t.close());

/** Cells as a spreadsheet sees them: quotes taken off, nothing else. */
function cellsOf(csv: string): string[] {
  return [...csv.matchAll(/(?:^|,|\r\n|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}

/** Numbers may begin with a sign. */
function formulasIn(csv: string): string[] {
  return cellsOf(csv).filter(
    (cell) => /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(\.\d+)?$/u.test(cell),
  );
}

describe('no cell of a table is a formula', () => {
  it('in any table that a page offers', async () => {
    const tables: string[] = [];
    for (const route of routesOf(t).filter((each) => !isUnsafe(each))) {
      const answer = await t.get(addressOf(route.path, study));
      if (!/text\/csv/u.test(answer.headers.get('content-type') ?? '')) continue;
      const csv = await answer.text();
      tables.push(nameOf(route));
      expect(formulasIn(csv), nameOf(route)).toEqual([]);
    }
    expect(tables.length).toBeGreaterThanOrEqual(4);
  });

  const offersCsv = COMMANDS.filter(
    ({ name, usage }) =>
      name.endsWith('export') || name.startsWith('table') || usage.includes('csv'),
  );
  it.each(offersCsv.map(({ name }) => name))(
    'in what “earmark %s --format csv” writes',
    async (name) => {
      const words = [...name.split(' '), '--format', 'csv', '--project', String(study.projectId)];
      if (name === 'table codes') words.push('--by', 'group');
      if (name === 'sources speakers') words.push(String(study.sourceId));
      const ran = await runIn(t, words);
      expect(ran.code, ran.stderr).toBe(0);
      expect(cellsOf(ran.stdout).length).toBeGreaterThan(2);
      expect(formulasIn(ran.stdout)).toEqual([]);
    },
  );

  it('and the test would see one', () => {
    expect(formulasIn('a,b\r\n"=1+1",-2\r\n@x,"\'=1"\r\n')).toEqual(['=1+1', '@x']);
  });
});
