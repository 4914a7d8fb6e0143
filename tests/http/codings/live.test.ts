import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCoding, removeCoding } from '../../../src/codings/index.ts';
import type { Ctx } from '../../../src/deps.ts';
import { change } from '../../../src/history/index.ts';
import { contextFor } from '../../../src/http/index.ts';
import { createProject } from '../../../src/projects/index.ts';
import { correctText } from '../../../src/sources/index.ts';
import { testApp, type TestApp } from '../../factories/app.ts';
import { aCode, aSource } from '../../factories/data.ts';

const TEXT = 'MS: What works?\n\nR-09: We do good things.\n\nMS: Why?\n\nR-09: Ask them.\n';
const HTMX = { 'hx-request': 'true', 'hx-request-type': 'partial' };

let t: TestApp;
let ada: Ctx;
let source: number;
let code: number;
beforeEach(async () => {
  t = await testApp();
  source = await aSource(t.ctx, TEXT, { name: 'Talk' });
  code = await aCode(t.ctx, 'Capacity');
  const user = {
    guid: t.deps.newGuid(),
    name: 'Ada',
    initials: 'AL',
    is_local: 0 as const,
    created_at: t.ctx.now(),
  };
  const { id } = await t.ctx.db
    .insertInto('user')
    .values(user)
    .returning('id')
    .executeTakeFirstOrThrow();
  ada = contextFor(t.deps, id, t.ctx.projectId);
});
afterEach(() => t.close());

const at = (path = '') => `/projects/${t.ctx.projectId}/sources/${source}${path}`;
const codes = (ctx: Ctx, words: string, sourceId = source) => {
  const start = TEXT.indexOf(words);
  const passage = { sourceId, start, end: start + words.length, version: 1 };
  return addCoding(ctx, { ...passage, codeId: code });
};
const head = async () =>
  (await t.ctx.db.selectFrom('change_head').select('seq').executeTakeFirstOrThrow()).seq;

/** Reads one stream as a browser does, event by event. */
class Ear {
  private text = '';
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  constructor(readonly answer: Response) {
    if (!answer.body) throw new Error('no stream');
    this.reader = answer.body.getReader();
  }
  /** The data of the next event of that name; null when the stream has ended. */
  async next(name = 'changed'): Promise<string | null> {
    for (;;) {
      const [, whole = '', event, data] =
        /^([\s\S]*?event: (.*)\ndata: (.*)\n\n)/u.exec(this.text) ?? [];
      if (data !== undefined) {
        this.text = this.text.slice(whole.length);
        if (event === name) return data;
        continue;
      }
      const { done, value } = await this.reader.read();
      if (done) return null;
      this.text += new TextDecoder().decode(value);
    }
  }
  leave = () => this.reader.cancel();
}

async function listens(since?: number, headers: Record<string, string> = {}): Promise<Ear> {
  const path = at(`/live?since=${since ?? (await head())}`);
  return new Ear(await t.get(path, { accept: 'text/event-stream', ...headers }));
}

