import { Hono } from 'hono';
import { MemosPage } from '../../views/sources/MemosPage.tsx';
import { ReviewPage } from '../../views/sources/ReviewPage.tsx';
import { readPage } from '../domain/address.ts';
import { contextOf } from '../domain/text/context.ts';
import { difference } from '../domain/text/difference.ts';
import { Invalid } from '../domain/errors.ts';
import type { Tracked } from '../files/index.ts';
import {
  flashDone,
  page,
  renderMarkdown,
  shellProps,
  typedForm,
  type C,
  type Env,
} from '../http/index.ts';
import { listMemos, MEMO_PAGE, removeMemo } from './comments.ts';
import { reviewForm } from './forms.ts';
import { getSource, readText, type Source } from './queries.ts';
import { named } from './reading/review.ts';
import { readAnew, rereadDocument } from './reread.ts';
import { foreseeReplacing } from './versions-replace.ts';

/** What people left in a document while they worked on it, offered after it was added; and the memos that come of it. */
export const reviewRoutes = new Hono<Env>();

const ONE = '/projects/:projectId/sources/:sourceId{[0-9]+}';
/** Places of tracked changes shown one by one, and words around each in code units. */
const PLACES = 20;
const AROUND = 60;

const idOf = (c: C): number => Number(c.req.param('sourceId'));

reviewRoutes.get(`${ONE}/review`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  if (source.originalSha256 === null) throw new Invalid('sources.noReview');
  const accepted = await readAnew(ctx, source.id, { tracked: 'accepted' });
  const { review } = accepted;
  if (review === null) throw new Invalid('sources.noReview');
  const { comments, insertions, deletions, authors } = review;
  const hasChanges = insertions + deletions > 0;
  const rejected = hasChanges ? await readAnew(ctx, source.id, { tracked: 'rejected' }) : accepted;
  const texts = { accepted: accepted.text, rejected: rejected.text };
  return page(
    c,
    <ReviewPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={source}
      changes={{ insertions, deletions, authors: named(authors) }}
      comments={comments.slice(0, PLACES).map(({ start, end, ...comment }) => ({
        ...comment,
        quote: accepted.text.slice(start, end),
      }))}
      commentCount={comments.length}
      commentAuthors={named(comments.map(({ author }) => author))}
      places={placesIn(texts)}
      fates={await fatesOf(c, source, texts)}
    />,
  );
});

reviewRoutes.post(`${ONE}/review`, async (c) => {
  const choice = reviewForm.parse(await typedForm(c));
  const done = await rereadDocument(c.get('ctx'), idOf(c), choice);
  flashDone(c, done.changeId);
  const { changed, lost, comments } = done.value;
  const next = changed + lost > 0 ? 'look' : comments > 0 ? 'memos' : 'details';
  return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}/${next}`, 303);
});

reviewRoutes.get(`${ONE}/memos`, async (c) => {
  const ctx = c.get('ctx');
  const source = await getSource(ctx, idOf(c));
  const number = readPage(c.req.query('page'));
  const { memos, total } = await listMemos(ctx, source.id, number);
  return page(
    c,
    <MemosPage
      shell={await shellProps(c)}
      projectId={ctx.projectId}
      source={source}
      memos={memos.map(({ body, ...memo }) => ({ ...memo, html: renderMarkdown(body) }))}
      {...{ total }}
      page={number}
      pageSize={MEMO_PAGE}
    />,
  );
});

reviewRoutes.post(`${ONE}/memos/:memoId{[0-9]+}/delete`, async (c) => {
  const done = await removeMemo(c.get('ctx'), idOf(c), Number(c.req.param('memoId')));
  flashDone(c, done.changeId);
  return c.redirect(`/projects/${c.get('project').id}/sources/${idOf(c)}/memos`, 303);
});

type Texts = Record<Tracked, string>;

/** Where the two readings differ, each with what is around it. */
function placesIn({ accepted, rejected }: Texts) {
  const changes = difference(rejected, accepted);
  const places = changes.slice(0, PLACES).map(({ before, after }) => ({
    before: contextOf(accepted, after, AROUND, 0).before,
    rejected: rejected.slice(before.start, before.end),
    accepted: accepted.slice(after.start, after.end),
    after: contextOf(accepted, after, 0, AROUND).after,
  }));
  return { places, more: changes.length - places.length };
}

/** Which reading the text is now, and what would become of codings under the other. */
async function fatesOf(c: C, source: Source, texts: Texts) {
  const ctx = c.get('ctx');
  const { text } = await readText(ctx, source.id);
  const fateOf = async (one: Tracked) =>
    texts[one] === text ? null : tallyOnly(await foreseeReplacing(ctx, source.id, texts[one]));
  return { accepted: await fateOf('accepted'), rejected: await fateOf('rejected') };
}

const tallyOnly = ({ kept, changed, lost }: { kept: number; changed: number; lost: number }) => ({
  kept,
  changed,
  lost,
});
