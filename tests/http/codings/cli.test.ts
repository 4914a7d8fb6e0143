import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codingCommands, EXPORT_COLUMNS } from '../../../src/codings/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { runCli } from '../../factories/cli.ts';
import { aCode, aSource } from '../../factories/data.ts';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
  await aSource(t.ctx, 'MS: 👍 What works?\n', { name: 'Talk' });
  await aCode(t.ctx, 'Capacity');
});
afterEach(() => t.close());

const run = (argv: string[], input = '') => runCli(t, codingCommands, argv, input);
const GOOD = 'source,start,end,code,quote\nTalk,6,16,Capacity,What works\n';

describe('codings on the command line', () => {
  it('imports a table and says how many codings it made', async () => {
    const ran = await run(['codings', 'import', '-'], GOOD);
    expect([ran.code, ran.json()]).toEqual([0, { codings: 1, skipped: [] }]);
  });
  it('refuses a wrong table with the line, the column and the place where the quote does stand', async () => {
    const ran = await run(['codings', 'import', '-'], GOOD.replace('6,16', '7,17'));
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/Line 2, quote: .*it stands at 6 to 16/);
    expect(ran.out).toBe('');
  });
  it('lists what it left out with --skip-invalid', async () => {
    const ran = await run(
      ['codings', 'import', '-', '--skip-invalid'],
      `${GOOD}Nowhere,0,1,Capacity,\n`,
    );
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({
      codings: 1,
      skipped: [{ line: 3, reason: expect.stringMatching(/Nowhere/) as string }],
    });
  });
  it('exports columns in their fixed order, and reads its own export again', async () => {
    await run(['codings', 'import', '-'], GOOD);
    const { out } = await run(['codings', 'export', '--format', 'csv']);
    expect(out.split('\r\n')[0]).toBe(EXPORT_COLUMNS.join(','));
    const again = await run(['codings', 'import', '-'], out);
    expect(again.json()).toMatchObject({ codings: 0, skipped: [{ line: 2 }] });
    expect(again.err).toContain('created_at');
    const [row] = (await run(['codings', 'export'])).json() as Record<string, unknown>[];
    expect(row).toMatchObject({
      source: 'Talk',
      code: 'Capacity',
      start: 6,
      end: 16,
      quote: 'What works',
    });
  });
});
