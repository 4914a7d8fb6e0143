import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  codingsCsv,
  CodingsRefused,
  exportCodings,
  importCodings,
} from '../../../src/codings/index.ts';
import { readCsv } from '../../../src/domain/csv/read.ts';
import { toCsv, type CsvValue } from '../../../src/domain/csv/write.ts';
import { listChanges, sha256, undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import {
  aCode,
  aCoding,
  aGroup,
  anInterview,
  aRegion,
  aRespondent,
  aSource,
} from '../../factories/data.ts';

const TEXT = 'MS: 👍 What works?\n\nR-09: We do “good” things,\nand nobody hears.\n';
const QUOTE = '“good” things,\nand';
/** In code points: the thumb is one, though two code units. */
const START = [...TEXT.slice(0, TEXT.indexOf(QUOTE))].length;
const END = START + [...QUOTE].length;

let t: TestApp;
let source: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT, { name: 'I-07' });
  const theme = await aCode(t.ctx, 'Visibility');
  code = await aCode(t.ctx, 'Capacity', { parent_id: theme });
});
afterEach(() => t.close());

const HEADING = ['source', 'start', 'end', 'code', 'coder', 'memo', 'quote'];
const rowsOf = (csv: string) => {
  const reading = readCsv(csv);
  if (!reading.ok) throw new Error('no CSV');
  return reading.rows;
};
const bring = (rows: CsvValue[][], options = {}, heading = HEADING) =>
  importCodings(t.ctx, rowsOf(toCsv(heading, rows)), options);
const codings = () => t.ctx.db.selectFrom('coding').selectAll().orderBy('id').execute();
/** The problems of a table that must be refused whole. */
async function problems(...rows: CsvValue[][]): Promise<string[]> {
  const before = await listChanges(t.ctx);
  const refused = await bring(rows).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(CodingsRefused);
  expect(await codings()).toEqual([]);
  expect(await listChanges(t.ctx)).toEqual(before);
  return refused instanceof CodingsRefused
    ? refused.problems.map(({ line, column, code: what }) => `${line} ${column} ${what}`)
    : [];
}

describe('importing codings', () => {
  it('reads offsets as code points and stores code units, with the hash of the words', async () => {
    await bring([['I-07', START, END, 'Visibility > Capacity', '', '', QUOTE]]);
    const [coding] = await codings();
    expect(TEXT.slice(coding?.start, coding?.end)).toBe(QUOTE);
    expect(coding).toMatchObject({
      code_id: code,
      coder_id: t.userId,
      quote_sha256: sha256(QUOTE),
    });
  });
  it('is one recorded change, which undo takes back whole', async () => {
    const before = (await listChanges(t.ctx)).length;
    await bring([
      ['I-07', 0, 2, 'Capacity', 'Ada Kovač', 'first', ''],
      ['I-07', START, END, 'Capacity', 'Ada Kovač', '', ''],
    ]);
    expect(await listChanges(t.ctx)).toHaveLength(before + 1);
    await undoLast(t.ctx);
    expect(await codings()).toEqual([]);
  });
  it('finds sources by number or name, codes by number, path or a name only one has, in any case', async () => {
    await bring([
      [source, 0, 2, code, '', '', ''],
      ['I-07', 4, 5, 'visibility>CAPACITY', '', '', ''],
      ['I-07', 6, 8, 'capacity', '', '', ''],
    ]);
    expect((await codings()).map(({ code_id }) => code_id)).toEqual([code, code, code]);
  });
  it('makes coders that are named members of the project', async () => {
    await bring([['I-07', 0, 2, 'Capacity', 'Ada Kovač', 'Why so', '']]);
    const [row] = await exportCodings(t.ctx);
    expect(row).toMatchObject({ coder: 'Ada Kovač', memo: 'Why so' });
  });
  it('takes a quote whose line ends a spreadsheet has changed', async () => {
    const { value } = await bring([
      ['I-07', START, END, code, '', '', QUOTE.replace('\n', '\r\n')],
    ]);
    expect(value.codings).toBe(1);
  });
  it('says which lines repeat a coding, and makes none of them', async () => {
    await bring([['I-07', 0, 2, code, '', '', '']]);
    const { value } = await bring([
      ['I-07', 0, 2, code, '', '', ''],
      ['I-07', 4, 5, code, '', '', ''],
      ['I-07', 4, 5, code, '', '', ''],
    ]);
    expect(value.codings).toBe(1);
    expect(value.skipped.map(({ line, code: what }) => [line, what])).toEqual([
      [2, 'repeated'],
      [4, 'repeated'],
    ]);
  });
  it('with nothing new is no change', async () => {
    await bring([['I-07', 0, 2, code, '', '', '']]);
    const before = await listChanges(t.ctx);
    await bring([['I-07', 0, 2, code, '', '', '']]);
    expect(await listChanges(t.ctx)).toEqual(before);
  });
});

