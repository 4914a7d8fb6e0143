/** What others do in a source while a page shows it: a stream that rings, and the pieces of the page they changed. */
import { Hono } from 'hono';
import { LiveAnswer, ReloadPartial } from '../../views/codings/Answer.tsx';
import { fragment, wantsFragment, type C, type Env } from '../http/index.ts';
import { getSource } from '../sources/index.ts';
import { repainted } from './answer.tsx';
import { Aside } from './aside.ts';
import { bellOf } from './bell.ts';
import { catchUp } from './catch-up.ts';
import { changesSince, MOST_CHANGES, sourcesOf, type Recorded } from './since.ts';
import { streamOf } from './stream.ts';

const LIVE = '/projects/:projectId/sources/:sourceId{[0-9]+}/live';

export const liveRoutes = new Hono<Env>();

const aside = new Aside();

liveRoutes.get(LIVE, async (c) => {
  if (!(c.req.header('accept') ?? '').includes('text/event-stream')) return toSource(c);
  const { id: userId } = c.get('user');
  const bell = bellOf(c.get('deps'));
  if (!bell.hasRoomFor(userId)) {
    c.header('retry-after', '30');
    return c.body(null, 503);
  }
  c.header('content-type', 'text/event-stream; charset=utf-8');
  // Not kept for another request: a server that stops would wait for it.
  c.header('connection', 'close');
  const stream = streamOf({
    bell,
    projectId: c.get('project').id,
    userId,
    sourceId: sourceId(c),
    // A browser that connects again names what it heard last; a page that opens, what it shows.
    since: numberOf(c.req.header('last-event-id') ?? c.req.query('since')),
    stopping: c.get('deps').stopping,
  });
  return c.body(stream);
});

liveRoutes.get(`${LIVE}/changes`, (c) =>
  wantsFragment(c) ? aside.run(() => changesFor(c)) : toSource(c),
);

async function changesFor(c: C): Promise<Response> {
  const ctx = c.get('ctx');
  const t = c.get('t');
  const id = sourceId(c);
  const own = new Set((c.req.query('own') ?? '').split(' ').map(Number));
  const all = await changesSince(ctx, numberOf(c.req.query('since')));
  const changes = all.filter(({ seq }) => !own.has(seq));
  const source = await getSource(ctx, id);
  const found = await catchUp(ctx, changes, id);
  const isStale = source.version !== numberOf(c.req.query('version'));
  const isTooMuch = found.needsReload || all.length >= MOST_CHANGES;
  const painted = isStale || isTooMuch ? null : await repainted(ctx, { ...found, sourceId: id });
  const seq = all.at(-1)?.seq ?? 0;
  const isOver = painted === null;
  c.header('HX-Trigger', JSON.stringify({ [isOver ? 'earmark:over' : 'earmark:live']: { seq } }));
  if (isOver) {
    const sentence = isStale ? t.codings.live.newVersion : t.codings.live.tooMuch;
    const href = `/projects/${ctx.projectId}/sources/${id}`;
    return fragment(c, <ReloadPartial t={t.codings} reload={{ sentence, href }} />);
  }
  const sentence = await lastOf(c, changes);
  const line = sentence === null ? null : { sentence, segmentId: painted.segments[0]?.id ?? null };
  return fragment(
    c,
    <LiveAnswer {...painted} messages={t} toast={null} undoes={null} line={line} />,
  );
}

/** Who did what last, in this text; null when it shows nothing of it. */
async function lastOf(c: C, changes: readonly Recorded[]): Promise<string | null> {
  const { live } = c.get('t').codings;
  for (const { kind, detail, actor, actorId, images } of changes.toReversed()) {
    const sources = await sourcesOf(c.get('ctx').db, images);
    if (sources !== 'all' && !sources.has(sourceId(c))) continue;
    const who = actorId === c.get('user').id ? live.you : actor;
    return live.done(who, kind, String(detail['code'] ?? ''));
  }
  return null;
}

const toSource = (c: C): Response =>
  c.redirect(`/projects/${c.get('project').id}/sources/${sourceId(c)}`, 302);

const sourceId = (c: C): number => Number(c.req.param('sourceId'));

/** A number of a change; what is none asks for as much as a page can be brought. */
function numberOf(text: string | undefined): number {
  const number = Number(text ?? NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
