import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeMemo } from '../../../src/codings/index.ts';
import { coderNamed } from '../../../src/projects/index.ts';
import { change } from '../../../src/history/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding, anInterview, aRespondent, aSource } from '../../factories/data.ts';

const TEXT = 'R-09: We travel a lot.\n\nR-10: Nobody hears of it.\n\nR-09: The website is old.\n';

let t: TestApp;
let source: number;
let theme: number;
let part: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT, { name: 'Talk' });
  theme = await aCode(t.ctx, 'Visibility');
  part = await aCode(t.ctx, 'Capacity', { parent_id: theme, colour: '#2b8a66' });
});
afterEach(() => t.close());

const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const open = async (query = ''): Promise<string> => {
  const answer = await t.get(`/projects/${t.ctx.projectId}/sources/${source}${query}`);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** The margin's entries that are shown, by coding. */
const shown = (html: string): number[] =>
  [...html.matchAll(/<li class="stripe [^>]*data-stripe="(\d+)"([^>]*)>/g)]
    .filter(([, , rest = '']) => !rest.includes(' hidden'))
    .map(([, id]) => Number(id));
const filterLine = (html: string): string =>
  /id="filter-says">([^<]*)</.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('a filter in the address', () => {
  it('paints what it asks for, says so, and leaves the text whole', async () => {
    const mine = await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    const { value: other } = await change(t.ctx, { kind: 'test.made', entity: 'user' }, (w) =>
      coderNamed(t.ctx, w, { name: 'Ana Kovač', initials: 'AK' }),
    );
    const theirs = await aCoding(
      t.ctx,
      { source, code: theme, ...at('We travel a lot') },
      { coder_id: other },
    );
    expect(shown(await open())).toEqual([theirs, mine]);
    const html = await open(`?under=${theme}&coder=me`);
    expect(shown(html)).toEqual([mine]);
    expect(filterLine(html)).toBe('1 of 2 codings shown: theme Visibility, only mine');
    expect(html).toContain('Nobody hears of it.');
    expect(shown(await open(`?coder=${other}`))).toEqual([theirs]);
    expect(shown(await open('?colour=3'))).toEqual([mine]);
  });

  it('lets turns that it does not ask for step back', async () => {
    await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    const quiet = (html: string): number => html.match(/class="turn is-quiet"/g)?.length ?? 0;
    const uncoded = await open('?uncoded=1');
    expect(quiet(uncoded)).toBe(1);
    expect(filterLine(uncoded)).toBe('2 of 3 turns shown: only uncoded');
    const speaker = await open('?speaker=R-10');
    expect(quiet(speaker)).toBe(2);
    expect(filterLine(speaker)).toBe('0 of 1 codings shown, in 1 of 3 turns: speaker R-10');
  });

  it('shows a coding that the address names, whatever is filtered', async () => {
    const named = await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    expect(shown(await open('?speaker=R-10'))).toEqual([]);
    expect(shown(await open(`?speaker=R-10&coding=${named}`))).toEqual([named]);
  });

  it('is kept by the links to a code’s rule and to a coding', async () => {
    const named = await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    const html = await open('?coder=me');
    expect(html).toContain(`href="?code=${part}&amp;coder=me#rule"`);
    expect(html).toContain(`href="?coding=${named}&amp;coder=me#coding-${named}"`);
  });

  it('of a code that is gone, or of nonsense, opens the text all the same', async () => {
    await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    expect(filterLine(await open('?under=4711'))).toContain('0 of 1 codings shown');
    expect(shown(await open('?under=x&colour=99&coder=0&uncoded=maybe'))).toHaveLength(1);
  });
});

describe('beside the text', () => {
  const rail = (html: string): string => /id="rail-left"[\s\S]*?<\/aside>/.exec(html)?.[0] ?? '';

  it('stand the memos on it and on its codings, and no one else’s', async () => {
    const coding = await aCoding(t.ctx, { source, code: part, ...at('We travel') });
    await writeMemo(t.ctx, coding, 'Is this capacity, or is it money?', null);
    const other = await aSource(t.ctx, TEXT, { name: 'Other talk' });
    const theirs = await aCoding(t.ctx, { source: other, code: part, ...at('We travel') });
    await writeMemo(t.ctx, theirs, 'Elsewhere.', null);
    const html = rail(await open());
    expect(html).toContain('Memos (1)');
    expect(html).toContain('Is this capacity, or is it money?');
    expect(html).toContain(`href="?coding=${coding}#coding-${coding}"`);
    expect(html).not.toContain('Elsewhere.');
  });

  it('stand other texts of the same people, but none whose consent was withdrawn', async () => {
    const person = await aRespondent(t.ctx, { reference: 'R-09' });
    const stranger = await aRespondent(t.ctx, { reference: 'R-10' });
    const [own, second, withdrawn, strange] = [
      await anInterview(t.ctx, [person]),
      await anInterview(t.ctx, [person, stranger], { reference: 'I-77' }),
      await anInterview(t.ctx, [person], { consent: 'withdrawn' }),
      await anInterview(t.ctx, [stranger]),
    ];
    source = await aSource(t.ctx, TEXT, { name: 'Talk 1', interview_id: own });
    await aSource(t.ctx, TEXT, { name: 'Notes', interview_id: own });
    await aSource(t.ctx, TEXT, { name: 'Second talk', interview_id: second });
    await aSource(t.ctx, TEXT, { name: 'Taken back', interview_id: withdrawn });
    await aSource(t.ctx, TEXT, { name: 'A stranger’s', interview_id: strange });
    const html = rail(await open());
    expect(html).toContain('Other texts of theirs (2)');
    expect(html).toContain('>Notes</a>');
    expect(html).toContain('>Second talk</a>');
    expect(html).toContain('Interview I-77');
    const list = html.slice(0, html.indexOf('beside-ways'));
    expect(list).not.toContain('Taken back');
    expect(list).not.toContain('A stranger’s');
  });

  it('lead the texts before and after it in the list; at its ends there is none', async () => {
    const [first, last] = [
      await aSource(t.ctx, TEXT, { name: 'Talk' }),
      await aSource(t.ctx, TEXT, { name: 'Walk' }),
    ];
    const hrefs = (html: string) =>
      ['before', 'after'].map(
        (way) => new RegExp(`href="[^"]*/(\\d+)" id="source-${way}"`).exec(html)?.[1],
      );
    expect(hrefs(await open())).toEqual([undefined, String(first)]);
    source = first;
    expect(hrefs(await open())).toEqual([String(first - 1), String(last)]);
    source = last;
    expect(hrefs(await open())).toEqual([String(first), undefined]);
  });
});