describe('a table with an error is refused whole, and each error names line and column', () => {
  it('a quote that is not what stands there', async () => {
    expect(await problems(['I-07', START + 1, END + 1, code, '', '', QUOTE])).toEqual([
      '2 quote quoteElsewhere',
    ]);
    expect(await problems(['I-07', START, END, code, '', '', 'never said'])).toEqual([
      '2 quote quoteNowhere',
    ]);
  });
  it('all wrong lines are told, not only the first', async () => {
    await aCode(t.ctx, 'Group', { is_codable: 0 });
    expect(
      await problems(
        ['I-07', 0, 2, code, '', '', ''],
        ['I-99', 0, 2, code, '', '', ''],
        ['I-07', 'x', 2, code, '', '', ''],
        ['I-07', 0, 9999, code, '', '', ''],
        ['I-07', 5, 2, code, '', '', ''],
        ['I-07', 2, 2, code, '', '', ''],
        ['I-07', 0, 2, 'Nothing', '', '', ''],
        ['I-07', 0, 2, 'Group', '', '', ''],
      ),
    ).toEqual([
      '3 source sourceUnknown',
      '4 start noOffset',
      '5 end beyondText',
      '6 end reversed',
      '7 end empty',
      '8 code codeUnknown',
      '9 code notCodable',
    ]);
  });
  it('names that more than one thing has', async () => {
    await aSource(t.ctx, TEXT, { name: 'I-07' });
    const other = await aCode(t.ctx, 'Other');
    await aCode(t.ctx, 'Capacity', { parent_id: other });
    expect(
      await problems(['I-07', 0, 2, code, '', '', ''], [source, 0, 2, 'Capacity', '', '', '']),
    ).toEqual(['2 source sourceAmbiguous', '3 code codeAmbiguous']);
  });
  it('a missing column, or no table at all', async () => {
    await expect(bring([['I-07', 0]], {}, ['source', 'start'])).rejects.toMatchObject({
      params: { problem: 'columnMissing', columns: 'end, code' },
    });
    await expect(importCodings(t.ctx, [])).rejects.toMatchObject({
      params: { problem: 'tableEmpty' },
    });
  });
  it('unless wrong lines are to be left out; then they are listed', async () => {
    const { value } = await bring(
      [
        ['I-07', 0, 2, code, '', '', ''],
        ['I-99', 0, 2, code, '', '', ''],
      ],
      { skipInvalid: true },
    );
    expect(value.codings).toBe(1);
    expect(value.skipped).toMatchObject([{ line: 3, code: 'sourceUnknown' }]);
  });
});

describe('exporting codings', () => {
  it('says whose words they are by reference and classification, never by name', async () => {
    const group = await aGroup(t.ctx, 'Workers');
    const region = await aRegion(t.ctx, 'Africa');
    const person = await aRespondent(t.ctx, {
      reference: 'R-09',
      group_id: group,
      region_id: region,
    });
    const interview = await anInterview(t.ctx, [person], { reference: 'I-08' });
    const text = await aSource(t.ctx, TEXT, { name: 'Second', interview_id: interview });
    await aCoding(t.ctx, { source: text, code, start: 0, end: 2 });
    const [row] = await exportCodings(t.ctx);
    expect(row).toMatchObject({
      source: 'Second',
      interview: 'I-08',
      respondents: 'R-09',
      group: 'Workers',
      region: 'Africa',
      code: 'Visibility > Capacity',
      start: 0,
      end: 2,
      quote: 'MS',
    });
  });
  it('says who speaks in the passage, and in which version of the text it stands', async () => {
    const code = await aCode(t.ctx, 'Heard');
    const text = await aSource(t.ctx, 'MS: And you?\nKB: Nobody hears.\nMS: Nobody?\n');
    await aCoding(t.ctx, { source: text, code, start: 4, end: 20 });
    await aCoding(t.ctx, { source: text, code, start: 17, end: 23 });
    const { text_sha256 } = await t.ctx.db
      .selectFrom('source')
      .select('text_sha256')
      .where('id', '=', text)
      .executeTakeFirstOrThrow();
    const rows = (await exportCodings(t.ctx)).filter((row) => row.source_id === text);
    expect(rows.map(({ speaker }) => speaker)).toEqual(['MS; KB', 'KB']);
    for (const row of rows) expect(text_sha256.startsWith(String(row.text_hash))).toBe(true);
  });
  it('imported again elsewhere, gives the same codings, whatever the text holds', async () => {
    const unit = fc.constantFrom('a', ' ', '\n', '👍', 'e\u0301', 'ש', ',', '"', '=', '-', '日');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, minLength: 8, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 }),
        async (text, cuts) => {
          const [here, there] = [await testApp(), await testApp()];
          try {
            const points = [...`x${text}`];
            for (const app of [here, there]) {
              await aSource(app.ctx, points.join(''), { name: 'T' });
              await aCode(app.ctx, '> odd \\ name');
            }
            const units = (at: number) => points.slice(0, at % (points.length + 1)).join('').length;
            for (const [a, b] of cuts) {
              const [start, end] = [units(a), units(b)].sort((x, y) => x - y) as [number, number];
              if (points.join('').slice(start, end).trim() === '') continue;
              await aCoding(here.ctx, { source: 1, code: 1, start, end }).catch(() => 0);
            }
            await importCodings(there.ctx, rowsOf(codingsCsv(await exportCodings(here.ctx))));
            const facts = async ({ ctx }: TestApp) =>
              (await exportCodings(ctx)).map(({ start, end, quote, code: path }) => ({
                start,
                end,
                quote,
                path,
              }));
            expect(await facts(there)).toEqual(await facts(here));
          } finally {
            await Promise.all([here.close(), there.close()]);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});
