import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/history/index.ts';
import { correctText, readText } from '../../../src/sources/index.ts';
import { check } from '../../../src/upkeep/index.ts';
import { doSegmentsCover } from '../../../src/upkeep/texts.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aSource } from '../../factories/data.ts';

const TEXT = 'MT: Who is seen here?\n\nR-01: The others 👍, mostly.';

let t: TestApp;
beforeEach(async () => {
  t = await testApp();
  const source = await aSource(t.ctx, TEXT);
  const code = await aCode(t.ctx, 'Visibility');
  await aCoding(t.ctx, { source, code, start: 29, end: 39 });
});
afterEach(() => t.close());

const problems = () => check({ opened: t.opened, dataDir: t.deps.dataDir });
const kinds = async () => (await problems()).map(({ kind }) => kind);

describe('earmark check', () => {
  it('finds nothing in what the program wrote', async () => {
    expect(await problems()).toEqual([]);
  });

  const damage: [string, string, string][] = [
    ['a text altered', `update source_text set text = replace(text, 'others', 'Others')`, 'text'],
    ['the length of a text altered', 'update source set length = length + 1', 'textFacts'],
    ['a coding moved by one', 'update coding set start = start + 1', 'codingText'],
    [
      'a coding that splits an emoji',
      `update coding set end = 41, quote_sha256 = '${sha256('The others \uD83D')}'`,
      'codingSplits',
    ],
    [
      'a coding past the end',
      'drop trigger coding_inside_text_1; update coding set end = 999',
      'codingOutside',
    ],
    [
      'a coding that points to no code',
      'pragma foreign_keys = off; delete from code',
      'foreignKey',
    ],
    ['a segment missing', 'delete from segment where position = 1', 'segments'],
    ['a change rewritten', `update change set detail = '{}'`, 'chain'],
    ['the last change cut off', 'delete from change where seq = 4', 'chain'],
    [
      'an original that is not there',
      `update source set original_sha256 = '${sha256('gone')}'`,
      'originalMissing',
    ],
  ];
  it.each(damage)('finds %s', async (_what, statement, kind) => {
    t.opened.sqlite.exec(statement);
    expect(await kinds()).toContain(kind);
  });

  it('finds an original that was altered', async () => {
    const name = sha256('as it came');
    mkdirSync(join(t.deps.dataDir, 'originals'));
    writeFileSync(join(t.deps.dataDir, 'originals', name), 'altered');
    t.opened.sqlite.exec(`update source set original_sha256 = '${name}'`);
    expect(await kinds()).toEqual(['originalChanged']);
  });

  describe('of a lost coding', () => {
    beforeEach(async () => {
      const { text, sha256: mark } = await readText(t.ctx, 1);
      const start = text.indexOf('The others');
      const seen = { sha256: mark, start, end: text.length };
      await correctText(t.ctx, 1, seen, '');
    });

    it('finds nothing in what the program wrote', async () => {
      expect(await t.ctx.db.selectFrom('lost_coding').select('id').execute()).toHaveLength(1);
      expect(await problems()).toEqual([]);
    });

    it.each([
      ['a place moved by one', 'update lost_coding set start = start + 1', 'lostText'],
      ['a place past the end', 'update lost_coding set "end" = 999', 'lostText'],
      ['a version that is not there', 'update lost_coding set version = 9', 'lostText'],
      [
        'words altered, and their hash with them',
        `update source_text set text = replace(text, 'The others', 'The Others'), sha256 = 'x' where version = 1`,
        'lostText',
      ],
      [
        'another project',
        `pragma foreign_keys = off; update lost_coding set project_id = 99`,
        'lostElsewhere',
      ],
    ])('finds %s, and names it', async (_what, statement, kind) => {
      t.opened.sqlite.exec(statement);
      const found = (await problems()).find((problem) => problem.kind === kind);
      expect(found?.params).toMatchObject({ lost: 1, source: 1 });
    });
  });

  it('never repeats words that people said', async () => {
    t.opened.sqlite.exec('update coding set start = start + 1');
    expect(JSON.stringify(await problems())).not.toMatch(/others|mostly/u);
  });
});

describe('segments cover a text', () => {
  it('when only white space lies between them', () => {
    const spans = [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ];
    expect(doSegmentsCover(spans, 'ab\n\ncd\n')).toBe(true);
    expect(doSegmentsCover(spans, 'ab\nxcd\n')).toBe(false);
    expect(doSegmentsCover(spans, 'ab\n\ncd\nx')).toBe(false);
  });

  it('when none overlaps another or leaves the text', () => {
    expect(
      doSegmentsCover(
        [
          { start: 0, end: 3 },
          { start: 2, end: 4 },
        ],
        'abcd',
      ),
    ).toBe(false);
    expect(doSegmentsCover([{ start: 0, end: 5 }], 'abcd')).toBe(false);
  });
});
