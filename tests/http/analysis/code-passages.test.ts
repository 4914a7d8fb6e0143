import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renameCode } from '../../../src/codebook/commands.ts';
import { addCodeMemo } from '../../../src/codebook/memos.ts';
import { markForReport } from '../../../src/codings/commands-coding.ts';
import { undo } from '../../../src/history/index.ts';
import { changeSettings, getSettings } from '../../../src/projects/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, aSource } from '../../factories/data.ts';
import { attribute, elements, wordsOf } from './reading.ts';
import { aSmallStudy, type SmallStudy } from './study.ts';

let t: TestApp;
let study: SmallStudy;
let book: string;
beforeAll(async () => {
  t = await testApp();
  study = await aSmallStudy(t.ctx);
  book = `/projects/${t.ctx.projectId}/codebook`;
  await protect(0);
});
afterAll(() => t.close());

const piece = async (path: string) =>
  (await t.get(`${book}/${path}`, { 'hx-request': 'true' })).text();

async function protect(min_cell: number) {
  const { name, description, date_order, revision } = await getSettings(t.ctx);
  const settings = { name, description, date_order, min_cell, counts_debriefs: 0 as const };
  await changeSettings(t.ctx, settings, revision);
}

/** Sources of the passages listed, in their order. */
const listed = (html: string): string[] =>
  elements(html, ({ attrs }) => attrs.some(({ value }) => value === 'evidence-source')).map(
    (line) => wordsOf(line).split(' · ')[0] ?? '',
  );

describe('the passages of a code', () => {
  it('stand by source and place, debriefs and documents too, each linked to its place', async () => {
    const { capacity, tripartism } = study.codes;
    const html = await piece(`${capacity}/passages`);
    expect(listed(html)).toEqual([
      'I-01 transcript',
      'I-02 transcript',
      'I-03 transcript',
      'Project paper',
    ]);
    expect(html).toContain('4 passages.');
    expect(html).toMatch(new RegExp(`/sources/${study.sources.s1}\\?at=\\d+-\\d+"`, 'u'));
    expect(listed(await piece(`${tripartism}/passages`))).toContain('I-06 transcript');
  });

  it('can be limited by group, region, source, coder and what is for the report', async () => {
    const { capacity } = study.codes;
    const of = async (query: string) => listed(await piece(`${capacity}/passages?${query}`));
    expect(await of(`group=${study.groups.governments}`)).toEqual(['I-03 transcript']);
    expect(await of(`region=${study.regions.africa}`)).toEqual([
      'I-01 transcript',
      'I-02 transcript',
    ]);
    expect(await of(`source=${study.sources.document}`)).toEqual(['Project paper']);
    expect(await of(`coder=${t.ctx.userId}&source=${study.sources.s2}`)).toHaveLength(1);
    expect(await of('report=1')).toEqual([]);
    const [row] = await t.ctx.db
      .selectFrom('coding')
      .select('id')
      .where('source_id', '=', study.sources.s2)
      .execute();
    await markForReport(t.ctx, row?.id ?? 0, true);
    expect(await of('report=1')).toEqual(['I-02 transcript']);
  });

  it('leave sub-codes out when asked to, and keep the choice in the form', async () => {
    const html = await piece(`${study.codes.visibility}/passages?own=1`);
    expect(listed(html)).toEqual(['I-05 transcript']);
    expect(html).toContain('<input type="hidden" name="own" value="1"/>');
  });

  it('are not listed by group or region where too few respondents stand behind them', async () => {
    await protect(5);
    const { capacity } = study.codes;
    const html = await piece(`${capacity}/passages?group=${study.groups.workers}`);
    expect(listed(html)).toEqual([]);
    expect(html).toContain('These passages are not listed');
    expect(listed(await piece(`${capacity}/passages`))).toHaveLength(4);
    await protect(0);
  });

  it('come in pages, whose links lead to the code’s page', async () => {
    const code = await aCode(t.ctx, 'Long');
    const source = await aSource(t.ctx, 'word '.repeat(30), { name: 'Long paper' });
    for (let at = 0; at < 11; at += 1)
      await aCoding(t.ctx, { source, code, start: at * 5, end: at * 5 + 4 });
    const first = await piece(`${code}/passages`);
    expect(listed(first)).toHaveLength(10);
    const next = elements(
      first,
      (link) => attribute(link, 'href') === `${book}/${code}?page=2#passages`,
    );
    expect(next).toHaveLength(1);
    expect(listed(await piece(`${code}/passages?page=2`))).toHaveLength(1);
  });
});

describe('the codes it appears with', () => {
  it('are those whose passages share words with its own, each with the way to what they share', async () => {
    const { capacity, money } = study.codes;
    const html = await piece(`${capacity}/together`);
    const [row] = elements(html, ({ tagName }) => tagName === 'tbody');
    expect(row && wordsOf(row)).toMatch(/Visibility > Money ?1 ?0\.22/u);
    expect(html).toContain(`/analysis/cooccurrence/passages?a=${capacity}&amp;b=${money}"`);
  });

  it('are not shown where too few respondents stand behind the number', async () => {
    await protect(5);
    const html = await piece(`${study.codes.capacity}/together`);
    expect(html).not.toContain('Money');
    expect(html).toContain('1 code is not shown');
    await protect(0);
  });
});

describe('the history of a code', () => {
  it('lists what was done to it and its memos, and each can be undone', async () => {
    const { money, capacity } = study.codes;
    const { changeId } = await renameCode(t.ctx, money, 'Funds');
    await addCodeMemo(t.ctx, money, 'Or is it capacity?');
    const html = await piece(`${money}/changes`);
    expect(html).toContain('Funds');
    expect(html).toContain(`/changes/${changeId}/undo`);
    expect(html).not.toContain('Or is it capacity?');
    expect(await piece(`${capacity}/changes`)).not.toContain('Funds');
    await undo(t.ctx, changeId ?? 0);
    expect(await piece(`${money}/changes`)).not.toContain(`/changes/${changeId}/undo`);
  });
});
