import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/domain/search/marks.ts';
import { termsOf } from '../../../src/domain/search/terms.ts';
import { undoLast } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aSource } from '../../factories/data.ts';
import { rawText } from '../../domain/text/texts.ts';

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}/search/code`;
});
afterEach(() => t.close());

const TEXT = 'MT: Visa?\n\nR-07: The visa came late. Another visa never came. Good.';

const preview = async (form: Record<string, string>): Promise<string> =>
  (await t.get(`${base}?${new URLSearchParams({ search: 'q=visa', ...form }).toString()}`)).text();

/** Ticks as the preview has them: those that are set, and all. */
function ticksIn(html: string): { ticked: string[]; all: string[] } {
  const boxes = [...html.matchAll(/<input type="checkbox" name="pick"[^>]*>/gu)].map(
    ([tag]) => tag,
  );
  const valueOf = (tag: string): string => /value="([^"]*)"/u.exec(tag)?.[1] ?? '';
  return {
    ticked: boxes.filter((tag) => /\bchecked\b/u.test(tag)).map(valueOf),
    all: boxes.map(valueOf),
  };
}

/** The passages coded, as the text reads. */
async function coded(text: string): Promise<string[]> {
  const rows = await t.ctx.db
    .selectFrom('coding')
    .select(['start', 'end'])
    .orderBy('source_id')
    .orderBy('start')
    .execute();
  return rows.map(({ start, end }) => text.slice(start, end));
}

describe('coding all hits', () => {
  it.each([
    ['word', ['Visa', 'visa', 'visa']],
    ['sentence', ['Visa?', 'The visa came late.', 'Another visa never came.']],
    ['paragraph', ['Visa?', 'The visa came late. Another visa never came. Good.']],
  ])('marks the %s, all as one change that one undo takes back', async (mark, expected) => {
    await aSource(t.ctx, TEXT);
    await aCode(t.ctx, 'Papers');
    const { ticked } = ticksIn(await preview({ code: 'papers', mark }));
    const form = { search: 'q=visa', code: 'Papers', mark, pick: ticked };
    const answer = await t.post(base, form);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/projects/${t.ctx.projectId}/search?q=visa`);
    expect(await coded(TEXT)).toEqual(expected);
    await undoLast(t.ctx);
    expect(await coded(TEXT)).toEqual([]);
  });

  it('codes what is ticked only, and done twice changes nothing', async () => {
    await aSource(t.ctx, TEXT);
    await aCode(t.ctx, 'Papers');
    const { ticked } = ticksIn(await preview({ code: 'Papers', mark: 'word' }));
    const form = { search: 'q=visa', code: 'Papers', mark: 'word', pick: ticked.slice(1) };
    await t.post(base, form);
    await t.post(base, form);
    expect(await coded(TEXT)).toEqual(['visa', 'visa']);
    const changes = await t.ctx.db
      .selectFrom('change')
      .select('detail')
      .where('kind', '=', 'codings.many')
      .execute();
    expect(changes.map(({ detail }) => JSON.parse(detail) as object)).toEqual([
      { code: 'Papers', count: 2 },
    ]);
  });

  it('tells apart what is coded already, and leaves it alone', async () => {
    const source = await aSource(t.ctx, TEXT);
    const code = await aCode(t.ctx, 'Papers');
    await aCoding(t.ctx, { source, code, start: 21, end: 25 });
    await aCoding(t.ctx, { source, code, start: 37, end: 60 });
    expect(TEXT.slice(21, 25)).toBe('visa');
    const html = await preview({ code: 'Papers', mark: 'word' });
    const { ticked, all } = ticksIn(html);
    expect([ticked.length, all.length]).toEqual([1, 3]);
    expect(html).toContain('1 passage to code “Papers”');
    expect(html).toContain('coded already');
    expect(html).toContain('in a passage coded already');
  });

  it('keeps to the search as it is narrowed down, and leaves out withdrawn interviews', async () => {
    await aCode(t.ctx, 'Papers');
    const interview = await anInterview(t.ctx, [], { consent: 'withdrawn' });
    await aSource(t.ctx, 'A visa withdrawn.', { interview_id: interview });
    const source = await aSource(t.ctx, 'A visa here.', { name: 'Here' });
    await aSource(t.ctx, 'A visa there.', { name: 'There' });
    const html = await preview({ code: 'Papers', mark: 'word', search: `q=visa&source=${source}` });
    expect(ticksIn(html).all).toHaveLength(1);
    expect(html).toContain('1 interview is left out');
    expect(ticksIn(await preview({ code: 'Papers', mark: 'word' })).all).toHaveLength(2);
  });

  it('offers 500 passages at once, and the next ones when those are coded', async () => {
    await aSource(t.ctx, Array.from({ length: 510 }, () => 'Visa.').join('\n\n'));
    await aCode(t.ctx, 'Papers');
    const first = await preview({ code: 'Papers', mark: 'paragraph' });
    expect(ticksIn(first).ticked).toHaveLength(500);
    expect(first).toContain('At most 500 passages are coded at once');
    await t.post(base, {
      search: 'q=visa',
      code: 'Papers',
      mark: 'paragraph',
      pick: ticksIn(first).ticked,
    });
    expect(ticksIn(await preview({ code: 'Papers', mark: 'paragraph' })).ticked).toHaveLength(10);
  });

  it.each([
    [{ code: 'Nothing' }, 'There is no code “Nothing”'],
    [{ code: '' }, 'Choose a code.'],
    [{ code: 'Gathers' }, 'Gathers'],
    [{ code: 'Papers', pick: '' }, 'No passage is ticked.'],
    [{ code: 'Papers', pick: '1.7.0.4' }, 'text was corrected'],
  ])('refuses %j with a sentence, and codes nothing', async (wrong, sentence) => {
    await aSource(t.ctx, TEXT);
    await aCode(t.ctx, 'Papers');
    await aCode(t.ctx, 'Gathers', { is_codable: 0 });
    const form = { search: 'q=visa', mark: 'word', pick: '1.1.0.4', ...wrong };
    const answer = await t.post(base, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect(await coded(TEXT)).toEqual([]);
  });
});

describe('what is marked', () => {
  it('holds every hit, lies in the text, and is in order without overlap', () => {
    fc.assert(
      fc.property(rawText, fc.constantFrom('word', 'sentence', 'paragraph'), (text, mark) => {
        const hits = termsOf(text).filter((_, n) => n % 3 === 0);
        const marks = marksOf(text, hits, mark as 'word', { wrapped: false });
        for (const { start, end } of hits)
          expect(marks.some((one) => one.start <= start && one.end >= end)).toBe(true);
        let reached = 0;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