describe('a page that has a source open', () => {
  it('is told the number of each change to it, and of none to another text', async () => {
    const other = await aSource(t.ctx, TEXT, { name: 'Other' });
    const ear = await listens();
    await codes(ada, 'We do good things', other);
    await codes(ada, 'Ask them');
    expect(await ear.next()).toBe(String(await head()));
    const from = await head();
    const { value } = await codes(t.ctx, 'What works');
    await removeCoding(ada, value.id);
    // Together or one after the other, as the record is looked at.
    const first = await ear.next();
    const told = first === `${from + 1}` ? `${first} ${await ear.next()}` : first;
    expect(told).toBe(`${from + 1} ${from + 2}`);
    await ear.leave();
  });

  it('is told of codings in another text as such, since they count beside this one too', async () => {
    const other = await aSource(t.ctx, TEXT, { name: 'Other' });
    const since = await head();
    const ear = await listens();
    await codes(ada, 'We do good things', other);
    expect(await ear.next('elsewhere')).toBe(String(await head()));
    await ear.leave();
    const html = await (await t.get(at(`/live/changes?since=${since}&version=1`), HTMX)).text();
    expect(html).toContain('0 / 1');
    expect(html).not.toContain('#segment-');
    expect(html).not.toContain('Ada');
  });

  it('is told when a code gets another name, whose name stands beside every text', async () => {
    const ear = await listens();
    await change(ada, { kind: 'code.renamed', entity: 'code' }, (w) =>
      w.update('code', code, { name: 'People' }),
    );
    expect(await ear.next()).toBe(String(await head()));
    await ear.leave();
  });

  it('after a break is told what it missed, from the last it heard', async () => {
    const before = await head();
    await codes(ada, 'We do good things');
    const heard = await head();
    await codes(ada, 'Ask them');
    const again = await listens(before, { 'last-event-id': String(heard) });
    expect(await again.next()).toBe(String(heard + 1));
    await again.leave();
    const anew = await listens(before);
    expect(await anew.next()).toBe(`${heard} ${heard + 1}`);
    await anew.leave();
  });

  it('hears nothing that people wrote, only numbers', async () => {
    const ear = await listens();
    await codes(ada, 'We do good things');
    expect(await ear.next()).toMatch(/^[\d ]+$/u);
    await ear.leave();
  });

  it('is let go when its person may no longer see the project', async () => {
    const ear = await listens();
    await t.deps.db.deleteFrom('member').where('project_id', '=', t.ctx.projectId).execute();
    await codes(ada, 'We do good things');
    expect(await ear.next()).toBe(null);
    expect((await t.get(at('/live'), { accept: 'text/event-stream' })).status).toBe(404);
  });

  it('is let go when the server stops', async () => {
    const ear = await listens();
    await t.close();
    expect(await ear.next()).toBe(null);
    t = await testApp();
  });

  it('is one of a bounded number; one that leaves makes room', async () => {
    const ears: Ear[] = [];
    for (let n = 0; n < 12; n += 1) ears.push(await listens());
    const refused = await t.get(at('/live'), { accept: 'text/event-stream' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    await ears[0]?.leave();
    const next = await listens();
    expect(next.answer.status).toBe(200);
    await Promise.all([...ears.slice(1), next].map((ear) => ear.leave()));
  });

  it('of another project is not found, as one that does not exist, with or without a stream', async () => {
    const { value } = await createProject({ ...t.deps, userId: t.userId }, { name: 'Theirs' });
    const theirs = contextFor(t.deps, t.userId, value.id);
    const foreign = await aSource(theirs, TEXT);
    for (const headers of [{ accept: 'text/event-stream' }, HTMX])
      for (const path of ['/live', '/live/changes']) {
        const of = (id: number) =>
          t.get(`/projects/${t.ctx.projectId}/sources/${id}${path}`, headers);
        const [strange, unknown] = [await of(foreign), await of(99_999)];
        expect([strange.status, unknown.status]).toEqual([404, 404]);
        expect(await strange.text()).toBe(await unknown.text());
      }
  });

  it('as an address in the browser leads to the text', async () => {
    for (const path of ['/live', '/live/changes'])
      expect((await t.get(at(path))).headers.get('location')).toBe(at());
  });
});

describe('what others changed', () => {
  const changes = async (since: number, more = '') => {
    const answer = await t.get(at(`/live/changes?since=${since}&version=1${more}`), HTMX);
    return { html: await answer.text(), happened: answer.headers.get('hx-trigger') };
  };

  it('comes as the segments it touched, the counts, and a line that says who, without a toast', async () => {
    const since = await head();
    await codes(ada, 'We do good things');
    const { html, happened } = await changes(since);
    expect(html.match(/hx-target="#segment-\d+"/gu)).toHaveLength(1);
    expect(html).toContain('<mark class="coded');
    expect(html).toContain('1 / 1');
    expect(html).toContain('Ada coded “Capacity”');
    expect(html).not.toContain('#toasts');
    expect(JSON.parse(happened ?? '')).toEqual({ 'earmark:live': { seq: await head() } });
  });

  it('taken off again meanwhile, leaves the segment bare', async () => {
    const since = await head();
    const { value } = await codes(ada, 'We do good things');
    await removeCoding(ada, value.id);
    const { html } = await changes(since);
    expect(html.match(/hx-target="#segment-\d+"/gu)).toHaveLength(1);
    expect(html).not.toContain('<mark');
    expect(html).toContain('Ada took “Capacity” off');
  });

  it('is without what the page did itself; another window of the same person is told of it', async () => {
    const since = await head();
    await codes(t.ctx, 'We do good things');
    const own = await head();
    await codes(ada, 'Ask them');
    const { html } = await changes(since, `&own=${own}`);
    expect(html.match(/hx-target="#segment-\d+"/gu)).toHaveLength(1);
    expect(html).toContain('Ask them');
    const all = await changes(since);
    expect(all.html.match(/hx-target="#segment-\d+"/gu)).toHaveLength(2);
    expect((await changes(since, `&own=${own + 1}`)).html).toContain(
      'You, in another window, coded',
    );
  });

  it('in the codebook comes as the tree, and as every segment that shows the code', async () => {
    await codes(t.ctx, 'Ask them');
    const since = await head();
    await change(ada, { kind: 'code.renamed', entity: 'code' }, (w) =>
      w.update('code', code, { name: 'People' }),
    );
    const { html } = await changes(since);
    expect(html).toContain('hx-target="#code-tree"');
    expect(html).toMatch(/stripe-name">People/u);
  });

  it('in the words themselves cannot be shown in place: the page is offered anew', async () => {
    const since = await head();
    const { text_sha256: sha256 } = await t.ctx.db
      .selectFrom('source')
      .select('text_sha256')
      .executeTakeFirstOrThrow();
    await correctText(ada, source, { start: 4, end: 8, sha256 }, 'Which');
    const { html, happened } = await changes(since);
    expect(html).toContain('The text was corrected since you opened it');
    expect(html).toContain(`href="${at()}"`);
    expect(html).not.toContain('#segment-');
    expect(happened).toContain('earmark:over');
  });
});

describe('a page of an older text', () => {
  const correct = async (from: string, words: string) => {
    const { text_sha256: sha256 } = await t.ctx.db
      .selectFrom('source')
      .select('text_sha256')
      .executeTakeFirstOrThrow();
    const start = TEXT.indexOf(from);
    await correctText(ada, source, { start, end: start + from.length, sha256 }, words);
  };
  const good = TEXT.indexOf('good things');
  const place = `version=1&at=${good}-${good + 'good things'.length}`;
  const opened = async () => (await t.get(at(`?${place}`))).text();

  it('is refused a coding, and offered the text as it is now with the passage kept', async () => {
    await correct('What works?', 'What does work here?');
    const [start, end] = [good, good + 'good things'.length];
    const answer = await t.post(at('/codings'), { start, end, version: 1, code }, HTMX);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(`href="${at(`?${place.replace('&', '&amp;')}`)}#at"`);
    expect(await opened()).toMatch(/<mark class="passage" id="at">good things<\/mark>/u);
    expect(await opened()).toContain('The passage you had marked is marked here.');
  });

  it('whose passage was changed or is gone says so, and shows where it stood', async () => {
    await correct('good things', 'better things');
    expect(await opened()).toMatch(/id="at">better things<\/mark>/u);
    expect(await opened()).toContain('were changed: look before you code it');
    await t.close();
    t = await testApp();
    source = await aSource(t.ctx, TEXT, { name: 'Talk' });
    ada = t.ctx;
    await correct('We do good things.\n\nMS: Why?\n\nR-09: ', '');
    expect(await opened()).toMatch(/id="at">Ask them\.<\/mark>/u);
    expect(await opened()).toContain('The words you had marked are gone');
  });

  it('that names no such version or place opens like any other', async () => {
    for (const query of ['version=9&at=3-5', 'version=1&at=5-3', 'version=x&at=3-5', 'version=2'])
      expect((await t.get(at(`?${query}`))).status).toBe(200);
  });
});
