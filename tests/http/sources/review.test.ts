import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commentMemo, quoteIn } from '../../../src/domain/text/comments.ts';
import { NO_REVIEW } from '../../../src/files/index.ts';
import { undoLast } from '../../../src/history/index.ts';
import { addSource, redactSource } from '../../../src/sources/index.ts';
import { readDocxHere } from '../../../src/files/docx-read.ts';
import { readOdtHere } from '../../../src/files/odt-read.ts';
import { runIn } from '../../cli/inprocess.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aCoding } from '../../factories/data.ts';
import { docx, paragraph, reviewedDocx, reviewedOdt, upload } from './files.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACCEPTED = 'They have no office in the capital.';
const REJECTED = 'They have no office in the north.';
const MEMO = '> no office\n\n**Ana Arms, 2026-03-11:** Is \\*this\\* so?';

/** As the process apart reads them. */
const kinds = [
  ['Word', reviewedDocx, readDocxHere],
  ['LibreOffice', reviewedOdt, readOdtHere],
] as const;

describe('comments and tracked changes of a document', () => {
  it.each(kinds)(
    'from %s are told apart from the text, which reads as accepted',
    async (_from, make, read) => {
      const { text, review } = await read(await make());
      expect(text).toBe(ACCEPTED);
      const start = text.indexOf('no office');
      expect(review).toEqual({
        comments: [
          {
            author: 'Ana Arms',
            day: '2026-03-11',
            words: 'Is *this* so?',
            start,
            end: start + 'no office'.length,
          },
        ],
        insertions: 1,
        deletions: 1,
        authors: ['Bo Berg'],
      });
    },
  );

  it.each(kinds)('from %s, rejected, leave what was there before', async (_from, make, read) => {
    expect((await read(await make(), { tracked: 'rejected' })).text).toBe(REJECTED);
  });

  it('of whole paragraphs join and part them', async () => {
    const by = 'w:author="Bo" w:date="2026-01-01T00:00:00Z"';
    const gone = `<w:p><w:pPr><w:rPr><w:del w:id="9" ${by}/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>`;
    const added = `<w:p><w:pPr><w:rPr><w:ins w:id="8" ${by}/></w:rPr></w:pPr><w:ins w:id="7" ${by}><w:r><w:t>New</w:t></w:r></w:ins></w:p>`;
    const bytes = await docx(gone + paragraph(' line.') + added + paragraph('End.'));
    expect((await readDocxHere(bytes)).text).toBe('One line.\n\nNew\n\nEnd.');
    const before = await readDocxHere(bytes, { tracked: 'rejected' });
    expect(before.text).toBe('One\n\nline.\n\nEnd.');
    expect(before.review).toEqual({ ...NO_REVIEW, insertions: 1, authors: ['Bo'] });
  });
});

describe('a comment as a memo', () => {
  it('gives back the passage it quotes, whatever marks of Markdown stand in it', () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((s) => s.replace(/\s+/gu, ' ').trim());
    fc.assert(
      fc.property(line, line, (quote, words) => {
        const memo = commentMemo({ author: 'A_b', day: '', words, quote });
        expect(quoteIn(memo)).toBe(quote);
      }),
    );
  });
});

let t: TestApp;
let base: string;
beforeEach(async () => {
  t = await testApp();
  base = `/projects/${t.ctx.projectId}/sources`;
});
afterEach(() => t.close());

const add = async (fields: Record<string, string> = {}): Promise<string> => {
  const answer = await t.post(
    `${base}/upload`,
    upload({ 'draft.docx': await reviewedDocx() }, fields),
  );
  return answer.text();
};
const text = async () => (await runIn(t, ['sources', 'text', '1'])).stdout;
const memos = () => t.ctx.db.selectFrom('memo').select(['body', 'source_id']).execute();
const newest = () => t.ctx.db.selectFrom('source_text').select('sha256').executeTakeFirstOrThrow();
const html = async (path: string) => (await t.get(`${base}${path}`)).text();

