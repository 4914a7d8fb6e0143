import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/text/canonical.ts';
import { segmentText } from '../../src/domain/text/segments.ts';
import { boundaryAfter, boundaryBefore } from '../../src/domain/text/snap.ts';
import { trimSpan, type Span } from '../../src/domain/text/span.ts';
import { aCode, aSource } from '../factories/data.ts';
import { launchBrowser, openPage, startApp, type RunningApp } from './harness.ts';

/** A transcript with what breaks offsets: emoji of several parts, marks, right to left, soft hyphens, joiners, no spaces, markup. */
const TEXT = canonicalText(`MS: What works, and for whom? 👩🏽‍🌾 works.

R-09: We do good things 👍🏽 & nobody <b>hears</b> of them. Cafe\u0301 n\u0303 na\u00efve.
Second line of the same turn, 🇫🇷🇩🇪 flags.

MS: ولماذا؟ قل لي "لماذا" من فضلك.

R-10: שלום, עולם! אנחנו עושים דברים טובים (והרבה) 👨‍👩‍👧.

R-11: An orga\u00ADni\u00ADsa\u00ADtion, \u00ADhyphened at its ends\u00AD. می\u200Cخواهم و १क्\u200Dष ok.

R-09: 日本語は空白がない文です。次の文もあります。

# A heading, with "quotes"

R-11:   Leading blanks and	tabs, then the end.   `);

let browser: Browser;
let app: RunningApp;
let code: number;
beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), startApp()]);
  code = await aCode(app.ctx, 'Capacity', { key: '1' });
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

interface PageSpan extends Span {
  id: number;
  words: string[];
}

/** Selects from one offset to another as a reader would; written anew, so that it proves the page's own counting. */
function select(page: Page, span: Span): Promise<void> {
  return page.evaluate(({ start, end }) => {
    const placeOf = (offset: number): [Node, number] => {
      const turns = [...document.querySelectorAll<HTMLElement>('[data-body-start]')];
      const turn = turns.find(({ dataset }) => Number(dataset['end']) >= offset) ?? turns.at(-1);
      const words = turn?.querySelector('[data-text]');
      if (!turn || !words) throw new Error('no such place');
      let left = Math.max(0, offset - Number(turn.dataset['bodyStart']));
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { length } = node as Text;
        if (left <= length) return [node, left];
        left -= length;
      }
      return [words, 0];
    };
    const selection = document.getSelection();
    selection?.setBaseAndExtent(...placeOf(start), ...placeOf(end));
  }, span);
}

/** Every coding as the page paints it: its words by segment, and where the first of them stands. */
function painted(page: Page): Promise<PageSpan[]> {
  return page.evaluate(() => {
    const found = new Map<number, { id: number; start: number; end: number; words: string[] }>();
    for (const turn of document.querySelectorAll<HTMLElement>('[data-body-start]')) {
      let at = Number(turn.dataset['bodyStart']);
      const here = new Map<number, string>();
      const words = turn.querySelector('[data-text]');
      for (const node of words?.childNodes ?? []) {
        const text = node.textContent ?? '';
        const ids = node instanceof HTMLElement ? (node.dataset['c'] ?? '') : '';
        for (const id of ids.split(' ').filter(Boolean).map(Number)) {
          const coding = found.get(id) ?? { id, start: at, end: at, words: [] };
          coding.end = at + text.length;
          found.set(id, coding);
          here.set(id, (here.get(id) ?? '') + text);
        }
        at += text.length;
      }
      for (const [id, text] of here) found.get(id)?.words.push(text);
    }
    return [...found.values()].sort((a, b) => a.id - b.id);
  });
}

const stored = async (source: number): Promise<(Span & { id: number })[]> =>
  app.ctx.db
    .selectFrom('coding')
    .select(['id', 'start', 'end'])
    .where('source_id', '=', source)
    .orderBy('id')
    .execute();

const bodies = segmentText(TEXT).segments.map(({ bodyStart, end }) => ({ start: bodyStart, end }));

