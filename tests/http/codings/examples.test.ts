import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeCode } from '../../../src/codebook/merge.ts';
import { removeCoding } from '../../../src/codings/index.ts';
import { change, sha256, undo, undoLast } from '../../../src/history/index.ts';
import { correctText } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';

/** Passages picked as examples of their code: a mark on the coding, never a copy of anybody's words. */

const TEXT = 'We have two desks and no driver. The rest is on paper.';
const WORDS = 'two desks and no driver';

let t: TestApp;
let code: number;
let source: number;
let other: number;
let interview: number;
let coding: number;
beforeEach(async () => {
  t = await testApp();
  code = await aCode(t.ctx, 'Capacity');
  interview = await anInterview(t.ctx, [await aRespondent(t.ctx)]);
  source = await aSource(t.ctx, TEXT, { name: 'I-01', interview_id: interview });
  other = await aSource(t.ctx, 'Another text.');
  coding = await aCoding(t.ctx, { source, code, start: 8, end: 31 });
});
afterEach(() => t.close());

const base = () => `/projects/${t.ctx.projectId}`;
const text = async (path: string, headers: Record<string, string> = {}) =>
  (await t.get(`${base()}${path}`, headers)).text();
const pick = (on: 'yes' | 'no', back = '') =>
  t.post(`${base()}/codings/${coding}/example`, { on, back });
/** The places where an example is read: the rule, the document, the rule beside a text. */
const places = () => [
  text(`/codebook/${code}`),
  text('/codebook/document'),
  text(`/sources/${other}/codes/${code}`, { 'hx-request': 'true' }),
];
const isShown = async () => (await Promise.all(places())).map((html) => html.includes(WORDS));

async function consent(value: 'withdrawn' | 'given') {
  await change(t.ctx, { kind: 'test.made', entity: 'interview' }, (w) =>
    w.update('interview', interview, { consent: value }),
  );
}

describe('a passage picked as an example', () => {
  it('stands in the rule, in the document and beside the text, until it is dropped or undone', async () => {
    expect(await text(`/codebook/${code}`)).not.toContain(WORDS);
    const answer = await pick('yes', `${base()}/codebook/${code}?own=1#passages`);
    expect(answer.headers.get('location')).toBe(`${base()}/codebook/${code}?own=1#passages`);
    expect(await isShown()).toEqual([true, true, true]);
    expect(await text(`/codebook/${code}/passages`)).toContain('No longer an example');
    expect(await text(`/codebook/${code}/changes`)).toContain('Picked a passage of I-01');
    await pick('no');
    expect((await isShown())[0]).toBe(false);
    await undoLast(t.ctx);
    expect((await isShown())[0]).toBe(true);
  });

  it('leads back only to a page of the codebook', async () => {
    const answer = await pick('yes', 'https://elsewhere.example/');
    expect(answer.headers.get('location')).toBe(`${base()}/codebook/${code}`);
  });

  it('is gone with consent, cannot be picked without it, and is there again when it is given', async () => {
    await pick('yes');
    await consent('withdrawn');
    expect(await isShown()).toEqual([false, false, false]);
    await pick('no');
    expect((await pick('yes')).status).toBe(404);
    await undoLast(t.ctx);
    await consent('given');
    expect(await isShown()).toEqual([true, true, true]);
  });

  it('is gone with its coding, and back with it', async () => {
    await pick('yes');
    const { changeId } = await removeCoding(t.ctx, coding);
    expect((await isShown())[0]).toBe(false);
    await undo(t.ctx, changeId ?? 0);
    expect((await isShown())[0]).toBe(true);
  });

  it('shows the words as the text has them now', async () => {
    await pick('yes');
    const at = { sha256: sha256(TEXT), start: 8, end: 17 };
    await correctText(t.ctx, source, at, 'ten desks');
    expect(await text(`/codebook/${code}`)).toContain('ten desks and no driver');
    expect((await isShown())[0]).toBe(false);
  });

  it('goes along when its code is merged into another', async () => {
    await pick('yes');
    const into = await aCode(t.ctx, 'Resources');
    await mergeCode(t.ctx, code, into);
    expect(await text(`/codebook/${into}`)).toContain(WORDS);
  });
});
