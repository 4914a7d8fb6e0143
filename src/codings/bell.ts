/**
 * Tells open pages that their source was changed. It says only which changes, by number: what they did is asked for through
 * the ordinary door (`live.tsx`), so nothing that people wrote goes this way, and nobody gets more than they may see.
 *
 * It looks at the record of change, where a change stands once it is committed, whoever made it: another page, or the
 * command line in a process of its own. Nothing is looked at while no page listens.
 */
import type { Deps } from '../deps.ts';
import { changesSince, countsElsewhere, headOf, sourcesOf } from './since.ts';

/** A page that has a source open. */
export interface Listener {
  projectId: number;
  userId: number;
  sourceId: number;
  /** @param seqs numbers of changes to this source, rising, at least one */
  ring(seqs: readonly number[]): void;
  /** @param seqs numbers of changes to codings of other sources, which count beside this one as well */
  count(seqs: readonly number[]): void;
  /** They may no longer see the project. */
  end(): void;
}

/** Changes to be told to one page. */
interface Rung {
  listener: Listener;
  here: number[];
  elsewhere: number[];
}

type Outside = Pick<Deps, 'db' | 'log'>;

/** Between two looks at the record; milliseconds. */
const LOOK = 400;
/** Streams of one person, and of all together. A browser itself opens no more than six at a time. */
const MOST_OF_ONE = 12;
export const MOST = 400;

const bells = new WeakMap<object, Bell>();

/** The bell of a database. */
export function bellOf(outside: Outside): Bell {
  const bell = bells.get(outside.db) ?? new Bell(outside);
  bells.set(outside.db, bell);
  return bell;
}

export class Bell {
  private readonly listeners = new Set<Listener>();
  /** By project, the last change that was looked at. */
  private readonly seen = new Map<number, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly outside: Outside) {}

  hasRoomFor(userId: number): boolean {
    const own = [...this.listeners].filter((one) => one.userId === userId).length;
    return this.listeners.size < MOST && own < MOST_OF_ONE;
  }

  /** @param since the last change that the page shows; what came later is rung at once */
  async add(listener: Listener, since: number): Promise<void> {
    const reader = { ...this.outside, projectId: listener.projectId };
    const head = await headOf(reader);
    if (!this.seen.has(listener.projectId)) this.seen.set(listener.projectId, head);
    this.listeners.add(listener);
    this.timer ??= this.nextLook();
    if (since < head) await this.ringFor(listener.projectId, since, [listener]);
  }

  remove(listener: Listener): void {
    this.listeners.delete(listener);
    const isLast = [...this.listeners].every(({ projectId }) => projectId !== listener.projectId);
    if (isLast) this.seen.delete(listener.projectId);
    if (this.listeners.size > 0 || this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
  }

  private nextLook(): NodeJS.Timeout {
    return setTimeout(() => {
      this.look()
        .catch((err: unknown) => this.outside.log.error({ err }, 'live pages were not told'))
        .finally(() => {
          if (this.listeners.size > 0) this.timer = this.nextLook();
        });
    }, LOOK).unref();
  }

  private async look(): Promise<void> {
    const { db } = this.outside;
    const projects = [...this.seen.keys()];
    const members = await db
      .selectFrom('member')
      .select(['project_id', 'user_id'])
      .where('project_id', 'in', projects)
      .execute();
    const may = new Set(members.map((member) => `${member.project_id} ${member.user_id}`));
    for (const listener of this.listeners)
      if (!may.has(`${listener.projectId} ${listener.userId}`)) listener.end();
    const heads = await db
      .selectFrom('change_head')
      .select(['project_id', 'seq'])
      .where('project_id', 'in', projects)
      .execute();
    for (const { project_id, seq } of heads) {
      const seen = this.seen.get(project_id);
      if (seen === undefined || seq <= seen) continue;
      const own = [...this.listeners].filter(({ projectId }) => projectId === project_id);
      const until = await this.ringFor(project_id, seen, own);
      if (this.seen.has(project_id)) this.seen.set(project_id, until);
    }
  }

  /** @returns the last change that was looked at */
  private async ringFor(
    projectId: number,
    since: number,
    listeners: readonly Listener[],
  ): Promise<number> {
    const { db } = this.outside;
    const changes = await changesSince({ db, projectId }, since);
    const rung = listeners.map((listener): Rung => ({ listener, here: [], elsewhere: [] }));
    for (const { seq, images } of changes) {
      const sources = await sourcesOf(db, images);
      const counts = countsElsewhere(images);
      for (const { listener, here, elsewhere } of rung)
        if (sources === 'all' || sources.has(listener.sourceId)) here.push(seq);
        else if (counts) elsewhere.push(seq);
    }
    for (const { listener, here, elsewhere } of rung) {
      if (elsewhere.length > 0) listener.count(elsewhere);
      if (here.length > 0) listener.ring(here);
    }
    return changes.at(-1)?.seq ?? since;
  }
}