/** What a selection between two offsets means: whole characters of words, no blanks at the ends; null for nothing. */
function meant(a: number, b: number): Span | null {
  const inBodies = (at: number): number | null => {
    const body = bodies.find(({ end }) => end >= at);
    return body ? Math.max(at, body.start) : null;
  };
  const [start, end] = [inBodies(Math.min(a, b)), inBodies(Math.max(a, b))];
  if (start === null || end === null) return null;
  const first = bodies.find(
    (body) =>
      trimSpan(TEXT, { start: Math.max(start, body.start), end: body.end }).end >
      Math.max(start, body.start),
  );
  const last = bodies.findLast(
    (body) =>
      body.start < end &&
      trimSpan(TEXT, { start: body.start, end: Math.min(end, body.end) }).end > body.start,
  );
  if (!first || !last) return null;
  const from = trimSpan(TEXT, { start: Math.max(start, first.start), end: first.end }).start;
  const to = trimSpan(TEXT, { start: last.start, end: Math.min(end, last.end) }).end;
  return from < to ? { start: boundaryBefore(TEXT, from), end: boundaryAfter(TEXT, to) } : null;
}

/** The parts of a span that the page can paint: its words, without the labels between turns. */
const wordsOf = (span: Span): string[] =>
  bodies.flatMap((body) => {
    const [start, end] = [Math.max(span.start, body.start), Math.min(span.end, body.end)];
    return start < end ? [TEXT.slice(start, end)] : [];
  });

/** Always tried: one inside the other, a part of both, from one turn through several into another, one soft hyphen. */
const at = (words: string): number => TEXT.indexOf(words);
const NESTED: [number, number][] = [
  [at('We do'), at('flags.') + 6],
  [at('good'), at('of them')],
  [at('things'), at('naïve')],
  [at('flags'), at('日本語') + 3],
  [at('ni\u00ADsa') + 1, at('\u00ADtion') + 3],
];

const spans = fc.array(fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)), {
  minLength: 1,
  maxLength: 5,
});

describe('what is selected, stored and painted is the same passage', () => {
  it('for overlapping, nested and touching spans, across turns, through emoji, marks and right-to-left', async () => {
    const page = await openPage(browser, app.url, { width: 1600 });
    await fc.assert(
      fc.asyncProperty(spans, async (cuts) => {
        const source = await aSource(app.ctx, TEXT);
        await page.goto(`${app.url}/projects/${app.ctx.projectId}/sources/${source}`);
        const wanted: Span[] = [];
        for (const [a, b] of cuts) {
          const span = meant(a, b);
          if (
            span === null ||
            wanted.some(({ start, end }) => start === span.start && end === span.end)
          )
            continue;
          wanted.push(span);
          await select(page, { start: Math.min(a, b), end: Math.max(a, b) });
          const answered = page.waitForResponse(/\/codings$/);
          await page.keyboard.press('1');
          expect((await answered).status()).toBe(200);
          await expect.poll(async () => (await painted(page)).length).toBe(wanted.length);
        }
        const kept = await stored(source);
        expect(kept.map(({ start, end }) => ({ start, end }))).toEqual(wanted);
        for (const look of ['as it was swapped in', 'as it is loaded anew']) {
          const shown = await painted(page);
          expect(
            shown.map(({ id, words }) => ({ id, words })),
            look,
          ).toEqual(kept.map((coding) => ({ id: coding.id, words: wordsOf(coding) })));
          await page.reload();
        }
        // Selecting what is painted means the same passage again: it is coded already, and nothing is added.
        for (const shown of await painted(page)) {
          await select(page, shown);
          const answered = page.waitForResponse(/\/codings$/);
          await page.keyboard.press('1');
          await answered;
        }
        expect(await stored(source)).toEqual(kept);
      }),
      { numRuns: 12, endOnFailure: true, examples: [[NESTED]] },
    );
    expect(code).toBeGreaterThan(0);
  }, 300_000);
});