describe('adding a document with comments and tracked changes', () => {
  it('says how many there are and by whom, mixes none in, and leads to the choice', async () => {
    const page = await add();
    expect(page).toContain('1 comment by Ana Arms is left in the file.');
    expect(page).toContain('taken as accepted: 1 insertion and 1 deletion by Bo Berg.');
    expect(page).toContain(`${base}/1/review`);
    expect([await text(), await memos()]).toEqual([ACCEPTED, []]);
  });

  it('takes them as the form says, as one change that undo takes back', async () => {
    expect(await add({ tracked: 'rejected', comments: 'memos' })).toContain(
      'is a memo on the source',
    );
    expect([await text(), await memos()]).toEqual([REJECTED, [{ body: MEMO, source_id: 1 }]]);
    await undoLast(t.ctx);
    expect(await memos()).toEqual([]);
  });

  it('does the same on the command line', async () => {
    const file = join(t.deps.dataDir, 'draft.docx');
    writeFileSync(file, await reviewedDocx());
    const wrong = await runIn(t, ['sources', 'import', file, '--tracked', 'maybe']);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('“maybe”')]);
    const words = ['sources', 'import', file, '--tracked', 'rejected', '--comments', 'memos'];
    const [row] = JSON.parse((await runIn(t, words)).stdout) as { warnings: string[] }[];
    expect(row?.warnings).toHaveLength(2);
    expect([await text(), await memos()]).toEqual([REJECTED, [{ body: MEMO, source_id: 1 }]]);
  });
});

describe('choosing again afterwards', () => {
  it('shows both readings and the comments, and carries codings to the other reading', async () => {
    await add();
    const code = await aCode(t.ctx, 'Office');
    const at = ACCEPTED.indexOf('no office');
    await aCoding(t.ctx, { source: 1, code, start: at, end: at + 9 });
    await aCoding(t.ctx, {
      source: 1,
      code,
      start: ACCEPTED.indexOf('capital'),
      end: ACCEPTED.length,
    });
    const page = await html('/1/review');
    for (const said of [
      '<del>north</del><ins>capital</ins>',
      'Is *this* so?',
      'Ana Arms, 2026-03-11',
    ])
      expect(page).toContain(said);
    const form = { tracked: 'rejected', comments: 'memos' };
    const answer = await t.post(`${base}/1/review`, form);
    expect(answer.headers.get('location')).toBe(`${base}/1/look`);
    expect(await text()).toBe(REJECTED);
    const [kept] = await t.ctx.db.selectFrom('coding').select(['start', 'was_version']).execute();
    expect(kept).toEqual({ start: at, was_version: null });
    const list = await html('/1/memos');
    expect(list).toContain('<strong>Ana Arms, 2026-03-11:</strong> Is *this* so?');
    expect(list).toContain(`${base}/1?at=${at}-${at + 9}#at`);
  });

  it('leaves a corrected text alone when only comments are wanted, and takes none twice', async () => {
    await add({ comments: 'memos' });
    const { sha256 } = await newest();
    await t.post(`${base}/1/correct`, { sha256, start: 0, end: 4, text: 'We all' });
    await t.post(`${base}/1/review`, { tracked: 'keep', comments: 'memos' });
    expect([await text(), (await memos()).length]).toEqual([ACCEPTED.replace('They', 'We all'), 1]);
    await t.post(`${base}/1/memos/1/delete`);
    expect(await memos()).toEqual([]);
  });

  it('is refused for what was no document of a word processor', async () => {
    await t.post(`${base}/upload`, upload({ 'a.txt': 'Words.' }));
    expect((await t.get(`${base}/1/review`)).status).toBe(422);
    expect((await t.post(`${base}/1/review`, { tracked: 'accepted' })).status).toBe(422);
  });
});

describe('redacting a text with comments', () => {
  it('takes the words out of the memos as well, for good', async () => {
    const start = ACCEPTED.indexOf('no office');
    const end = start + 9;
    const comment = { author: 'Ana Arms', day: '2026-03-11', words: 'Is *this* so?', start, end };
    await addSource(t.ctx, { name: 'draft', text: ACCEPTED, comments: [comment] });
    const { sha256 } = await newest();
    const preview = await t.post(`${base}/1/redact`, { more: 'office', as: '[place]' });
    expect(await preview.text()).toContain('1 memo on this text');
    await redactSource(t.ctx, 1, {
      sha256,
      redactions: [{ words: 'office', replacement: '[place]' }],
      anyCase: false,
      isConfirmed: true,
    });
    expect(await memos()).toMatchObject([{ body: MEMO.replace('office', '[place]') }]);
    const kept = await t.ctx.db.selectFrom('kept_text').select('body').execute();
    expect(kept.filter(({ body }) => body.includes('office'))).toEqual([]);
  });
});
